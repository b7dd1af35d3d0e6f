import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from '@msgpack/msgpack';
import { connectAsync } from 'mqtt';
import { type GatewayListener, type Gateways, MqttGateways } from '../../devices/beacons/gateways/mqtt-gateways.ts';
import { systemClock } from '../../electron/clock.ts';
import { loadConfig } from '../../electron/config.ts';
import type { Page } from '../../electron/server/pages.ts';
import { startStation } from '../../electron/station.ts';
import { brokerIsThere, TestBroker } from '../support/broker.ts';
import { demoBeacon } from '../support/live-house.ts';
import { iBeacon } from '../support/station.ts';
import { type Figure, quantile } from './figure.ts';

const PER_SECOND = 10_000;
const SECONDS = Number(process.env.PREVENANCE_BENCH_SECONDS ?? 10);
const TOPIC = 'shop/till';
/** How often the event loop is looked at, ms. */
const LOOK_EVERY = 5;

/** One message with one packet each, so that every sighting costs a message: strangers, and one enrolled customer. */
const payloads = (): string[] => {
  const device = (i: number, data: Uint8Array) =>
    Uint8Array.from([3, 0x4c, 0x11, 0x22, 0x33, 0x44, i, 256 - 60 - (i % 30), ...data]);
  const packets = [demoBeacon('camille')(), ...Array.from({ length: 49 }, (_, i) => iBeacon(i))];
  return packets.map((data, i) =>
    Buffer.from(encode({ v: '1', mid: 1, time: 1, mac: 'AABBCCDDEEFF', devices: [device(i, data)] })).toString('hex'),
  );
};

/** Has the shop send for a while; how many messages left it. */
const send = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const args = [join(import.meta.dirname, 'mqtt-publisher.ts'), url, TOPIC, String(PER_SECOND), String(SECONDS), ...payloads()];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (bytes) => {
      said += String(bytes);
    });
    child.once('exit', (code) => (code === 0 ? resolve(Number(said)) : reject(new Error(`the publisher ended with ${code}`))));
  });

/**
 * What arrived while the shop was sending, and how late the event loop was for it. On a busy machine most lateness is other programs'; `own` is the
 * part of each that this thread spent computing.
 */
async function measure(url: string, count: () => number) {
  const late: number[] = [];
  const own: number[] = [];
  const cpuMs = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  const before = cpuMs();
  let due = performance.now() + LOOK_EVERY;
  let cpu = before;
  const look = setInterval(() => {
    const now = performance.now();
    const used = cpuMs();
    late.push(Math.max(0, now - due));
    own.push(Math.min(Math.max(0, now - due), used - cpu));
    due = now + LOOK_EVERY;
    cpu = used;
  }, LOOK_EVERY);
  const sent = await send(url);
  await new Promise((next) => setTimeout(next, 300));
  clearInterval(look);
  return { sent, arrived: count(), late, own, load: (cpuMs() - before) / 1000 / SECONDS };
}

/** Gateways that count what they hand on. */
class Counting implements Gateways {
  readonly #inner: Gateways;
  packets = 0;
  constructor(inner: Gateways) {
    this.#inner = inner;
  }
  start(on: GatewayListener): Promise<void> {
    return this.#inner.start({
      ...on,
      advertisement: (advertisement, gateway) => {
        this.packets++;
        on.advertisement(advertisement, gateway);
      },
    });
  }
  stop = () => this.#inner.stop();
  statuses = () => this.#inner.statuses();
}

/** A whole station behind a real broker, against a bare subscriber that only counts. */
export async function bench(): Promise<Figure[]> {
  if (!brokerIsThere()) return [];
  const broker = await TestBroker.start();
  const folder = mkdtempSync(join(tmpdir(), 'prevenance-bench-'));
  try {
    const bare = await connectAsync(broker.url, { reconnectPeriod: 0 });
    let counted = 0;
    bare.on('message', () => {
      counted++;
    });
    await bare.subscribeAsync(TOPIC);
    const baseline = await measure(broker.url, () => counted);
    await bare.endAsync(true);

    const gateways = new Counting(
      new MqttGateways({
        brokers: [
          {
            url: broker.url,
            protocolVersion: 4,
            // The receiver of the demo store's zone, so that a sighting goes all the way to the greeting.
            receivers: [{ id: 'kiosk-radio', format: 'aprilbrother-v4', topic: TOPIC, atKiosk: false }],
          },
        ],
        clock: systemClock,
        jitter: Math.random,
      }),
    );
    const config = loadConfig(undefined, { data: folder, port: 0, demo: true, headless: true, radio: 'none' });
    const station = await startStation(config, { clock: systemClock, gateways, pages: new Map<string, Page>() });
    while (gateways.statuses().some((status) => status.reason !== null)) await new Promise((next) => setTimeout(next, 20));
    await new Promise((next) => setTimeout(next, 1_000));
    const ours = await measure(broker.url, () => gateways.packets);
    await station.stop();

    const share = (m: typeof ours) => `${((100 * m.arrived) / m.sent).toFixed(1)} % of ${m.sent}`;
    const lag = ({ late, own, load }: typeof ours) =>
      `p50 ${quantile(late, 0.5).toFixed(1)}, p99 ${quantile(late, 0.99).toFixed(1)} ms (own work p99 ${quantile(own, 0.99).toFixed(1)} ms, ${(100 * load).toFixed(0)} % of a core)`;
    const p99 = quantile(ours.late, 0.99);
    return [
      {
        what: `event loop lag of a station at ${PER_SECOND} MQTT messages/s for ${SECONDS} s`,
        budget: 'p99 ≤ 50 ms',
        measured: lag(ours),
        baseline: `bare mqtt.js subscriber: ${lag(baseline)}`,
        ok: p99 <= 50,
      },
      {
        what: 'messages that reached the decoder',
        budget: '≥ 99 %',
        measured: share(ours),
        baseline: `bare mqtt.js subscriber: ${share(baseline)}`,
        ok: ours.arrived >= 0.99 * ours.sent,
      },
    ];
  } finally {
    await broker.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
