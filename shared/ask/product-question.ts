import { headOf } from '../catalogue/head.ts';
import type { Language, ProductFact } from '../contract/index.ts';
import { type Asked, type Index, read } from './bm25.ts';
import { wordsOf } from './fold.ts';
import { askWords, perLanguage, setOf } from './words/index.ts';

const around = perLanguage(({ products }) => setOf(products.around));

/** A question about products: what of them, and which words name them. */
export interface ProductQuestion {
  readonly about: ProductFact;
  /** The words around it ask for a product; without them a bare name is taken for its place. */
  readonly plain: boolean;
  readonly named: readonly Asked[];
  /** Words that no product has. */
  readonly unknown: readonly string[];
  /** All of those say what it is for: "piles pour ma télécommande". */
  readonly purpose: boolean;
}

const patternOf = (words: readonly string[], language: Language) =>
  askWords[language].products.patterns.find(([, expression]) => expression.test(` ${words.join(' ')} `));

/** Whether the words around it are those in which people ask for a thing. */
export const asksForProduct = (question: string, language: Language): boolean =>
  patternOf(wordsOf(question), language) !== undefined;

/** Reads a question as one about products; null when it names none. */
export function productQuestion(question: string, index: Index): ProductQuestion | null {
  const { language } = index;
  const words = wordsOf(question);
  if (askWords[language].products.origins.test(` ${words.join(' ')} `)) return null;
  const pattern = patternOf(words, language);
  const tokens = read(words.filter((word) => !around[language].has(word)).join(' '), index);
  const named = tokens.filter(({ known }) => known);
  if (named.length === 0) return null;
  const unknown = tokens.filter(({ known }) => !known).map(({ word }) => word);
  const use = words.indexOf(askWords[language].products.forWhat);
  const purpose = use > 0 && unknown.every((word) => words.indexOf(word.split(' ')[0] as string) > use);
  return { about: pattern?.[0] ?? 'place', plain: pattern === undefined, named, unknown, purpose };
}

/** Products that were named. `surely`: by the word that says what they are, not by one that only goes with it. */
export interface Named {
  readonly ids: readonly string[];
  readonly surely: boolean;
}

/** Whether the keys hold the head of a product's name, or are its category. The head comes first in French and mostly last in English. */
function meansIt([head = new Set(), , category = new Set()]: readonly ReadonlySet<string>[], keys: readonly string[]): boolean {
  const words = [...head];
  return (
    [words.at(0), words.at(-1)].some((word) => word !== undefined && keys.includes(word)) ||
    keys.every((key) => category.has(key))
  );
}

/** Products that hold every word of the question, best first. */
export function productsNamed({ named }: ProductQuestion, index: Index, most: number): Named {
  const keys = named.map(({ key }) => key);
  const whole = index.docs.filter(({ counts }) => keys.every((key) => (counts.get(key) ?? 0) >= 1));
  const surely = whole.filter(({ phrases }) => meansIt(phrases, keys));
  return { ids: (surely.length > 0 ? surely : whole).slice(0, most).map(({ id }) => id), surely: surely.length > 0 };
}

/** A product's name as phrases of an entry: its head, the whole of it, and its category. */
export const productPhrases = (name: string, category: string): readonly string[] => [headOf(name), name, category];

/** Of products that were named, and asked for in so many words. */
export const namedProduct = 0.95;

/** How probable it is that such a question is about just these products; measured by `npm run bench:ask`. */
export function productProbability(
  { unknown, purpose, plain }: ProductQuestion,
  { ids, surely }: Named,
  corrected: boolean,
): number {
  // A word more may change the thing altogether: "lait" is no "lait de coco". What it is for leaves it what it is, but may not fit.
  if (ids.length === 0 || (unknown.length > 0 && !(purpose && surely))) return 0;
  if (!surely || unknown.length > 0) return 0.5;
  return plain || corrected ? 0.8 : namedProduct;
}
