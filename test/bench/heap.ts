import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

/** Live heap of this process in MiB, after a full collection. */
export function heapMiB(): number {
  gc();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
