import fc from 'fast-check';
import { expect, test } from 'vitest';
import { restAfter } from '../../../devices/camera/pace.ts';
import { millis } from '../../../shared/units.ts';

test.each([
  [10, 190],
  [20, 313.33],
  [60, 440],
  [100, 400],
  [600, 0],
])('after a look of %d ms it rests %d ms', (cost, rest) => {
  expect(restAfter(millis(cost))).toBeCloseTo(rest, 1);
});

test('two to five looks a second whatever a look costs, as long as it can', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 500, noNaN: true }), (cost) => {
      const period = cost + restAfter(millis(cost));
      expect(period).toBeGreaterThanOrEqual(199.999);
      expect(period).toBeLessThanOrEqual(500.001);
    }),
  );
});
