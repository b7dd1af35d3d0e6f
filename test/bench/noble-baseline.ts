/**
 * noble over the seam, in a process of its own: `node --expose-gc noble-baseline.ts discover|hci|memory COUNT`. `discover` is what an
 * application of noble gets and `hci` the layer our radio host uses, both in advertisements per second of processor time; `memory` is
 * what `discover` keeps of each address ever heard, in bytes.
 */
import { createRequire } from 'node:module';
import { advertisingReportEvent } from '../radio/seam/controller.ts';
import { installSeam } from '../radio/seam/install.ts';
import { benchAddress, benchData } from './air.ts';

const [what, countText] = process.argv.slice(2);
const count = Number(countText);
const { controller } = installSeam();
const require = createRequire(import.meta.url);
let heard = 0;

const eventOf = (i: number): Buffer => {
  const address = benchAddress(i).replace(/..(?=.)/g, '$&:');
  return advertisingReportEvent([{ address, rssi: -60, data: Buffer.from(benchData(i)).toString('hex') }]);
};
type Socket = { emit(name: 'data', packet: Buffer): unknown };

function rate(socket: Socket): number {
  // Made beforehand: the clock times noble, not us.
  const events = Array.from({ length: 5000 }, (_, i) => eventOf(i));
  for (const event of events) socket.emit('data', event);
  heard = 0;
  const began = process.cpuUsage();
  for (let i = 0; i < count; i++) socket.emit('data', events[i % events.length]!);
  const { user, system } = process.cpuUsage(began);
  return heard / ((user + system) / 1e6);
}

function kept(socket: Socket): number {
  const heap = () => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  const before = heap();
  for (let i = 0; i < count; i++) socket.emit('data', eventOf(i));
  return (heap() - before) / count;
}

controller.on('scanning', (scanning) => {
  if (!scanning) return;
  setTimeout(() => {
    const figure = what === 'memory' ? kept(socketOf()) : rate(socketOf());
    process.stdout.write(`${Math.round(figure)}\n`, () => process.exit(0));
  }, 50);
});
let socketOf: () => Socket;

if (what !== 'hci') {
  const noble = require('@abandonware/noble');
  noble.on('discover', () => heard++);
  noble.on('stateChange', (state: string) => {
    if (state === 'poweredOn') noble.startScanning([], true);
  });
  socketOf = () => noble._bindings._hci._socket;
} else {
  const Hci = require('@abandonware/noble/lib/hci-socket/hci.js');
  const hci = new Hci({});
  hci.on('leAdvertisingReport', () => heard++);
  hci.on('stateChange', (state: string) => {
    if (state === 'poweredOn') hci.setScanEnabled(true, false);
  });
  socketOf = () => hci._socket;
  hci.init();
}
