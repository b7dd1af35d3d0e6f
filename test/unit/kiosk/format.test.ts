import { describe, expect, it } from 'vitest';
import { day, money, time, weekday } from '../../../renderer/ui/format.ts';
import { cents } from '../../../shared/units.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('amounts and dates', () => {
  it('writes money as each language does', () => {
    expect(plain(money(cents(290), 'fr'))).toBe('2,90 €');
    expect(money(cents(290), 'en')).toBe('€2.90');
    expect(plain(money(cents(123_456), 'fr'))).toBe('1 234,56 €');
  });

  it('keeps a calendar day the same day in every time zone', () => {
    expect(day('2026-11-28', 'fr')).toBe('28 novembre');
    expect(day('2026-11-28', 'en')).toBe('28 November');
    expect(weekday('2026-11-28', 'fr')).toBe('samedi 28 novembre');
    expect(weekday('2026-11-28', 'en')).toBe('Saturday 28 November');
  });

  it('says hours as people do', () => {
    expect(plain(time('08:30', 'fr'))).toBe('8 h 30');
    expect(plain(time('20:00', 'fr'))).toBe('20 h');
    expect(time('08:30', 'en')).toBe('8:30am');
    expect(time('20:00', 'en')).toBe('8pm');
    expect(time('00:00', 'en')).toBe('12am');
    expect(time('12:15', 'en')).toBe('12:15pm');
  });
});
