import { type EscalationPolicy, levelRank } from '../contract/escalation.ts';
import type { CallLevel, CallReason } from '../contract/values.ts';
import { type Millis, millis, minutes, seconds } from '../units.ts';

/** A policy with its version number: 0 is the house default, the manager's own count from 1. */
export interface CallPolicy extends EscalationPolicy {
  readonly version: number;
}

/** What holds until a manager decides otherwise. */
export const defaultCallPolicy: CallPolicy = {
  version: 0,
  steps: [
    { afterMs: millis(0), reach: 'matching' },
    { afterMs: seconds(30), reach: 'on-duty' },
    { afterMs: seconds(60), reach: 'manager' },
    { afterMs: seconds(120), reach: 'unanswered' },
  ],
  receiptWithinMs: seconds(5),
  leaseMs: seconds(90),
  repeatMs: seconds(120),
  stillThereAfterMs: minutes(10),
  overdueAfterMs: minutes(15),
};

/** How long the kiosk waits for an answer to "are you still waiting?". */
export const stillThereWithin: Millis = minutes(2);
/** How long a colleague has to accept a call; until then its owner keeps it. */
export const handOverWithin: Millis = seconds(30);
/** After the reminder to note how it ended, a call stays open this long. */
export const closeAfterReminder: Millis = minutes(15);

/** Who is there to answer a call, as counted at this moment. Managers count only when they are on duty. */
export interface Staffing {
  readonly onDuty: number;
  /** On duty and without a claimed or arrived call. */
  readonly free: number;
  /** Free, and fitting the call's zone, subject and language. */
  readonly matching: number;
}

/** The lowest level at which anybody hears the call: telling an empty room would only lose time. */
function lowestUsefulLevel(staffing: Staffing): CallLevel {
  if (staffing.onDuty === 0) return 'manager';
  if (staffing.free === 0) return 'on-duty';
  return staffing.matching === 0 ? 'available' : 'matching';
}

/** The level that the waiting time and the people there demand together. */
export function levelAfter(waited: Millis, policy: CallPolicy, staffing: Staffing): CallLevel {
  const useful = lowestUsefulLevel(staffing);
  const due = policy.steps.findLast((step) => step.afterMs <= waited)?.reach ?? useful;
  return levelRank(due) > levelRank(useful) ? due : useful;
}

/** When, counted from the latest raise, a call at `level` climbs next; null at the top. */
export const nextLevelAfter = (level: CallLevel, policy: CallPolicy): Millis | null =>
  policy.steps.find((step) => levelRank(step.reach) > levelRank(level))?.afterMs ?? null;

/** Order among waiting calls. What the shopper said weighs more than what the machine concluded. */
const weight: Record<CallReason, number> = {
  complaint: 3,
  asked: 3,
  'repeated-failure': 2,
  difficulty: 2,
  'product-advice': 1,
};

/** Priority of a call by its strongest reason; higher is more urgent. */
export const priorityOf = (reasons: readonly CallReason[]): number => Math.max(...reasons.map((reason) => weight[reason]));
