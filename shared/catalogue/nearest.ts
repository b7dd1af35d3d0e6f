import { slips } from '../slips.ts';
import { singular } from './query.ts';

/** Mistakes a word of this many letters may hold and still be understood. A short word with one letter changed is mostly another word. */
export const slipsAllowed = (letters: number): number => (letters < 4 ? 0 : letters < 7 ? 1 : 2);

/** Words offered in the place of a mistyped one. */
const most = 4;

/** Mistakes between what was typed and a word of the catalogue, or one of its beginnings while the shopper is still typing. */
function mistakes(typed: string, word: string, limit: number, open: boolean): number {
  const whole = Math.min(slips(typed, word, limit), slips(typed, singular(word), limit));
  if (!open || word.length <= typed.length) return whole;
  const begun = [-1, 0, 1].map((more) => slips(typed, word.slice(0, typed.length + more), limit));
  // The rest of the word is a guess: a whole word with as many mistakes comes first.
  return Math.min(whole, Math.min(...begun) + 0.5);
}

/**
 * The catalogue's words that a mistyped one most likely stands for, fewest mistakes first: a letter changed, left out, put in, or two
 * swapped. Empty when nothing is near enough.
 * @param typed without accents, as `terms` gives it
 * @param open the word may still be being typed
 */
export function nearest(typed: string, words: readonly string[], open: boolean): string[] {
  const limit = slipsAllowed(typed.length);
  if (limit === 0) return [];
  const near = words
    .map((word) => {
      const plain = word.replaceAll('œ', 'oe');
      return { word, far: mistakes(typed, plain, limit, open) + (plain[0] === typed[0] ? 0 : 0.25) };
    })
    // First letters are rarely wrong (Pollock and Zamora 1984): such a word comes after one that begins alike.
    .filter(({ far }) => far < limit + 1)
    .sort((a, b) => a.far - b.far || a.word.length - b.word.length || (a.word < b.word ? -1 : 1));
  const least = near[0]?.far ?? 0;
  return near
    .filter(({ far }) => far < least + 1)
    .slice(0, most)
    .map(({ word }) => word);
}
