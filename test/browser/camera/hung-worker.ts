import type { Port } from '../../../devices/camera/serve.ts';

/** Stands in for an engine that never comes back: it takes a frame, and its thread spins for ever. */
const port = self as unknown as Port;
port.onmessage = () => {
  for (;;);
};
port.postMessage({ kind: 'ready' });
