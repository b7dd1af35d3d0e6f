import { slips } from '../slips.ts';

/** One slip of the finger per five letters, so that "lait" and "lard" stay two things. */
const slipsIn = (length: number): number => Math.floor(length / 5);

/** More letters than this are compared by their words only: nobody mistypes the same long sentence. */
const longest = 60;

/**
 * Whether a text asks for the same thing again, nearly in the same words: a slip of the finger, or half of the words and more.
 * @param a @param b `queryKey` of either text: without accents, plurals, stop words and order
 */
export function isNearRepeat(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const most = slipsIn(Math.min(a.length, b.length));
  if (most > 0 && Math.max(a.length, b.length) <= longest && slips(a, b, most) <= most) return true;
  const words = new Set(a.split(' '));
  const others = new Set(b.split(' '));
  const common = [...words].filter((word) => others.has(word)).length;
  return common >= 2 && common / (words.size + others.size - common) >= 0.5;
}
