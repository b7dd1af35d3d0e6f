import { accepted, refused } from './answers.ts';
import type { Call, CallCommand, CallStep, Moment, Owner } from './call.ts';
import { closed, first, raisedAgain } from './moves.ts';
import type { Staffing } from './policy.ts';

/** What only the owner of the present epoch may do. */
export function applyAsOwner(
  call: Call,
  command: Extract<CallCommand, { kind: 'release' | 'arrive' | 'resolve' | 'hand-over' }>,
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
    case 'hand-over':
      if (command.to.id === owner.id) return refused(call, 'taken');
      return accepted({ ...call, handOver: { to: command.to, since: now.mono } }, [{ kind: 'hand-over', owner, to: command.to }]);
    case 'arrive':
      if (call.state === 'arrived') return accepted(call);
      return accepted(
        {
          ...call,
          state: 'arrived',
          claimed: null,
          handOver: null,
          arrived: now.mono,
          times: first(call, 'toArrival', now),
        },
        [{ kind: 'arrived', owner }],
      );
    case 'resolve':
      if (call.state !== 'arrived') return refused(call, 'not-arrived');
      return accepted({ ...closed(call, 'resolved', now), outcome: command.outcome, helpNeeded: command.helpNeeded }, [
        { kind: 'closed', state: 'resolved' },
      ]);
  }
}

/** A colleague answers an offer. Accepting begins a new epoch: what the former owner still sends is too late. */
export function answerHandOver(
  call: Call,
  { employee, epoch, accept }: Extract<CallCommand, { kind: 'answer-hand-over' }>,
  now: Moment,
): CallStep {
  const { owner, handOver } = call;
  if (epoch !== call.epoch) return refused(call, 'old-epoch');
  if (owner === null || handOver?.to.id !== employee.id) return refused(call, 'not-offered');
  if (!accept)
    return accepted({ ...call, handOver: null }, [{ kind: 'hand-over-ended', owner, to: handOver.to, because: 'declined' }]);
  return accepted(
    {
      ...call,
      state: 'claimed',
      epoch: call.epoch + 1,
      owner: employee,
      claimed: now.mono,
      handOver: null,
      arrived: null,
      overdue: null,
    },
    [
      { kind: 'claim-ended', owner, because: 'handed-over' },
      { kind: 'claimed', owner: employee },
    ],
  );
}

/** The call goes back to everyone. */
export function handedBack(call: Call, owner: Owner, because: 'released' | 'gone', now: Moment, staffing: Staffing): CallStep {
  const next = raisedAgain(call, now, staffing);
  return accepted(next, [
    { kind: 'claim-ended', owner, because },
    { kind: 'notify', level: next.level, epoch: next.epoch },
  ]);
}
