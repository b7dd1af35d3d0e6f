import type { Language } from '../contract/values.ts';
import { tongues } from '../tongues.ts';
import type { Cents } from '../units.ts';

/** An amount as it is written in a language. */
export const amount = (cents: Cents, language: Language): string =>
  new Intl.NumberFormat(tongues[language].locale, { style: 'currency', currency: 'EUR' }).format(cents / 100);

/** A store-local day (`YYYY-MM-DD`) in words. */
export const dayInWords = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(tongues[language].locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00:00Z`),
  );
