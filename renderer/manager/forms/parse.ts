import type { Language } from '../../../shared/contract/index.ts';
import { tongues } from '../../../shared/tongues.ts';

/** What a field's text means, or null when it means nothing. Empty text is `undefined`: nothing was typed yet. */
export type Parsed<T> = T | null | undefined;

/** A plain number as people type it: comma or point, spaces anywhere (narrow ones from a spreadsheet too). */
export function parseNumber(text: string): Parsed<number> {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-')
    .replace(',', '.');
  if (plain === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** Euros with at most two decimals, as integer cents. */
export function parseEuros(text: string): Parsed<number> {
  const plain = text.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.');
  if (plain === '') return undefined;
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(plain);
  if (match === null) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** A text with a decimal point as the language writes it. */
const pointed = (text: string, language: Language): string =>
  text.replace('.', new Intl.NumberFormat(tongues[language].locale).format(0.5).charAt(1));

/** Cents as the text of a price field: `1250` is "12.50", or "12,50" in French. */
export const writeEuros = (cents: number, language: Language): string =>
  pointed(`${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`, language);

/** A decimal number as the text of a field. */
export const writeNumber = (value: number, language: Language): string => pointed(String(value), language);
