import { describe, expect, it } from 'vitest';
import { type DayHours, openingAt } from '../../../shared/opening/opening.ts';

const usual = { opens: '08:30', closes: '19:30' };
const days = (...hours: DayHours[]) => hours.map((day, n) => ({ date: `2026-12-${String(21 + n)}`, hours: day }));

describe('what the store says of its hours', () => {
  it.each([
    ['00:00', { kind: 'opens-today', opens: '08:30', closes: '19:30' }],
    ['08:29', { kind: 'opens-today', opens: '08:30', closes: '19:30' }],
    ['08:30', { kind: 'open', opens: '08:30', closes: '19:30', closesInMinutes: null }],
    ['18:59', { kind: 'open', opens: '08:30', closes: '19:30', closesInMinutes: null }],
    ['19:00', { kind: 'open', opens: '08:30', closes: '19:30', closesInMinutes: 30 }],
    ['19:10', { kind: 'open', opens: '08:30', closes: '19:30', closesInMinutes: 20 }],
    ['19:29', { kind: 'open', opens: '08:30', closes: '19:30', closesInMinutes: 1 }],
    ['19:30', { kind: 'opens-later', date: '2026-12-22', opens: '09:00', inDays: 1 }],
  ])('at %s', (time, expected) => {
    expect(openingAt(time, days(usual, { opens: '09:00', closes: '12:00' }))).toEqual(expected);
  });

  it('looks past closed days', () => {
    expect(openingAt('10:00', days(null, null, usual))).toEqual({
      kind: 'opens-later',
      date: '2026-12-23',
      opens: '08:30',
      inDays: 2,
    });
  });

  it('promises nothing when no day is known', () => {
    expect(openingAt('10:00', days(null, null))).toEqual({ kind: 'closed' });
    expect(openingAt('20:00', days(usual))).toEqual({ kind: 'closed' });
    expect(openingAt('20:00', [])).toEqual({ kind: 'closed' });
  });
});
