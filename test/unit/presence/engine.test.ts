import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestDeafness, PresenceEngine } from '../../../shared/presence/engine.ts';
import type { Sighting, Zone, ZoneEvent } from '../../../shared/presence/types.ts';
import { makeZone } from '../../../shared/presence/zone.ts';
import { dbm, millis, monoMs } from '../../../shared/units.ts';

const boundary = { near: dbm(-65), far: dbm(-70) };
const zone = (id: string, receivers: readonly string[], extra: Partial<Zone> = {}): Zone =>
  makeZone({ id, receivers: receivers.map((r) => [r, boundary] as const), ...extra });
const kiosk = zone('kiosk', ['a']);
const seen = (t: number, rssi: number, beacon = 'b', receiver = 'a'): Sighting => ({
  t: monoMs(t),
  receiver,
  beacon,
  rssi: dbm(rssi),
});

/** Steady sending: one packet every `every` ms from `from` until before `to`. */
const steady = (from: number, to: number, every: number, rssi: number, beacon = 'b', receiver = 'a'): Sighting[] =>
  Array.from({ length: Math.ceil((to - from) / every) }, (_, i) => seen(from + i * every, rssi, beacon, receiver));

function run(engine: PresenceEngine, sightings: readonly Sighting[], until?: number): ZoneEvent[] {
  const events = sightings.flatMap((sighting) => engine.observe(sighting));
  return until === undefined ? events : [...events, ...engine.advance(monoMs(until))];
}
const brief = (events: readonly ZoneEvent[]) => events.map(({ t, event, zone: z }) => `${t} ${event} ${z}`);

describe('one beacon, one receiver', () => {
  test('enters once near for the dwell, and leaves once far for the dwell', () => {
    const walk = [...steady(0, 10_000, 500, -60), ...steady(10_000, 30_000, 500, -85)];
    const events = run(new PresenceEngine([kiosk]), walk);
    // The median of five seconds turns two and a half after the step; eight more are the dwell.
    expect(brief(events)).toEqual(['2000 enter kiosk', '20500 leave kiosk']);
    expect(events[0]).toEqual({ t: 2000, event: 'enter', zone: 'kiosk', beacon: 'b', receiver: 'a' });
  });

  test('between the boundaries nothing changes', () => {
    expect(run(new PresenceEngine([kiosk]), steady(0, 60_000, 500, -68), 200_000)).toEqual([]);
    const engine = new PresenceEngine([kiosk]);
    const events = run(engine, [...steady(0, 10_000, 500, -60), ...steady(10_000, 60_000, 500, -68)]);
    expect(brief(events)).toEqual(['2000 enter kiosk']);
    expect(engine.inside('kiosk')).toMatchObject([{ beacon: 'b', receiver: 'a', since: 2000, level: -68 }]);
  });

  test.each([100, 500, 1000, 3000, 10_000])('one that sends every %i ms stays in as long as it is there', (every) => {
    const events = run(new PresenceEngine([kiosk]), steady(0, 300_000, every, -60), 400_000);
    expect(events.map(({ event }) => event)).toEqual(['enter', 'leave']);
    expect(events[0]!.t).toBe(2000);
    expect(events[1]!.t).toBeGreaterThan(300_000 - every);
    expect(events[1]!.t).toBeLessThanOrEqual(300_000 + 45_000);
  });

  test('silence is leaving, at the time it has lasted too long, however late anybody asks', () => {
    const engine = new PresenceEngine([kiosk]);
    run(engine, steady(0, 5000, 500, -60));
    expect(engine.nextDeadline()).toBe(12_500);
    expect(brief(engine.advance(monoMs(12_499)))).toEqual([]);
    expect(brief(engine.advance(monoMs(900_000)))).toEqual(['12500 leave kiosk']);
    expect(engine.nextDeadline()).toBeNull();
    expect(engine.size).toBe(0);
  });

  test('one packet of a passing body does not make it leave; a few weak ones among strong ones do not either', () => {
    const blocked = steady(0, 60_000, 500, -60).map((s, i) => (i % 3 === 2 ? { ...s, rssi: dbm(-90) } : s));
    expect(brief(run(new PresenceEngine([kiosk]), blocked))).toEqual(['2000 enter kiosk']);
    const slow = [seen(0, -60), seen(10_000, -60), seen(20_000, -90), seen(30_000, -60)];
    expect(brief(run(new PresenceEngine([kiosk]), slow))).toEqual(['2000 enter kiosk']);
  });

  test.each([200, 500, 1000, 2000, 5000])(
    'one that sends every %i ms, with scatter and losses, neither flaps at 1 m nor enters at 9 m',
    (every) => {
      // Reproducible: a linear congruential generator; the sum of four has a standard deviation of 0.58, scaled to 6 dB.
      let state = 7;
      const random = () => {
        state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
        return state / 2 ** 32;
      };
      const scatter = () => ((random() + random() + random() + random() - 2) * 6) / 0.58;
      const noisy = (rssi: number) =>
        steady(0, 1_800_000, every, rssi)
          .filter(() => random() > 0.15)
          .map((s) => ({ ...s, rssi: dbm(Math.round(s.rssi + scatter())) }));
      expect(run(new PresenceEngine([kiosk]), noisy(-56)).map(({ event }) => event)).toEqual(['enter']);
      expect(run(new PresenceEngine([kiosk]), noisy(-76)).filter(({ event }) => event === 'enter').length).toBeLessThanOrEqual(1);
    },
  );

  test('one strong packet among weak ones does not make it enter', () => {
    const events = run(
      new PresenceEngine([kiosk]),
      [...steady(0, 5000, 500, -80), seen(5000, -50), ...steady(5500, 20_000, 500, -80)],
      90_000,
    );
    expect(events).toEqual([]);
  });

  test('without dwell it enters with the packet', () => {
    const eager = zone('eager', ['a'], { enterDwell: millis(0), exitDwell: millis(0) });
    expect(brief(run(new PresenceEngine([eager]), [seen(7, -60)]))).toEqual(['7 enter eager']);
  });

  test('time that runs backwards counts as now', () => {
    const engine = new PresenceEngine([kiosk]);
    const events = run(engine, [...steady(100_000, 110_000, 500, -60), ...steady(0, 20_000, 500, -60)], 111_000);
    expect(brief(events)).toEqual(['102000 enter kiosk']);
  });

  test('sightings that are no measurement are passed over', () => {
    const engine = new PresenceEngine([kiosk]);
    expect(run(engine, [seen(0, Number.NaN), seen(Number.NaN, -50), seen(0, -60, 'b', 'elsewhere')])).toEqual([]);
    expect(engine.size).toBe(0);
  });
});

describe('several receivers', () => {
  const both = zone('counter', ['a', 'b']);

  test('near to one is near; it leaves when none hears it near any more', () => {
    const engine = new PresenceEngine([both]);
    const events = run(
      engine,
      [...steady(0, 20_000, 500, -85), ...steady(0, 20_000, 500, -60, 'b', 'b')].sort((x, y) => x.t - y.t),
    );
    expect(events).toMatchObject([{ t: 2000, event: 'enter', receiver: 'b' }]);
  });

  test('an exclusive zone takes only whom its own receiver hears best, and lets go whom another hears far better', () => {
    const mine = zone('mine', ['a'], { exclusive: true });
    const other = zone('other', ['b']);
    const hear = (own: number, others: number, from = 0) =>
      [...steady(from, from + 20_000, 500, own), ...steady(from, from + 20_000, 500, others, 'b', 'b')].sort((x, y) => x.t - y.t);
    const of = (events: ZoneEvent[]) => brief(events.filter((e) => e.zone === 'mine'));
    expect(of(run(new PresenceEngine([mine, other]), hear(-60, -55)))).toEqual([]);
    const engine = new PresenceEngine([mine, other]);
    expect(of(run(engine, hear(-60, -70)))).toEqual(['2000 enter mine']);
    expect(of(run(engine, hear(-60, -57, 20_000)))).toEqual([]);
    expect(of(run(engine, hear(-60, -50, 40_000)))).toEqual(['51000 leave mine']);
  });
});

describe('two exclusive zones', () => {
  const left = zone('left', ['a'], { exclusive: true });
  const right = zone('right', ['b'], { exclusive: true });
  /** Twenty seconds between two receivers, from `from` on. */
  const between = (a: number, b: number, from = 0) =>
    [...steady(from, from + 20_000, 500, a), ...steady(from + 5, from + 20_005, 500, b, 'b', 'b')].sort((x, y) => x.t - y.t);

  test('whoever stands midway is in the one that hears best, and in no other', () => {
    expect(brief(run(new PresenceEngine([left, right]), between(-60, -59)))).toEqual(['2005 enter right']);
    expect(brief(run(new PresenceEngine([left, right]), between(-59, -60)))).toEqual(['2000 enter left']);
  });

  test('nobody goes to and fro for a decibel or two; clearly better takes over at once, without a gap', () => {
    const engine = new PresenceEngine([left, right]);
    run(engine, between(-59, -60));
    expect(run(engine, between(-61, -59, 20_000))).toEqual([]);
    const [leave, enter, ...more] = run(engine, between(-63, -58, 40_000));
    expect(leave).toMatchObject({ event: 'leave', zone: 'left' });
    expect(enter).toMatchObject({ event: 'enter', zone: 'right', t: leave?.t });
    expect(more).toEqual([]);
  });

  test('zones that become exclusive keep a beacon in the one that hears it best', () => {
    const open = [left, right].map((z) => ({ ...z, exclusive: false }));
    const engine = new PresenceEngine(open);
    expect(run(engine, between(-60, -58)).length).toBe(2);
    expect(brief(engine.setZones([left, right]))).toEqual(['19505 leave left']);
  });

  test('an open zone is shared with any', () => {
    const counted = zone('counted', ['a', 'b']);
    expect(brief(run(new PresenceEngine([left, right, counted]), between(-59, -60)))).toEqual([
      '2000 enter left',
      '2000 enter counted',
    ]);
  });
});

describe('readings that deceive', () => {
  const near = steady(0, 60_000, 500, -60);
  const far = steady(0, 60_000, 500, -80);

  test('one channel in three faded is still near', () => {
    const faded = near.map((s, i) => (i % 3 === 2 ? { ...s, rssi: dbm(-85) } : s));
    expect(brief(run(new PresenceEngine([kiosk]), faded))).toEqual(['2000 enter kiosk']);
  });

  test.each([127, 20, 1, 0])('%i dBm among far readings is no measurement', (nonsense) => {
    const readings = far.flatMap((s, i) => (i % 2 === 0 ? [s, { ...s, rssi: dbm(nonsense) }] : [s]));
    expect(run(new PresenceEngine([kiosk]), readings)).toEqual([]);
  });

  test('one impossibly strong reading a window does not make it near', () => {
    const readings = far.map((s, i) => (i % 10 === 9 ? { ...s, rssi: dbm(-3) } : s));
    expect(run(new PresenceEngine([kiosk]), readings)).toEqual([]);
  });

  test('a time that is none changes nothing, not even the clock', () => {
    const engine = new PresenceEngine([kiosk]);
    expect(engine.observe({ ...seen(0, -60), t: monoMs(Number.POSITIVE_INFINITY) })).toEqual([]);
    expect(brief(run(engine, near))).toEqual(['2000 enter kiosk']);
  });

  test('somebody who comes nearer is near a little earlier than somebody who stands there', () => {
    const standing = steady(0, 60_000, 500, -66);
    expect(run(new PresenceEngine([kiosk]), standing)).toEqual([]);
    const coming = [...steady(0, 10_000, 500, -80), ...steady(10_000, 20_000, 500, -66)];
    expect(run(new PresenceEngine([kiosk]), coming).map(({ event }) => event)).toEqual(['enter']);
  });
});

describe('a receiver of no zone', () => {
  const mine = zone('mine', ['a'], { exclusive: true });
  const both = (own: number, others: number) =>
    [...steady(0, 20_000, 500, own), ...steady(0, 20_000, 500, others, 'b', 'unknown')].sort((x, y) => x.t - y.t);

  test('is evidence against an exclusive zone all the same', () => {
    expect(run(new PresenceEngine([mine]), both(-60, -55))).toEqual([]);
    expect(brief(run(new PresenceEngine([mine]), both(-60, -70)))).toEqual(['2000 enter mine']);
  });

  test('does not make the engine follow anybody, and cannot fill it', () => {
    const engine = new PresenceEngine([mine]);
    run(engine, steady(0, 5000, 500, -50, 'b', 'unknown'));
    expect(engine.size).toBe(0);
    run(engine, [seen(6000, -60), ...Array.from({ length: 500 }, (_, i) => seen(6000 + i, -90, 'b', `r${i}`)), seen(7000, -60)]);
    expect(brief(engine.advance(monoMs(8000)))).toEqual(['8000 enter mine']);
  });
});

describe('a receiver that cannot hear', () => {
  const inside = () => {
    const engine = new PresenceEngine([kiosk]);
    run(engine, steady(0, 5000, 500, -60));
    return engine;
  };

  test('does not make anybody leave while it restarts', () => {
    const engine = inside();
    expect(engine.setDeaf('a', true, monoMs(6000))).toEqual([]);
    expect(engine.advance(monoMs(40_000))).toEqual([]);
    expect(engine.setDeaf('a', false, monoMs(40_000))).toEqual([]);
    // Six and a half of eight seconds of silence were left when it went deaf.
    expect(brief(engine.advance(monoMs(100_000)))).toEqual(['46500 leave kiosk']);
  });

  test('hears again with the first packet, and the pause says nothing about how often the beacon sends', () => {
    const engine = inside();
    engine.setDeaf('a', true, monoMs(6000));
    expect(run(engine, steady(30_000, 32_000, 500, -60))).toEqual([]);
    expect(engine.nextDeadline()).toBe(39_500);
  });

  test('is believed for a minute', () => {
    const engine = inside();
    engine.setDeaf('a', true, monoMs(6000));
    engine.setDeaf('a', true, monoMs(50_000));
    expect(brief(engine.advance(monoMs(1_000_000)))).toEqual([`${12_500 + longestDeafness} leave kiosk`]);
    expect(engine.setDeaf('a', false, monoMs(1_000_000))).toEqual([]);
    expect(engine.size).toBe(0);
  });

  test('does not let anybody enter either', () => {
    const engine = new PresenceEngine([kiosk]);
    run(engine, steady(0, 1000, 500, -60));
    engine.setDeaf('a', true, monoMs(1000));
    expect(engine.advance(monoMs(30_000))).toEqual([]);
    expect(brief(run(engine, steady(30_000, 33_000, 500, -60)))).toEqual(['32000 enter kiosk']);
  });

  test('does not concern who came in by another', () => {
    const engine = inside();
    engine.setDeaf('z', true, monoMs(6000));
    expect(brief(engine.advance(monoMs(100_000)))).toEqual(['12500 leave kiosk']);
  });
});

describe('changes while people are there', () => {
  test('a zone that goes is left; one that is adjusted is not', () => {
    const engine = new PresenceEngine([kiosk, zone('gone', ['a'])]);
    run(engine, steady(0, 5000, 500, -60));
    expect(brief(engine.setZones([{ ...kiosk, exitDwell: millis(1000) }]))).toEqual(['4500 leave gone']);
    expect(engine.inside('kiosk')).toHaveLength(1);
    expect(brief(run(engine, steady(5000, 12_000, 500, -90)))).toEqual(['9500 leave kiosk']);
  });

  test('a zone that loses its receiver is left', () => {
    const engine = new PresenceEngine([kiosk]);
    run(engine, steady(0, 5000, 500, -60));
    expect(brief(engine.setZones([zone('kiosk', ['z'])]))).toEqual(['4500 leave kiosk']);
    expect(engine.size).toBe(0);
  });

  test('who is forgotten leaves at once, and nothing is kept', () => {
    const engine = new PresenceEngine([kiosk]);
    run(engine, steady(0, 5000, 500, -60));
    expect(brief(engine.forget('b'))).toEqual(['4500 leave kiosk']);
    expect(engine.size).toBe(0);
    expect(engine.nextDeadline()).toBeNull();
    expect(engine.forget('b')).toEqual([]);
  });

  test('beyond the limit the one unheard for longest is let go, and leaves', () => {
    const engine = new PresenceEngine([kiosk], { maxBeacons: 2 });
    const people = ['p', 'q'].flatMap((beacon) => steady(0, 5000, 500, -60, beacon)).sort((x, y) => x.t - y.t);
    run(engine, people);
    const events = engine.observe(seen(5000, -60, 'r'));
    expect(events).toEqual([{ t: 5000, event: 'leave', zone: 'kiosk', beacon: 'p', receiver: 'a' }]);
    expect(engine.size).toBe(2);
  });
});

describe('whatever happens', () => {
  const zones = [
    kiosk,
    zone('pair', ['a', 'c'], { enterDwell: millis(500), exitDwell: millis(3000) }),
    zone('own', ['c'], { exclusive: true, enterDwell: millis(0) }),
    zone('other', ['a', 'd'], { exclusive: true }),
  ];
  const step = fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant('hear' as const),
        gap: fc.integer({ min: -2000, max: 4000 }),
        rssi: fc.integer({ min: -100, max: -40 }),
        beacon: fc.constantFrom('x', 'y', 'z'),
        receiver: fc.constantFrom('a', 'c', 'd'),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), gap: fc.integer({ min: 0, max: 40_000 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('zones' as const), keep: fc.subarray(zones) }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('deaf' as const), receiver: fc.constantFrom('a', 'c', 'd'), deaf: fc.boolean() }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget' as const), beacon: fc.constantFrom('x', 'y', 'z') }) },
  );

  test('enter and leave alternate, in time order, entries follow a near packet, state stays bounded and ends empty', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const engine = new PresenceEngine(zones, { maxBeacons: 2 });
        const within = new Set<string>();
        const lastNear = new Map<string, number>();
        let clock = 0;
        engine.advance(monoMs(clock));
        let latest = Number.NEGATIVE_INFINITY;
        const check = (events: readonly ZoneEvent[]) => {
          for (const { t, event, zone: z, beacon } of events) {
            const key = `${z} ${beacon}`;
            expect(t).toBeGreaterThanOrEqual(latest);
            latest = t;
            expect(within.has(key)).toBe(event === 'leave');
            if (event === 'leave') within.delete(key);
            else {
              within.add(key);
              // Near in the window the level was taken from, and not longer ago than the dwell besides.
              expect(t - (lastNear.get(beacon) ?? Number.NEGATIVE_INFINITY)).toBeLessThanOrEqual(30_000 + 2000);
            }
          }
        };
        for (const s of steps) {
          if (s.kind === 'zones') check(engine.setZones(s.keep));
          else if (s.kind === 'forget') check(engine.forget(s.beacon));
          else if (s.kind === 'deaf') check(engine.setDeaf(s.receiver, s.deaf, monoMs(clock)));
          else {
            const t = monoMs(clock + s.gap);
            clock = Math.max(clock, t);
            if (s.kind === 'wait') check(engine.advance(t));
            else {
              // Coming nearer is worth 2 dB, being heard best in an exclusive zone at most 2.
              if (s.rssi >= boundary.near - 4) lastNear.set(s.beacon, clock);
              check(engine.observe({ t, receiver: s.receiver, beacon: s.beacon, rssi: dbm(s.rssi) }));
            }
          }
          expect(engine.size).toBeLessThanOrEqual(2);
          const inside = zones.flatMap((z) => engine.inside(z.id).map(({ beacon }) => `${z.id} ${beacon}`));
          expect(new Set(inside)).toEqual(within);
          const exclusive = zones.filter((z) => z.exclusive).flatMap((z) => engine.inside(z.id).map(({ beacon }) => beacon));
          expect(new Set(exclusive).size).toBe(exclusive.length);
          const due = engine.nextDeadline();
          if (due !== null) expect(due).toBeGreaterThanOrEqual(clock);
        }
        check(engine.advance(monoMs(clock + 200_000)));
        expect(within.size).toBe(0);
        expect(engine.size).toBe(0);
      }),
      { numRuns: 400 },
    );
  });
});
