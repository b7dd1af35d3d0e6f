import type { Language } from '../../shared/contract/index.ts';

export interface Tongue {
  /** Its name in itself, as people who look for it know it. */
  readonly name: string;
  /** How numbers, dates and money are written (BCP 47). */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
}

/** What a page must know of each language. English as written in Europe: day before month, the euro sign in front. */
export const tongues: Readonly<Record<Language, Tongue>> = {
  fr: { name: 'Français', locale: 'fr-FR', direction: 'ltr' },
  en: { name: 'English', locale: 'en-GB', direction: 'ltr' },
};

/** In the order in which they are offered. */
export const languages = Object.keys(tongues) as readonly Language[];

/** The one that a single button offers: after the last comes the first. */
export const languageAfter = (language: Language): Language =>
  languages[(languages.indexOf(language) + 1) % languages.length] ?? language;
