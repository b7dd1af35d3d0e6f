import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Advertisement } from '../../devices/beacons/advertisement.ts';
import { decodeFrame } from '../../devices/beacons/decode.ts';
import { EidTable } from '../../devices/beacons/eid-table.ts';
import { identify } from '../../shared/identity/identify.ts';
import { PresenceEngine } from '../../shared/presence/engine.ts';
import { boundaryAt, makeZone } from '../../shared/presence/zone.ts';
import { dbm, epochMs, metres, monoMs } from '../../shared/units.ts';
import { benchAddress, benchData, knownBeacons } from './air.ts';
import { heapMiB } from './heap.ts';
import { presenceQuality } from './presence-quality.ts';

export interface BenchRow {
  readonly what: string;
  readonly budget: string;
  readonly measured: string;
  readonly baseline: string;
  readonly ok: boolean;
}

const thousands = (n: number): string => Math.round(n).toLocaleString('en-GB');

/** Seconds of processor time used so far. One core's worth of work, however busy the rest of the machine is. */
const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** The whole way of a packet: bytes, frame, identity, opted in or not, zones. Returns the zone events it made. */
function station(): (advertisement: Advertisement) => number {
  const near = boundaryAt(metres(3), { referenceDbm: dbm(-60), exponent: 1.5 });
  const engine = new PresenceEngine([makeZone({ id: 'kiosk', receivers: [['kiosk', near]] })]);
  const eids = new EidTable();
  const optedIn = new Set(knownBeacons.map((data) => identify(decodeFrame(data)!, eids.resolve)!.beacon));
  return ({ at, receiver, rssi, data }) => {
    if (rssi === null) return 0;
    const frame = decodeFrame(data);
    const identity = frame === null ? null : identify(frame, eids.resolve);
    if (identity === null || !optedIn.has(identity.beacon)) return 0;
    return engine.observe({ t: at, receiver, beacon: identity.beacon, rssi }).length;
  };
}

/** People come and go: strength swings between the door and the screen once a minute. */
const strength = (i: number) => dbm(Math.round(-70 + 14 * Math.sin(i / 50_000)) - (i % 7));

/** Runs noble in a process of its own. */
const noble = (what: 'discover' | 'hci' | 'memory', count: number): number =>
  Number(
    execFileSync(process.execPath, [
      '--expose-gc',
      fileURLToPath(new URL('./noble-baseline.ts', import.meta.url)),
      what,
      String(count),
    ]),
  );

/** Packets per second through the station's code, and the zone events they made. */
function rateOf(data: (i: number) => Uint8Array): { rate: number; events: number } {
  const count = 1_000_000;
  const hear = station();
  const packet = (i: number): Advertisement => ({
    receiver: 'kiosk',
    address: benchAddress(i % 5000),
    rssi: strength(i),
    data: data(i),
    at: monoMs(i / 5),
  });
  for (let i = 0; i < 200_000; i++) hear(packet(i));
  const began = cpuSeconds();
  let events = 0;
  for (let i = 200_000; i < 200_000 + count; i++) events += hear(packet(i));
  return { rate: count / (cpuSeconds() - began), events };
}

function throughput(): BenchRow {
  const customers = rateOf((i) => knownBeacons[i % knownBeacons.length]!);
  const crowd = rateOf(benchData);
  const full = noble('discover', 100_000);
  const hci = noble('hci', 200_000);
  return {
    what: `advertisement to zone event, one core, every packet a customer's (${thousands(customers.events)} events)`,
    budget: '>= 200 000 / s',
    measured: `${thousands(customers.rate)} / s; one customer in ten ${thousands(crowd.rate)} / s`,
    baseline: `noble discover ${thousands(full)} / s (${(customers.rate / full).toFixed(1)} x), its HCI layer ${thousands(hci)} / s`,
    ok: customers.rate >= 200_000,
  };
}

/** A million addresses, each heard once, nine in ten of strangers. */
function memory(): BenchRow {
  const hear = station();
  const hearThousands = (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      hear({ receiver: 'kiosk', address: benchAddress(i), rssi: strength(i), data: benchData(i), at: monoMs(i / 5) });
    }
  };
  hearThousands(0, 100_000);
  const before = heapMiB();
  hearThousands(100_000, 1_100_000);
  const grown = heapMiB() - before;
  const perAddress = noble('memory', 100_000);
  return {
    what: 'heap after a million rotating addresses',
    budget: 'flat (< 2 MiB)',
    measured: `${grown >= 0 ? '+' : ''}${grown.toFixed(2)} MiB`,
    baseline: `noble discover keeps ${thousands(perAddress)} B per address: +${thousands((perAddress * 1e6) / 2 ** 20)} MiB`,
    ok: grown < 2,
  };
}

/** Ten thousand customers whose identifiers all change in the same second, in portions with a turn of the event loop between. */
async function eidRebuild(): Promise<BenchRow> {
  const table = new EidTable();
  for (let i = 0; i < 10_000; i++) table.set({ keyId: `k${i}`, identityKey: randomBytes(16), exponent: 10, clockOffset: 0 });
  let now = 1_790_000_128_000;
  let longest = 0;
  const rebuild = async () => {
    let busy = 0;
    for (let left = 1; left > 0; ) {
      const began = cpuSeconds();
      left = table.move(epochMs(now), 500);
      const took = 1000 * (cpuSeconds() - began);
      longest = Math.max(longest, took);
      busy += took;
      await turn();
    }
    return busy;
  };
  const first = await rebuild();
  longest = 0;
  const steps: number[] = [];
  for (let i = 0; i < 9; i++) {
    now += 1_024_000;
    steps.push(await rebuild());
  }
  const median = steps.sort((a, b) => a - b)[4]!;
  return {
    what: 'EID table, 10 000 customers: one window step',
    budget: '<= 150 ms, off the hot path',
    measured: `${median.toFixed(0)} ms in portions of at most ${longest.toFixed(1)} ms`,
    baseline: `from nothing ${first.toFixed(0)} ms`,
    ok: median <= 150,
  };
}

function quality(): BenchRow[] {
  const found = presenceQuality();
  if (found === null) return [];
  const j = (q: typeof found.alone) => q.inZone - q.nearRing;
  const words = (q: typeof found.alone) =>
    `J ${(100 * j(q)).toFixed(1)} (in ${(100 * q.inZone).toFixed(0)} %, ring ${(100 * q.nearRing).toFixed(0)} %), ${q.found}/${q.visits} visits, ${q.flapsPerHour.toFixed(1)} flaps/h, entry ${q.entryMedian.toFixed(1)} s`;
  const keeps = (q: typeof found.alone) => q.flapsPerHour <= 2 && q.found >= 0.9 * q.visits;
  const { alone, together } = found;
  return [
    {
      what: '3 m zone on surveyed recordings, one receiver',
      budget: 'J >= 60, visits >= 90 %, <= 2 flaps/h, entry <= 2.3 s',
      measured: words(alone),
      baseline: `median 5 s + dwell: ${words(found.baseline)}`,
      ok: j(alone) >= 0.6 && keeps(alone) && alone.entryMedian <= 2.3,
    },
    {
      what: '3 m zones on surveyed recordings, all receivers, exclusive',
      budget: 'J >= 65, ring <= 15 %, visits >= 90 %',
      measured: words(together),
      baseline: '',
      ok: j(together) >= 0.65 && together.nearRing <= 0.15 && keeps(together),
    },
  ];
}

export async function bench(): Promise<BenchRow[]> {
  return [throughput(), memory(), await eidRebuild(), ...quality()];
}

if (import.meta.main) console.table(await bench());
