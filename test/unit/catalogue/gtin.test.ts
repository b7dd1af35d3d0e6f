import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigit, gtin } from '../../../shared/catalogue/gtin.ts';

test.each([
  // GS1 General Specifications and the ISBN of a book, as printed.
  ['EAN-13', '4006381333931', '04006381333931'],
  ['EAN-8', '96385074', '00000096385074'],
  ['UPC-A', '036000291452', '00036000291452'],
  ['the same UPC-A with its zero', '0036000291452', '00036000291452'],
])('%s is read', (_, code, as) => expect(gtin(code)).toBe(as));

test.each(['4006381333932', '9638507', '', '40063813339310', 'abcdefgh', '４００６３８１３３３９３１', ' 96385074'])(
  '"%s" is no code',
  (code) => expect(gtin(code)).toBeNull(),
);

test('one wrong digit is always noticed', () => {
  const digits = fc.array(fc.nat(9), { minLength: 12, maxLength: 12 }).map((list) => list.join(''));
  fc.assert(
    fc.property(digits, fc.nat(12), fc.integer({ min: 1, max: 9 }), (begin, at, more) => {
      const code = begin + checkDigit(begin);
      const wrong = [...code].map((d, i) => (i === at ? String((Number(d) + more) % 10) : d)).join('');
      expect(gtin(code)).not.toBeNull();
      expect(gtin(wrong)).toBeNull();
    }),
  );
});
