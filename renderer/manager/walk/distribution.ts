import type { WalkView } from '../../../shared/contract/index.ts';

export type Bin = WalkView['histograms'][number]['bins'][number];
type Place = 'inside' | 'outside';

/** Width of a bin, as the station counts. */
export const binWidth = 2;

/** The strength half of a side's readings do not exceed, to the middle of its bin; null when there is none. */
export function middle(bins: readonly Bin[], place: Place): number | null {
  const all = bins.reduce((sum, bin) => sum + bin[place], 0);
  let seen = 0;
  for (const bin of bins) {
    seen += bin[place];
    if (all > 0 && seen * 2 >= all) return bin.dbm + binWidth / 2;
  }
  return null;
}

/**
 * Share of each side's own readings per bin, in percent, with an empty bin at either end: strengths, outside, inside, as the chart
 * draws them one over the other.
 */
export function densities(bins: readonly Bin[]): [number[], number[], number[]] {
  const sum = (place: Place) =>
    Math.max(
      1,
      bins.reduce((total, bin) => total + bin[place], 0),
    );
  const [inside, outside] = [sum('inside'), sum('outside')];
  const first = bins[0]?.dbm ?? -80;
  const last = bins.at(-1)?.dbm ?? -60;
  return [
    [first - binWidth, ...bins.map((bin) => bin.dbm), last + binWidth, last + 2 * binWidth],
    [0, ...bins.map((bin) => (100 * bin.outside) / outside), 0, 0],
    [0, ...bins.map((bin) => (100 * bin.inside) / inside), 0, 0],
  ];
}

/** The receiver to show first: the one that heard most inside. */
export function busiest(histograms: WalkView['histograms']): string | null {
  const heard = ({ bins }: WalkView['histograms'][number]) => bins.reduce((sum, bin) => sum + bin.inside, 0);
  return [...histograms].sort((a, b) => heard(b) - heard(a))[0]?.receiver ?? null;
}
