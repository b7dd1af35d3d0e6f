import { quantile } from '../figure.ts';
import { dice } from '../random.ts';

/** A figure and where it lies with 95 % confidence. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const redraws = 1000;
const z = 1.959964;

/** Wilson's score interval for a share (E. B. Wilson, JASA 22, 1927): holds for small counts and shares near 0 and 1. */
export function wilson(hits: number, of: number): Interval {
  if (of === 0) return { value: Number.NaN, low: 0, high: 1 };
  const share = hits / of;
  const middle = share + z ** 2 / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const scale = 1 + z ** 2 / of;
  return { value: share, low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) };
}

/** Percentile bootstrap: the same figure over samples drawn with replacement, always the same ones. */
export function bootstrap<T>(sample: readonly T[], figure: (sample: readonly T[]) => number): Interval {
  const random = dice(1);
  const values = Array.from({ length: redraws }, () => figure(sample.map(() => sample[random.below(sample.length)]!))).filter(
    (value) => !Number.isNaN(value),
  );
  return { value: figure(sample), low: quantile(values, 0.025), high: quantile(values, 0.975) };
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A score and whether the thing scored is a true one. */
export interface Scored {
  readonly score: number;
  readonly truth: boolean;
}

/** Area under the ROC curve: how often a true one scores above one that is not, ties counting half (Mann and Whitney). NaN without both. */
export function auc(scored: readonly Scored[]): number {
  const sorted = scored.toSorted((a, b) => a.score - b.score);
  let ranks = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]!.score === sorted[from]!.score) to += 1;
    const rank = (from + 1 + to) / 2;
    for (let i = from; i < to; i++) if (sorted[i]!.truth) ranks += rank;
    from = to;
  }
  const positive = scored.filter(({ truth }) => truth).length;
  const negative = scored.length - positive;
  return positive === 0 || negative === 0 ? Number.NaN : (ranks - (positive * (positive + 1)) / 2) / (positive * negative);
}
