import { expect, test } from 'vitest';
import { CallService } from '../../../electron/services/calls.ts';
import { millis, seconds } from '../../../shared/units.ts';
import { house } from './calls-house.ts';

test('a full disk refuses a new call, tells nobody, and takes the same call once there is room', () => {
  const { calls, fill, free, raise, told } = house();
  fill();
  expect(() => {
    for (let i = 0; i < 200; i += 1) raise(`c${i}`, `v${i}`);
  }).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }));
  const open = calls.open().length;
  expect(told).toHaveLength(open);
  expect(() => raise('again', 'again')).toThrow();
  expect(calls.open()).toHaveLength(open);
  free();
  expect(raise('again', 'again').state).toBe('raised');
});

test('a call that is open goes on escalating on a full disk', () => {
  const { calls, clock, fill, raise, told, context, warnings } = house();
  const call = raise('c');
  context.store.calls.save = () => {
    throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  };
  fill();
  clock.advance(121_000);
  expect(calls.get(call.id)?.call.level).toBe('unanswered');
  expect(told).toContain('unanswered');
  expect(warnings.length).toBeGreaterThan(0);
});

test('a restart takes open calls up where they were', () => {
  const { calls, clock, raise, context } = house();
  const call = raise('c');
  clock.advance(50_000);
  calls.stop();
  clock.jump(-3_600_000);
  const next = new CallService(context);
  next.start();
  expect(next.open().map((record) => record.call.id)).toEqual([call.id]);
  // Set back an hour, the wall clock hides the time since the last stored change: the wait begins anew, and is never lost.
  clock.advance(120_000);
  expect(next.get(call.id)?.call.level).toBe('unanswered');
});

test('one part of the station that fails keeps no other from hearing of a call, and not the next step either', () => {
  const { calls, clock, raise, told, warnings } = house();
  calls.subscribe(() => {
    throw new Error('a channel broke');
  });
  const late: string[] = [];
  const leave = calls.subscribe((_call, effect) => late.push(effect.kind));
  raise('c');
  leave();
  clock.advance(121_000);
  expect(late).toEqual(['notify']);
  expect(told).toContain('unanswered');
  expect(warnings).toContain('a step of a call could not be told to a part of the station');
});

test('a call that runs keeps its policy through a restart, whatever the manager saves meanwhile', () => {
  const { calls, clock, hire, raise, context } = house();
  hire('lea');
  const call = raise('c');
  const { version: _, ...policy } = calls.policy();
  context.store.escalation.add(
    {
      ...policy,
      steps: [
        { afterMs: millis(0), reach: 'manager' },
        { afterMs: seconds(10), reach: 'unanswered' },
      ],
    },
    'manager',
    clock.wall(),
  );
  calls.stop();
  const next = new CallService(context);
  next.start();
  clock.advance(29_000);
  expect(next.get(call.id)?.call).toMatchObject({ level: 'matching', policy: { version: 0 } });
  clock.advance(2_000);
  expect(next.get(call.id)?.call.level).toBe('on-duty');
  expect(
    next.raise({ visitId: 'v2', reason: 'asked', language: 'fr', commandId: 'd', zoneId: null, topic: null }, [], null, null),
  ).toMatchObject({ level: 'manager', policy: { version: 1 } });
});

test('a policy version, once saved, can be neither changed nor deleted', () => {
  const { sql, calls, clock, context } = house();
  const { version: _, ...policy } = calls.policy();
  context.store.escalation.add(policy, 'manager', clock.wall());
  expect(() => sql('UPDATE escalation_policy SET changed_by = 1')).toThrow('never changed');
  expect(() => sql('DELETE FROM escalation_policy')).toThrow('never deleted');
});

test('whoever fits the zone, the subject and the language is told first; without one of them, everyone who is free', () => {
  const { calls, context, hire } = house();
  for (const id of ['lea', 'karim', 'zoe']) hire(id);
  const skill = { id: 'cheese', name: 'Fromage', categories: ['cheese'], reasons: [] };
  context.store.settings.write('skills', [skill], 'test', context.clock.wall());
  const rota = { skills: [], languages: [], zones: [], shifts: [] };
  context.store.rota.save({ ...rota, id: 'lea', skills: ['cheese'] }, 'test', context.clock.wall());
  context.store.rota.save({ ...rota, id: 'karim', languages: ['fr'] }, 'test', context.clock.wall());
  let n = 0;
  const heard = (language: 'fr' | 'en', topic: string | null) => {
    n += 1;
    const call = calls.raise(
      { visitId: `v${n}`, reason: 'asked', language, commandId: `c${n}`, zoneId: null, topic },
      [],
      null,
      null,
    );
    const who = ['karim', 'lea', 'zoe'].filter((id) => calls.heardBy(id).some((record) => record.call.id === call.id));
    calls.command(call.id, { kind: 'cancel', commandId: 'x' });
    return who;
  };
  expect(heard('fr', 'cheese')).toEqual(['lea']);
  expect(heard('en', null)).toEqual(['lea', 'zoe']);
  expect(heard('fr', null)).toEqual(['karim', 'lea', 'zoe']);
  context.store.employees.setDuty('lea', false);
  expect(heard('en', 'cheese')).toEqual(['karim', 'zoe']);
});
