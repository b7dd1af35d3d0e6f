import { describe, expect, test } from 'vitest';
import { raise, reduce } from '../../../shared/assistance/reduce.ts';
import { restore } from '../../../shared/assistance/restore.ts';
import { audience, byUrgency, leaseLeft, progress, waited } from '../../../shared/assistance/view.ts';
import { epochMs, monoMs } from '../../../shared/units.ts';
import { at, ben, claim, fresh, lea, manned, nobody, play } from './calls.ts';

const onDuty = { onDuty: 2, free: 2, storeOpen: true };
const empty = { onDuty: 0, free: 0, storeOpen: true };

describe('what the kiosk says', () => {
  test('follows the truth, step by step', () => {
    expect(progress(play().call, onDuty)).toBe('sent');
    expect(progress(play([1, { kind: 'receipt' }]).call, onDuty)).toBe('sent');
    expect(progress(play([1, { kind: 'receipt' }], [2, { kind: 'seen' }]).call, onDuty)).toBe('seen');
    expect(progress(play([1, { kind: 'seen' }]).call, onDuty)).toBe('seen');
    expect(progress(play([1, { kind: 'receipt' }], [30, { kind: 'tick' }]).call, onDuty)).toBe('waiting');
    expect(progress(play([120, { kind: 'tick' }]).call, onDuty)).toBe('unanswered');
    expect(progress(play([600, { kind: 'tick' }]).call, onDuty)).toBe('still-there');
    expect(progress(play([600, { kind: 'tick' }], [720, { kind: 'tick' }]).call, onDuty)).toBe('expired');
    expect(progress(play([1, claim(lea)]).call, onDuty)).toBe('coming');
    expect(progress(play([1, { kind: 'cancel', commandId: 'c' }]).call, onDuty)).toBe('cancelled');
  });
  test('all busy, nobody on duty and closed hours are three different truths', () => {
    const busy = { onDuty: 2, free: 0, matching: 0 };
    expect(progress(raise(fresh, at(0), busy).call, { ...busy, storeOpen: true })).toBe('all-busy');
    const { call } = raise(fresh, at(0), nobody);
    expect(progress(call, empty)).toBe('nobody-on-duty');
    expect(progress(call, { ...empty, storeOpen: false })).toBe('closed-hours');
    expect(progress(call, { ...onDuty, storeOpen: false })).toBe('sent');
  });
  test('after a claim that came to nothing it does not start again from "sent"', () => {
    expect(progress(play([1, claim(lea)], [95, { kind: 'tick' }]).call, onDuty)).toBe('waiting');
  });
});

describe('who sees it', () => {
  const people = [
    { id: 'lea', manager: false, onDuty: true, free: true, fits: true },
    { id: 'ann', manager: false, onDuty: true, free: true, fits: false },
    { id: 'ben', manager: false, onDuty: true, free: false, fits: true },
    { id: 'zoe', manager: false, onDuty: false, free: true, fits: true },
    { id: 'max', manager: true, onDuty: false, free: true, fits: true },
  ];
  const ids = (seconds: number) => audience(play([seconds, { kind: 'tick' }]).call, people).map(({ id }) => id);
  test('the circle grows, and never reaches an employee who is off duty', () => {
    expect(ids(0)).toEqual(['lea']);
    expect(ids(30)).toEqual(['lea', 'ann', 'ben']);
    expect(ids(60)).toEqual(['lea', 'ann', 'ben', 'max']);
    expect(ids(120)).toEqual(['lea', 'ann', 'ben', 'max']);
  });
  test('its owner keeps seeing it, busy as they now are', () => {
    const busy = people.map((one) => ({ ...one, free: false, fits: true }));
    expect(audience(play([1, claim(lea)]).call, busy).map(({ id }) => id)).toEqual(['lea']);
  });
  test('whom it is handed to sees it, busy as they are', () => {
    const busy = people.map((one) => ({ ...one, free: false }));
    const { call } = play([10, claim(lea)], [11, { kind: 'hand-over', employeeId: 'lea', to: ben, commandId: 'h', epoch: 1 }]);
    expect(audience(call, busy).map(({ id }) => id)).toEqual(['lea', 'ben']);
  });
  test('nobody sees a closed one', () => {
    expect(audience(play([1, { kind: 'cancel', commandId: 'c' }]).call, people)).toEqual([]);
  });
});

test('waiting calls come before claimed ones, complaints before advice, old before new', () => {
  const make = (id: string, seconds: number, reason: typeof fresh.reason) =>
    raise({ ...fresh, id, reason }, at(seconds), manned).call;
  const claimed = reduce(make('claimed', 0, 'complaint'), claim(lea), at(1), manned).call;
  const calls = [claimed, make('advice', 0, 'product-advice'), make('new', 9, 'asked'), make('old', 2, 'complaint')];
  expect(calls.sort(byUrgency).map(({ id }) => id)).toEqual(['old', 'new', 'advice', 'claimed']);
});

test('the lease runs down and the wait stops when the call is closed', () => {
  const { call } = play([10, claim(lea)]);
  expect(leaseLeft(call, at(40))).toBe(60_000);
  expect(leaseLeft(call, at(400))).toBe(0);
  const done = play([30, { kind: 'cancel', commandId: 'c' }]).call;
  expect(waited(done, at(999))).toBe(30_000);
});

describe('after a restart', () => {
  const { call } = play([10, claim(lea)]);
  const boot = (wallSeconds: number) => ({ mono: monoMs(500), wall: epochMs(at(10).wall + wallSeconds * 1000) });
  test('the silence counts', () => {
    expect(leaseLeft(restore(call, boot(30)), boot(30))).toBe(60_000);
    expect(waited(restore(call, boot(30)), boot(30))).toBe(40_000);
  });
  test('a wall clock set back an hour costs the silence only, never what was measured', () => {
    expect(waited(restore(call, boot(-3600)), boot(-3600))).toBe(10_000);
  });
  test('a wall clock a year ahead ends the claim and stays within a day', () => {
    const year = boot(365 * 86_400);
    const back = restore(call, year);
    expect(waited(back, year)).toBe(86_410_000);
    expect(reduce(back, { kind: 'tick' }, year, manned).call).toMatchObject({ state: 'raised', epoch: 2 });
  });
  test('a second restart without a change in between counts from the same stored moment', () => {
    const once = restore(call, boot(30));
    const again = { mono: monoMs(7), wall: boot(50).wall };
    expect(waited(restore(once, again), again)).toBe(60_000);
  });
});
