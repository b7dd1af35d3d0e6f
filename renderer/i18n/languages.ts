import type { Language } from '../../shared/contract/index.ts';
import { tongues } from '../../shared/tongues.ts';

/** In the order in which they are offered. Not the contract's own list: the service worker would have to carry the contract. */
export const languages = Object.keys(tongues) as readonly Language[];

/** The one that a single button offers: after the last comes the first. */
export const languageAfter = (language: Language): Language =>
  languages[(languages.indexOf(language) + 1) % languages.length] ?? language;

/** The first of a person's languages that the house speaks, otherwise French. @param tag such as `en-GB` */
export const languageOfTag = (tag: string): Language => languages.find((language) => tag.startsWith(language)) ?? 'fr';
