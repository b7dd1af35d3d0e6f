import type { Language } from '../contract/values.ts';
import type { Cents } from '../units.ts';

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

/** An amount as it is written in a language. */
export const amount = (cents: Cents, language: Language): string =>
  new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'EUR' }).format(cents / 100);

/** A store-local day (`YYYY-MM-DD`) in words. */
export const dayInWords = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00:00Z`),
  );
