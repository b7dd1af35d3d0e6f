import { OperatorError } from '../shared/errors.ts';
import { systemClock } from './clock.ts';
import { loadConfig } from './config.ts';
import { startStation } from './station.ts';

/** Where the shell that started this process listens: Electron's utility process or Node's fork. */
const parent = (process as { parentPort?: { postMessage(message: unknown): void } }).parentPort;
const tell = (message: unknown) => (parent === undefined ? process.send?.(message) : parent.postMessage(message));

/** The value after a flag. */
const flag = (name: string): string | undefined => process.argv[process.argv.indexOf(name) + 1 || process.argv.length];

try {
  const port = flag('--port');
  const config = loadConfig(flag('--config'), {
    data: flag('--data'),
    port: port === undefined ? undefined : Number(port),
    radio: flag('--radio'),
    ...(process.argv.includes('--demo') ? { demo: true } : {}),
  });
  const station = await startStation(config, { clock: systemClock });
  tell({ type: 'ready', origin: station.origin, secret: station.secret });
  const alive = setInterval(() => {}, 60_000);
  let stopping = false;
  const stop = async () => {
    // The terminal and the shell may both say so.
    if (stopping) return;
    stopping = true;
    clearInterval(alive);
    await station.stop();
    process.exit(0);
  };
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(event, () => void stop());
} catch (error) {
  tell({ type: 'failed', message: error instanceof OperatorError ? error.message : 'the station could not start' });
  throw error;
}
