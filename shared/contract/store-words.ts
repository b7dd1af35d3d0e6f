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
