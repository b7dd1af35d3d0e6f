/**
 * The radio host: a process of its own, because the Bluetooth driver is native code that crashes, spins and cannot be restarted inside
 * the process that loaded it. It hears, it tells, and it ends with whoever started it.
 */
import { loadNobleHci } from './noble-hci.ts';
import { Outbox } from './outbox.ts';
import type { HostMessage } from './protocol.ts';
import { scan } from './scanner.ts';
import { pack } from './wire.ts';

/** How long packets may wait for company. */
const flushPeriod = 20;

function tell(message: HostMessage, done?: () => void): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => done?.());
}

const now = () => performance.now();
const outbox = new Outbox((batch, done) => tell({ kind: 'heard', packed: pack(batch, now()) }, done));

// Ctrl-C reaches the whole terminal; the station decides when the radio stops.
process.on('SIGINT', () => {});
setInterval(() => outbox.flush(), flushPeriod);
const beat = () => tell({ kind: 'beat', dropped: outbox.dropped });
setInterval(beat, 1000);
beat();

let stopScanning = () => {};
process.once('disconnect', () => {
  stopScanning();
  process.exit(0);
});

if (process.platform === 'linux') {
  stopScanning = scan(loadNobleHci, now, {
    heard: (heard) => outbox.add(heard),
    listening: () => tell({ kind: 'listening' }),
    lost: (fault) => tell({ kind: 'unavailable', ...fault }),
  });
} else {
  tell({
    kind: 'unavailable',
    reason: 'unsupported-platform',
    detail: `The kiosk's own radio works on Linux only, not on ${process.platform}.`,
  });
}
