import { Language } from '../../shared/contract/index.ts';

/** In the order in which they are offered. */
export const languages: readonly Language[] = Language.options;

/** The one that a single button offers: after the last comes the first. */
export const languageAfter = (language: Language): Language =>
  languages[(languages.indexOf(language) + 1) % languages.length] ?? language;

/** The first of a person's languages that the house speaks, otherwise French. @param tag such as `en-GB` */
export const languageOfTag = (tag: string): Language => languages.find((language) => tag.startsWith(language)) ?? 'fr';
