import * as v from 'valibot';
import { furtherLanguages, type InLanguages } from '../../shared/contract/index.ts';
import { Json } from './query.ts';

type FurtherWords = Omit<InLanguages<string>, 'fr' | 'en'>;

/** A column with words beyond French and English. A language that the house has given up again is passed over. */
export const Further = Json(
  v.pipe(
    v.record(v.string(), v.string()),
    v.transform(
      (words) =>
        Object.fromEntries(
          furtherLanguages.flatMap((one) => (words[one] === undefined ? [] : [[one, words[one]]])),
        ) as FurtherWords,
    ),
  ),
);

/** Such a column's content. */
export const furtherOf = (words: InLanguages<string>): string =>
  JSON.stringify(Object.fromEntries(furtherLanguages.map((language) => [language, words[language]])));
