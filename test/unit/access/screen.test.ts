import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fitScreen,
  HIGHEST_REACH,
  LEAST_REACH_SHARE,
  LEAST_TARGET,
  LEAST_TARGET_PX,
  LEAST_TARGET_REM,
  mmPerPixel,
  REACH_SHARE,
  usualRem,
} from '../../../shared/access/screen.ts';
import { millimetres } from '../../../shared/units.ts';

const inches = (diagonal: number) => ({ by: 'diagonal', inches: diagonal }) as const;
const upright = { width: 1080, height: 1920 };
const lying = { width: 1920, height: 1080 };
const tablet = { width: 800, height: 1280 };

const anyPixels = fc
  .tuple(fc.constantFrom([1080, 1920], [768, 1366], [800, 1280], [600, 1024], [1440, 2560], [2160, 3840]), fc.boolean())
  .map(([[short = 0, long = 0], portrait]) => (portrait ? { width: short, height: long } : { width: long, height: short }));

describe('a screen of which somebody said how large it is', () => {
  test('a 15.6-inch full-HD kiosk keeps the house size: its keys are 15 mm as they are', () => {
    const fit = fitScreen(inches(15.6), null, lying);
    expect(mmPerPixel(inches(15.6), lying)).toBeCloseTo(0.18, 3);
    expect(Math.max(usualRem(lying), fit.leastRemPx)).toBeCloseTo(16, 1);
    expect(fit.target).toBeGreaterThanOrEqual(LEAST_TARGET);
  });

  test('a 32-inch upright kiosk keeps it too: pixels are twice as large there', () => {
    const fit = fitScreen(inches(32), null, upright);
    expect(fit.leastRemPx).toBeLessThan(usualRem(upright));
    expect(fit.target).toBeCloseTo(31, 0);
  });

  test('a 10-inch tablet grows', () => {
    const fit = fitScreen(inches(10.1), null, tablet);
    expect(fit.leastRemPx).toBeGreaterThan(usualRem(tablet) * 1.3);
    expect(fit.target).toBeCloseTo(LEAST_TARGET, 5);
    expect(fit.largeEnough).toBe(true);
  });

  test('a 6-inch screen cannot, and says so', () => {
    expect(fitScreen(inches(6), null, upright)).toMatchObject({ largeEnough: false });
  });

  test('the width of the picture says the same as its diagonal', () => {
    const width = millimetres(1080 * mmPerPixel(inches(32), upright));
    expect(mmPerPixel({ by: 'width', millimetres: width }, upright)).toBeCloseTo(mmPerPixel(inches(32), upright), 9);
  });

  test('whatever its size and pixels, every target is 15 mm and 60 px, or the manager is told', () => {
    fc.assert(
      fc.property(fc.double({ min: 5, max: 100, noNaN: true }), anyPixels, (diagonal, pixels) => {
        const fit = fitScreen(inches(diagonal), null, pixels);
        const rem = Math.max(usualRem(pixels), fit.leastRemPx);
        const side = LEAST_TARGET_REM * rem;
        expect(side).toBeGreaterThanOrEqual(LEAST_TARGET_PX - 1e-9);
        if (fit.largeEnough) expect(side * mmPerPixel(inches(diagonal), pixels)).toBeGreaterThanOrEqual(LEAST_TARGET - 1e-9);
        else expect(fit.target).toBeLessThan(LEAST_TARGET);
        // A larger screen never gets larger words than a smaller one of the same pixels.
        expect(fitScreen(inches(diagonal * 1.1), null, pixels).leastRemPx).toBeLessThanOrEqual(fit.leastRemPx + 1e-9);
      }),
    );
  });
});

describe('a screen of which somebody said how high it hangs', () => {
  test('upright, 32 inches, 700 mm: the lower 60 % ends within reach', () => {
    const fit = fitScreen(inches(32), millimetres(700), upright);
    expect(fit.reach).toBeLessThanOrEqual(REACH_SHARE);
    expect(fit.highest).toBeLessThanOrEqual(HIGHEST_REACH + 0.5);
    expect(fit.reachable).toBe(true);
  });

  test('one metre up it is too high, and the manager hears by how much', () => {
    const fit = fitScreen(inches(32), millimetres(1000), upright);
    expect(fit.reachable).toBe(false);
    expect(fit.reach).toBe(LEAST_REACH_SHARE);
    expect(fit.highest).toBeGreaterThan(HIGHEST_REACH);
  });

  test('at any height: within reach, or told, and never in less than the screens need', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 5, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 2500, noNaN: true }),
        anyPixels,
        (diagonal, edge, pixels) => {
          const fit = fitScreen(inches(diagonal), millimetres(edge), pixels);
          expect(fit.reach).toBeGreaterThanOrEqual(LEAST_REACH_SHARE);
          expect(fit.reach).toBeLessThanOrEqual(REACH_SHARE);
          expect(fit.reachable).toBe((fit.highest ?? 0) <= HIGHEST_REACH + 0.5);
          if (fit.reach > LEAST_REACH_SHARE) expect(fit.reachable).toBe(true);
        },
      ),
    );
  });
});

test('without measures only pixels count, and nothing is claimed', () => {
  expect(fitScreen(null, null, upright)).toMatchObject({ target: null, highest: null, reachable: null, reach: REACH_SHARE });
  expect(fitScreen(null, millimetres(700), upright).highest).toBeNull();
  expect(fitScreen(inches(32), null, upright).reachable).toBeNull();
});
