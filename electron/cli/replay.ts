import { once } from 'node:events';
import { replay as replayFile } from '../../devices/beacons/replay/run.ts';

/** `prevenance replay FILE --zones ZONES.json` */
export async function replay(file: string, options: { zones: string }): Promise<void> {
  // A reader that stops early (head) is not an error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  for await (const event of replayFile(file, options.zones)) {
    if (!process.stdout.write(`${JSON.stringify(event)}\n`)) await once(process.stdout, 'drain');
  }
}
