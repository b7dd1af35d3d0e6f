import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarDays } from '../../../shared/voice/due.ts';

const closedOnSunday = [true, true, true, true, true, true, false];

test.each([
  [0, 5, 5],
  [4, 1, 1],
  [5, 1, 2],
  [6, 1, 1],
  [5, 5, 6],
  [0, 6, 7],
])('from weekday %i, %i working days of a store closed on Sundays are %i days', (weekday, working, days) => {
  expect(calendarDays(weekday, working, closedOnSunday)).toBe(days);
});

test('a store that never opens still promises a day', () => {
  expect(
    calendarDays(
      0,
      5,
      Array.from({ length: 7 }, () => false),
    ),
  ).toBe(5);
});

test('as many open days lie in between as were promised, and the last one is open', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 1, max: 30 }),
      fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }).filter((week) => week.some(Boolean)),
      (weekday, working, open) => {
        const days = calendarDays(weekday, working, open);
        const opens = Array.from({ length: days }, (_, i) => open[(weekday + i + 1) % 7]);
        expect(opens.filter(Boolean)).toHaveLength(working);
        expect(opens.at(-1)).toBe(true);
      },
    ),
  );
});
