import { beforeEach, describe, expect, test } from 'vitest';
import type { Advertisement } from '../../../devices/beacons/advertisement.ts';
import { type RadioHostOptions, RadioHostSource } from '../../../devices/beacons/host/supervisor.ts';
import type { RadioStatus } from '../../../shared/contract/index.ts';
import { minutes, seconds } from '../../../shared/units.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { type FakeHost, fakeLaunch } from './fake-host.ts';

let clock: VirtualClock;
let hosts: FakeHost[];
let heard: Advertisement[];
let statuses: RadioStatus[];
let source: RadioHostSource;
let jitter: number;

const packet = { address: Uint8Array.of(0xc0, 1, 2, 3, 4, 5), rssi: -60, data: Uint8Array.of(2, 1, 6) };
const latest = () => statuses.at(-1)!;
const host = () => hosts.at(-1)!;
/** Lets time pass while the present host's event loop turns. */
const live = (s: number) => {
  for (let i = 0; i < s; i++) {
    clock.advance(1000);
    host().beat();
  }
};

async function start(options: Partial<RadioHostOptions> = {}): Promise<void> {
  const launcher = fakeLaunch();
  hosts = launcher.hosts;
  source = new RadioHostSource({ clock, jitter: () => jitter, receiver: 'kiosk', launch: launcher.launch, ...options });
  await source.start(
    (advertisement) => heard.push(advertisement),
    (status) => statuses.push(status),
  );
}

beforeEach(() => {
  clock = new VirtualClock();
  heard = [];
  statuses = [];
  jitter = 0.5;
});

test('constructing starts nothing', () => {
  const launcher = fakeLaunch();
  new RadioHostSource({ clock, jitter: () => 0, receiver: 'kiosk', launch: launcher.launch });
  expect(launcher.hosts).toHaveLength(0);
});

test('what the host heard is passed on with the time it was heard', async () => {
  await start();
  expect(latest().state).toBe('starting');
  host().say({ kind: 'listening' });
  expect(latest()).toMatchObject({ state: 'listening', lastAdvertisementAgeMs: null });
  host().hear(packet, { ...packet, rssi: 127 });
  expect(heard).toMatchObject([
    { receiver: 'kiosk', address: 'c00102030405', rssi: -60, data: packet.data, at: clock.mono() - 30 },
    { rssi: null },
  ]);
  live(1);
  expect(latest()).toMatchObject({ advertisementsPerSecond: 2, lastAdvertisementAgeMs: 1030 });
});

describe('the ladder', () => {
  test('a crashing host is started again ever more slowly, and never sooner than in a second', async () => {
    await start();
    const waits: number[] = [];
    for (let i = 0; i < 9; i++) {
      const before = clock.mono();
      host().die(139, null, 'segmentation fault');
      const alive = hosts.length;
      while (hosts.length === alive) clock.advance(100);
      waits.push(clock.mono() - before);
    }
    expect(waits).toEqual([1000, 2000, 5000, 15_000, 30_000, 30_000, 30_000, 30_000, 30_000]);
    expect(latest()).toMatchObject({ state: 'unavailable', reason: 'crashed', restarts: 9 });
    expect(latest().detail).toContain('code 139: segmentation fault');
  });

  test('jitter spreads a wait by a fifth to either side', async () => {
    jitter = 0;
    await start();
    host().die(1, null);
    clock.advance(799);
    expect(hosts).toHaveLength(1);
    clock.advance(1);
    expect(hosts).toHaveLength(2);
  });

  test('fifteen seconds of health take it back to the bottom; less does not', async () => {
    await start();
    for (let i = 0; i < 3; i++) {
      host().die(1, null);
      clock.advance(5000);
    }
    host().say({ kind: 'listening' });
    live(12);
    host().die(1, null);
    clock.advance(14_000);
    expect(hosts).toHaveLength(4);
    clock.advance(1000);
    host().say({ kind: 'listening' });
    host().hear(packet);
    live(17);
    host().die(1, null);
    clock.advance(1000);
    expect(hosts).toHaveLength(6);
  });

  test('a host that cannot even be started counts as crashed', async () => {
    let tries = 0;
    const launch = () => {
      tries++;
      throw new Error('EMFILE');
    };
    await start({ launch });
    expect(latest()).toMatchObject({ state: 'starting', reason: 'crashed', detail: expect.stringContaining('EMFILE') });
    clock.advance(1000);
    expect(tries).toBe(2);
  });
});

test('a host that says why there is no radio is believed at once, and asked again later', async () => {
  await start();
  host().say({ kind: 'unavailable', reason: 'no-adapter', detail: 'Plug one in.' });
  expect(latest()).toMatchObject({ state: 'unavailable', reason: 'no-adapter', detail: 'Plug one in.', restarts: 0 });
  expect(host().alive).toBe(false);
  clock.advance(1000);
  expect(hosts).toHaveLength(2);
  expect(latest().state).toBe('unavailable');
  host().say({ kind: 'listening' });
  expect(latest()).toMatchObject({ state: 'listening', reason: null, restarts: 1 });
});

test('an adapter that neither works nor says why is given ten seconds from the first word of the host', async () => {
  await start();
  clock.advance(30_000);
  host().beat();
  live(10);
  expect(latest()).toMatchObject({ state: 'starting', reason: null });
  live(1);
  expect(latest()).toMatchObject({ state: 'unavailable', reason: 'no-adapter' });
});

test('a host that never says a word is given a minute', async () => {
  await start();
  clock.advance(60_000);
  expect(hosts).toHaveLength(1);
  clock.advance(1000);
  expect(latest()).toMatchObject({ state: 'starting', reason: 'not-answering' });
  expect(hosts[0]!.alive).toBe(false);
});

test('a host whose beats stop is ended', async () => {
  await start();
  host().say({ kind: 'listening' });
  live(3);
  clock.advance(6000);
  expect(hosts[0]!.alive).toBe(false);
  expect(statuses.some(({ reason }) => reason === 'not-answering')).toBe(true);
});

test('silence makes it doubt its host ever more rarely, and one packet restores its trust', async () => {
  await start();
  const listened: number[] = [];
  for (let i = 0; i < 4; i++) {
    host().say({ kind: 'listening' });
    const since = clock.mono();
    const alive = hosts.length;
    while (hosts.length === alive) live(1);
    listened.push(Math.floor((clock.mono() - since) / 60_000));
  }
  expect(listened).toEqual([1, 5, 15, 60]);
  host().say({ kind: 'listening' });
  expect(latest().state).toBe('silent');
  host().hear(packet);
  live(1);
  expect(latest().state).toBe('listening');
});

test('a host a day old is replaced', async () => {
  await start({ maxAge: minutes(2), silence: [minutes(60)] });
  host().say({ kind: 'listening' });
  live(121);
  expect(hosts).toHaveLength(2);
  expect(latest().state).toBe('starting');
});

test.each([
  ['nonsense', 'hello'],
  ['an unknown kind', { kind: 'dance' }],
  ['an extra key', { kind: 'listening', more: 1 }],
  ['a wrong type', { kind: 'heard', packed: 'text' }],
  ['a batch that ends inside a record', { kind: 'heard', packed: new Uint8Array(12) }],
  ['a batch that claims more than it has', { kind: 'heard', packed: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255) }],
])('a host that says %s is replaced', async (_, message) => {
  await start();
  host().say(message);
  expect(hosts[0]!.alive).toBe(false);
  expect(latest().reason).toBe('bad-message');
  clock.advance(seconds(1));
  expect(hosts).toHaveLength(2);
});

describe('stopping', () => {
  test('ends the host and every timer, and tells', async () => {
    await start();
    host().say({ kind: 'listening' });
    await source.stop();
    await source.stop();
    expect(host().alive).toBe(false);
    expect(latest()).toMatchObject({ state: 'off', reason: null });
    const told = statuses.length;
    clock.advance(minutes(60));
    expect(hosts).toHaveLength(1);
    expect(statuses).toHaveLength(told);
  });

  test('does not wait for a host that will not end', async () => {
    await start();
    host().stuck = true;
    const stopping = source.stop();
    clock.advance(1000);
    await stopping;
    expect(host().alive).toBe(false);
  });

  test('between two tries leaves nothing behind, and it can be started again', async () => {
    await start();
    host().die(1, null);
    await source.stop();
    clock.advance(minutes(60));
    expect(hosts).toHaveLength(1);
    await source.start(
      () => {},
      (status) => statuses.push(status),
    );
    expect(hosts).toHaveLength(2);
    expect(latest().state).toBe('starting');
  });
});
