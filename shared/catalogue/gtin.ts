/** The number of an article, as 14 digits with leading zeros (GTIN-14). */
export type Gtin = string & { readonly __gtin: never };

/** Lengths in which article numbers are printed: EAN-8, UPC-A, EAN-13, ITF-14. */
const lengths: ReadonlySet<number> = new Set([8, 12, 13, 14]);

/** Weights 3 and 1 in turn from the right; the digits and their check digit sum to a multiple of ten (GS1 General Specifications, 7.9.1). */
const checks = (digits: string): boolean =>
  [...digits].reduceRight((sum, digit, index) => sum + Number(digit) * ((digits.length - index) % 2 === 0 ? 3 : 1), 0) % 10 === 0;

/** The digit that ends a number whose other digits these are. */
export const checkDigit = (digits: string): string => String([...'0123456789'].find((last) => checks(`${digits}${last}`)));

/** Reads a printed code; null when it has another length or its check digit says that it was not read right. */
export function gtin(text: string): Gtin | null {
  if (!/^\d+$/.test(text) || !lengths.has(text.length) || !checks(text)) return null;
  return text.padStart(14, '0') as Gtin;
}
