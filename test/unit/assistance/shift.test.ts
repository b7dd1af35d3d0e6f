import { expect, test } from 'vitest';
import { dutyReminder, shiftAt, shiftIsOver } from '../../../shared/assistance/shift.ts';

const shifts = [
  { weekday: 0, starts: '09:00', ends: '12:00' },
  { weekday: 0, starts: '14:00', ends: '18:00' },
];
const at = (time: string, weekday = 0) => ({ weekday, time });

test('a shift holds from its first minute to the one before its last', () => {
  expect(shiftAt(shifts, at('09:00'))?.ends).toBe('12:00');
  expect(shiftAt(shifts, at('12:00'))).toBeNull();
  expect(shiftAt(shifts, at('10:00', 1))).toBeNull();
});

test('the day is over after its last shift, never between two, and never on a day without one', () => {
  expect([at('13:00'), at('18:00'), at('18:00', 1)].map((now) => shiftIsOver(shifts, now))).toEqual([false, true, false]);
});

test('a night is two shifts, until 23:59 and from 00:00, with no minute between them', () => {
  const night = [
    { weekday: 6, starts: '20:00', ends: '23:59' },
    { weekday: 0, starts: '00:00', ends: '06:00' },
  ];
  expect([at('23:59', 6), at('00:00')].map((now) => shiftAt(night, now)?.ends)).toEqual(['23:59', '06:00']);
  expect([at('23:59', 6), at('00:00'), at('06:00')].map((now) => shiftIsOver(night, now))).toEqual([false, false, true]);
  const evening = night.slice(0, 1);
  expect(shiftIsOver(evening, at('23:59', 6))).toBe(true);
});

test('the rota reminds; it has nothing to say to whoever is where they should be', () => {
  expect(dutyReminder(shifts, at('09:05'), false)).toBe('on');
  expect(dutyReminder(shifts, at('09:05'), true)).toBeNull();
  expect(dutyReminder(shifts, at('13:00'), true)).toBeNull();
  expect(dutyReminder(shifts, at('18:05'), true)).toBe('off');
});
