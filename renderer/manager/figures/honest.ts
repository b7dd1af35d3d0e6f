import type { DayReport } from '../../../shared/contract/index.ts';

/** Below this many cases a percentage or a median says more than is known. Ten is a house rule, not a statistic. */
export const ENOUGH = 10;

/** A part of a whole: a percentage only when the whole is large enough to carry one. */
export interface Share {
  readonly part: number;
  readonly whole: number;
  readonly percent: number | null;
}

export const share = (part: number, whole: number): Share => ({
  part,
  whole,
  percent: whole >= ENOUGH ? Math.round((100 * part) / whole) : null,
});

/** A typical duration: the median with enough cases, the single cases with few, nothing with none. */
export type Typical =
  | { readonly kind: 'none' }
  | { readonly kind: 'few'; readonly each: readonly number[] }
  | { readonly kind: 'median'; readonly ms: number; readonly of: number };

export function typical(values: readonly (number | null)[], median: number | null): Typical {
  const each = values.filter((value): value is number => value !== null).toSorted((a, b) => a - b);
  if (each.length === 0) return { kind: 'none' };
  if (each.length < ENOUGH || median === null) return { kind: 'few', each };
  return { kind: 'median', ms: median, of: each.length };
}

/** What the chart of one day says, in the one sentence beneath it. */
export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'few'; readonly visits: number; readonly calls: number }
  | { readonly kind: 'even'; readonly visits: number; readonly calls: number }
  | { readonly kind: 'peak'; readonly hour: number; readonly visits: number; readonly all: number; readonly callsThen: number };

/** A peak is named only when one hour stands alone, with enough visits to be more than chance. */
export function reading(hours: DayReport['hours']): Reading {
  const visits = hours.reduce((sum, hour) => sum + hour.visits, 0);
  const calls = hours.reduce((sum, hour) => sum + hour.calls, 0);
  if (visits === 0 && calls === 0) return { kind: 'empty' };
  if (visits < ENOUGH) return { kind: 'few', visits, calls };
  const ranked = hours.toSorted((a, b) => b.visits - a.visits);
  const [first, second] = ranked;
  if (first === undefined || (second !== undefined && first.visits === second.visits)) return { kind: 'even', visits, calls };
  return { kind: 'peak', hour: first.hour, visits: first.visits, all: visits, callsThen: first.calls };
}

/** The hours worth drawing: from the first to the last that had anything, at least the given opening span. */
export function span(hours: DayReport['hours'], opens = 9, closes = 19): DayReport['hours'] {
  const busy = hours.filter((hour) => hour.visits + hour.calls > 0).map((hour) => hour.hour);
  const from = Math.min(opens, ...busy);
  const to = Math.max(closes - 1, ...busy);
  return Array.from(
    { length: to - from + 1 },
    (_, i) => hours.find((hour) => hour.hour === from + i) ?? { hour: from + i, visits: 0, calls: 0 },
  );
}
