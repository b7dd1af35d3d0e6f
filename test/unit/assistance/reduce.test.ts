import { describe, expect, test } from 'vitest';
import { knowsCommand, nextDeadline, raise, reduce } from '../../../shared/assistance/reduce.ts';
import { at, ben, claim, fresh, lea, manned, nobody, play } from './calls.ts';

describe('raise', () => {
  test.each(['asked', 'complaint', 'repeated-failure', 'difficulty', 'product-advice'] as const)(
    'a call because of "%s" rings in the same instant',
    (reason) => {
      const { call, effects } = raise({ ...fresh, reason }, at(0), manned);
      expect(call.state).toBe('raised');
      expect(effects).toEqual([{ kind: 'notify', level: 'available', epoch: 1 }]);
    },
  );
  test('goes straight to the manager when nobody is on duty, and to all on duty when nobody is free', () => {
    expect(raise(fresh, at(0), nobody).call.level).toBe('manager');
    expect(raise(fresh, at(0), { onDuty: 2, free: 0 }).call.level).toBe('on-duty');
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
      [5, claim(lea)],
      [40, { kind: 'arrive', employeeId: 'lea', commandId: 'a', epoch: 1 }],
      [100, { kind: 'resolve', employeeId: 'lea', commandId: 'r', epoch: 1, outcome: 'helped', helpNeeded: true }],
    );
    expect(done.states).toEqual(['raised', 'notified', 'claimed', 'arrived', 'resolved']);
    expect(done.call).toMatchObject({ outcome: 'helped', helpNeeded: true, owner: lea });
    expect(done.call.times).toEqual({ toReceipt: 2000, toClaim: 5000, toArrival: 40_000, toClose: 100_000 });
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
    expect(heavier.effects).toEqual([{ kind: 'notify', level: 'available', epoch: 1 }]);
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
    expect(call).toMatchObject({ state: 'raised', epoch: 2, owner: null, level: 'available', since: 10_000 });
    expect(effects.slice(-2)).toEqual([
      { kind: 'claim-ended', owner: lea, because: 'released' },
      { kind: 'notify', level: 'available', epoch: 2 },
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
      { kind: 'notify', level: 'available', epoch: 2 },
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
    [0, 'available'],
    [19.999, 'available'],
    [20, 'on-duty'],
    [45, 'manager'],
    [89.999, 'manager'],
    [90, 'unanswered'],
  ] as const)('after %d s the level is %s', (seconds, level) => {
    expect(play([seconds, { kind: 'tick' }]).call.level).toBe(level);
  });
  test('tells each circle once and the shopper at the end; the call stays open', () => {
    const { effects, call } = play(...[20, 21, 45, 60, 90, 200].map((s) => [s, { kind: 'tick' }] as const));
    expect(effects.map((effect) => (effect.kind === 'notify' ? effect.level : effect.kind))).toEqual([
      'available',
      'on-duty',
      'manager',
      'unanswered',
      'unanswered',
    ]);
    expect(call.state).toBe('raised');
    expect(call.wentUnanswered).toBe(true);
    expect(reduce(call, claim(lea), at(300), manned).call.state).toBe('claimed');
  });
  test('a receipt does not stop it: seeing is not coming', () => {
    expect(play([1, { kind: 'receipt' }], [45, { kind: 'tick' }]).call).toMatchObject({ state: 'notified', level: 'manager' });
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
  test('a timer armed for every deadline walks the ladder without polling', () => {
    let { call } = raise(fresh, at(0), manned);
    let clock = 0;
    const seen: [number, string][] = [];
    for (let wait = nextDeadline(call, at(0)); wait !== null; wait = nextDeadline(call, at(clock / 1000))) {
      clock += wait;
      ({ call } = reduce(call, { kind: 'tick' }, at(clock / 1000), manned));
      seen.push([clock, call.level]);
    }
    expect(seen).toEqual([
      [20_000, 'on-duty'],
      [45_000, 'manager'],
      [90_000, 'unanswered'],
    ]);
  });
});
