import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Throttle, type Try } from '../../../electron/services/throttle.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const QUARTER = 15 * 60_000;

test('never more than five tries a key in any quarter of an hour, whatever the wall clock does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ wait: fc.nat(QUARTER), jump: fc.integer({ min: -QUARTER, max: QUARTER }) }), { maxLength: 60 }),
      (steps) => {
        const clock = new VirtualClock();
        const throttle = new Throttle(clock);
        const admitted: number[] = [];
        for (const { wait, jump } of steps) {
          clock.advance(wait / 8);
          clock.jump(jump);
          try {
            throttle.admit('key');
            admitted.push(clock.mono());
          } catch {
            expect(throttle.lockedMinutes('key')).toBeGreaterThan(0);
          }
        }
        for (const at of admitted)
          expect(admitted.filter((other) => other >= at && other < at + QUARTER).length).toBeLessThanOrEqual(5);
      },
    ),
  );
});

test('one locked key refuses for both, and counts against neither', () => {
  const throttle = new Throttle(new VirtualClock());
  for (let i = 0; i < 5; i += 1) throttle.admit('lea');
  for (let i = 0; i < 9; i += 1) expect(() => throttle.admit('lea', 'device')).toThrow(/too many/);
  expect(() => throttle.admit('device')).not.toThrow();
});

test('a right try is forgiven, those before it are not', () => {
  const throttle = new Throttle(new VirtualClock());
  for (let i = 0; i < 4; i += 1) throttle.admit('device');
  for (let i = 0; i < 20; i += 1) {
    throttle.admit('device');
    throttle.forgive('device');
  }
  throttle.admit('device');
  expect(throttle.lockedMinutes('device')).toBe(15);
});

test('tries of before a restart count for the rest of their quarter of an hour, however the clock was set', () => {
  const clock = new VirtualClock();
  let kept: readonly Try[] = [];
  const memory = {
    read: () => kept,
    write: (tries: readonly Try[]) => {
      kept = tries;
    },
  };
  const before = new Throttle(clock, memory);
  for (let i = 0; i < 5; i += 1) before.admit('lea');
  // The monotonic clock of a real machine knows fractions; a stored time does not.
  clock.advance(0.4);
  before.admit('other');
  expect(kept.map(({ at }) => at).every(Number.isInteger)).toBe(true);
  clock.advance(5 * 60_000 - 0.4);
  expect(new Throttle(clock, memory).lockedMinutes('lea')).toBe(10);
  clock.jump(-QUARTER);
  expect(new Throttle(clock, memory).lockedMinutes('lea')).toBe(15);
  clock.jump(3 * QUARTER);
  expect(new Throttle(clock, memory).lockedMinutes('lea')).toBeNull();
  before.clear('lea');
  before.clear('other');
  expect(kept).toEqual([]);
});
