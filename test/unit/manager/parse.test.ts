import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEuros, parseNumber, writeEuros, writeNumber } from '../../../renderer/manager/forms/parse.ts';

describe('numbers as people type them', () => {
  it.each([
    ['-72', -72],
    ['−72', -72],
    [' 1 200 ', 1200],
    ['2,5', 2.5],
    ['', undefined],
    ['  ', undefined],
    ['-', null],
    ['12abc', null],
    ['1e9', null],
    ['1.2.3', null],
  ])('reads %j as %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each([
    ['12,50', 1250],
    ['12.5', 1250],
    ['12', 1200],
    ['0,05 €', 5],
    ['1 200,00', 120_000],
    ['', undefined],
    ['-3', null],
    ['1,234', null],
    ['free', null],
  ])('reads the price %j as %s cents', (text, value) => {
    expect(parseEuros(text)).toBe(value);
  });

  it('writes what it reads back, in both languages', () => {
    const language = fc.constantFrom('fr' as const, 'en' as const);
    fc.assert(fc.property(fc.nat(10_000_000), language, (cents, lang) => parseEuros(writeEuros(cents, lang)) === cents));
    fc.assert(
      fc.property(
        fc.integer({ min: -12_000, max: 9_999 }),
        language,
        (n, lang) => parseNumber(writeNumber(n / 100, lang)) === n / 100,
      ),
    );
  });
});
