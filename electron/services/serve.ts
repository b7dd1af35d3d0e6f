import type { StoreWords } from '../../shared/contract/index.ts';
import type { Store } from '../store/index.ts';
import { categoryName } from './categories.ts';

export const listCategories = (store: Store): { id: string; name: StoreWords }[] =>
  store.products.categories().map((id) => ({ id, name: categoryName(id) }));
