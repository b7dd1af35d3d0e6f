import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Call, type CallCommand, isOpen } from '../../../shared/assistance/call.ts';
import { nextDeadline } from '../../../shared/assistance/deadlines.ts';
import type { Staffing } from '../../../shared/assistance/policy.ts';
import { raise, reduce } from '../../../shared/assistance/reduce.ts';
import { restore } from '../../../shared/assistance/restore.ts';
import { progress } from '../../../shared/assistance/view.ts';
import { epochMs, monoMs } from '../../../shared/units.ts';
import { at, fresh } from './calls.ts';

const employee = fc.constantFrom('lea', 'ben', 'zoe');
const epoch = fc.integer({ min: 1, max: 4 });
const commandId = fc.integer({ min: 0, max: 60 }).map(String);

const command: fc.Arbitrary<CallCommand> = fc.oneof(
  fc.record({ kind: fc.constant('tick' as const) }),
  fc.record({ kind: fc.constant('receipt' as const) }),
  fc.record({
    kind: fc.constant('add-reason' as const),
    commandId,
    reason: fc.constantFrom('asked', 'complaint', 'difficulty' as const),
  }),
  fc.record({ kind: fc.constant('claim' as const), commandId, epoch, employee: fc.record({ id: employee, name: employee }) }),
  fc.record({ kind: fc.constant('release' as const), commandId, epoch, employeeId: employee }),
  fc.record({ kind: fc.constant('arrive' as const), commandId, epoch, employeeId: employee }),
  fc.record({
    kind: fc.constant('resolve' as const),
    commandId,
    epoch,
    employeeId: employee,
    outcome: fc.constant('helped' as const),
    helpNeeded: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('hand-over' as const),
    commandId,
    epoch,
    employeeId: employee,
    to: fc.record({ id: employee, name: employee }),
  }),
  fc.record({
    kind: fc.constant('answer-hand-over' as const),
    commandId,
    epoch,
    employee: fc.record({ id: employee, name: employee }),
    accept: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('present' as const) }),
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), commandId }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('owner-gone' as const), employeeId: employee }) },
);
const staffing: fc.Arbitrary<Staffing> = fc
  .tuple(fc.nat(3), fc.nat(3), fc.nat(3))
  .map(([onDuty, free, matching]) => ({ onDuty, free: Math.min(free, onDuty), matching: Math.min(matching, free, onDuty) }));
const script = fc.array(
  fc.record({ wait: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 1000 })), command, staffing }),
  { maxLength: 40 },
);

/** Plays a random life of a call and shows every step to `check`. */
function live(steps: readonly { wait: number; command: CallCommand; staffing: Staffing }[], check: (step: Step) => void): void {
  let seconds = 0;
  let { call } = raise(fresh, at(0), { onDuty: 1, free: 1, matching: 1 });
  for (const { wait, command: sent, staffing: staff } of steps) {
    seconds += wait;
    const before = call;
    const result = reduce(before, sent, at(seconds), staff);
    call = result.call;
    check({ before, sent, seconds, staff, ...result });
  }
}
type Step = { before: Call; sent: CallCommand; seconds: number; staff: Staffing } & ReturnType<typeof reduce>;

test('at most one employee ever owns an epoch', () => {
  fc.assert(
    fc.property(script, (steps) => {
      const owners = new Map<number, Set<string>>();
      live(steps, ({ effects, answer }) => {
        for (const effect of effects) {
          if (effect.kind !== 'claimed') continue;
          const known = owners.get(answer.epoch) ?? new Set();
          owners.set(answer.epoch, known.add(effect.owner.id));
          expect(known.size).toBe(1);
        }
      });
    }),
  );
});

test('every open call has a live timer, and a closed one has none', () => {
  fc.assert(
    fc.property(script, (steps) =>
      live(steps, ({ call, seconds }) => {
        const deadline = nextDeadline(call, at(seconds));
        expect(deadline !== null).toBe(isOpen(call));
      }),
    ),
  );
});

test('once a deadline has passed, one tick moves the call on: no timer can spin', () => {
  fc.assert(
    fc.property(script, (steps) =>
      live(steps, ({ call, seconds, staff }) => {
        const deadline = nextDeadline(call, at(seconds));
        if (deadline === null) return;
        const later = at(seconds + deadline / 1000);
        const next = reduce(call, { kind: 'tick' }, later, staff).call;
        expect(next).not.toBe(call);
        expect(nextDeadline(next, later)).not.toBe(0);
      }),
    ),
  );
});

test('the shopper can cancel at any time before an arrival', () => {
  fc.assert(
    fc.property(script, (steps) =>
      live(steps, ({ call: last, seconds, staff }) => {
        // A repeated command is answered before time that has passed is settled: the call may have ended by itself since.
        const { call } = reduce(last, { kind: 'tick' }, at(seconds), staff);
        if (!isOpen(call) || call.state === 'arrived') return;
        const cancelled = reduce(call, { kind: 'cancel', commandId: 'the-shopper' }, at(seconds), staff);
        expect(cancelled.call.state).toBe('cancelled');
      }),
    ),
  );
});

test('a repeated command changes nothing and gets the same answer, whenever it comes', () => {
  fc.assert(
    fc.property(script, fc.integer({ min: 0, max: 300 }), (steps, delay) =>
      live(steps, ({ call, sent, answer, seconds, staff }) => {
        if (sent.kind === 'tick' || sent.kind === 'receipt' || sent.kind === 'present' || sent.kind === 'owner-gone') return;
        const again = reduce(call, sent, at(seconds + delay), staff);
        expect(again.call).toBe(call);
        expect(again.answer).toEqual(answer);
        expect(again.effects).toEqual([]);
      }),
    ),
  );
});

test('the epoch never falls, a refusal never changes the owner, and a closed call stays closed', () => {
  fc.assert(
    fc.property(script, (steps) =>
      live(steps, ({ before, call, answer, sent, staff, seconds }) => {
        expect(call.epoch).toBeGreaterThanOrEqual(before.epoch);
        if (!isOpen(before)) expect({ ...call, answers: [], changed: null }).toEqual({ ...before, answers: [], changed: null });
        // The very same call: a repeated command that got its first answer again.
        if (answer.refusal !== null && sent.kind !== 'tick' && call !== before) {
          const untouched = reduce(before, { kind: 'tick' }, at(seconds), staff).call;
          expect(call.owner).toEqual(untouched.owner);
          expect(call.state).toBe(untouched.state);
        }
      }),
    ),
  );
});

test('the kiosk never promises somebody who is not coming', () => {
  fc.assert(
    fc.property(script, (steps) =>
      live(steps, ({ call, staff }) => {
        const said = progress(call, { ...staff, storeOpen: true });
        if (said === 'coming' || said === 'here') expect(call.owner).not.toBeNull();
        if (said === 'seen') expect(call.times.toReceipt).not.toBeNull();
        if (said === 'nobody-on-duty') expect(staff.onDuty).toBe(0);
        if (said === 'all-busy') expect([staff.onDuty > 0, staff.free]).toEqual([true, 0]);
        if (said === 'unanswered') expect(call.wentUnanswered).toBe(true);
      }),
    ),
  );
});

test('a restart at any moment, under any wall clock, loses no call and delays no deadline', () => {
  fc.assert(
    fc.property(script, fc.integer({ min: -4_000_000, max: 40_000_000 }), fc.nat(1_000_000), (steps, wallJump, newMono) =>
      live(steps, ({ call, seconds, staff }) => {
        const stored = JSON.parse(JSON.stringify(call)) as Call;
        const boot = { mono: monoMs(newMono), wall: epochMs(at(seconds).wall + wallJump) };
        const back = restore(stored, boot);
        expect(back.state).toBe(call.state);
        expect(back.owner).toEqual(call.owner);
        const left = nextDeadline(back, boot);
        const leftWhenStored = nextDeadline(call, call.changed);
        if (leftWhenStored === null) expect(left).toBeNull();
        // Only the question whether anybody is still there begins anew: a dark kiosk could not be answered.
        else if (call.asking === null) expect(left).toBeLessThanOrEqual(leftWhenStored);
        const next = reduce(back, { kind: 'tick' }, boot, staff).call;
        // Only the record of a visit that an employee had taken over may end by the silence alone.
        if (isOpen(call) && !isOpen(next)) expect([call.state, next.expired]).toEqual(['arrived', 'not-noted']);
      }),
    ),
  );
});
