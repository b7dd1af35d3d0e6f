import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isVoucherCode, voucherCode, voucherDigits, voucherGroups } from '../../../shared/assistance/voucher.ts';

const digits = fc.stringMatching(new RegExp(`^\\d{${voucherDigits}}$`));

describe('the code of a voucher', () => {
  test('is the published example of the check digit', () => {
    // Wikipedia, "Damm algorithm": 572 has the check digit 4.
    expect(voucherCode('572')).toBe('5724');
  });
  test('is valid, also with the blanks it is shown with', () => {
    fc.assert(
      fc.property(digits, (random) => {
        const code = voucherCode(random);
        expect(isVoucherCode(code)).toBe(true);
        expect(isVoucherCode(voucherGroups(code).join(' '))).toBe(true);
        expect(voucherGroups(code).map((group) => group.length)).toEqual([4, 4, 4]);
      }),
    );
  });
  test('with any one digit wrong is not one', () => {
    fc.assert(
      fc.property(digits, fc.nat(voucherDigits), fc.integer({ min: 1, max: 9 }), (random, place, off) => {
        const code = voucherCode(random);
        const wrong = [...code].map((digit, at) => (at === place ? String((Number(digit) + off) % 10) : digit)).join('');
        expect(isVoucherCode(wrong)).toBe(false);
      }),
    );
  });
  test('with two neighbours that changed places is not one', () => {
    fc.assert(
      fc.property(digits, fc.nat(voucherDigits - 1), (random, place) => {
        const code = voucherCode(random);
        fc.pre(code[place] !== code[place + 1]);
        const swapped = `${code.slice(0, place)}${code[place + 1]}${code[place]}${code.slice(place + 2)}`;
        expect(isVoucherCode(swapped)).toBe(false);
      }),
    );
  });
  test.each(['', '12', '1234567890123', '12345678901x', '١٢٣٤٥٦٧٨٩٠١٢'])('is not %j', (text) => {
    expect(isVoucherCode(text)).toBe(false);
  });
});
