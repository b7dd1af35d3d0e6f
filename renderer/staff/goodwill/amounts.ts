import { type Cents, cents } from '../../../shared/units.ts';

const round = [100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000];

/** Amounts one tap can choose: the largest round ones that fit, and all that is left. At most four, smallest first. */
export const amounts = (left: Cents): readonly Cents[] =>
  left === 0 ? [] : [...round.filter((amount) => amount < left).slice(-3), left].map(cents);
