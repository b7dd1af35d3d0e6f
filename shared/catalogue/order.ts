import type { StoreWords } from '../contract/index.ts';
import { singular, terms } from './query.ts';

interface Named {
  readonly name: StoreWords;
}

/** How well a name fits: 0 it begins with the very word, 1 it holds all of them, 2 it begins with its letters, 3 words begin so, 4 otherwise. */
function fitOf(words: readonly string[], name: string): number {
  const [first = ''] = words;
  const own = terms(name).map(singular);
  const holds = (word: string) => own.includes(singular(word));
  const begun = (word: string) => own.some((other) => other.startsWith(singular(word)));
  const all = words.every(holds);
  if (all && own[0] === singular(first)) return 0;
  if (all) return 1;
  if (own[0]?.startsWith(singular(first)) && words.every(begun)) return 2;
  return words.every(begun) ? 3 : 4;
}

/** Products in the order in which a shopper expects them: the thing itself before what merely mentions it. Keeps the order of equals. */
export function inOrder<P extends Named>(words: readonly string[], products: readonly P[]): P[] {
  return products
    .map((product) => ({ product, rank: Math.min(...Object.values(product.name).map((name) => fitOf(words, name))) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ product }) => product);
}
