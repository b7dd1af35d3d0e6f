import type { Language } from '../contract/values.ts';
import { perLanguage, setOf } from './words/index.ts';

/** Reduces a word without accents to its stem, by language. */
export type Stems = Readonly<Record<Language, (word: string) => string>>;

const fillers = perLanguage((words) => setOf(words.fillers));

/** Whether a word says nothing of what is asked. */
export const isFiller = (word: string, language: Language): boolean => fillers[language].has(word);

/** The longer of them, which a slip of the finger leaves recognisable. */
export const longFillers = perLanguage(
  (words): ReadonlySet<string> => new Set(words.fillers.split(' ').filter((word) => word.length >= 5)),
);

/** As people write to a friend. */
const shortened: ReadonlyMap<string, string> = new Map(
  Object.entries({
    vs: 'vous',
    ajd: 'aujourd',
    mtn: 'maintenant',
    qd: 'quand',
    u: 'you',
    ur: 'your',
    tmrw: 'tomorrow',
    pls: 'please',
    plz: 'please',
  }),
);

/** Words as they are compared: lower case, no accents, ligatures opened. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => shortened.get(word) ?? word)
    .slice(0, 60);

/** The words that say what is asked; all of them when there is nothing but fillers. */
export function contentOf(text: string, language: Language): string[] {
  const words = wordsOf(text);
  const meaning = words.filter((word) => !isFiller(word, language));
  return meaning.length > 0 ? meaning : words;
}
