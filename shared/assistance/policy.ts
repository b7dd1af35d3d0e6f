import type { CallLevel, CallReason } from '../contract/values.ts';
import { type Millis, seconds } from '../units.ts';

/** How long a call waits for whom. All durations count from the latest raise of the call. */
export interface CallPolicy {
  /** From then on everyone on duty is told, busy or not. */
  readonly onDutyAfter: Millis;
  /** From then on managers are told too. */
  readonly managerAfter: Millis;
  /** From then on the shopper is told that nobody has answered. The call stays open. */
  readonly unansweredAfter: Millis;
  /** Time from claim to arrival before the call goes back to everyone: a claim that nobody keeps must not silence the call. */
  readonly lease: Millis;
}

/** Store defaults: an unanswered shopper hears the truth within a minute and a half. */
export const defaultCallPolicy: CallPolicy = {
  onDutyAfter: seconds(20),
  managerAfter: seconds(45),
  unansweredAfter: seconds(90),
  lease: seconds(90),
};

/** Who is there to answer, as counted at this moment. Managers count only when they are on duty. */
export interface Staffing {
  readonly onDuty: number;
  /** On duty and without a claimed or arrived call. */
  readonly free: number;
}

const ladder: readonly CallLevel[] = ['available', 'on-duty', 'manager', 'unanswered'];

/** Position of a level on the ladder; higher means that more people were told. */
export const levelRank = (level: CallLevel): number => ladder.indexOf(level);

/** The lowest level at which anybody hears the call: telling an empty room would only lose time. */
export function lowestUsefulLevel(staffing: Staffing): CallLevel {
  if (staffing.onDuty === 0) return 'manager';
  return staffing.free === 0 ? 'on-duty' : 'available';
}

/** The level that the waiting time alone demands. */
export function levelAfter(waited: Millis, policy: CallPolicy): CallLevel {
  if (waited >= policy.unansweredAfter) return 'unanswered';
  if (waited >= policy.managerAfter) return 'manager';
  return waited >= policy.onDutyAfter ? 'on-duty' : 'available';
}

/** When, counted from the latest raise, a call at `level` climbs next; null at the top. */
export function nextLevelAfter(level: CallLevel, policy: CallPolicy): Millis | null {
  switch (level) {
    case 'available':
      return policy.onDutyAfter;
    case 'on-duty':
      return policy.managerAfter;
    case 'manager':
      return policy.unansweredAfter;
    case 'unanswered':
      return null;
  }
}

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
