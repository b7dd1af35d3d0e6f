import type { Language } from './contract/values.ts';

export interface Tongue {
  /** Its name in itself, as people who look for it know it. */
  readonly name: string;
  /** How numbers, dates and money are written (BCP 47). */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
}

/** What must be known of each language to write in it. English as written in Europe: day before month, the euro sign in front. */
export const tongues: Readonly<Record<Language, Tongue>> = {
  fr: { name: 'Français', locale: 'fr-FR', direction: 'ltr' },
  en: { name: 'English', locale: 'en-GB', direction: 'ltr' },
};

/** A language's name in itself, by its code; none for one that the house does not speak any more. */
export const ownName = (code: string | null): string =>
  new Map<string | null, Tongue>(Object.entries(tongues)).get(code)?.name ?? '';
