import { nearest } from '../../shared/catalogue/nearest.ts';
import { inOrder } from '../../shared/catalogue/order.ts';
import { forms, singular } from '../../shared/catalogue/query.ts';
import { expressionOf, type Unit, units } from '../../shared/catalogue/units.ts';
import type { ProductSettings } from '../../shared/contract/index.ts';
import type { Store } from '../store/index.ts';
import { categoryName } from './categories.ts';

/** How products were found: by the very words, by words that are nearly those, by some of them only, or not at all. */
export interface Found {
  readonly products: readonly ProductSettings[];
  readonly how: 'words' | 'near' | 'some' | 'none';
  /** What was looked for instead of mistyped words; null unless `how` is `near`. */
  readonly instead: string | null;
}

/** Results that a shopper reads. */
const SHOWN = 24;
const nothing: Found = { products: [], how: 'none', instead: null };

type Terms = Store['products']['terms'];

const isKnown = (terms: Terms, unit: Unit, word: string, last: boolean): boolean =>
  unit.others.length > 0 || terms.knows(forms(word)) || (last && terms.begins(singular(word)));

/** Puts catalogue words in the place of those it does not know; null when nothing was mistyped, or nothing is near. */
function corrected(terms: Terms, asked: readonly Unit[]): { readonly units: Unit[]; readonly words: string } | null {
  let changed = false;
  const said: string[] = [];
  const next = asked.map((unit): Unit => {
    const [word = ''] = unit.typed;
    if (unit.typed.length > 1 || isKnown(terms, unit, word, unit.last)) {
      said.push(...unit.typed);
      return unit;
    }
    const [best, ...rest] = nearest(word, terms.candidates(word), unit.last);
    said.push(best ?? word);
    if (best === undefined) return unit;
    changed = true;
    return { typed: [best], others: rest.map((other) => [other]), last: false };
  });
  return changed ? { units: next, words: said.join(' ') } : null;
}

/** Products for what a shopper typed, best first; with nothing typed, those of a category. */
export function findProducts(store: Store, query: string, category: string | null): Found {
  const { products } = store;
  const asked = units(
    query,
    store.synonyms.list().map(({ value }) => value),
  );
  if (asked.length === 0)
    return category === null ? nothing : { ...nothing, products: products.byCategory(category), how: 'words' };
  const look = (these: readonly Unit[], ...how: [begins: 'last' | 'every' | 'none', join?: 'AND' | 'OR']): ProductSettings[] => {
    const words = these.flatMap(({ typed }) => typed);
    const found = products.search(expressionOf(these, ...how));
    const here = category === null ? found : found.filter((product) => product.category === category);
    return inOrder(words, here, categoryName).slice(0, SHOWN);
  };
  // The very words first, then words that merely begin so; mistakes are looked for only where neither leads anywhere.
  for (const begins of ['last', 'every'] as const) {
    const found = look(asked, begins);
    if (found.length > 0) return { products: found, how: 'words', instead: null };
  }
  const better = corrected(products.terms, asked);
  const near = better === null ? [] : look(better.units, 'every');
  if (better !== null && near.length > 0) return { products: near, how: 'near', instead: better.words };
  // Words that stand there as typed say more than what others may have been meant for.
  const some = asked.length > 1 ? [asked, better?.units ?? asked].map((these) => look(these, 'none', 'OR')) : [];
  const [best = []] = some.filter((products) => products.length > 0);
  return best.length > 0 ? { products: best, how: 'some', instead: null } : nothing;
}
