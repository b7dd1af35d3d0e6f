/**
 * The radio host: a process of its own, because the Bluetooth driver is native code that crashes, spins and cannot be restarted inside
 * the process that loaded it. It hears, it tells, and it ends with whoever started it.
 */
import { openChannel } from './channel.ts';
import { loadNobleHci } from './noble-hci.ts';
import { Outbox } from './outbox.ts';
import { scan } from './scanner.ts';
import { pack } from './wire.ts';

/** How long packets may wait for company. */
const flushPeriod = 20;

let stopScanning = () => {};
const tell = openChannel(() => {
  stopScanning();
  process.exit(0);
});

const now = () => performance.now();
const outbox = new Outbox((batch, done) => tell({ kind: 'heard', packed: pack(batch, now()) }, done));

// Ctrl-C reaches the whole terminal; the station decides when the radio stops.
process.on('SIGINT', () => {});
setInterval(() => outbox.flush(), flushPeriod);
const used = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
let last = { at: now(), used: used() };
const beat = () => {
  const next = { at: now(), used: used() };
  const load = (next.used - last.used) / Math.max(1, next.at - last.at);
  last = next;
  tell({ kind: 'beat', dropped: outbox.dropped, load });
};
setInterval(beat, 1000);
beat();

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
