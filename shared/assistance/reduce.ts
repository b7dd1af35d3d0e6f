import type { CallReason, Language } from '../contract/values.ts';
import { after, elapsed, type Millis, millis } from '../units.ts';
import {
  type Call,
  type CallAnswer,
  type CallCommand,
  type CallEffect,
  type CallRefusal,
  type CallStep,
  type GivenAnswer,
  isOpen,
  isWaiting,
  type Moment,
  type Owner,
} from './call.ts';
import {
  type CallPolicy,
  defaultCallPolicy,
  levelAfter,
  levelRank,
  lowestUsefulLevel,
  nextLevelAfter,
  priorityOf,
  type Staffing,
} from './policy.ts';

/** Enough for every double tap and retry of one call; a bound, because a faulty page must not grow the row for ever. */
const rememberedAnswers = 200;

/** What the kiosk sends to raise a call. */
export interface Raise {
  readonly id: string;
  readonly kioskId: string;
  readonly visitId: string;
  readonly reason: CallReason;
  readonly language: Language;
  readonly commandId: string;
}

/** Opens a call. It notifies at once, whatever the reason: nothing stands between a request and the first ring. */
export function raise(input: Raise, now: Moment, staffing: Staffing): CallStep {
  const level = lowestUsefulLevel(staffing);
  const answer: CallAnswer = { refusal: null, owner: null, epoch: 1 };
  const call: Call = {
    id: input.id,
    kioskId: input.kioskId,
    visitId: input.visitId,
    language: input.language,
    reasons: [input.reason],
    state: 'raised',
    epoch: 1,
    level,
    firstLevel: level,
    owner: null,
    raisedAt: now.wall,
    raised: now.mono,
    since: now.mono,
    claimed: null,
    times: { toReceipt: null, toClaim: null, toArrival: null, toClose: null },
    wentUnanswered: false,
    outcome: null,
    helpNeeded: null,
    answers: [{ key: keyOf({ kind: 'add-reason', commandId: input.commandId, reason: input.reason })!, answer }],
    changed: now,
  };
  return { call, answer, effects: [{ kind: 'notify', level, epoch: 1 }] };
}

/**
 * Applies one command to a call. Time that has passed is settled first, so a late timer never changes what a command does.
 * Refusals are answers, not errors; a repeated command id changes nothing and gets its first answer again.
 */
export function reduce(
  before: Call,
  command: CallCommand,
  now: Moment,
  staffing: Staffing,
  policy: CallPolicy = defaultCallPolicy,
): CallStep {
  const key = keyOf(command);
  const given = key === null ? undefined : before.answers.find((entry) => entry.key === key);
  if (given) return { call: before, answer: given.answer, effects: [] };

  const settled = settle(before, now, staffing, policy);
  const step = apply(settled.call, command, now, staffing);
  const call = key === null ? step.call : { ...step.call, answers: remember(step.call.answers, { key, answer: step.answer }) };
  const effects = [...settled.effects, ...step.effects];
  return { call: call === before ? before : { ...call, changed: now }, answer: step.answer, effects };
}

/** How long until the next `tick` matters; null when only a person can move the call on. */
export function nextDeadline(call: Call, now: Moment, policy: CallPolicy = defaultCallPolicy): Millis | null {
  if (call.state === 'claimed' && call.claimed !== null) return until(after(call.claimed, policy.lease), now);
  if (!isWaiting(call)) return null;
  const climb = nextLevelAfter(call.level, policy);
  return climb === null ? null : until(after(call.since, climb), now);
}

/** Whether this command id was already answered, for a caller that looks for the call a repeated command belongs to. */
export const knowsCommand = (call: Call, sender: 'kiosk' | { employeeId: string }, commandId: string): boolean =>
  call.answers.some((entry) => entry.key === `${sender === 'kiosk' ? '' : sender.employeeId}/${commandId}`);

const until = (deadline: number, now: Moment): Millis => millis(Math.max(0, deadline - now.mono));

function settle(before: Call, now: Moment, staffing: Staffing, policy: CallPolicy): { call: Call; effects: CallEffect[] } {
  let call = before;
  const effects: CallEffect[] = [];
  if (call.state === 'claimed' && call.owner !== null && call.claimed !== null) {
    if (elapsed(call.claimed, now.mono) < policy.lease) return { call, effects };
    effects.push({ kind: 'claim-ended', owner: call.owner, because: 'lease' });
    call = raisedAgain(call, now, staffing);
    effects.push({ kind: 'notify', level: call.level, epoch: call.epoch });
  }
  if (!isWaiting(call)) return { call, effects };

  const wanted = [levelAfter(elapsed(call.since, now.mono), policy), lowestUsefulLevel(staffing)];
  const level = wanted.reduce((top, next) => (levelRank(next) > levelRank(top) ? next : top), call.level);
  if (level !== call.level) {
    const unanswered = level === 'unanswered';
    call = { ...call, level, wentUnanswered: call.wentUnanswered || unanswered };
    effects.push({ kind: 'notify', level, epoch: call.epoch });
    if (unanswered) effects.push({ kind: 'unanswered' });
  }
  return { call, effects };
}

function apply(call: Call, command: CallCommand, now: Moment, staffing: Staffing): CallStep {
  if (command.kind === 'tick') return accepted(call);
  if (!isOpen(call)) return refused(call, 'closed');
  switch (command.kind) {
    case 'receipt':
      if (call.state !== 'raised') return accepted(call);
      return accepted({ ...call, state: 'notified', times: first(call, 'toReceipt', now) });
    case 'add-reason': {
      if (call.reasons.includes(command.reason)) return accepted(call);
      const reasons = [...call.reasons, command.reason];
      const moreUrgent = isWaiting(call) && priorityOf(reasons) > priorityOf(call.reasons);
      return accepted({ ...call, reasons }, moreUrgent ? [{ kind: 'notify', level: call.level, epoch: call.epoch }] : []);
    }
    case 'claim':
      if (command.epoch !== call.epoch) return refused(call, 'old-epoch');
      if (call.owner !== null) return call.owner.id === command.employee.id ? accepted(call) : refused(call, 'taken');
      return accepted(
        { ...call, state: 'claimed', owner: command.employee, claimed: now.mono, times: first(call, 'toClaim', now) },
        [{ kind: 'claimed', owner: command.employee }],
      );
    case 'cancel':
      if (call.state === 'arrived') return refused(call, 'arrived');
      return accepted(closed(call, 'cancelled', now), [{ kind: 'closed', state: 'cancelled' }]);
    case 'owner-gone':
      return call.owner?.id === command.employeeId ? handedBack(call, call.owner, 'gone', now, staffing) : accepted(call);
    case 'release':
    case 'arrive':
    case 'resolve':
      return applyAsOwner(call, command, now, staffing);
  }
}

function applyAsOwner(
  call: Call,
  command: Extract<CallCommand, { kind: 'release' | 'arrive' | 'resolve' }>,
  now: Moment,
  staffing: Staffing,
): CallStep {
  const { owner } = call;
  if (command.epoch !== call.epoch) return refused(call, 'old-epoch');
  if (owner === null) return refused(call, 'not-claimed');
  if (owner.id !== command.employeeId) return refused(call, 'taken');
  switch (command.kind) {
    case 'release':
      return call.state === 'arrived' ? refused(call, 'arrived') : handedBack(call, owner, 'released', now, staffing);
    case 'arrive':
      if (call.state === 'arrived') return accepted(call);
      return accepted({ ...call, state: 'arrived', claimed: null, times: first(call, 'toArrival', now) }, [
        { kind: 'arrived', owner },
      ]);
    case 'resolve':
      if (call.state !== 'arrived') return refused(call, 'not-arrived');
      return accepted({ ...closed(call, 'resolved', now), outcome: command.outcome, helpNeeded: command.helpNeeded }, [
        { kind: 'closed', state: 'resolved' },
      ]);
  }
}

function handedBack(call: Call, owner: Owner, because: 'released' | 'gone', now: Moment, staffing: Staffing): CallStep {
  const next = raisedAgain(call, now, staffing);
  return accepted(next, [
    { kind: 'claim-ended', owner, because },
    { kind: 'notify', level: next.level, epoch: next.epoch },
  ]);
}

/** Back to everyone under a new epoch. The ladder starts again from the bottom that is of use. */
function raisedAgain(call: Call, now: Moment, staffing: Staffing): Call {
  const level = lowestUsefulLevel(staffing);
  const epoch = call.epoch + 1;
  return { ...call, state: 'raised', epoch, level, firstLevel: level, owner: null, claimed: null, since: now.mono };
}

const closed = (call: Call, state: 'resolved' | 'cancelled', now: Moment): Call => ({
  ...call,
  state,
  claimed: null,
  times: first(call, 'toClose', now),
});

const first = (call: Call, step: keyof Call['times'], now: Moment): Call['times'] => ({
  ...call.times,
  [step]: call.times[step] ?? elapsed(call.raised, now.mono),
});

const answerOf = (call: Call, refusal: CallRefusal | null): CallAnswer => ({
  refusal,
  owner: call.owner?.name ?? null,
  epoch: call.epoch,
});
const accepted = (call: Call, effects: CallEffect[] = []): CallStep => ({ call, answer: answerOf(call, null), effects });
const refused = (call: Call, refusal: CallRefusal): CallStep => ({ call, answer: answerOf(call, refusal), effects: [] });

function keyOf(command: CallCommand): string | null {
  switch (command.kind) {
    case 'tick':
    case 'receipt':
    case 'owner-gone':
      return null;
    case 'add-reason':
    case 'cancel':
      return `/${command.commandId}`;
    case 'claim':
      return `${command.employee.id}/${command.commandId}`;
    default:
      return `${command.employeeId}/${command.commandId}`;
  }
}

const remember = (answers: readonly GivenAnswer[], entry: GivenAnswer): readonly GivenAnswer[] =>
  [...answers, entry].slice(-rememberedAnswers);
