import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brokenLimit, goodwillLeft } from '../../../shared/assistance/goodwill.ts';
import { cents } from '../../../shared/units.ts';

const limits = { perGestureCents: cents(1000), perEmployeeCents: cents(2000), perDayCents: cents(5000) };
const spent = (own: number, all: number) => ({ own: cents(own), all: cents(all) });

test.each([
  [spent(0, 0), 1000, null],
  [spent(0, 0), 1001, 'over-gesture'],
  [spent(1000, 1000), 1000, null],
  [spent(1001, 1001), 1000, 'over-own-day'],
  [spent(0, 4000), 1000, null],
  [spent(0, 4001), 1000, 'over-day'],
] as const)('after %o, %i cents break %s', (before, amount, broken) => {
  expect(brokenLimit(cents(amount), limits, before)).toBe(broken);
});

test('what is left is exactly the most that breaks no limit', () => {
  const amount = fc.integer({ min: 0, max: 6000 });
  fc.assert(
    fc.property(amount, amount, (own, others) => {
      const before = spent(own, own + others);
      const left = goodwillLeft(limits, before);
      if (left > 0) expect(brokenLimit(left, limits, before)).toBeNull();
      expect(brokenLimit(cents(left + 1), limits, before)).not.toBeNull();
    }),
  );
});
