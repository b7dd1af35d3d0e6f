/** A share as people say it: "1 in 12", "9 in 10", none, all. */
export type Ratio = { readonly kind: 'none' | 'all' } | { readonly kind: 'some'; readonly of: number; readonly outOf: number };

/** Finer than this nobody pictures. */
const rarest = 100;

/** Says a share as one in so many when it is small, and in tenths when it is not. */
export function ratio(share: number): Ratio {
  if (share < 1 / (2 * rarest)) return { kind: 'none' };
  if (share > 0.95) return { kind: 'all' };
  if (share <= 0.5) return { kind: 'some', of: 1, outOf: Math.round(1 / share) };
  return { kind: 'some', of: Math.round(share * 10), outOf: 10 };
}
