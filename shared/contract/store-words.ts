import * as v from 'valibot';
import { Language, Text } from './values.ts';

/** Languages in which every store writes its own words, so that there is always something to fall back to. */
const needed = ['fr', 'en'] as const satisfies readonly Language[];
type Needed = (typeof needed)[number];
type Further = Exclude<Language, Needed>;

/** Languages in which a store may write its own words as well. */
export const furtherLanguages = Language.options.filter(
  (language): language is Further => !(needed as readonly Language[]).includes(language),
);

/** One thing in the languages it is there in: French and English always. */
export type InLanguages<T> = Readonly<Record<Needed, T>> & Readonly<Partial<Record<Further, T>>>;

type Entries<S extends v.GenericSchema> = Readonly<Record<Needed, S>> & Readonly<Record<Further, v.OptionalSchema<S, undefined>>>;

/** Entries of an object that holds one thing in several languages. */
export const languageEntries = <S extends v.GenericSchema>(schema: S): Entries<S> =>
  Object.fromEntries(
    Language.options.map((language) => [
      language,
      (needed as readonly Language[]).includes(language) ? schema : v.optional(schema),
    ]),
  ) as Entries<S>;

/** The same sentence of a store in its languages. */
export const StoreWords = v.strictObject(languageEntries(Text(200)));
export type StoreWords = v.InferOutput<typeof StoreWords>;

/** The language in which somebody who reads `language` gets words: that one if they are there in it, otherwise English. */
export const languageFor = (words: InLanguages<unknown>, language: Language): Language =>
  words[language] === undefined ? 'en' : language;

/** Words as somebody who reads `language` gets them: in that language if they are there in it, otherwise in English. */
export const wordsIn = <T>(words: InLanguages<T>, language: Language): T => words[language] ?? words.en;

/** Words in every language they are there in, one after the other, to be searched. */
export const allWords = (words: InLanguages<string>): string =>
  Language.options.flatMap((language) => words[language] ?? []).join(' ');
