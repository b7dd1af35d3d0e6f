import type { ProductSettings } from '../contract/index.ts';
import { allWords } from '../words-in.ts';
import { singular, terms } from './query.ts';

/** Proposals in the place of one product: more would be a shelf to read. */
const most = 3;

/** Without sizes: "75 cl" says nothing about what is in the bottle. */
const wordsOf = ({ name }: ProductSettings): Set<string> =>
  new Set(
    terms(allWords(name))
      .filter((w) => w.length > 2 && !/\d/.test(w))
      .map(singular),
  );

/** Products of the same kind that are there, those with most words of the name in common first, then those that cost nearly the same. */
export function alternatives(product: ProductSettings, shelf: readonly ProductSettings[]): ProductSettings[] {
  const words = wordsOf(product);
  return shelf
    .filter(({ id, category, stock }) => id !== product.id && category === product.category && stock > 0)
    .map((other) => ({
      other,
      common: [...wordsOf(other)].filter((word) => words.has(word)).length,
      dearer: Math.abs(other.priceCents - product.priceCents),
    }))
    .sort((a, b) => b.common - a.common || a.dearer - b.dearer || (a.other.id < b.other.id ? -1 : 1))
    .slice(0, most)
    .map(({ other }) => other);
}
