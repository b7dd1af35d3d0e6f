import { levelRank } from '../contract/escalation.ts';
import type { CallView } from '../contract/kiosk.ts';
import { elapsed, type Millis, millis } from '../units.ts';
import { type Call, isOpen, isWaiting, type Moment } from './call.ts';
import { handOverEnd, leaseEnd } from './deadlines.ts';
import { priorityOf, type Staffing } from './policy.ts';

/** What the kiosk may truthfully say about a call at this moment. */
export function progress(
  call: Call,
  floor: Pick<Staffing, 'onDuty' | 'free'> & { readonly storeOpen: boolean },
): CallView['progress'] {
  switch (call.state) {
    case 'expired':
      return 'expired';
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
      if (call.asking !== null) return 'still-there';
      if (call.level === 'unanswered') return 'unanswered';
      if (floor.onDuty === 0) return floor.storeOpen ? 'nobody-on-duty' : 'closed-hours';
      if (floor.free === 0) return 'all-busy';
      // After a lapsed claim the shopper was already promised somebody: "sent" would read as if the wait began only now.
      if (call.epoch > 1 || levelRank(call.level) > levelRank(call.firstLevel)) return 'waiting';
      // Received is not seen: a telephone in a pocket has it too.
      return call.state === 'notified' && call.times.toSeen !== null ? 'seen' : 'sent';
  }
}

/** How long the shopper has waited since the first raise; the final figure once the call is closed. */
export const waited = (call: Call, now: Moment): Millis => call.times.toClose ?? elapsed(call.raised, now.mono);

/** Time left for the owner to arrive; null unless claimed. */
export const leaseLeft = (call: Call, now: Moment): Millis | null => left(leaseEnd(call), now);

/** Time left for a colleague to accept; null without an offer. */
export const handOverLeft = (call: Call, now: Moment): Millis | null => left(handOverEnd(call), now);

const left = (deadline: number | null, now: Moment): Millis | null =>
  deadline === null ? null : millis(Math.max(0, deadline - now.mono));

/** An employee as far as calls are concerned. */
export interface Helper {
  readonly id: string;
  readonly manager: boolean;
  readonly onDuty: boolean;
  /** Has no claimed or arrived call. */
  readonly free: boolean;
  /** Fits this call's zone, subject and language. */
  readonly fits: boolean;
}

/** The employees who see a call now. Its owner and whom they hand it to always do; the others see who took it, so that nobody runs in vain. */
export function audience<H extends Helper>(call: Call, employees: readonly H[]): H[] {
  if (!isOpen(call)) return [];
  return employees.filter(
    (employee) => employee.id === call.owner?.id || employee.id === call.handOver?.to.id || hears(call, employee),
  );
}

function hears(call: Call, employee: Helper): boolean {
  switch (call.level) {
    case 'matching':
      return employee.onDuty && employee.free && employee.fits;
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
