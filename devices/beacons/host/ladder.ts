import { type Millis, millis, minutes, seconds } from '../../../shared/units.ts';

/** Waits before each further try; the last one repeats. Never empty, never zero: a broken radio must not cost a core. */
export type Ladder = readonly [Millis, ...Millis[]];

/**
 * After a crash or a lost adapter: quick at first, then every half minute. A try costs a fraction of a second of one core; whoever plugs
 * the adapter in again, or takes it down and up a few times, should not wait longer than they look at the page.
 */
export const restartLadder: Ladder = [seconds(1), seconds(2), seconds(5), seconds(15), seconds(30)];
/** A shop may simply be quiet, so a silent radio is doubted ever more rarely. */
export const silenceLadder: Ladder = [seconds(60), minutes(5), minutes(15), minutes(60)];

/** The wait of step `n` (from 0). `jitter` in [0, 1) spreads it over ±20 %, so that five hundred kiosks do not act as one. */
export function rung(ladder: Ladder, n: number, jitter: number): Millis {
  const wait = ladder[Math.min(n, ladder.length - 1)] ?? ladder[0];
  return millis(wait * (0.8 + 0.4 * jitter));
}
