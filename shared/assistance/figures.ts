import { type Millis, millis } from '../units.ts';

/**
 * A group with fewer calls than this is not broken down: with so few, a figure is chance, and in a small team it points at one person.
 * Five is a common value of the minimum frequency rule (Hundepool et al., "Statistical Disclosure Control", Wiley 2012).
 */
export const SMALL_CELL = 5;

/** Enough cases for "9 in 10 within …" to be more than the slowest one. */
export const ENOUGH_FOR_P90 = 20;

/** What the figures need to know of one call. Nothing in it names a shopper or an employee. */
export interface CallFacts {
  /** What the calls are sorted by: an hour, a zone. */
  readonly group: string;
  readonly toReceipt: Millis | null;
  readonly toClaim: Millis | null;
  readonly toArrival: Millis | null;
  /** Ended before anybody was there. */
  readonly abandoned: boolean;
  /** Went back to everyone at least once after a claim. */
  readonly raisedAgain: boolean;
  /** The shopper had to be told that nobody had answered. */
  readonly unanswered: boolean;
}

/** How long a step took. */
export interface Spread {
  /** Calls in which the step happened. */
  readonly of: number;
  readonly median: Millis;
  /** Nine in ten took no longer; null with fewer than {@link ENOUGH_FOR_P90} cases. */
  readonly p90: Millis | null;
}

/** One group's figures. */
export interface CallFigures {
  readonly calls: number;
  /** Null where the step happened in fewer than {@link SMALL_CELL} calls. */
  readonly toReceipt: Spread | null;
  readonly toClaim: Spread | null;
  readonly toArrival: Spread | null;
  readonly abandoned: number;
  readonly raisedAgain: number;
  readonly unanswered: number;
}

/** A group and its figures, or null where they are withheld. */
export interface Cell {
  readonly group: string;
  readonly figures: CallFigures | null;
}

/** Linear interpolation between the closest ranks (Hyndman & Fan 1996, definition 7: what spreadsheets do). */
function quantile(sorted: readonly number[], p: number): Millis {
  const place = (sorted.length - 1) * p;
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return millis(Math.round(low + (high - low) * (place - Math.floor(place))));
}

function spread(values: readonly (Millis | null)[]): Spread | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (sorted.length < SMALL_CELL) return null;
  return {
    of: sorted.length,
    median: quantile(sorted, 0.5),
    p90: sorted.length < ENOUGH_FOR_P90 ? null : quantile(sorted, 0.9),
  };
}

function figuresOf(calls: readonly CallFacts[]): CallFigures {
  const count = (is: (call: CallFacts) => boolean) => calls.filter(is).length;
  return {
    calls: calls.length,
    toReceipt: spread(calls.map((call) => call.toReceipt)),
    toClaim: spread(calls.map((call) => call.toClaim)),
    toArrival: spread(calls.map((call) => call.toArrival)),
    abandoned: count((call) => call.abandoned),
    raisedAgain: count((call) => call.raisedAgain),
    unanswered: count((call) => call.unanswered),
  };
}

/**
 * The groups that are not shown. What is withheld could be computed from the total, alone or together, so the smallest of the others are
 * withheld with it until it is two groups and not a few cases.
 */
export function smallCells(groups: readonly { readonly group: string; readonly size: number }[]): ReadonlySet<string> {
  const withheld = new Set<string>();
  let within = 0;
  for (const { group, size } of groups.toSorted((a, b) => a.size - b.size)) {
    const derivable = withheld.size > 0 && (withheld.size === 1 || within < SMALL_CELL);
    if (size >= SMALL_CELL && !derivable) break;
    withheld.add(group);
    within += size;
  }
  return withheld;
}

/**
 * Figures of all calls and of each group that is large enough.
 * @param calls in any order; groups come out in the order in which they first occur
 */
export function callFigures(calls: readonly CallFacts[]): { readonly all: CallFigures | null; readonly cells: readonly Cell[] } {
  const groups = new Map<string, CallFacts[]>();
  for (const call of calls) {
    const members = groups.get(call.group);
    if (members === undefined) groups.set(call.group, [call]);
    else members.push(call);
  }
  const withheld = smallCells([...groups].map(([group, members]) => ({ group, size: members.length })));
  return {
    all: calls.length < SMALL_CELL ? null : figuresOf(calls),
    cells: [...groups].map(([group, members]) => ({ group, figures: withheld.has(group) ? null : figuresOf(members) })),
  };
}
