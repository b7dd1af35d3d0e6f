import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitIsotonic, fitPlatt, heldOut, plattCurve } from '../../../shared/empathy/calibration/fit.ts';
import { calibrate, reliability, type Sample, sameRandom } from '../../../shared/empathy/calibration.ts';
import { logOdds, probability } from '../../../shared/empathy/odds.ts';

/** Answers of a shop in which help is needed with `truth(estimate)`. */
function answers(count: number, truth: (estimate: number) => number): Sample[] {
  const random = sameRandom();
  return Array.from({ length: count }, () => {
    const estimate = Math.round((0.03 + 0.94 * random()) * 100) / 100;
    return { estimate, needed: random() < truth(estimate) };
  });
}

const anySamples = fc.array(fc.record({ estimate: fc.double({ min: 0.01, max: 0.99, noNaN: true }), needed: fc.boolean() }), {
  minLength: 1,
  maxLength: 80,
});

describe('the staircase', () => {
  test('pools what runs the wrong way', () => {
    const curve = fitIsotonic([
      { estimate: 0.1, needed: false },
      { estimate: 0.2, needed: true },
      { estimate: 0.3, needed: false },
      { estimate: 0.4, needed: true },
    ]);
    expect([0.05, 0.1, 0.2, 0.3, 0.4, 0.9].map(curve)).toEqual([0, 0, 0.5, 0.5, 1, 1]);
  });
  test('never falls, and keeps the mean', () => {
    fc.assert(
      fc.property(anySamples, (samples) => {
        const curve = fitIsotonic(samples);
        const at = samples.map(({ estimate }) => estimate).toSorted((a, b) => a - b);
        const said = at.map(curve);
        expect(said).toEqual(said.toSorted((a, b) => a - b));
        const mean = said.reduce((a, b) => a + b, 0) / said.length;
        expect(mean).toBeCloseTo(samples.filter(({ needed }) => needed).length / samples.length);
      }),
    );
  });
});

describe('the smooth curve', () => {
  test('finds the truth again from many answers', () => {
    const truth = { slope: 0.6, offset: -0.8 };
    const fitted = fitPlatt(answers(4000, plattCurve(truth)));
    expect(fitted.slope).toBeCloseTo(truth.slope, 1);
    expect(fitted.offset).toBeCloseTo(truth.offset, 1);
  });
  test('rises or stays, whatever the answers, and is always a probability', () => {
    fc.assert(
      fc.property(anySamples, (samples) => {
        const { slope, offset } = fitPlatt(samples);
        expect(Number.isFinite(slope) && Number.isFinite(offset)).toBe(true);
        expect(slope).toBeGreaterThanOrEqual(0);
        expect(plattCurve({ slope, offset })(0.5)).toBeGreaterThan(0);
        expect(plattCurve({ slope, offset })(0.5)).toBeLessThan(1);
      }),
      {
        examples: [
          [
            [
              { estimate: 0.010000105, needed: true },
              { estimate: 0.01, needed: false },
            ],
          ],
        ],
      },
    );
  });
});

test('the held-out score of a curve that learns by heart is worse than that of the truth', () => {
  const truth = (estimate: number) => estimate;
  const samples = answers(200, truth);
  const byHeart = (seen: readonly Sample[]) => (estimate: number) =>
    Number(seen.find((sample) => sample.estimate === estimate)?.needed ?? 0.5);
  expect(heldOut(byHeart, samples)).toBeGreaterThan(heldOut(() => truth, samples));
});

describe('what the answers say', () => {
  test('nothing below 30, and nothing when they are nearly all alike', () => {
    expect(calibrate([], sameRandom())).toMatchObject({ kind: 'too-few', missing: 30, bins: [] });
    expect(
      calibrate(
        answers(29, () => 0.5),
        sameRandom(),
      ),
    ).toMatchObject({ kind: 'too-few', missing: 1 });
    expect(
      calibrate(
        answers(200, () => 1),
        sameRandom(),
      ),
    ).toMatchObject({ kind: 'too-few', missing: 8 });
  });
  test('an estimate that is right stays as it is', () => {
    expect(
      calibrate(
        answers(600, (estimate) => estimate),
        sameRandom(),
      ),
    ).toMatchObject({
      kind: 'as-good',
      best: 'as-is',
      proposeFrom: null,
    });
  });
  test('an estimate that is too low proposes a person sooner, with a range that holds the truth', () => {
    const truth = (estimate: number) => probability(logOdds(estimate) + 0.6);
    const found = calibrate(answers(500, truth), sameRandom());
    if (found.kind !== 'better' || found.proposeFrom === null) throw new Error(found.kind);
    const { at, low, high } = found.proposeFrom;
    expect(at).toBeLessThan(0.5);
    expect(low).toBeLessThanOrEqual(probability(-0.6));
    expect(high).toBeGreaterThanOrEqual(probability(-0.6));
    expect(found.scores[found.best as 'platt' | 'isotonic']).toBeLessThan(found.scores.asIs);
  });
  test('is the same each time, in whatever order the answers come', () => {
    const samples = answers(120, (estimate) => estimate ** 3);
    const once = calibrate(samples, sameRandom());
    expect(JSON.stringify(calibrate(samples, sameRandom()))).toBe(JSON.stringify(once));
    const turned = calibrate(samples.toReversed(), sameRandom());
    expect(turned.kind !== 'too-few' && turned.scores).toEqual(once.kind !== 'too-few' && once.scores);
  });
  test('a threshold stays within what a manager may set', () => {
    fc.assert(
      fc.property(fc.double({ min: -4, max: 4, noNaN: true }), (shift) => {
        const found = calibrate(
          answers(80, (estimate) => probability(logOdds(estimate) + shift)),
          sameRandom(),
        );
        if (found.kind !== 'better' || found.proposeFrom === null) return;
        expect(found.proposeFrom.settable).toBeGreaterThanOrEqual(0.3);
        expect(found.proposeFrom.settable).toBeLessThanOrEqual(0.8);
      }),
      { numRuns: 20 },
    );
  });
});

test('bins hold every sample once, and their range holds their share', () => {
  fc.assert(
    fc.property(anySamples, (samples) => {
      const bins = reliability(samples);
      expect(bins.reduce((sum, bin) => sum + bin.samples, 0)).toBe(samples.length);
      for (const { low, share, high, from, to, estimate } of bins) {
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
        expect(estimate).toBeGreaterThanOrEqual(from);
        expect(estimate).toBeLessThanOrEqual(to);
      }
    }),
  );
});
