import { matchExpression } from '../../shared/catalogue/query.ts';
import type { Bilingual } from '../../shared/contract/index.ts';
import type { Store } from '../store/index.ts';
import type { Question } from '../store/questions.ts';
import { categoryName } from './categories.ts';

export const listCategories = (store: Store): { id: string; name: Bilingual }[] =>
  store.products.categories().map((id) => ({ id, name: categoryName(id) }));

/** The store's own answers to a question, best first; empty when none fits. */
export function findAnswers(store: Store, question: string): Question[] {
  const match = matchExpression(question);
  return match === null ? [] : store.questions.search(match);
}
