import { expect, test } from 'vitest';
import { CallService } from '../../../electron/services/calls.ts';
import { progress } from '../../../shared/assistance/view.ts';
import { house } from './calls-house.ts';

/** What users of such systems complain about most is silence. Each complaint is a test. */

const lea = { id: 'lea', name: 'Léa' };

test('"the bot handed off and nobody was notified": without a receipt in 5 s the other channels are used, for all to see', () => {
  const { effects, hire, raise, clock } = house();
  hire('lea');
  raise('c');
  expect(effects).toEqual([{ kind: 'notify', level: 'matching', epoch: 1 }]);
  clock.advance(5_000);
  expect(effects).toContainEqual({ kind: 'page', level: 'matching', epoch: 1 });
});

test('"the agent’s page was open, and nobody was paged twice for nothing": a receipt stops the other channels', () => {
  const { calls, effects, hire, raise, clock } = house();
  hire('lea');
  const call = raise('c');
  calls.command(call.id, { kind: 'receipt' });
  clock.advance(119_000);
  expect(effects.some(({ kind }) => kind === 'page')).toBe(false);
});

test('"an empty house swallowed the request": with nobody on duty it goes to the managers at once, and on to the channels', () => {
  const { calls, effects, hire, raise, clock } = house();
  hire('odile', { onDuty: false, manager: true });
  raise('c');
  expect(calls.heardBy('odile')).toHaveLength(1);
  clock.advance(5_000);
  expect(effects.at(-1)).toEqual({ kind: 'page', level: 'manager', epoch: 1 });
});

test('"the rate limiter delayed a notification by 16 minutes": a hundred requests ring a hundred times, in the same instant', () => {
  const { effects, raise } = house();
  for (let i = 0; i < 100; i += 1) raise(`c${i}`, `visit-${i}`);
  expect(effects.filter(({ kind }) => kind === 'notify')).toHaveLength(100);
});

test('"acknowledged and forgotten": a claim that nobody keeps brings the call back to everyone', () => {
  const { calls, clock, effects, hire, raise } = house();
  hire('lea');
  hire('ben');
  const call = raise('c');
  calls.command(call.id, { kind: 'claim', employee: lea, epoch: 1, commandId: 'k' });
  clock.advance(90_000);
  expect(calls.get(call.id)?.call).toMatchObject({ state: 'raised', epoch: 2, owner: null });
  expect(effects.slice(-2)).toEqual([
    { kind: 'claim-ended', owner: lea, because: 'lease' },
    { kind: 'notify', level: 'matching', epoch: 2 },
  ]);
  expect(calls.heardBy('ben')).toHaveLength(1);
});

test('"the forgotten alert suppressed the new ones": another reason for a claimed call is kept, and rings if the claim lapses', () => {
  const { calls, clock, hire, raise } = house();
  hire('lea');
  const call = raise('c');
  calls.command(call.id, { kind: 'claim', employee: lea, epoch: 1, commandId: 'k' });
  raise('again');
  calls.raise(
    { visitId: 'v1', reason: 'complaint', language: 'fr', commandId: 'w', zoneId: null, topic: null },
    [],
    null,
    call.id,
  );
  clock.advance(90_000);
  expect(calls.open().map((record) => record.call.reasons)).toEqual([['asked', 'complaint']]);
});

test('"never acknowledge, or you stop everyone else": seeing a call is not taking it', () => {
  const { calls, clock, hire, raise } = house();
  hire('lea');
  hire('ben');
  const call = raise('c');
  calls.command(call.id, { kind: 'receipt' });
  expect(calls.heardBy('ben')).toHaveLength(1);
  clock.advance(30_000);
  expect(calls.get(call.id)?.call).toMatchObject({ state: 'notified', level: 'on-duty', owner: null });
});

test('"the customer got no message": in every state there is one sentence that is true', () => {
  const { calls, clock, hire, raise } = house();
  hire('lea');
  const call = raise('c');
  const said = () => {
    const now = calls.get(call.id)?.call;
    return now === undefined ? null : progress(now, { ...calls.staffing(), storeOpen: true });
  };
  const heard = [said()];
  const then = (act: () => void) => {
    act();
    heard.push(said());
  };
  then(() => calls.command(call.id, { kind: 'seen' }));
  then(() => clock.advance(30_000));
  then(() => clock.advance(90_000));
  then(() => calls.command(call.id, { kind: 'claim', employee: lea, epoch: 1, commandId: 'k' }));
  then(() => clock.advance(90_000));
  then(() => calls.command(call.id, { kind: 'claim', employee: lea, epoch: 2, commandId: 'l' }));
  then(() => calls.command(call.id, { kind: 'arrive', employeeId: 'lea', epoch: 2, commandId: 'm' }));
  then(() => clock.advance(15 * 60_000));
  then(() => clock.advance(15 * 60_000));
  expect(heard).toEqual(['sent', 'seen', 'waiting', 'unanswered', 'coming', 'waiting', 'coming', 'here', 'here', 'expired']);
});

test('"the request hit a call that was just ending": it raises a new one, even if no timer has run yet', () => {
  const { clock, context } = house();
  const timeless = { wall: clock.wall, mono: clock.mono, after: () => () => {}, every: () => () => {} };
  const calls = new CallService({ ...context, clock: timeless });
  const press = (commandId: string) =>
    calls.raise({ visitId: 'v1', reason: 'asked', language: 'fr', commandId, zoneId: null, topic: null }, [], null, null);
  const first = press('first');
  clock.advance(600_000);
  calls.tickAll();
  clock.advance(120_000);
  const second = press('second');
  expect(second.id).not.toBe(first.id);
  expect(calls.get(first.id)?.call.state).toBe('expired');
  expect(calls.open().map((record) => record.call.id)).toEqual([second.id]);
});
