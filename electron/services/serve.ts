import { matchExpression } from '../../shared/catalogue/query.ts';
import type { Bilingual, ProductView } from '../../shared/contract/index.ts';
import type { Store } from '../store/index.ts';
import type { Question } from '../store/questions.ts';
import { categoryName } from './categories.ts';

/** Products for what a shopper typed; with nothing typed, those of a category. */
export function findProducts(store: Store, query: string, category: string | null): ProductView[] {
  const match = matchExpression(query);
  if (match === null) return category === null ? [] : store.products.byCategory(category);
  const found = store.products.search(match);
  return category === null ? found : found.filter((product) => product.category === category);
}

export const listCategories = (store: Store): { id: string; name: Bilingual }[] =>
  store.products.categories().map((id) => ({ id, name: categoryName(id) }));

/** The store's own answers to a question, best first; empty when none fits. */
export function findAnswers(store: Store, question: string): Question[] {
  const match = matchExpression(question);
  return match === null ? [] : store.questions.search(match);
}
