/**
 * Operation table of the totally anti-symmetric quasigroup of order 10 in H. M. Damm, "Total anti-symmetrische Quasigruppen" (2004).
 * Its check digit finds every single wrong digit and every pair of neighbours that changed places, which is how people mistype.
 */
const table = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const;

const remainder = (digits: string): string =>
  [...digits].reduce((interim, digit) => table[Number(interim)]?.[Number(digit)] ?? '', '0');

/** Digits of a voucher before its check digit: nobody hits a valid one by trying at a till. */
export const voucherDigits = 11;

/** A voucher's code: eleven random digits and their check digit. */
export const voucherCode = (random: string): string => `${random}${remainder(random)}`;

/** Whether twelve digits can be a voucher's code. Blanks between the groups do not count. */
export function isVoucherCode(text: string): boolean {
  const digits = text.replace(/\s/g, '');
  return /^\d{12}$/.test(digits) && remainder(digits) === '0';
}

/** The code in groups of four, as a screen shows it and people read it out. */
export const voucherGroups = (code: string): readonly string[] => code.match(/\d{1,4}/g) ?? [];
