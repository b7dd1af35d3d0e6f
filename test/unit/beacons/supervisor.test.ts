import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Advertisement } from '../../../devices/beacons/advertisement.ts';
import { type RadioHostOptions, RadioHostSource } from '../../../devices/beacons/host/supervisor.ts';
import type { RadioStatus } from '../../../shared/contract/index.ts';
import { minutes, seconds } from '../../../shared/units.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { FakeHost, fakeLaunch } from './fake-host.ts';

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

describe('a host that spins in the driver', () => {
  test('is replaced after five seconds of work for nothing, though its event loop turns', async () => {
    await start();
    host().say({ kind: 'listening' });
    for (let i = 0; i < 5; i++) {
      expect(hosts[0]!.alive).toBe(true);
      clock.advance(1000);
      host().beat(0.9);
    }
    expect(hosts[0]!.alive).toBe(false);
    expect(latest()).toMatchObject({ state: 'starting', reason: 'spinning' });
    clock.advance(1000);
    expect(hosts).toHaveLength(2);
  });

  test.each([
    ['is busy with packets', () => host().hear(packet), 0.9],
    ['rests now and then', () => host().beat(0.1), 0.9],
    ['has little to do', () => {}, 0.2],
  ])('is not one that %s', async (_, relief, load) => {
    await start();
    host().say({ kind: 'listening' });
    for (let i = 0; i < 40; i++) {
      clock.advance(1000);
      if (i % 3 === 0) relief();
      host().beat(load);
    }
    expect(hosts).toHaveLength(1);
  });

  test('is not one that has not begun to listen: starting costs as much', async () => {
    await start();
    for (let i = 0; i < 8; i++) host().beat(1.1);
    expect(hosts[0]!.alive).toBe(true);
  });
});

describe('an adapter that comes while the ladder waits', () => {
  let seen: string;
  const noAdapter = { kind: 'unavailable', reason: 'no-adapter', detail: 'Plug one in.' };

  beforeEach(async () => {
    seen = '';
    await start({ adapters: () => seen });
    for (let i = 0; i < 6; i++) {
      host().say(noAdapter);
      if (i < 5) clock.advance(minutes(1));
    }
  });

  test('is tried within a second, and from the bottom of the ladder', () => {
    const tried = hosts.length;
    clock.advance(20_000);
    expect(hosts).toHaveLength(tried);
    seen = 'hci1';
    clock.advance(1000);
    expect(hosts).toHaveLength(tried + 1);
    host().say({ kind: 'unavailable', reason: 'powered-off', detail: 'Not yet up.' });
    clock.advance(1000);
    expect(hosts).toHaveLength(tried + 2);
  });

  test('is tried once, however long the ladder would have waited', () => {
    const tried = hosts.length;
    seen = 'hci1';
    clock.advance(1000);
    host().say({ kind: 'listening' });
    host().hear(packet);
    live(50);
    expect(hosts).toHaveLength(tried + 1);
  });

  test('and goes ten times a second costs one try a second', () => {
    const tried = hosts.length;
    for (let i = 0; i < 100; i++) {
      seen = `hci${i}`;
      if (host().alive) host().say(noAdapter);
      clock.advance(100);
    }
    expect(hosts.length - tried).toBeLessThanOrEqual(11);
  });
});

test('whatever a host does, in any order and at any speed, another is started at most once a second and a few times a minute', () => {
  const deeds: readonly ((one: FakeHost) => void)[] = [
    (one) => one.die(null, 'SIGKILL'),
    (one) => one.die(1, null),
    (one) => one.say('garbage'),
    (one) => one.say({ kind: 'unavailable', reason: 'driver-failed', detail: '' }),
    (one) => one.say({ kind: 'heard', packed: new Uint8Array(5) }),
    (one) => one.say({ kind: 'listening' }),
    (one) => one.beat(0.99),
    () => {},
  ];
  return fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(deeds.length - 1), { minLength: 600, maxLength: 600 }),
      fc.double({ min: 0, max: 0.99 }),
      async (script, dice) => {
        clock = new VirtualClock();
        jitter = dice;
        const times: number[] = [];
        await start({
          launch: (events) => {
            times.push(clock.mono());
            const made = new FakeHost(events);
            hosts.push(made);
            return made;
          },
        });
        for (const deed of script) {
          deeds[deed]!(host());
          clock.advance(100);
        }
        const gaps = times.slice(1).map((at, i) => at - times[i]!);
        await source.stop();
        // 1, 2, 5, 15, 30 s less a fifth: six starts in the first minute, all the more rarely later.
        expect(Math.min(...gaps, Number.POSITIVE_INFINITY)).toBeGreaterThanOrEqual(800);
        expect(times.length).toBeLessThanOrEqual(7);
      },
    ),
    { numRuns: 30 },
  );
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
