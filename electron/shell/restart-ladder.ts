import { type Millis, minutes, seconds } from '../../shared/units.ts';

/** How often something failed since it last worked for a while. */
export interface Ladder {
  readonly failures: number;
}

/** Waits between failures, and how long a run must last to count as a success. */
export interface LadderRules {
  readonly waits: readonly [Millis, ...Millis[]];
  readonly steadyAfter: Millis;
}

/** Bottom of every ladder. */
export const rested: Ladder = { failures: 0 };

/** The station: back at once after a stray crash, never busier than once in five minutes when it cannot start at all. */
export const stationLadder: LadderRules = {
  waits: [seconds(0.5), seconds(2), seconds(5), seconds(15), seconds(60), minutes(5)],
  steadyAfter: minutes(2),
};

/**
 * One failure after a run of `upFor`.
 * @returns the new state and how long to wait before the next try.
 */
export function failed(ladder: Ladder, upFor: Millis, rules: LadderRules): { ladder: Ladder; wait: Millis } {
  const before = upFor >= rules.steadyAfter ? 0 : ladder.failures;
  const wait = rules.waits[Math.min(before, rules.waits.length - 1)] ?? rules.waits[0];
  return { ladder: { failures: before + 1 }, wait };
}
