import { type MonoMs, minutes, monoMs } from '../units.ts';
import type { Call, Moment } from './call.ts';

/** More silence than this is treated as this much: a wall clock that leapt a year ahead must not produce absurd waiting times. */
const longestSilence = minutes(24 * 60);

/**
 * Moves a stored call onto this process's monotonic clock. Durations measured before the stop are kept exactly; only the silence
 * between the last stored change and now comes from the wall clock, cut to [0, one day] because that clock may have jumped either way.
 * A jump back can lengthen a wait by the silence at most; a jump forward only makes the call climb, and a claim lapse, sooner.
 * Follow with a `tick`.
 */
export function restore(stored: Call, now: Moment): Call {
  const silence = Math.min(Math.max(0, now.wall - stored.changed.wall), longestSilence);
  const shift = now.mono - silence - stored.changed.mono;
  const moved = (t: MonoMs): MonoMs => monoMs(t + shift);
  const movedIf = (t: MonoMs | null): MonoMs | null => (t === null ? null : moved(t));
  return {
    ...stored,
    raised: moved(stored.raised),
    since: moved(stored.since),
    rung: moved(stored.rung),
    sign: moved(stored.sign),
    // While the kiosk was dark nobody could answer: the question is asked anew.
    asking: stored.asking === null ? null : now.mono,
    claimed: movedIf(stored.claimed),
    handOver: stored.handOver === null ? null : { ...stored.handOver, since: moved(stored.handOver.since) },
    arrived: movedIf(stored.arrived),
    overdue: movedIf(stored.overdue),
    changed: { wall: stored.changed.wall, mono: moved(stored.changed.mono) },
  };
}
