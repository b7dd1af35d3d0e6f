import { describe, expect, test } from 'vitest';
import { openingAt, type Week } from '../../../shared/catalogue/opening.ts';

const day = { opens: '09:00', closes: '20:00' };
const week: Week = [day, day, day, day, { opens: '09:00', closes: '02:00' }, { opens: '10:00', closes: '00:00' }, null];
const monday = '2026-11-23';
const friday = '2026-11-27';
const saturday = '2026-11-28';
const sunday = '2026-11-29';

describe('openingAt', () => {
  test.each([
    [monday, '09:00', '20:00'],
    [monday, '19:59', '20:00'],
    [friday, '23:30', '02:00'],
    [saturday, '01:59', '02:00'],
    [saturday, '23:59', '00:00'],
  ])('open on %s at %s until %s', (date, time, closesAt) => {
    expect(openingAt(week, date, time)).toMatchObject({ open: true, closesAt, next: null });
  });
  test.each([
    [monday, '08:59', monday, '09:00'],
    [monday, '20:00', '2026-11-24', '09:00'],
    [saturday, '02:00', saturday, '10:00'],
    [sunday, '00:00', '2026-11-30', '09:00'],
    [sunday, '12:00', '2026-11-30', '09:00'],
  ])('closed on %s at %s, opens on %s at %s', (date, time, nextDate, opens) => {
    expect(openingAt(week, date, time)).toMatchObject({ open: false, closesAt: null, next: { date: nextDate, opens } });
  });
  test('a store that opens one day a week opens in a week', () => {
    const once: Week = [day, null, null, null, null, null, null];
    expect(openingAt(once, monday, '21:00').next).toEqual({ date: '2026-11-30', opens: '09:00' });
  });
  test('a store that never opens has no next time', () => {
    expect(openingAt(Array(7).fill(null), monday, '12:00')).toEqual({ open: false, today: null, closesAt: null, next: null });
  });
  test('today’s hours are the calendar day’s, also after midnight', () => {
    expect(openingAt(week, saturday, '01:00').today).toEqual({ opens: '10:00', closes: '00:00' });
  });
  test('the day after 28 February of a leap year is 29 February', () => {
    expect(openingAt(week, '2028-02-28', '21:00').next?.date).toBe('2028-02-29');
  });
});
