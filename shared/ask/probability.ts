import { probability } from '../empathy/odds.ts';
import { type Asked, type Fit, strength } from './bm25.ts';
import { fitted } from './fitted.ts';

/** What the probability is made of. */
export function features(fit: Fit, next: Fit | undefined, asked: readonly Asked[]): readonly number[] {
  // How far the other best lies behind; below zero for one that is not the best itself.
  const ahead = next === undefined ? 1 : Math.max(-1, 1 - strength(next) / strength(fit));
  return [
    fit.covered ** 2,
    fit.nearest,
    fit.nearest ** 2,
    fit.bm25,
    // Being the only one means little where most of the question is unknown.
    ahead * fit.covered,
    // One shared word says less than three.
    Math.min(1, fit.shared.reduce((sum, { idf }) => sum + idf, 0) / 8),
    asked.filter(({ typed }) => typed !== null).length / Math.max(1, asked.length),
  ];
}

/** How probable it is that the entry is what was asked for. */
export const probabilityOf = (values: readonly number[], { weights, offset } = fitted): number =>
  probability(values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), offset));
