import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binWidth, histogram } from '../../../shared/presence/calibration/histogram.ts';
import { wilson } from '../../../shared/presence/calibration/interval.ts';
import { type Proposal, propose } from '../../../shared/presence/calibration/propose.ts';
import { type Place, type Spot, separation, spotLength } from '../../../shared/presence/calibration/walk.ts';
import { dbm, millis } from '../../../shared/units.ts';

/** A seeded generator (mulberry32), so that a walk can be drawn again. */
function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Twenty seconds at one place: steady packets that scatter by about `scatter` dB. */
function spot(place: Place, level: number, { every = 250, scatter = 4, seed = 1, receivers = ['r'] } = {}): Spot {
  const roll = random(seed);
  const noise = () => (roll() + roll() + roll() + roll() - 2) * scatter * 1.7;
  const times = Array.from({ length: Math.floor(spotLength / every) }, (_, i) => millis(i * every));
  const readings = times.flatMap((t) =>
    receivers.map((receiver) => ({ t, receiver, rssi: dbm(Math.round(level + noise())), filtered: false })),
  );
  return { place, readings };
}
const silent = (place: Place): Spot => ({ place, readings: [] });
const walk = (inside: readonly number[], outside: readonly number[], options: object = {}) => [
  ...inside.map((level, i) => spot('inside', level, { ...options, seed: i + 1 })),
  ...outside.map((level, i) => spot('outside', level, { ...options, seed: i + 101 })),
];
const found = (proposal: Proposal) => {
  if (proposal.kind !== 'boundary') throw new Error(`no boundary but ${proposal.kind}`);
  return proposal;
};

describe('the Wilson interval', () => {
  // Worked examples: Brown, Cai & DasGupta, Statistical Science 16 (2001), and epitools' published tables.
  test.each([
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [5, 10, 0.2366, 0.7634],
    [1, 12, 0.0149, 0.3539],
    [15, 148, 0.0624, 0.1605],
  ])('%i of %i', (k, n, low, high) => {
    const interval = wilson(k / n, n);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
  });

  test('nothing measured is anything', () => expect(wilson(0, 0)).toEqual({ share: 0, low: 0, high: 1 }));

  test('holds the share, stays within 0 and 1, and narrows with samples', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 500 }), (share, n) => {
        const few = wilson(share, n);
        const many = wilson(share, n * 4);
        expect(few.low).toBeGreaterThanOrEqual(0);
        expect(few.high).toBeLessThanOrEqual(1);
        expect(few.low).toBeLessThanOrEqual(share);
        expect(few.high).toBeGreaterThanOrEqual(share);
        expect(many.high - many.low).toBeLessThanOrEqual(few.high - few.low + 1e-12);
      }),
    );
  });
});

describe('how well inside is told from outside', () => {
  test('is certain when nothing overlaps, a coin when all does, and backwards when swapped', () => {
    expect(separation(walk([-50], [-90]), 'r')).toBe(1);
    expect(separation(walk([-90], [-50]), 'r')).toBe(0);
    expect(separation([spot('inside', -70, { seed: 5 }), spot('outside', -70, { seed: 5 })], 'r')).toBe(0.5);
  });

  test('counts silence outside as far, and says nothing of a receiver that heard nothing inside', () => {
    expect(separation([spot('inside', -80), silent('outside')], 'r')).toBe(1);
    expect(separation([silent('inside'), spot('outside', -80)], 'r')).toBeNull();
    expect(separation(walk([-50], [-90]), 'other')).toBeNull();
  });
});

describe('a proposal', () => {
  test('puts the boundary between what was measured on either side', () => {
    const { settings, expected } = found(propose(walk([-52, -55, -57, -54], [-80, -83, -78, -85]), ['r']));
    expect(settings.near).toBeGreaterThan(-78);
    expect(settings.near).toBeLessThan(-57);
    expect(settings.enterDwell).toBe(2_000);
    expect(settings.exitDwell).toBe(8_000);
    expect(expected).toMatchObject({ wait: 2_000, insideSpots: 4, outsideSpots: 4 });
    expect(expected.greeted.share).toBe(0);
    expect(expected.noticed.share).toBe(1);
    // Four spots without a fault do not prove that there is none.
    expect(expected.greeted.high).toBeCloseTo(0.49, 2);
    expect(expected.noticed.low).toBeCloseTo(0.51, 2);
  });

  test('lets another receiver tell what the own ones cannot, where the zone is exclusive', () => {
    const besides = (s: Spot): Spot => {
      const other = spot(s.place, s.place === 'inside' ? -90 : -45, { receivers: ['other'] });
      return { ...s, readings: [...s.readings, ...other.readings].sort((x, y) => x.t - y.t) };
    };
    const alike = walk([-62, -64, -66, -63], [-62, -64, -66, -63]).map(besides);
    expect(propose(alike, ['r']).kind).toBe('overlap');
    expect(found(propose(alike, ['r'], true)).expected).toMatchObject({ greeted: { share: 0 }, noticed: { share: 1 } });
  });

  test('judges each spot by the boundary the others lead to', () => {
    // One corner outside is as loud as the inside: no boundary found elsewhere keeps out who stands there.
    const { expected } = found(propose(walk([-55, -56, -54, -55, -57], [-80, -82, -55, -84, -81]), ['r']));
    expect(expected.greeted.share).toBeGreaterThan(0.1);
    expect(expected.greeted.share).toBeLessThanOrEqual(0.2);
    expect(expected.greeted.low).toBeGreaterThan(0);
  });

  test.each([
    ['no spot outside', walk([-50], []), { kind: 'more', missing: 'outside' }],
    ['no spot inside', walk([], [-80]), { kind: 'more', missing: 'inside' }],
    ['nothing at all', [], { kind: 'more', missing: 'inside' }],
    ['nothing heard inside', [silent('inside'), spot('outside', -80)], { kind: 'unheard' }],
    ['inside weaker than outside', walk([-85, -82], [-60, -58]), { kind: 'swapped' }],
  ] as const)('of %s says so', (_name, spots, proposal) => expect(propose(spots, ['r'])).toEqual(proposal));

  test('of places that sound alike says that no boundary parts them', () => {
    const alike = (seed: number, place: Place) =>
      Array.from({ length: 5 }, (_, i) => spot(place, -70, { scatter: 6, seed: seed * 10 + i }));
    const kinds = Array.from(
      { length: 20 },
      (_, i) => propose([...alike(2 * i, 'inside'), ...alike(2 * i + 1, 'outside')], ['r']).kind,
    );
    expect(kinds.filter((kind) => kind === 'boundary').length).toBeLessThanOrEqual(1);
  });

  test('takes silence outside for far away', () => {
    const { settings, expected } = found(propose([...walk([-60, -62, -63], []), silent('outside'), silent('outside')], ['r']));
    expect(settings.near).toBeLessThan(-60);
    expect(expected.greeted.share).toBe(0);
  });

  test('listens to the zone’s receivers only, and to each of them', () => {
    const both = [
      spot('inside', -55, { receivers: ['r'] }),
      spot('inside', -57, { receivers: ['s'], seed: 2 }),
      spot('outside', -85, { receivers: ['r', 's'], seed: 3 }),
      spot('outside', -50, { receivers: ['elsewhere'], seed: 4 }),
    ];
    expect(found(propose(both, ['r', 's'])).expected.noticed.share).toBe(1);
    expect(propose(both, ['nobody'])).toEqual({ kind: 'unheard' });
  });

  test('keeps a visit together where the signal comes and goes', () => {
    // Behind the pillar between the inside spots it is weaker than outside.
    const spots = walk([-55, -55, -79, -55, -54], [-74, -75, -73, -76]);
    expect(found(propose(spots, ['r'])).settings.exitDwell).toBeGreaterThan(8_000);
  });

  test('always fits a zone: bounds, whole dBm, far below near', () => {
    const level = fc.integer({ min: -108, max: -22 });
    const some = fc.array(level, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(some, some, fc.constantFrom(100, 900, 5_000), (inside, outside, every) => {
        const proposal = propose(walk(inside, outside, { every, scatter: 3 }), ['r']);
        if (proposal.kind === 'overlap' || proposal.kind === 'boundary') {
          const { greeted, noticed } = proposal.expected;
          for (const { share, low, high } of [greeted, noticed])
            expect([low, share, high]).toEqual([low, share, high].sort((a, b) => a - b));
        }
        if (proposal.kind !== 'boundary') return;
        const { near, far, enterDwell, exitDwell } = proposal.settings;
        expect(Number.isInteger(near) && Number.isInteger(far)).toBe(true);
        expect(near).toBeGreaterThanOrEqual(-100);
        expect(near).toBeLessThanOrEqual(-20);
        expect(far).toBeLessThanOrEqual(near - 2);
        expect(far).toBeGreaterThanOrEqual(-110);
        expect(enterDwell).toBeLessThanOrEqual(4_000);
        expect(exitDwell).toBeLessThanOrEqual(30_000);
      }),
      { numRuns: 40 },
    );
  });

  test('does not depend on the order of the spots, nor on how strong all of it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -8, max: 8 }), fc.integer({ min: 0, max: 1e6 }), (shift, seed) => {
        const spots = walk([-56, -60, -62], [-75, -71, -80], { scatter: 5 });
        const roll = random(seed);
        const mixed = spots
          .map((s) => ({ at: roll(), s: { ...s, readings: s.readings.map((r) => ({ ...r, rssi: dbm(r.rssi + shift) })) } }))
          .sort((a, b) => a.at - b.at)
          .map(({ s }) => s);
        const plain = found(propose(spots, ['r']));
        const moved = found(propose(mixed, ['r']));
        expect(moved.settings.near).toBe(plain.settings.near + shift);
        expect(moved.settings.enterDwell).toBe(plain.settings.enterDwell);
        expect(moved.expected).toEqual(plain.expected);
      }),
      { numRuns: 15 },
    );
  });
});

describe('the histogram', () => {
  test('counts every reading of its receiver once, without gaps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -110, max: -20 }), { maxLength: 60 }), (levels) => {
        const readings = levels.map((level, i) => ({
          t: millis(i),
          receiver: i % 3 ? 'r' : 's',
          rssi: dbm(level),
          filtered: false,
        }));
        const bins = histogram([{ place: 'inside', readings }], 'r');
        expect(bins.reduce((sum, bin) => sum + bin.inside, 0)).toBe(readings.filter((r) => r.receiver === 'r').length);
        bins.forEach((bin, i) => {
          expect(bin.outside).toBe(0);
          expect(bin.dbm).toBe(bins[0]!.dbm + i * binWidth);
        });
      }),
    );
  });
});
