import type { InLanguages } from './contract/store-words.ts';
import type { Language } from './contract/values.ts';

/** The language in which somebody who reads `language` gets words: that one if they are there in it, otherwise English. */
export const languageFor = (words: InLanguages<unknown>, language: Language): Language =>
  words[language] === undefined ? 'en' : language;

/** Words as somebody who reads `language` gets them: in that language if they are there in it, otherwise in English. */
export const wordsIn = <T>(words: InLanguages<T>, language: Language): T => words[language] ?? words.en;

/** Words in every language they are there in, one after the other, to be searched. */
export const allWords = (words: InLanguages<string>): string => Object.values(words).join(' ');
