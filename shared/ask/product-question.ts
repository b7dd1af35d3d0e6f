import type { Language, ProductFact } from '../contract/index.ts';
import { type Asked, type Index, read } from './bm25.ts';
import { wordsOf } from './fold.ts';

/** What is said around a product to ask for something about it, as `wordsOf` writes it. The first that fits counts. */
const patterns: readonly (readonly [Language, ProductFact, RegExp])[] = [
  [
    'fr',
    'price',
    / (?:combien (?:coute|coutent|ca coute|vaut|valent|est|sont)|(?:le |au |quel |quels |les )?(?:prix|tarifs?)|c est combien|a combien) /,
  ],
  [
    'fr',
    'stock',
    / (?:en stock|(?:il )?(?:vous )?reste t il|il (?:vous )?reste|en rupture|encore (?:du|de|des)|plus de stock|disponibles?|dispo) /,
  ],
  [
    'fr',
    'place',
    / (?:ou (?:est|sont|se trouve|se trouvent|trouver|trouve|puis je trouver|je trouve|je peux trouver|peut on trouver|avez vous (?:mis|range)|y a t il|il y a|c est|vous mettez)|(?:quel|quelle) (?:rayon|allee)|rayon|allee|je (?:cherche|recherche|trouve pas|ne trouve pas|ne trouve plus)|(?:avez vous|vous avez|vendez vous|vous vendez|vous faites|y a t il|il y a) (?:encore )?(?:du|de|des|de la|le|les|un|une)) /,
  ],
  ['en', 'price', / (?:how much|price|prices|cost|costs) /],
  ['en', 'stock', / (?:in stock|out of stock|any (?:more )?[a-z ]+ left|left in stock|sold out|available) /],
  [
    'en',
    'place',
    / (?:where (?:is|are|s|can i (?:find|get|buy)|do (?:i|you) (?:find|keep|get|have)|would i find|could i find)|which aisle|what aisle|aisle|(?:i m |i am )?looking for|i can(?:not| t) find|(?:do you|have you|you) (?:have|sell|got|stock|carry)|have you got|is there|are there) /,
  ],
];

/** Where something comes from is another question than where it stands. */
const origins: Readonly<Record<Language, RegExp>> = { fr: / (?:d ou|provien\w*|vien\w* de|origine) /, en: / (?:from|origin) / };

/** Words of the patterns, which are no part of a product's name. */
const around: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(
    'cherche recherche trouve trouver trouvent vend vendez vendre rayon rayons allee prix tarif tarifs combien coute coutent vaut valent stock reste rupture disponible disponibles dispo acheter acheterais prendre range ranges mis mettez actuellement aujourd hui kilo article articles produit produits paquet bouteille boite pot'.split(
      ' ',
    ),
  ),
  en: new Set(
    'aisle price prices cost costs much stock left available sell sold carry buy find currently today keep product products item items pack packet bottle box jar kilo'.split(
      ' ',
    ),
  ),
};

/** The word after which a use is said. */
const forWhat: Readonly<Record<Language, string>> = { fr: 'pour', en: 'for' };

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
  patterns.find(([of, , expression]) => of === language && expression.test(` ${words.join(' ')} `));

/** Whether the words around it are those in which people ask for a thing. */
export const asksForProduct = (question: string, language: Language): boolean =>
  patternOf(wordsOf(question), language) !== undefined;

/** Reads a question as one about products; null when it names none. */
export function productQuestion(question: string, index: Index): ProductQuestion | null {
  const { language } = index;
  const words = wordsOf(question);
  if (origins[language].test(` ${words.join(' ')} `)) return null;
  const pattern = patternOf(words, language);
  const tokens = read(words.filter((word) => !around[language].has(word)).join(' '), index);
  const named = tokens.filter(({ known }) => known);
  if (named.length === 0) return null;
  const unknown = tokens.filter(({ known }) => !known).map(({ word }) => word);
  const use = words.indexOf(forWhat[language]);
  const purpose = use > 0 && unknown.every((word) => words.indexOf(word.split(' ')[0] as string) > use);
  return { about: pattern?.[1] ?? 'place', plain: pattern === undefined, named, unknown, purpose };
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

/** Where the head of a name ends: "Sardines à l’huile", "Sardines in oil", "Gala apples, per kilo". */
const headEnds = /,|\(|\d|\s(?:à|au|aux|de|des|du|en|pour|in|with|per|for|of)\s|\sd[’']/u;

/** A product's name as phrases of an entry: its head, the whole of it, and its category. */
export const productPhrases = (name: string, category: string): readonly string[] => [
  name.split(headEnds, 1)[0] ?? name,
  name,
  category,
];

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
