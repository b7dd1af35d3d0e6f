/** Letters to change, put in, leave out or swap with their neighbour to make `b` of `a` (Damerau 1964, restricted), or more than `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

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
  const slips = slipsIn(Math.min(a.length, b.length));
  if (slips > 0 && Math.max(a.length, b.length) <= longest && distance(a, b, slips) <= slips) return true;
  const words = new Set(a.split(' '));
  const others = new Set(b.split(' '));
  const common = [...words].filter((word) => others.has(word)).length;
  return common >= 2 && common / (words.size + others.size - common) >= 0.5;
}
