import type { Keypad } from '../../../shared/access/keypad.ts';
import type { Input, Language } from '../../../shared/contract/index.ts';
import { parseNumber, writeNumber } from '../forms/parse.ts';

type Access = Input<'manager/access-save'>;

/** The settings as they stand in the form: numbers as typed. */
export interface AccessDraft {
  readonly by: 'unknown' | 'diagonal' | 'width';
  /** Inches or millimetres, as `by` says. */
  readonly size: string;
  /** Millimetres; empty: not measured. */
  readonly lowerEdge: string;
  readonly headphonesOnly: boolean;
  readonly keypad: Keypad;
}

export function accessDraft({ screen, lowerEdge, headphonesOnly, keypad }: Access, language: Language): AccessDraft {
  const size = screen === null ? null : screen.by === 'diagonal' ? screen.inches : screen.millimetres;
  return {
    by: screen?.by ?? 'unknown',
    size: size === null ? '' : writeNumber(size, language),
    lowerEdge: lowerEdge === null ? '' : writeNumber(lowerEdge, language),
    headphonesOnly,
    keypad,
  };
}

/** The form as the contract wants it. */
export function readAccess({ by, size, lowerEdge, headphonesOnly, keypad }: AccessDraft) {
  const number = parseNumber(size);
  return {
    screen: by === 'unknown' ? null : by === 'diagonal' ? { by, inches: number } : { by, millimetres: number },
    lowerEdge: lowerEdge.trim() === '' ? null : (parseNumber(lowerEdge) ?? Number.NaN),
    headphonesOnly,
    keypad,
  };
}
