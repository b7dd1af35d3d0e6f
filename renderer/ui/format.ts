import type { Language } from '../../shared/contract/index.ts';
import { tongues } from '../../shared/tongues.ts';
import type { Cents, EpochMs } from '../../shared/units.ts';
import { languages } from '../i18n/languages.ts';

/** How numbers and dates are written in each language (BCP 47). */
export const locales = Object.fromEntries(languages.map((language) => [language, tongues[language].locale])) as Readonly<
  Record<Language, string>
>;

const memo = <T>(make: (language: Language) => T) => {
  const made: Partial<Record<Language, T>> = {};
  return (language: Language): T => {
    made[language] ??= make(language);
    return made[language];
  };
};

const moneyOf = memo((l) => new Intl.NumberFormat(locales[l], { style: 'currency', currency: 'EUR' }));
const numberOf = memo((l) => new Intl.NumberFormat(locales[l]));
const dayOf = memo((l) => new Intl.DateTimeFormat(locales[l], { timeZone: 'UTC', day: 'numeric', month: 'long' }));
const weekdayOf = memo(
  (l) => new Intl.DateTimeFormat(locales[l], { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' }),
);
const clockOf = memo((l) => new Intl.DateTimeFormat(locales[l], { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' }));
const languageNames = memo((l) => new Intl.DisplayNames(locales[l], { type: 'language' }));
const dateOf = memo((l) => new Intl.DateTimeFormat(locales[l], { day: 'numeric', month: 'long', year: 'numeric' }));

export const money = (value: Cents, language: Language): string => moneyOf(language).format(value / 100);

export const number = (value: number, language: Language): string => numberOf(language).format(value);

/** A store-local calendar day has no time zone: read as UTC and written as UTC, it stays the same day. */
const utc = (localDate: string) => Date.parse(`${localDate}T00:00:00Z`);

/** `2026-11-28` → "28 novembre" / "28 November". */
export const day = (localDate: string, language: Language): string => dayOf(language).format(utc(localDate));

/** `2026-11-28` → "samedi 28 novembre" / "Saturday 28 November". */
export const weekday = (localDate: string, language: Language): string =>
  weekdayOf(language).format(utc(localDate)).replace(',', '');

/** An instant as a date on this machine's calendar: "22 novembre 2026" / "22 November 2026". */
export const date = (at: EpochMs, language: Language): string => dateOf(language).format(at);

/** A telephone number is read in one piece: it never breaks at the end of a line. */
export const phone = (number: string): string => number.replaceAll(' ', '\u00a0');

/** A language's own name in another: "français", "French". */
export const languageName = (language: Language, inLanguage: Language): string =>
  languageNames(inLanguage).of(language) ?? language;

/** A word as it begins a label. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `08:30` → "8 h 30" / "8:30am"; `20:00` → "20 h" / "8pm"; in other languages as its locale writes it. */
export function time(localTime: string, language: Language): string {
  const [hours = 0, minutes = 0] = localTime.split(':').map(Number);
  const mm = String(minutes).padStart(2, '0');
  if (language === 'fr') return minutes === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${mm}`;
  if (language !== 'en') return clockOf(language).format(Date.UTC(1970, 0, 1, hours, minutes));
  return `${hours % 12 || 12}${minutes === 0 ? '' : `:${mm}`}${hours < 12 ? 'am' : 'pm'}`;
}
