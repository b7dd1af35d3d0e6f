import type { Language } from '../../contract/index.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { AskWords } from './words.ts';

/** What is known of each language; one file a language. */
export const askWords: Readonly<Record<Language, AskWords>> = { fr, en };

/** Makes something of the words of each language. */
export const perLanguage = <T>(make: (words: AskWords, language: Language) => T): Readonly<Record<Language, T>> =>
  Object.fromEntries(
    Object.entries(askWords).map(([language, words]) => [language, make(words, language as Language)]),
  ) as Record<Language, T>;

/** A list of words as a set. */
export const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
