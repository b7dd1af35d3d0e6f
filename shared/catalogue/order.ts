import type { StoreWords } from '../contract/index.ts';
import { headOf, headWord } from './head.ts';
import { singular, terms } from './query.ts';

interface Named {
  readonly name: StoreWords;
  readonly category: string;
}

/**
 * How well a name fits: 0 the very words, and they say what it is; 1 the words are its category's; 2 it begins with the very word; 3 it holds all
 * of them; 4 it begins with the letters; 5 words begin so; 6 otherwise.
 */
function fitOf(words: readonly string[], name: string, category: string, language: string): number {
  const own = terms(name).map(singular);
  const asked = words.map(singular);
  const begun = (word: string) => own.some((other) => other.startsWith(word));
  const holds = asked.every((word) => own.includes(word));
  if (holds && asked.includes(headWord(terms(headOf(name)).map(singular), language))) return 0;
  const family = terms(category).map(singular);
  if (asked.every((word) => family.includes(word))) return 1;
  if (holds) return own[0] === asked[0] ? 2 : 3;
  if (own[0]?.startsWith(asked[0] ?? '') && asked.every(begun)) return 4;
  return asked.every(begun) ? 5 : 6;
}

/**
 * Products in the order in which a shopper expects them: the thing itself before what merely mentions it. Keeps the order of equals.
 * @param categoryName what a category is called
 */
export function inOrder<P extends Named>(
  words: readonly string[],
  products: readonly P[],
  categoryName: (id: string) => StoreWords,
): P[] {
  const rankOf = ({ name, category }: P): number => {
    const family = categoryName(category);
    return Math.min(
      ...Object.entries(name).map(([language, own]) =>
        fitOf(words, own, (family as Readonly<Record<string, string>>)[language] ?? '', language),
      ),
    );
  };
  return products
    .map((product) => ({ product, rank: rankOf(product) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ product }) => product);
}
