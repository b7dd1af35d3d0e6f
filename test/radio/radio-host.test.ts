import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Advertisement } from '../../devices/beacons/advertisement.ts';
import { decodeFrame } from '../../devices/beacons/decode.ts';
import { encodeEddystoneUid, encodeIBeacon } from '../../devices/beacons/encode.ts';
import { hex } from '../../devices/beacons/hex.ts';
import { restartLadder } from '../../devices/beacons/host/ladder.ts';
import { type RadioHostOptions, RadioHostSource } from '../../devices/beacons/host/supervisor.ts';
import { systemClock } from '../../electron/clock.ts';
import type { RadioStatus } from '../../shared/contract/index.ts';
import { dbm, millis } from '../../shared/units.ts';
import { HurriedClock } from '../support/hurried-clock.ts';
import { Stage } from './seam/scene.ts';

const uuid = 'f7826da6-4fa2-4e98-8024-bc5b71e0893e';
const card = hex(encodeIBeacon({ uuid, major: 7, minor: 9, measuredPower: dbm(-59) }));
const tag = hex(encodeEddystoneUid({ namespace: '00112233445566778899', instance: 'aabbccddeeff', measuredPower: dbm(-60) }));
const cardReport = { address: 'c0:de:00:00:00:01', rssi: -58, data: card };

let stage: Stage;
let source: RadioHostSource;
let heard: Advertisement[];
let statuses: RadioStatus[];

beforeEach(() => {
  stage = new Stage();
  heard = [];
  statuses = [];
});
afterEach(async () => {
  await source.stop();
  stage.clear();
});

async function start(options: Partial<RadioHostOptions> = {}): Promise<void> {
  const quick = [millis(50), millis(50)] as const;
  source = new RadioHostSource({
    clock: systemClock,
    jitter: () => 0.5,
    receiver: 'kiosk',
    launch: stage.launch,
    restart: quick,
    ...options,
  });
  await source.start(
    (advertisement) => heard.push(advertisement),
    (status) => statuses.push(status),
  );
}
const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 20 });
const frames = () => heard.map(({ data }) => decodeFrame(data)?.format);

test("bytes on the air come through noble's HCI code in a process of its own, undecoded and unmerged", async () => {
  // One address, connectable, two kinds of frame: what noble's own discover event would merge and hold back.
  const both = [cardReport, { ...cardReport, data: tag, rssi: 127 }].map((report) => ({ ...report, type: 0 }));
  stage.set({ air: [{ every: 20, times: 3, reports: both }] });
  await start();
  await until(() => expect(heard).toHaveLength(6));
  expect(heard[0]).toMatchObject({ receiver: 'kiosk', address: 'c0de00000001', rssi: -58 });
  expect(hex(heard[0]!.data)).toBe(card);
  expect(heard[1]).toMatchObject({ rssi: null });
  expect(frames()).toEqual(['ibeacon', 'eddystone-uid', 'ibeacon', 'eddystone-uid', 'ibeacon', 'eddystone-uid']);
  expect(statuses.map(({ state }) => state)).toContain('listening');
  expect(stage.hosts).toHaveLength(1);
});

test.each(['extended', 'legacy', 'boasting'] as const)(
  'a controller whose scanning is %s is heard by its best commands',
  async (generation) => {
    const name = `1109${'61'.repeat(16)}`;
    const piece = { address: 'c0:de:00:00:00:02', rssi: -70, set: 3 };
    const whole = Buffer.concat([Buffer.from(name.repeat(14), 'hex'), Buffer.from(tag, 'hex')]).toString('hex');
    const extended = [
      { ...piece, data: whole.slice(0, 458), status: 'more' as const },
      { ...piece, address: 'c0:de:00:00:00:03', data: card },
      { ...piece, data: whole.slice(458) },
    ];
    stage.set({ generation, air: [{ every: 20, reports: [cardReport], extended }] });
    await start();
    const from = (address: string) => heard.filter((one) => one.address === address);
    await until(() => expect(from('c0de00000001').length).toBeGreaterThan(5));
    if (generation === 'extended') {
      await until(() => expect(from('c0de00000002').length).toBeGreaterThan(2));
      expect(new Set(from('c0de00000002').map(({ data }) => hex(data)))).toEqual(new Set([whole]));
      expect(decodeFrame(from('c0de00000002')[0]!.data)?.format).toBe('eddystone-uid');
      expect(decodeFrame(from('c0de00000003')[0]!.data)?.format).toBe('ibeacon');
    } else expect(new Set(heard.map(({ address }) => address))).toEqual(new Set(['c0de00000001']));
    expect(hex(from('c0de00000001')[0]!.data)).toBe(card);
    expect(statuses.at(-1)?.state).toBe('listening');
    expect(stage.hosts).toHaveLength(1);
  },
);

test('a killed host is replaced and heard again', async () => {
  stage.set({ air: [{ every: 10, reports: [cardReport] }] });
  await start();
  await until(() => expect(heard.length).toBeGreaterThan(5));
  stage.hosts[0]!.kill();
  await until(() => expect(statuses.at(-1)).toMatchObject({ reason: 'crashed', detail: expect.stringContaining('SIGKILL') }));
  const before = heard.length;
  await until(() => expect(heard.length).toBeGreaterThan(before + 5));
  expect(statuses.at(-1)).toMatchObject({ state: 'listening', restarts: 1 });
});

test('an adapter that goes off and on again is heard by a new host, because the old one never would', async () => {
  stage.set({ air: [{ every: 10, reports: [cardReport] }], downAfter: 300, upAfter: 2500 });
  await start({ restart: [millis(200)] });
  await until(() => expect(heard.length).toBeGreaterThan(5));
  stage.set({ down: true });
  await until(() => expect(statuses.at(-1)).toMatchObject({ state: 'unavailable', reason: 'powered-off' }));
  stage.set({ air: [{ every: 10, reports: [cardReport] }] });
  const before = heard.length;
  await until(() => expect(heard.length).toBeGreaterThan(before + 5));
  expect(statuses.at(-1)?.state).toBe('listening');
});

test.each([
  ['EAFNOSUPPORT', 'no-bluetooth-in-kernel'],
  ['ENODEV', 'no-adapter'],
  ['EPERM', 'not-permitted'],
] as const)('%s is said as %s, and tried again', async (fault, reason) => {
  stage.set({ fault });
  await start();
  await until(() => expect(statuses.at(-1)).toMatchObject({ state: 'unavailable', reason }));
  await until(() => expect(stage.hosts.length).toBeGreaterThan(2));
  expect(statuses.every(({ state }) => state !== 'listening')).toBe(true);
  stage.set({ air: [{ every: 10, reports: [cardReport] }] });
  await until(() => expect(heard.length).toBeGreaterThan(0));
  expect(statuses.at(-1)).toMatchObject({ state: 'listening', reason: null });
});

test('damaged reports are passed over and the beacon between them is still heard', async () => {
  const babble = [
    '043e02020b', // a report event without a report
    '043e0c020103010100000000dec0ff', // data longer than the packet
    '043e05ff00000000', // an unknown subevent
    '043e1402010301010000000dec0081600ffffffffffffff', // structures that claim too much
    'ff00000000',
    '04', // packets that end before they say what they are, or in the middle of it
    '043e',
    '043e0105',
    '040e',
    '040e0401',
    '040e04010210',
    '040f',
    '0413010a',
    '043e06010000000000', // a connection nobody asked for, cut off
    '040e04010910ff', // an adapter that cannot tell its address
    '02',
    '0202201000',
  ];
  const beacon = { every: 10, reports: [cardReport] };
  const strange = { ...cardReport, data: '1eff4c000215', address: 'c0:de:00:00:00:02' };
  stage.set({ air: [beacon, { every: 10, reports: [strange] }, ...babble.map((bytes) => ({ every: 10, babble: bytes }))] });
  await start();
  await until(() => expect(frames().filter((format) => format === 'ibeacon').length).toBeGreaterThan(20));
  expect(stage.hosts).toHaveLength(1);
});

test('a flood neither stops the host nor grows without bound', async () => {
  const crowd = Array.from({ length: 250 }, (_, i) => ({
    ...cardReport,
    address: `c0:de:00:00:01:${i.toString(16).padStart(2, '0')}`,
  }));
  stage.set({ air: [{ every: 5, times: 80, reports: crowd }] });
  await start();
  await until(() => expect(heard.length).toBeGreaterThan(10_000));
  expect(new Set(heard.map(({ address }) => address)).size).toBe(250);
  expect(stage.hosts).toHaveLength(1);
});

test('a host whose event loop hangs is replaced', async () => {
  stage.set({ air: [{ every: 10, reports: [cardReport] }], hangAfter: 500 });
  await start();
  await until(() => expect(heard.length).toBeGreaterThan(5));
  stage.set({ air: [{ every: 10, reports: [cardReport] }] });
  await until(() => expect(statuses.some(({ reason }) => reason === 'not-answering')).toBe(true));
  const before = heard.length;
  await until(() => expect(heard.length).toBeGreaterThan(before + 5));
});

test('when another program switches scanning off, the host switches it on again', async () => {
  stage.set({ air: [{ every: 10, reports: [cardReport] }], meddleAfter: 300 });
  await start();
  await until(() => expect(heard.length).toBeGreaterThan(200));
  expect(stage.hosts).toHaveLength(1);
});

test('silence brings a new host, after the time the ladder gives', async () => {
  stage.set({});
  await start({ silence: [millis(400), millis(600_000)] });
  await until(() => expect(statuses.at(-1)).toMatchObject({ state: 'silent', restarts: 1 }));
  expect(stage.hosts).toHaveLength(2);
});

test('a dip in power too short for anybody to see is noticed by the core it costs, and a new host hears', async () => {
  stage.set({ air: [{ every: 10, reports: [cardReport] }], dipAfter: 300 });
  await start();
  await until(() => expect(heard.length).toBeGreaterThan(5));
  stage.set({ air: [{ every: 10, reports: [cardReport] }] });
  await until(() => expect(statuses.at(-1)).toMatchObject({ state: 'starting', reason: 'spinning' }));
  const before = heard.length;
  await until(() => expect(heard.length).toBeGreaterThan(before + 5));
  expect(statuses.at(-1)).toMatchObject({ state: 'listening', restarts: 1 });
});

test('a host that is killed again and again is started ever more rarely', async () => {
  const clock = new HurriedClock();
  stage.set({ air: [{ every: 10, reports: [cardReport] }] });
  await start({ clock, restart: restartLadder });
  for (let i = 0; i < 8; i++) {
    await until(() => expect(statuses.at(-1)?.state).toBe('listening'));
    stage.hosts.at(-1)!.kill();
    await until(() => expect(statuses.at(-1)?.reason).toBe('crashed'));
    // Two thirds of what the ladder says: nothing may happen yet.
    clock.hurry(0.66 * restartLadder[Math.min(i, restartLadder.length - 1)]!);
    expect(stage.hosts).toHaveLength(i + 1);
    clock.hurry(15_000);
  }
  expect(statuses.at(-1)).toMatchObject({ restarts: 8 });
  await source.stop();
  clock.stop();
});

test.each([
  ['text', Buffer.from('Segmentation fault (core dumped)\n').toString('hex')],
  ['zeros', '00'.repeat(64)],
  ['a length without end', 'ffffffff00'],
  ['a message of another make', `0000000800${'ff0f6fff'.repeat(2)}`],
  ['a batch that is none', '0000000301ffffff'],
  ['a message nobody agreed on', Buffer.from([0, 0, 0, 2, 0, 0x7b, 0x7d]).toString('hex')],
])('a host that says %s on its channel is replaced, and the station goes on', async (_, garbage) => {
  stage.set({ garbage });
  await start();
  await until(() => expect(statuses.some(({ reason }) => reason === 'bad-message')).toBe(true));
  stage.set({ air: [{ every: 10, reports: [cardReport] }] });
  await until(() => expect(heard.length).toBeGreaterThan(5));
});

test('a host that never says a word is replaced', async () => {
  const clock = new HurriedClock();
  stage.set({ mute: true });
  await start({ clock });
  clock.hurry(59_000);
  expect(stage.hosts).toHaveLength(1);
  stage.set({ air: [{ every: 10, reports: [cardReport] }] });
  clock.hurry(3_000);
  await until(() => expect(heard.length).toBeGreaterThan(5));
  expect(statuses.some(({ reason }) => reason === 'not-answering')).toBe(true);
  await source.stop();
  clock.stop();
});
