import type { Language } from '../contract/values.ts';
import { slips } from '../slips.ts';
import { contentOf, type Stems } from './fold.ts';
import { sameWords } from './same-words.ts';

/** One thing a question is about: the key it is compared by, and the word it was made of. */
export interface Token {
  readonly key: string;
  readonly word: string;
}

/** Turns text of one language into tokens. Pairs that mean one thing are one token. */
export function tokensOf(text: string, language: Language, stems: Stems): Token[] {
  const words = contentOf(text, language);
  const same = sameWords[language];
  const tokens: Token[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as string;
    const pair = i + 1 < words.length ? same.get(`${word}_${words[i + 1]}`) : undefined;
    if (pair !== undefined) {
      tokens.push({ key: pair, word: `${word} ${words[i + 1]}` });
      i += 1;
    } else tokens.push({ key: keyOf(word, language, stems), word });
  }
  return [...new Map(tokens.map((token) => [token.key, token])).values()];
}

/** What a single word is compared by. */
export const keyOf = (word: string, language: Language, stems: Stems): string =>
  sameWords[language].get(word) ?? stems[language](word);

/** Shorter words are never corrected: too many others are one letter away. */
const shortest = 4;
/** From this length on two slips are forgiven. */
const long = 9;

/** The known word that was most probably meant by an unknown one; null when none is near, or two are. */
export function meant(word: string, known: ReadonlySet<string>): string | null {
  if (word.length < shortest || /\d/.test(word)) return null;
  const limit = word.length >= long ? 2 : 1;
  let best: string | null = null;
  let least = limit + 1;
  let tied = false;
  for (const other of known) {
    // The first letter is the one people get right (Yannakoudakis and Fawthrop, Information Processing & Management 19, 1983).
    if (other.length <= shortest || other[0] !== word[0]) continue;
    const far = slips(word, other, limit);
    if (far < least) {
      best = other;
      least = far;
      tied = false;
    } else if (far === least && far <= limit) tied = true;
  }
  return tied && least > 1 ? null : best;
}
