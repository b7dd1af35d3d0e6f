import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Advertisement } from '../../../devices/beacons/advertisement.ts';
import { decodeFrame } from '../../../devices/beacons/decode.ts';
import { DemoWalkSource } from '../../../devices/beacons/demo-walk.ts';
import { computeEid } from '../../../devices/beacons/eid.ts';
import { encodeEddystoneEid, encodeIBeacon } from '../../../devices/beacons/encode.ts';
import { hex } from '../../../devices/beacons/hex.ts';
import { ReplaySource } from '../../../devices/beacons/replay/replay-source.ts';
import type { RadioStatus } from '../../../shared/contract/index.ts';
import { PresenceEngine } from '../../../shared/presence/engine.ts';
import { makeZone } from '../../../shared/presence/zone.ts';
import { dbm } from '../../../shared/units.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { btsnoop, heardAt } from './captures.ts';

const uuid = 'f7826da6-4fa2-4e98-8024-bc5b71e0893e';
const card = encodeIBeacon({ uuid, major: 1, minor: 2, measuredPower: dbm(-59) });

let clock: VirtualClock;
let heard: Advertisement[];
let statuses: RadioStatus[];
const deliver = (advertisement: Advertisement) => heard.push(advertisement);
const report = (status: RadioStatus) => statuses.push(status);

/** Reproducible, uniform enough for a test (a linear congruential generator, constants of Numerical Recipes). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

beforeEach(() => {
  clock = new VirtualClock();
  heard = [];
  statuses = [];
});

describe('a demo walk', () => {
  const source = () => new DemoWalkSource({ clock, random: numbers(1), receiver: 'kiosk' });

  test('comes as raw bytes eight times a second from a random address, near in the middle and far at both ends', async () => {
    const demo = source();
    await demo.start(deliver, report);
    expect(statuses).toMatchObject([{ state: 'listening' }]);
    const { duration } = demo.walk({ advertisingData: () => card, seconds: 10 });
    expect(duration).toBe(18_000);
    clock.advance(60_000);
    expect(heard).toHaveLength(144);
    expect(new Set(heard.map(({ address }) => address)).size).toBe(1);
    expect(Number.parseInt(heard[0]!.address.slice(0, 2), 16) >> 6).toBe(1);
    expect(heard.every(({ data }) => decodeFrame(data)?.format === 'ibeacon')).toBe(true);
    const mean = (part: Advertisement[]) => part.reduce((sum, { rssi }) => sum + rssi!, 0) / part.length;
    expect(mean(heard.slice(40, 104))).toBeCloseTo(-52, -0.5);
    expect(mean(heard.slice(0, 4))).toBeLessThan(-80);
    expect(mean(heard.slice(-4))).toBeLessThan(-80);
    expect(new Set(heard.map(({ rssi }) => rssi)).size).toBeGreaterThan(10);
  });

  test('is one visit to the zone', async () => {
    const demo = source();
    const zone = makeZone({ id: 'kiosk', receivers: [['kiosk', { near: dbm(-67), far: dbm(-72) }]] });
    const engine = new PresenceEngine([zone]);
    await demo.start(deliver, report);
    demo.walk({ advertisingData: () => card, seconds: 20 });
    clock.advance(60_000);
    const events = heard.flatMap(({ at, rssi }) => engine.observe({ t: at, receiver: 'kiosk', beacon: 'b', rssi: rssi! }));
    events.push(...engine.advance(clock.mono()));
    expect(events.map(({ event }) => event)).toEqual(['enter', 'leave']);
  });

  test('asks for its bytes each time, so that an ephemeral identifier can rotate', async () => {
    const key = new Uint8Array(16);
    const demo = source();
    await demo.start(deliver, report);
    const advertisingData = () => encodeEddystoneEid({ eid: computeEid(key, 2, clock.wall() / 1000), measuredPower: dbm(-59) });
    demo.walk({ advertisingData, seconds: 8 });
    clock.advance(20_000);
    expect(new Set(heard.map(({ data }) => hex(data))).size).toBe(5);
  });

  test('ends when cancelled or stopped, and says nothing before the start', async () => {
    const demo = source();
    demo.walk({ advertisingData: () => card, seconds: 5 }).cancel();
    await demo.start(deliver, report);
    clock.advance(1000);
    expect(heard).toHaveLength(0);
    demo.walk({ advertisingData: () => card, seconds: 5 });
    clock.advance(1000);
    await demo.stop();
    const before = heard.length;
    clock.advance(10_000);
    expect(before).toBe(8);
    expect(heard).toHaveLength(before);
  });
});

describe('a capture as radio', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prevenance-source-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const capture = (content: Uint8Array) => {
    const file = join(folder, 'capture');
    writeFileSync(file, content);
    return file;
  };
  const packets = [0, 100, 10_000].map((t) => heardAt(t, { address: 'c0:de:00:00:00:01', rssi: -60, data: hex(card) }));

  test('as fast as it is read', async () => {
    const source = new ReplaySource({ file: capture(btsnoop(packets)), clock, receiver: 'kiosk', pace: 'fast' });
    await source.start(deliver, report);
    await source.done;
    expect(heard).toHaveLength(3);
    expect(heard[0]).toMatchObject({ receiver: 'kiosk', address: 'c0de00000001', rssi: -60, at: clock.mono() });
    expect(statuses.map(({ state, reason }) => [state, reason])).toEqual([
      ['listening', 'replay'],
      ['silent', 'replay-ended'],
    ]);
    await source.stop();
  });

  test('after the end it says how long ago the last packet was, and that no more come', async () => {
    const source = new ReplaySource({ file: capture(btsnoop(packets)), clock, receiver: 'kiosk', pace: 'fast' });
    await source.start(deliver, report);
    await source.done;
    clock.advance(60_000);
    expect(statuses.at(-1)).toMatchObject({ reason: 'replay-ended', advertisementsPerSecond: 0, lastAdvertisementAgeMs: 60_000 });
    await source.stop();
    const said = statuses.length;
    clock.advance(60_000);
    expect(statuses).toHaveLength(said);
  });

  test('at its own pace, until stopped', async () => {
    const source = new ReplaySource({ file: capture(btsnoop(packets)), clock, receiver: 'kiosk', pace: 'real-time' });
    const begin = clock.mono();
    await source.start(deliver, report);
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    await vi.waitFor(() => {
      clock.advance(50);
      expect(heard).toHaveLength(2);
    });
    expect(heard[1]!.at - begin).toBeGreaterThanOrEqual(100);
    await source.stop();
    clock.advance(20_000);
    expect(heard).toHaveLength(2);
    expect(statuses.at(-1)?.state).toBe('off');
  });

  test.each([
    ['damaged-capture', () => capture(Buffer.from('no capture at all'))],
    ['unreadable-file', () => join(folder, 'missing')],
  ])('%s is a status, not a crash', async (reason, make) => {
    const source = new ReplaySource({ file: make(), clock, receiver: 'kiosk', pace: 'fast' });
    await source.start(deliver, report);
    await source.done;
    expect(statuses.at(-1)).toMatchObject({ state: 'unavailable', reason });
    await source.stop();
  });
});
