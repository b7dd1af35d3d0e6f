import type { CallLevel, CallOutcome, CallReason, CallState, Language } from '../contract/values.ts';
import type { EpochMs, Millis, MonoMs } from '../units.ts';
import type { CallPolicy } from './policy.ts';

/** Both clocks, read together by the caller. */
export interface Moment {
  readonly mono: MonoMs;
  readonly wall: EpochMs;
}

/** The employee who claimed a call. */
export interface Owner {
  readonly id: string;
  /** First name, as the shopper and colleagues read it. */
  readonly name: string;
}

/** A claimed call offered to a colleague. Until they accept, the owner keeps it. */
export interface HandOver {
  readonly to: Owner;
  readonly since: MonoMs;
}

/** How long each step took, counted from the first raise; null while it has not happened. First time of each kind. */
export interface CallTimes {
  /** A device received it, whether anybody looks or not: the receipt that keeps the pager channels silent. */
  readonly toReceipt: Millis | null;
  /** It stood on a visible screen. */
  readonly toSeen: Millis | null;
  readonly toClaim: Millis | null;
  readonly toArrival: Millis | null;
  readonly toClose: Millis | null;
}

/** A request for an employee: the whole state, plain data, stored as one row after every change. */
export interface Call {
  readonly id: string;
  readonly kioskId: string;
  readonly visitId: string;
  readonly language: Language;
  /** Where the shopper stands and what it is about (a product category), as far as known: who fits best is told first. */
  readonly zoneId: string | null;
  readonly topic: string | null;
  /** As it stood when the call was raised; a later version concerns later calls. */
  readonly policy: CallPolicy;
  /** In the order they came up, each once. Never empty. */
  readonly reasons: readonly CallReason[];
  readonly state: CallState;
  /** Rises each time the call goes back to everyone; a command that names an older one is refused. Starts at 1. */
  readonly epoch: number;
  readonly level: CallLevel;
  /** Where this epoch began on the ladder; anything above it was climbed by waiting. */
  readonly firstLevel: CallLevel;
  readonly owner: Owner | null;
  /** For records and for people; never used for a duration. */
  readonly raisedAt: EpochMs;
  readonly raised: MonoMs;
  /** Start of this epoch: the latest raise. */
  readonly since: MonoMs;
  /** When people were last told in this epoch. */
  readonly rung: MonoMs;
  /** True once the pager channels were used in this epoch, because no device had shown the call. */
  readonly paged: boolean;
  /** The shopper's last touch, noted at most every half minute. */
  readonly sign: MonoMs;
  /** Since when the kiosk has been asking whether anybody is still there. */
  readonly asking: MonoMs | null;
  /** When the present claim was accepted. */
  readonly claimed: MonoMs | null;
  readonly handOver: HandOver | null;
  /** When the present owner arrived. */
  readonly arrived: MonoMs | null;
  /** When the owner was reminded to note how it ended. */
  readonly overdue: MonoMs | null;
  readonly times: CallTimes;
  /** True once the shopper was told that nobody had answered; stays true for the report. */
  readonly wentUnanswered: boolean;
  readonly outcome: CallOutcome | null;
  /** Why it expired: nobody at the kiosk said that they were still there, or nobody noted how it ended. */
  readonly expired: 'nobody-there' | 'not-noted' | null;
  readonly helpNeeded: boolean | null;
  /** Answers already given, newest last, so that a repeated command gets the same one. */
  readonly answers: readonly GivenAnswer[];
  /** When this state came about, on both clocks: what {@link restore} counts from after a restart. */
  readonly changed: Moment;
}

/** Why a command was refused. `taken`: somebody else owns it. `old-epoch`: it was raised again since. `closed`: it has ended.
 * `arrived`: too late to cancel. `not-claimed`, `not-arrived`: a step is missing. `not-offered`: nobody handed it to this employee. */
export const callRefusals = ['taken', 'old-epoch', 'closed', 'arrived', 'not-claimed', 'not-arrived', 'not-offered'] as const;
export type CallRefusal = (typeof callRefusals)[number];

/** What the sender of a command is told. A refusal is an ordinary answer. */
export interface CallAnswer {
  readonly refusal: CallRefusal | null;
  /** First name of the owner at that moment. */
  readonly owner: string | null;
  readonly epoch: number;
}

export interface GivenAnswer {
  /** Sender and command id together: two senders may pick the same id. */
  readonly key: string;
  readonly answer: CallAnswer;
}

interface FromEmployee {
  readonly commandId: string;
  /** The epoch the employee's page showed. */
  readonly epoch: number;
}

/** Everything that can happen to a call after its raise. */
export type CallCommand =
  | { readonly kind: 'add-reason'; readonly commandId: string; readonly reason: CallReason }
  /** A device received the call. Carries no command id: repeating it changes nothing anyway. */
  | { readonly kind: 'receipt' }
  /** A device showed the call on a visible screen; it has then received it too. */
  | { readonly kind: 'seen' }
  | ({ readonly kind: 'claim'; readonly employee: Owner } & FromEmployee)
  | ({ readonly kind: 'release'; readonly employeeId: string } & FromEmployee)
  | ({ readonly kind: 'arrive'; readonly employeeId: string } & FromEmployee)
  /** Offers a claimed call to a colleague, who has to accept it. */
  | ({ readonly kind: 'hand-over'; readonly employeeId: string; readonly to: Owner } & FromEmployee)
  | ({ readonly kind: 'answer-hand-over'; readonly employee: Owner; readonly accept: boolean } & FromEmployee)
  | ({
      readonly kind: 'resolve';
      readonly employeeId: string;
      readonly outcome: CallOutcome;
      readonly helpNeeded: boolean;
    } & FromEmployee)
  | { readonly kind: 'cancel'; readonly commandId: string }
  /** The shopper touched the kiosk. Repeating it changes nothing. */
  | { readonly kind: 'present' }
  /** This employee cannot act any more; a call they hold goes back to everyone, even from `arrived`. Repeating it changes nothing. */
  | { readonly kind: 'owner-gone'; readonly employeeId: string }
  /** Time passed, or the staffing changed. */
  | { readonly kind: 'tick' };

/** What the caller must do after it stored the new state. */
export type CallEffect =
  /** Ring the devices of the call's audience: it is new, back, more urgent, or more people hear it. */
  | { readonly kind: 'notify'; readonly level: CallLevel; readonly epoch: number }
  /** No device has shown the call in time, or still none as it climbs: reach people by other channels. */
  | { readonly kind: 'page'; readonly level: CallLevel; readonly epoch: number }
  /** An employee is coming: stop ringing, switch the camera off. */
  | { readonly kind: 'claimed'; readonly owner: Owner }
  | { readonly kind: 'arrived'; readonly owner: Owner }
  /** The claim is over; tell its former owner. */
  | { readonly kind: 'claim-ended'; readonly owner: Owner; readonly because: 'lease' | 'released' | 'gone' | 'handed-over' }
  /** Ring the devices of the colleague who is asked to take the call over. */
  | { readonly kind: 'hand-over'; readonly owner: Owner; readonly to: Owner }
  | {
      readonly kind: 'hand-over-ended';
      readonly owner: Owner;
      readonly to: Owner;
      readonly because: 'declined' | 'no-answer' | 'gone';
    }
  /** Remind the owner to note how it ended. */
  | { readonly kind: 'overdue'; readonly owner: Owner }
  /** Everyone was told and nobody answered: tell the shopper. */
  | { readonly kind: 'unanswered' }
  /** Nobody answered and nobody touched the kiosk for long: it asks whether anybody is still there. */
  | { readonly kind: 'still-there' }
  | { readonly kind: 'closed'; readonly state: ClosedState };

export type ClosedState = Extract<CallState, 'resolved' | 'cancelled' | 'expired'>;

/** The outcome of one step. `call` is the same object when nothing changed, so the caller can skip the write. */
export interface CallStep {
  readonly call: Call;
  readonly answer: CallAnswer;
  readonly effects: readonly CallEffect[];
}

/** True until the call is resolved, cancelled or expired. */
export const isOpen = (call: Call): boolean =>
  call.state !== 'resolved' && call.state !== 'cancelled' && call.state !== 'expired';
/** True while the call waits for somebody to claim it. */
export const isWaiting = (call: Call): boolean => call.state === 'raised' || call.state === 'notified';
