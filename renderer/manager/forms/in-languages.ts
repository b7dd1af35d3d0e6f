import { furtherLanguages, type InLanguages, Language } from '../../../shared/contract/index.ts';

/** Words of the store as they stand in a form: one text for each language, empty where there is none. */
export type InForm<K extends string> = Readonly<Record<`${K}.${Language}`, string>>;

/** @param textOf how what is there in one language is written */
export const inForm = <K extends string, T>(key: K, words: InLanguages<T>, textOf: (one: T) => string): InForm<K> =>
  Object.fromEntries(
    Language.options.map((language) => [`${key}.${language}`, words[language] === undefined ? '' : textOf(words[language])]),
  ) as InForm<K>;

/** The words as the contract wants them: a further language that was left empty is not there. */
export const fromForm = <K extends string, T>(key: K, draft: InForm<K>, read: (text: string) => T): InLanguages<T> =>
  Object.fromEntries(
    Language.options.flatMap((language) => {
      const text = draft[`${key}.${language}`];
      const left = text.trim() === '' && (furtherLanguages as readonly Language[]).includes(language);
      return left ? [] : [[language, read(text)]];
    }),
  ) as InLanguages<T>;
