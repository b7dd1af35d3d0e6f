import { expect, test } from 'vitest';
import { judgeClock } from '../../electron/wall-clock.ts';
import { epochMs } from '../../shared/units.ts';

const now = epochMs(Date.UTC(2027, 0, 1));

test.each([
  ['a machine that says yes', now, 'yes\n', 'right'],
  ['a machine that says no', now, 'no\n', 'unsynchronised'],
  ['a machine without timedatectl', now, null, 'unknown'],
  ['an answer nobody knows', now, 'maybe', 'unknown'],
  ['a dead clock battery, whatever the machine says', epochMs(0), 'yes', 'past'],
] as const)('%s', (_, at, said, expected) => {
  expect(judgeClock(at, said)).toBe(expected);
});
