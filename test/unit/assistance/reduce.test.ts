import { describe, expect, test } from 'vitest';
import { knowsCommand } from '../../../shared/assistance/answers.ts';
import type { CallCommand } from '../../../shared/assistance/call.ts';
import { nextDeadline } from '../../../shared/assistance/deadlines.ts';
import { defaultCallPolicy } from '../../../shared/assistance/policy.ts';
import { raise, reduce } from '../../../shared/assistance/reduce.ts';
import { restore } from '../../../shared/assistance/restore.ts';
import { millis, minutes, seconds } from '../../../shared/units.ts';
import { at, ben, claim, fresh, lea, manned, nobody, play } from './calls.ts';

describe('raise', () => {
  test.each(['asked', 'complaint', 'repeated-failure', 'difficulty', 'product-advice'] as const)(
    'a call because of "%s" rings in the same instant',
    (reason) => {
      const { call, effects } = raise({ ...fresh, reason }, at(0), manned);
      expect(call.state).toBe('raised');
      expect(effects).toEqual([{ kind: 'notify', level: 'matching', epoch: 1 }]);
    },
  );
  test('goes straight to the manager when nobody is on duty, and to all on duty when nobody is free', () => {
    expect(raise(fresh, at(0), nobody).call.level).toBe('manager');
    expect(raise(fresh, at(0), { onDuty: 2, free: 0, matching: 0 }).call.level).toBe('on-duty');
  });
  test('a repeated raise command is known to the call it made, and to no other sender', () => {
    const { call } = raise(fresh, at(0), manned);
    expect(knowsCommand(call, 'kiosk', fresh.commandId)).toBe(true);
    expect(knowsCommand(call, { employeeId: 'lea' }, fresh.commandId)).toBe(false);
    const again = reduce(call, { kind: 'add-reason', commandId: fresh.commandId, reason: 'complaint' }, at(1), manned);
    expect(again.call).toBe(call);
    expect(again.answer).toEqual({ refusal: null, owner: null, epoch: 1 });
  });
});

describe('the ordinary way', () => {
  test('raised, notified, claimed, arrived, resolved, with the time of each step', () => {
    const done = play(
      [2, { kind: 'receipt' }],
      [3, { kind: 'seen' }],
      [5, claim(lea)],
      [40, { kind: 'arrive', employeeId: 'lea', commandId: 'a', epoch: 1 }],
      [100, { kind: 'resolve', employeeId: 'lea', commandId: 'r', epoch: 1, outcome: 'helped', helpNeeded: true }],
    );
    expect(done.states).toEqual(['raised', 'notified', 'notified', 'claimed', 'arrived', 'resolved']);
    expect(done.call).toMatchObject({ outcome: 'helped', helpNeeded: true, owner: lea });
    expect(done.call.times).toEqual({ toReceipt: 2000, toSeen: 3000, toClaim: 5000, toArrival: 40_000, toClose: 100_000 });
    expect(done.effects.map((effect) => effect.kind)).toEqual(['notify', 'claimed', 'arrived', 'closed']);
  });
  test('the whole state survives JSON', () => {
    const { call } = play([2, { kind: 'receipt' }], [5, claim(lea)]);
    expect(JSON.parse(JSON.stringify(call))).toEqual(call);
  });
});

describe('reasons', () => {
  test('the same reason again changes nothing but the answers', () => {
    const { call, effects } = play([1, { kind: 'add-reason', commandId: 'x', reason: 'asked' }]);
    expect(call.reasons).toEqual(['asked']);
    expect(effects).toHaveLength(1);
  });
  test('a weightier reason rings again, a lighter one does not', () => {
    const light = raise({ ...fresh, reason: 'product-advice' }, at(0), manned).call;
    const heavier = reduce(light, { kind: 'add-reason', commandId: 'x', reason: 'complaint' }, at(1), manned);
    expect(heavier.call.reasons).toEqual(['product-advice', 'complaint']);
    expect(heavier.effects).toEqual([{ kind: 'notify', level: 'matching', epoch: 1 }]);
    const lighter = reduce(heavier.call, { kind: 'add-reason', commandId: 'y', reason: 'difficulty' }, at(2), manned);
    expect(lighter.effects).toEqual([]);
  });
});

describe('claims', () => {
  test('the second employee is refused and told who has it', () => {
    const { answers } = play([1, claim(lea)], [2, claim(ben)]);
    expect(answers.at(-1)).toEqual({ refusal: 'taken', owner: 'Léa', epoch: 1 });
  });
  test('a double tap of the owner is accepted and rings nobody twice', () => {
    const { answers, effects } = play([1, claim(lea, 1, 'one')], [2, claim(lea, 1, 'two')]);
    expect(answers.at(-1)).toMatchObject({ refusal: null, owner: 'Léa' });
    expect(effects.filter((effect) => effect.kind === 'claimed')).toHaveLength(1);
  });
  test('a refused claim stays refused when it is repeated after the call came back', () => {
    const { call } = play([1, claim(lea)], [2, claim(ben, 1, 'late')], [100, { kind: 'tick' }]);
    expect(call.owner).toBeNull();
    const replay = reduce(call, claim(ben, 1, 'late'), at(101), manned);
    expect(replay.answer).toEqual({ refusal: 'taken', owner: 'Léa', epoch: 1 });
    expect(replay.call).toBe(call);
  });
  test('a claim that names an older epoch is refused even when nobody owns the call now', () => {
    const { answers, call } = play([1, claim(lea)], [95, { kind: 'tick' }], [96, claim(ben, 1)]);
    expect(answers.at(-1)).toEqual({ refusal: 'old-epoch', owner: null, epoch: 2 });
    expect(call.owner).toBeNull();
  });
  test('a second claim does not rewrite how long the first one took', () => {
    const { call } = play([5, claim(lea)], [100, claim(ben, 2)]);
    expect(call.owner).toEqual(ben);
    expect(call.times.toClaim).toBe(5000);
  });
  test('arriving twice is one arrival', () => {
    const arrive = (commandId: string) => ({ kind: 'arrive', employeeId: 'lea', commandId, epoch: 1 }) as const;
    const { effects, answers } = play([1, claim(lea)], [9, arrive('one')], [10, arrive('two')]);
    expect(effects.filter(({ kind }) => kind === 'arrived')).toHaveLength(1);
    expect(answers.at(-1)?.refusal).toBeNull();
  });
  test('two employees may pick the same command id', () => {
    const { answers } = play([1, claim(lea, 1, 'same')], [2, claim(ben, 1, 'same')]);
    expect(answers.map((answer) => answer.refusal)).toEqual([null, 'taken']);
  });
  test('releasing gives the call back to everyone under a new epoch', () => {
    const { call, effects } = play([1, claim(lea)], [10, { kind: 'release', employeeId: 'lea', commandId: 'b', epoch: 1 }]);
    expect(call).toMatchObject({ state: 'raised', epoch: 2, owner: null, level: 'matching', since: 10_000 });
    expect(effects.slice(-2)).toEqual([
      { kind: 'claim-ended', owner: lea, because: 'released' },
      { kind: 'notify', level: 'matching', epoch: 2 },
    ]);
  });
  test.each([
    ['claimed', []],
    ['arrived', [[5, { kind: 'arrive', employeeId: 'lea', commandId: 'b', epoch: 1 }]]],
  ] as const)('an owner who can act no more leaves a call that was %s to everyone, once', (_state, more) => {
    const gone = [10, { kind: 'owner-gone', employeeId: 'lea' }] as const;
    const { call, effects } = play([1, claim(lea)], ...more, gone, gone, [11, { kind: 'owner-gone', employeeId: 'ben' }]);
    expect(call).toMatchObject({ state: 'raised', epoch: 2, owner: null, since: 10_000 });
    expect(effects.slice(-2)).toEqual([
      { kind: 'claim-ended', owner: lea, because: 'gone' },
      { kind: 'notify', level: 'matching', epoch: 2 },
    ]);
  });
  test('the lease ends at 90 s, and a command that comes later finds it ended even if no timer ran', () => {
    const before = play([1, claim(lea)], [90.9, { kind: 'tick' }]);
    expect(before.call.state).toBe('claimed');
    const { call, answers, effects } = play(
      [1, claim(lea)],
      [91, { kind: 'arrive', employeeId: 'lea', commandId: 'a', epoch: 1 }],
    );
    expect(answers.at(-1)).toEqual({ refusal: 'old-epoch', owner: null, epoch: 2 });
    expect(call.state).toBe('raised');
    expect(effects).toContainEqual({ kind: 'claim-ended', owner: lea, because: 'lease' });
  });
  test('arrival ends the lease', () => {
    const { call } = play(
      [1, claim(lea)],
      [80, { kind: 'arrive', employeeId: 'lea', commandId: 'a', epoch: 1 }],
      [5000, { kind: 'tick' }],
    );
    expect(call.state).toBe('arrived');
  });
  test('a late claim after a lapse names the new owner', () => {
    const { answers } = play(
      [1, claim(lea)],
      [95, claim(ben, 2)],
      [96, { kind: 'arrive', employeeId: 'lea', commandId: 'a', epoch: 1 }],
    );
    expect(answers.at(-1)).toEqual({ refusal: 'old-epoch', owner: 'Ben', epoch: 2 });
  });
  test('only its owner moves a call on, and never past a step', () => {
    const arrive = { kind: 'arrive', employeeId: 'ben', commandId: 'a', epoch: 1 } as const;
    expect(play([1, arrive]).answers.at(-1)?.refusal).toBe('not-claimed');
    expect(play([1, claim(lea)], [2, arrive]).answers.at(-1)).toMatchObject({ refusal: 'taken', owner: 'Léa' });
    const resolve = {
      kind: 'resolve',
      employeeId: 'lea',
      commandId: 'r',
      epoch: 1,
      outcome: 'helped',
      helpNeeded: true,
    } as const;
    expect(play([1, claim(lea)], [2, resolve]).answers.at(-1)?.refusal).toBe('not-arrived');
  });
});

describe('cancelling', () => {
  test('is possible until somebody has arrived', () => {
    const cancel = { kind: 'cancel', commandId: 'c' } as const;
    expect(play([1, cancel]).call.state).toBe('cancelled');
    expect(play([1, { kind: 'receipt' }], [2, cancel]).call.state).toBe('cancelled');
    expect(play([1, claim(lea)], [2, cancel]).call.state).toBe('cancelled');
    const late = play([1, claim(lea)], [2, { kind: 'arrive', employeeId: 'lea', commandId: 'a', epoch: 1 }], [3, cancel]);
    expect(late.answers.at(-1)).toMatchObject({ refusal: 'arrived', owner: 'Léa' });
  });
  test('closes for good', () => {
    const { call, answers } = play([1, { kind: 'cancel', commandId: 'c' }], [2, claim(lea)]);
    expect(answers.at(-1)?.refusal).toBe('closed');
    expect(nextDeadline(call, at(2))).toBeNull();
  });
});

describe('escalation', () => {
  test.each([
    [0, 'matching'],
    [29.999, 'matching'],
    [30, 'on-duty'],
    [60, 'manager'],
    [119.999, 'manager'],
    [120, 'unanswered'],
  ] as const)('after %d s the level is %s', (seconds, level) => {
    expect(play([seconds, { kind: 'tick' }]).call.level).toBe(level);
  });
  test('tells each circle once and the shopper at the end; the call stays open and is repeated', () => {
    const ticks = [30, 31, 60, 61, 120, 121, 239, 240].map((s) => [s, { kind: 'tick' }] as const);
    const { effects, call } = play([1, { kind: 'receipt' }], ...ticks);
    expect(effects.map((effect) => (effect.kind === 'notify' ? effect.level : effect.kind))).toEqual([
      'matching',
      'on-duty',
      'manager',
      'unanswered',
      'unanswered',
      'unanswered',
    ]);
    expect(call.state).toBe('notified');
    expect(call.wentUnanswered).toBe(true);
    expect(reduce(call, claim(lea), at(300), manned).call.state).toBe('claimed');
  });
  test('a receipt does not stop it: seeing is not coming', () => {
    expect(play([1, { kind: 'receipt' }], [60, { kind: 'tick' }]).call).toMatchObject({ state: 'notified', level: 'manager' });
  });
  test('without a receipt in 5 s the pager channels are used, and again at each step; a receipt ends that', () => {
    const pages = (...script: readonly (readonly [number, CallCommand])[]) =>
      play(...script).effects.filter(({ kind }) => kind === 'page');
    expect(pages([4.999, { kind: 'tick' }])).toEqual([]);
    expect(pages([5, { kind: 'tick' }], [6, { kind: 'tick' }], [30, { kind: 'tick' }])).toEqual([
      { kind: 'page', level: 'matching', epoch: 1 },
      { kind: 'page', level: 'on-duty', epoch: 1 },
    ]);
    expect(pages([5, { kind: 'tick' }], [6, { kind: 'receipt' }], [30, { kind: 'tick' }])).toHaveLength(1);
    expect(pages([2, { kind: 'receipt' }], [500, { kind: 'tick' }])).toEqual([]);
  });
  test('a call that is raised again needs a new receipt', () => {
    const { effects } = play([1, { kind: 'receipt' }], [2, claim(lea)], [92, { kind: 'tick' }], [97, { kind: 'tick' }]);
    expect(effects.at(-1)).toEqual({ kind: 'page', level: 'matching', epoch: 2 });
  });
  test('nobody fits: everyone free hears it at once', () => {
    const some = { onDuty: 2, free: 1, matching: 0 };
    expect(raise(fresh, at(0), some).call.level).toBe('available');
    const { call } = raise(fresh, at(0), manned);
    expect(reduce(call, { kind: 'tick' }, at(3), some).call.level).toBe('available');
  });
  test('the last employee going off duty climbs at once', () => {
    const { call } = raise(fresh, at(0), manned);
    expect(reduce(call, { kind: 'tick' }, at(3), nobody).call.level).toBe('manager');
  });
  test('it never falls back: whoever was told stays told when people come on duty', () => {
    const { call } = raise(fresh, at(0), nobody);
    expect(reduce(call, { kind: 'tick' }, at(3), manned).call.level).toBe('manager');
  });
  test('a tick that changes nothing gives back the same object, so that nothing is written', () => {
    const { call } = raise(fresh, at(0), manned);
    expect(reduce(call, { kind: 'tick' }, at(3), manned).call).toBe(call);
  });
  test('a timer armed for every deadline walks the ladder to its truthful end without polling', () => {
    let { call } = raise(fresh, at(0), manned);
    let clock = 0;
    const seen: [number, string][] = [];
    for (let wait = nextDeadline(call, at(0)); wait !== null; wait = nextDeadline(call, at(clock / 1000))) {
      clock += wait;
      const step = reduce(call, { kind: 'tick' }, at(clock / 1000), manned);
      call = step.call;
      seen.push([clock / 1000, step.effects.map(({ kind }) => kind).join()]);
    }
    expect(seen).toEqual([
      [5, 'page'],
      [30, 'notify,page'],
      [60, 'notify,page'],
      [120, 'notify,page,unanswered'],
      [240, 'notify,page'],
      [360, 'notify,page'],
      [480, 'notify,page'],
      [600, 'notify,page,still-there'],
      [720, 'notify,page,closed'],
    ]);
    expect(call).toMatchObject({ state: 'expired', expired: 'nobody-there' });
  });
});

describe('an end that is true', () => {
  const quiet = [600, { kind: 'tick' }] as const;
  test('a touch keeps a call open for whoever waits, as often as it takes', () => {
    const { call } = play(quiet, [700, { kind: 'present' }], [720, { kind: 'tick' }], [1299, { kind: 'tick' }]);
    expect(call).toMatchObject({ state: 'raised', asking: null });
    expect(play(quiet, [700, { kind: 'present' }], [1300, { kind: 'tick' }]).call.asking).toBe(1_300_000);
  });
  test('nobody is asked while the ladder still climbs', () => {
    const slow = {
      ...defaultCallPolicy,
      stillThereAfterMs: seconds(120),
      steps: defaultCallPolicy.steps.map((step) => ({ ...step, afterMs: millis(step.afterMs * 5) })),
    };
    const { call } = raise(fresh, at(0), manned, slow);
    expect(reduce(call, { kind: 'tick' }, at(599), manned).call.asking).toBeNull();
    expect(reduce(call, { kind: 'tick' }, at(600), manned).call.asking).toBe(600_000);
  });
  test('an employee can still take a call while the kiosk asks', () => {
    expect(play(quiet, [650, claim(lea)]).call).toMatchObject({ state: 'claimed', asking: null });
  });
  test('who arrived is reminded to note the end; a quarter of an hour later the call claims nothing', () => {
    const arrive = { kind: 'arrive', employeeId: 'lea', commandId: 'a', epoch: 1 } as const;
    const { effects, call } = play([1, claim(lea)], [10, arrive], [910, { kind: 'tick' }], [1809, { kind: 'tick' }]);
    expect(effects.at(-1)).toEqual({ kind: 'overdue', owner: lea });
    expect(call.state).toBe('arrived');
    const end = reduce(call, { kind: 'tick' }, at(1810), manned);
    expect(end.call).toMatchObject({ state: 'expired', expired: 'not-noted', outcome: null, helpNeeded: null });
    expect(end.effects).toEqual([{ kind: 'closed', state: 'expired' }]);
  });
});

describe('handing over', () => {
  const offer = { kind: 'hand-over', employeeId: 'lea', to: ben, commandId: 'h', epoch: 1 } as const;
  const answer = (accept: boolean, employee = ben, epoch = 1) =>
    ({ kind: 'answer-hand-over', employee, accept, commandId: `ans-${employee.id}-${accept}`, epoch }) as const;
  test('until the colleague accepts, the owner keeps it', () => {
    const { call, effects } = play([1, claim(lea)], [5, offer]);
    expect(call).toMatchObject({ state: 'claimed', owner: lea, epoch: 1 });
    expect(effects.at(-1)).toEqual({ kind: 'hand-over', owner: lea, to: ben });
  });
  test('accepting begins a new epoch and a new lease; the former owner is told who has it', () => {
    const { call, answers } = play(
      [1, claim(lea)],
      [80, offer],
      [85, answer(true)],
      [100, { kind: 'tick' }],
      [101, { kind: 'arrive', employeeId: 'lea', commandId: 'a', epoch: 1 }],
    );
    expect(call).toMatchObject({ state: 'claimed', owner: ben, epoch: 2, handOver: null });
    expect(answers.at(-1)).toEqual({ refusal: 'old-epoch', owner: 'Ben', epoch: 2 });
  });
  test('declined or not answered in 30 s, nothing has changed', () => {
    for (const [more, because] of [
      [[10, answer(false)] as const, 'declined'],
      [[35, { kind: 'tick' }] as const, 'no-answer'],
    ] as const) {
      const { call, effects } = play([1, claim(lea)], [5, offer], more);
      expect(call).toMatchObject({ state: 'claimed', owner: lea, epoch: 1, handOver: null });
      expect(effects.at(-1)).toEqual({ kind: 'hand-over-ended', owner: lea, to: ben, because });
    }
  });
  test('only the colleague it was offered to may take it, and not after it lapsed', () => {
    const zoe = { id: 'zoe', name: 'Zoé' };
    expect(play([1, claim(lea)], [5, offer], [6, answer(true, zoe)]).answers.at(-1)).toMatchObject({
      refusal: 'not-offered',
      owner: 'Léa',
    });
    expect(play([1, claim(lea)], [5, offer], [36, answer(true)]).answers.at(-1)?.refusal).toBe('not-offered');
  });
  test('the lease goes on: an offer is no excuse for silence', () => {
    expect(play([1, claim(lea)], [80, offer], [91, { kind: 'tick' }]).call).toMatchObject({ epoch: 2, owner: null });
  });
  test('a colleague whose account is closed is not waited for', () => {
    expect(play([1, claim(lea)], [5, offer], [6, { kind: 'owner-gone', employeeId: 'ben' }]).call).toMatchObject({
      owner: lea,
      handOver: null,
    });
  });
});

test('a call keeps the policy it began with, across JSON and a restart', () => {
  const patient = { ...defaultCallPolicy, version: 7, leaseMs: minutes(5) };
  const { call } = raise(fresh, at(0), manned, patient);
  const back = restore(JSON.parse(JSON.stringify(call)), at(2));
  const claimed = reduce(back, claim(lea), at(3), manned).call;
  expect(reduce(claimed, { kind: 'tick' }, at(200), manned).call.state).toBe('claimed');
  expect(reduce(claimed, { kind: 'tick' }, at(303), manned).call).toMatchObject({ state: 'raised', epoch: 2 });
});
