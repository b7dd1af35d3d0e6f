import type { CallReason, Language } from '../contract/values.ts';
import { elapsed, millis, seconds } from '../units.ts';
import { accepted, keyOf, refused, remember } from './answers.ts';
import { answerHandOver, applyAsOwner, handedBack } from './as-owner.ts';
import { type Call, type CallAnswer, type CallCommand, type CallStep, isOpen, isWaiting, type Moment } from './call.ts';
import { closed, first } from './moves.ts';
import { type CallPolicy, defaultCallPolicy, levelAfter, priorityOf, type Staffing } from './policy.ts';
import { settle } from './settle.ts';

/** A touch within this time of the last one says nothing new, and is not written down. */
const SIGN_AGAIN = seconds(30);

/** What the kiosk sends to raise a call. */
export interface Raise {
  readonly id: string;
  readonly kioskId: string;
  readonly visitId: string;
  readonly reason: CallReason;
  readonly language: Language;
  readonly zoneId: string | null;
  readonly topic: string | null;
  readonly commandId: string;
}

/** Opens a call. It notifies at once, whatever the reason: nothing stands between a request and the first ring. */
export function raise(input: Raise, now: Moment, staffing: Staffing, policy: CallPolicy = defaultCallPolicy): CallStep {
  const level = levelAfter(millis(0), policy, staffing);
  const answer: CallAnswer = { refusal: null, owner: null, epoch: 1 };
  const call: Call = {
    id: input.id,
    kioskId: input.kioskId,
    visitId: input.visitId,
    language: input.language,
    zoneId: input.zoneId,
    topic: input.topic,
    policy,
    reasons: [input.reason],
    state: 'raised',
    epoch: 1,
    level,
    firstLevel: level,
    owner: null,
    raisedAt: now.wall,
    raised: now.mono,
    since: now.mono,
    rung: now.mono,
    paged: false,
    sign: now.mono,
    asking: null,
    claimed: null,
    handOver: null,
    arrived: null,
    overdue: null,
    times: { toReceipt: null, toSeen: null, toClaim: null, toArrival: null, toClose: null },
    wentUnanswered: false,
    outcome: null,
    expired: null,
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
export function reduce(before: Call, command: CallCommand, now: Moment, staffing: Staffing): CallStep {
  const key = keyOf(command);
  const given = key === null ? undefined : before.answers.find((entry) => entry.key === key);
  if (given) return { call: before, answer: given.answer, effects: [] };

  const [settled, effects] = settle(before, now, staffing);
  const step = apply(settled, command, now, staffing);
  const call = key === null ? step.call : { ...step.call, answers: remember(step.call.answers, { key, answer: step.answer }) };
  return {
    call: call === before ? before : { ...call, changed: now },
    answer: step.answer,
    effects: [...effects, ...step.effects],
  };
}

function apply(call: Call, command: CallCommand, now: Moment, staffing: Staffing): CallStep {
  if (command.kind === 'tick') return accepted(call);
  if (!isOpen(call)) return refused(call, 'closed');
  switch (command.kind) {
    case 'receipt':
      return accepted(received(call, now));
    case 'seen': {
      const there = received(call, now);
      return accepted(call.times.toSeen === null ? { ...there, times: first(there, 'toSeen', now) } : there);
    }
    case 'present': {
      const news = isWaiting(call) && (call.asking !== null || elapsed(call.sign, now.mono) >= SIGN_AGAIN);
      return accepted(news ? { ...call, sign: now.mono, asking: null } : call);
    }
    case 'add-reason': {
      const there = { ...call, sign: now.mono, asking: null };
      if (call.reasons.includes(command.reason)) return accepted(there);
      const reasons = [...call.reasons, command.reason];
      const moreUrgent = isWaiting(call) && priorityOf(reasons) > priorityOf(call.reasons);
      return accepted({ ...there, reasons }, moreUrgent ? [{ kind: 'notify', level: call.level, epoch: call.epoch }] : []);
    }
    case 'claim':
      if (command.epoch !== call.epoch) return refused(call, 'old-epoch');
      if (call.owner !== null) return call.owner.id === command.employee.id ? accepted(call) : refused(call, 'taken');
      return accepted(
        {
          ...call,
          state: 'claimed',
          owner: command.employee,
          asking: null,
          claimed: now.mono,
          times: first(call, 'toClaim', now),
        },
        [{ kind: 'claimed', owner: command.employee }],
      );
    case 'cancel':
      if (call.state === 'arrived') return refused(call, 'arrived');
      return accepted(closed(call, 'cancelled', now), [{ kind: 'closed', state: 'cancelled' }]);
    case 'owner-gone': {
      const { owner, handOver } = call;
      if (owner?.id === command.employeeId) return handedBack(call, owner, 'gone', now, staffing);
      if (owner === null || handOver?.to.id !== command.employeeId) return accepted(call);
      return accepted({ ...call, handOver: null }, [{ kind: 'hand-over-ended', owner, to: handOver.to, because: 'gone' }]);
    }
    case 'answer-hand-over':
      return answerHandOver(call, command, now);
    case 'release':
    case 'arrive':
    case 'resolve':
    case 'hand-over':
      return applyAsOwner(call, command, now, staffing);
  }
}

/** A device of this epoch has it: nobody needs to be paged any more. */
const received = (call: Call, now: Moment): Call =>
  call.state === 'raised' ? { ...call, state: 'notified', times: first(call, 'toReceipt', now) } : call;
