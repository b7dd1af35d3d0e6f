import { after, type Millis, type MonoMs, millis } from '../units.ts';
import { type Call, isWaiting, type Moment } from './call.ts';
import { closeAfterReminder, handOverWithin, nextLevelAfter, stillThereWithin } from './policy.ts';

/** When the lease of the present claim ends; null unless claimed. */
export const leaseEnd = (call: Call): MonoMs | null =>
  call.state === 'claimed' && call.claimed !== null ? after(call.claimed, call.policy.leaseMs) : null;

/** When an offer to a colleague lapses; null without one. */
export const handOverEnd = (call: Call): MonoMs | null =>
  call.handOver === null ? null : after(call.handOver.since, handOverWithin);

/** When the owner who arrived is reminded; null once that happened, or before an arrival. */
export const overdueAt = (call: Call): MonoMs | null =>
  call.state === 'arrived' && call.arrived !== null && call.overdue === null
    ? after(call.arrived, call.policy.overdueAfterMs)
    : null;

/** When a call that nobody noted the end of is closed; null before its reminder. */
export const unnotedAt = (call: Call): MonoMs | null =>
  call.state === 'arrived' && call.overdue !== null ? after(call.overdue, closeAfterReminder) : null;

/** When the pager channels are used; null once they were, or once a device has shown the call. */
export const pageAt = (call: Call): MonoMs | null =>
  call.state === 'raised' && !call.paged ? after(call.since, call.policy.receiptWithinMs) : null;

const atTop = (call: Call): boolean => isWaiting(call) && call.level === 'unanswered';

/** When everyone is told again; null below the end of the ladder. */
export const repeatAt = (call: Call): MonoMs | null => (atTop(call) ? after(call.rung, call.policy.repeatMs) : null);

/** When the kiosk asks whether anybody is still there. A wait for somebody who did not come counts from the new raise. */
export const askAt = (call: Call): MonoMs | null =>
  atTop(call) && call.asking === null
    ? after(call.sign > call.since ? call.sign : call.since, call.policy.stillThereAfterMs)
    : null;

/** When a question that nobody answered ends the call; null while none is asked. */
export const nobodyThereAt = (call: Call): MonoMs | null =>
  isWaiting(call) && call.asking !== null ? after(call.asking, stillThereWithin) : null;

function climbAt(call: Call): MonoMs | null {
  const climb = isWaiting(call) ? nextLevelAfter(call.level, call.policy) : null;
  return climb === null ? null : after(call.since, climb);
}

/** How long until the next `tick` matters. Every open call has one; null once it is closed. */
export function nextDeadline(call: Call, now: Moment): Millis | null {
  const all = [leaseEnd, handOverEnd, overdueAt, unnotedAt, climbAt, pageAt, repeatAt, askAt, nobodyThereAt];
  const due = all.map((deadline) => deadline(call)).filter((deadline) => deadline !== null);
  return due.length === 0 ? null : millis(Math.max(0, Math.min(...due) - now.mono));
}
