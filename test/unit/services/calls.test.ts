import { expect, test } from 'vitest';
import { CallService } from '../../../electron/services/calls.ts';
import { openDatabase } from '../../../electron/store/database.ts';
import { openStore } from '../../../electron/store/index.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

/** A call service on a real database whose disk can be made full. */
function house() {
  const db = openDatabase(':memory:');
  const clock = new VirtualClock();
  const warnings: string[] = [];
  let n = 0;
  const context = {
    clock,
    store: openStore(db),
    kioskId: 'k1',
    newId: () => {
      n += 1;
      return `call-${n}`;
    },
    changed: () => {},
    log: { info: () => {}, warn: (_context: object, message: string) => void warnings.push(message) },
  };
  const told: string[] = [];
  const calls = new CallService(context);
  calls.subscribe((_call, effect) => told.push(effect.kind));
  /** SQLite answers SQLITE_FULL beyond this many pages, as it does when the file system has no block left. */
  const fill = () => db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`);
  const free = () => db.pragma('max_page_count = 1000000');
  const raise = (commandId: string, visitId = 'v1') =>
    calls.raise({ visitId, reason: 'asked', language: 'fr', commandId, zoneId: null, topic: null }, [], null, null);
  return { calls, clock, fill, free, raise, told, warnings, context };
}

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
