import { elapsed, millis } from '../units.ts';
import type { Call, ClosedState, Moment } from './call.ts';
import { levelAfter, type Staffing } from './policy.ts';

/** Back to everyone under a new epoch. The ladder starts again from the bottom that is of use. */
export function raisedAgain(call: Call, now: Moment, staffing: Staffing): Call {
  const level = levelAfter(millis(0), call.policy, staffing);
  return {
    ...call,
    state: 'raised',
    epoch: call.epoch + 1,
    level,
    firstLevel: level,
    owner: null,
    since: now.mono,
    rung: now.mono,
    paged: false,
    asking: null,
    claimed: null,
    handOver: null,
    arrived: null,
    overdue: null,
  };
}

/** Ended, for good. */
export const closed = (call: Call, state: ClosedState, now: Moment): Call => ({
  ...call,
  state,
  claimed: null,
  handOver: null,
  arrived: null,
  asking: null,
  times: first(call, 'toClose', now),
});

/** The call's times with `step` measured now, unless it happened before. */
export const first = (call: Call, step: keyof Call['times'], now: Moment): Call['times'] => ({
  ...call.times,
  [step]: call.times[step] ?? elapsed(call.raised, now.mono),
});
