import type { CallView } from '../contract/kiosk.ts';
import { elapsed, type Millis, millis } from '../units.ts';
import { type Call, isOpen, isWaiting, type Moment } from './call.ts';
import { type CallPolicy, defaultCallPolicy, levelRank, priorityOf } from './policy.ts';

/** What the kiosk may truthfully say about a call at this moment. */
export function progress(call: Call, staffing: { readonly employeesOnDuty: number }): CallView['progress'] {
  switch (call.state) {
    case 'resolved':
      return 'done';
    case 'cancelled':
      return 'cancelled';
    case 'arrived':
      return 'here';
    case 'claimed':
      return 'coming';
    case 'raised':
    case 'notified':
      if (call.level === 'unanswered') return 'unanswered';
      if (staffing.employeesOnDuty === 0) return 'nobody-on-duty';
      // After a lapsed claim the shopper was already promised somebody: "sent" would read as if the wait began only now.
      if (call.epoch > 1 || levelRank(call.level) > levelRank(call.firstLevel)) return 'waiting';
      return call.state === 'notified' ? 'seen' : 'sent';
  }
}

/** How long the shopper has waited since the first raise; the final figure once the call is closed. */
export const waited = (call: Call, now: Moment): Millis => call.times.toClose ?? elapsed(call.raised, now.mono);

/** Time left for the owner to arrive; null unless claimed. */
export const leaseLeft = (call: Call, now: Moment, policy: CallPolicy = defaultCallPolicy): Millis | null =>
  call.state === 'claimed' && call.claimed !== null ? millis(Math.max(0, policy.lease - elapsed(call.claimed, now.mono))) : null;

/** An employee as far as calls are concerned. */
export interface Helper {
  readonly id: string;
  readonly manager: boolean;
  readonly onDuty: boolean;
  /** Has no claimed or arrived call. */
  readonly free: boolean;
}

/** The employees who see a call now. Its owner always does; the others see who took it, so that nobody runs in vain. */
export function audience<H extends Helper>(call: Call, employees: readonly H[]): H[] {
  if (!isOpen(call)) return [];
  return employees.filter((employee) => employee.id === call.owner?.id || hears(call, employee));
}

function hears(call: Call, employee: Helper): boolean {
  switch (call.level) {
    case 'available':
      return employee.onDuty && employee.free;
    case 'on-duty':
      return employee.onDuty;
    case 'manager':
    case 'unanswered':
      // A manager hears it off duty too: otherwise, with nobody on duty, nobody would.
      return employee.onDuty || employee.manager;
  }
}

/** Sorts calls, most urgent first: waiting before claimed, then by reason, then by waiting time. */
export const byUrgency = (a: Call, b: Call): number =>
  Number(isWaiting(b)) - Number(isWaiting(a)) ||
  priorityOf(b.reasons) - priorityOf(a.reasons) ||
  a.raised - b.raised ||
  (a.id < b.id ? -1 : 1);
