import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amounts } from '../../../renderer/staff/goodwill/amounts.ts';
import { cents } from '../../../shared/units.ts';

test('the amounts on the buttons rise, are four at most, and end with all that is left', () => {
  expect(amounts(cents(1_500))).toEqual([200, 500, 1_000, 1_500]);
  expect(amounts(cents(0))).toEqual([]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (left) => {
      const made = amounts(cents(left));
      expect(made.length).toBeLessThanOrEqual(4);
      expect(made.at(-1)).toBe(left);
      expect([...made].sort((a, b) => a - b)).toEqual(made);
    }),
  );
});
