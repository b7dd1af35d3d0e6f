import { after, elapsed, type Millis, type MonoMs, seconds } from '../units.ts';

/** Help this much before it was needed still counts as in time: a need has no sharp beginning. */
export const earlyBy: Millis = seconds(15);
/** Help this much after it was needed comes too late: shoppers leave an unattended kiosk within about a minute (an assumption). */
export const lateBy: Millis = seconds(60);

/** What happened in a visit, next to what was needed. */
export interface VisitCourse {
  /** Whether a person was needed; null when nobody said. */
  readonly needed: boolean | null;
  /** From when on; null when it was not needed or the beginning is not known. */
  readonly neededFrom: MonoMs | null;
  /** When the kiosk first proposed or called a person by itself. */
  readonly offeredAt: MonoMs | null;
  /** When a call was first opened: by the shopper's own button, or by accepting. */
  readonly calledAt: MonoMs | null;
}

/** In the order in which reports list them. `quiet`: nobody was needed, and the kiosk bothered nobody with a proposal. */
export const verdicts = ['in-time', 'too-early', 'too-late', 'missed', 'unneeded', 'quiet'] as const;
export type Verdict = (typeof verdicts)[number];

/** When help was first in reach: proposed by the kiosk or called by the shopper; null when it never was. */
export const helpAt = ({ offeredAt, calledAt }: Pick<VisitCourse, 'offeredAt' | 'calledAt'>): MonoMs | null =>
  offeredAt === null || (calledAt !== null && calledAt < offeredAt) ? calledAt : offeredAt;

/**
 * Judges a visit by the first time help was in reach. A shopper's own call is never unneeded: the button needs no reason.
 * @returns null when nobody said whether a person was needed
 */
export function verdictOf(course: VisitCourse): Verdict | null {
  const { needed, neededFrom, offeredAt } = course;
  if (needed === null) return null;
  if (!needed) return offeredAt === null ? 'quiet' : 'unneeded';
  const helped = helpAt(course);
  if (helped === null) return 'missed';
  if (neededFrom === null) return 'in-time';
  if (after(helped, earlyBy) < neededFrom) return 'too-early';
  return elapsed(neededFrom, helped) > lateBy ? 'too-late' : 'in-time';
}
