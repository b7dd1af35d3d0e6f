import { type Cents, cents } from '../units.ts';

/** What employees may give without asking anybody, as the manager set it. */
export interface GoodwillLimits {
  readonly perGestureCents: Cents;
  readonly perEmployeeCents: Cents;
  readonly perDayCents: Cents;
}

/** What was given today and not voided. */
export interface GoodwillSpent {
  /** By the one employee. */
  readonly own: Cents;
  /** By everyone together. */
  readonly all: Cents;
}

/** The most an employee can give in one gesture now; 0 when today's budget is used up. */
export const goodwillLeft = (limits: GoodwillLimits, { own, all }: GoodwillSpent): Cents =>
  cents(Math.max(0, Math.min(limits.perGestureCents, limits.perEmployeeCents - own, limits.perDayCents - all)));

/** Which limit a gesture would break, or null. */
export function brokenLimit(
  amount: Cents,
  limits: GoodwillLimits,
  spent: GoodwillSpent,
): 'over-gesture' | 'over-own-day' | 'over-day' | null {
  if (amount > limits.perGestureCents) return 'over-gesture';
  if (amount > limits.perEmployeeCents - spent.own) return 'over-own-day';
  return amount > limits.perDayCents - spent.all ? 'over-day' : null;
}
