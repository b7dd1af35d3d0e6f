import { levelRank } from '../contract/escalation.ts';
import { elapsed, type MonoMs } from '../units.ts';
import { type Call, type CallEffect, isWaiting, type Moment } from './call.ts';
import { askAt, handOverEnd, leaseEnd, nobodyThereAt, overdueAt, pageAt, repeatAt, unnotedAt } from './deadlines.ts';
import { closed, raisedAgain } from './moves.ts';
import { levelAfter, type Staffing } from './policy.ts';

type Settled = readonly [Call, readonly CallEffect[]];

const due = (deadline: MonoMs | null, now: Moment): boolean => deadline !== null && deadline <= now.mono;

/** Lets the time that has passed, and the people who are there now, act on a call. */
export function settle(before: Call, now: Moment, staffing: Staffing): Settled {
  let call = before;
  const effects: CallEffect[] = [];
  for (const rule of [lapse, forgotten, climb, doubt]) {
    const [next, more] = rule(call, now, staffing);
    call = next;
    effects.push(...more);
  }
  return [call, effects];
}

/** A hand-over that nobody answered, and a claim that nobody kept. */
function lapse(call: Call, now: Moment, staffing: Staffing): Settled {
  const { owner, handOver } = call;
  if (owner === null) return [call, []];
  if (due(leaseEnd(call), now)) {
    const next = raisedAgain(call, now, staffing);
    return [
      next,
      [
        { kind: 'claim-ended', owner, because: 'lease' },
        { kind: 'notify', level: next.level, epoch: next.epoch },
      ],
    ];
  }
  if (handOver === null || !due(handOverEnd(call), now)) return [call, []];
  return [{ ...call, handOver: null }, [{ kind: 'hand-over-ended', owner, to: handOver.to, because: 'no-answer' }]];
}

/** An employee is there and has not said how it ended: a reminder first, then an end that claims nothing. */
function forgotten(call: Call, now: Moment): Settled {
  if (call.owner !== null && due(overdueAt(call), now))
    return [{ ...call, overdue: now.mono }, [{ kind: 'overdue', owner: call.owner }]];
  if (!due(unnotedAt(call), now)) return [call, []];
  return [{ ...closed(call, 'expired', now), expired: 'not-noted' }, [{ kind: 'closed', state: 'expired' }]];
}

/** More people hear it; or, at the end of the ladder, the same ones again; and by other channels while no device has shown it. */
function climb(call: Call, now: Moment, staffing: Staffing): Settled {
  if (!isWaiting(call)) return [call, []];
  const wanted = levelAfter(elapsed(call.since, now.mono), call.policy, staffing);
  const climbs = levelRank(wanted) > levelRank(call.level);
  const rings = climbs || due(repeatAt(call), now);
  const pages = call.state === 'raised' && (due(pageAt(call), now) || (call.paged && rings));
  if (!rings && !pages) return [call, []];
  const level = climbs ? wanted : call.level;
  const unanswered = climbs && level === 'unanswered';
  const effects: CallEffect[] = [];
  if (rings) effects.push({ kind: 'notify', level, epoch: call.epoch });
  if (pages) effects.push({ kind: 'page', level, epoch: call.epoch });
  if (unanswered) effects.push({ kind: 'unanswered' });
  return [
    {
      ...call,
      level,
      rung: rings ? now.mono : call.rung,
      paged: call.paged || pages,
      wentUnanswered: call.wentUnanswered || unanswered,
    },
    effects,
  ];
}

/** Everyone was told, nobody came, and the kiosk was not touched for long: it asks, and only then gives up. */
function doubt(call: Call, now: Moment): Settled {
  if (due(askAt(call), now)) return [{ ...call, asking: now.mono }, [{ kind: 'still-there' }]];
  if (!due(nobodyThereAt(call), now)) return [call, []];
  return [{ ...closed(call, 'expired', now), expired: 'nobody-there' }, [{ kind: 'closed', state: 'expired' }]];
}
