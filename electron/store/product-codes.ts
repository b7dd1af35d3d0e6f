import * as v from 'valibot';
import type { Gtin } from '../../shared/catalogue/gtin.ts';
import { Id } from '../../shared/contract/index.ts';
import type { Database } from './database.ts';
import { query } from './query.ts';

/** The codes printed on products. */
export interface ProductCodeStore {
  productOf(code: Gtin): string | undefined;
  /** Gives a product its one code; a code is one product's, so it is taken from any other. Null takes the product's away. */
  set(productId: string, code: Gtin | null): void;
}

export function productCodeStore(db: Database): ProductCodeStore {
  const owner = query(db, v.strictObject({ product_id: Id }), 'SELECT product_id FROM product_code WHERE code = ?');
  const clear = db.prepare('DELETE FROM product_code WHERE product_id = ?');
  const put = db.prepare('INSERT OR REPLACE INTO product_code VALUES (?, ?)');
  return {
    productOf: (code) => owner.get(code)?.product_id,
    set(productId, code) {
      clear.run(productId);
      if (code !== null) put.run(code, productId);
    },
  };
}
