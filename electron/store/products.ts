import * as v from 'valibot';
import { CentsValue, Id, type ProductSettings } from '../../shared/contract/index.ts';
import { allWords } from '../../shared/words-in.ts';
import type { Database } from './database.ts';
import { Further, furtherOf } from './further.ts';
import { type ProductTerms, productTerms } from './product-terms.ts';
import { query } from './query.ts';

const Row = v.pipe(
  v.strictObject({
    id: Id,
    name_fr: v.string(),
    name_en: v.string(),
    category: Id,
    aisle: v.string(),
    stock: v.number(),
    price_cents: CentsValue,
    further: Further,
  }),
  v.transform(
    (r): ProductSettings => ({
      id: r.id,
      name: { fr: r.name_fr, en: r.name_en, ...r.further },
      category: r.category,
      aisle: r.aisle,
      stock: r.stock,
      priceCents: r.price_cents,
    }),
  ),
);

export interface ProductStore {
  list(): ProductSettings[];
  get(id: string): ProductSettings | undefined;
  byCategory(category: string): ProductSettings[];
  categories(): string[];
  /** Best matches first. @param match an FTS5 expression, already quoted */
  search(match: string): ProductSettings[];
  /**
   * Adds or replaces a product. A name in a further language stays until another is given.
   * @param words what the product may be searched by beyond its names, such as its category
   */
  save(product: ProductSettings, words: string): void;
  count(): number;
  readonly terms: ProductTerms;
}

const columns = 'id, name_fr, name_en, category, aisle, stock, price_cents, further';
/** Best by words alone; who asks puts them in a shopper's order and keeps the first. */
const RESULTS = 120;

export function productStore(db: Database): ProductStore {
  const all = query(db, Row, `SELECT ${columns} FROM product ORDER BY category, name_fr`);
  const one = query(db, Row, `SELECT ${columns} FROM product WHERE id = ?`);
  const inCategory = query(db, Row, `SELECT ${columns} FROM product WHERE category = ? ORDER BY name_fr LIMIT 60`);
  const found = query(
    db,
    Row,
    `SELECT ${columns} FROM product_words JOIN product_entry ON entry = product_words.rowid JOIN product ON product.id = product_id
     WHERE product_words MATCH ? ORDER BY rank, name_fr LIMIT ${RESULTS}`,
  );
  const categories = query(db, v.strictObject({ category: Id }), 'SELECT DISTINCT category FROM product ORDER BY category');
  const total = query(db, v.strictObject({ n: v.number() }), 'SELECT count(*) AS n FROM product');
  const put = db.prepare(
    `INSERT INTO product (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name_fr = excluded.name_fr,
     name_en = excluded.name_en, category = excluded.category, aisle = excluded.aisle, stock = excluded.stock, price_cents = excluded.price_cents,
     further = excluded.further`,
  );
  const number = db.prepare('INSERT OR IGNORE INTO product_entry (product_id) VALUES (?)');
  const entry = query(db, v.strictObject({ entry: v.number() }), 'SELECT entry FROM product_entry WHERE product_id = ?');
  const index = db.prepare('INSERT OR REPLACE INTO product_words (rowid, words) VALUES (?, ?)');
  // True at the start: another process may have imported, or been cut off in the middle.
  let stale = true;
  const terms = productTerms(db, () => {
    const was = stale;
    stale = false;
    return was;
  });
  return {
    list: () => all.all(),
    get: (id) => one.get(id),
    byCategory: (category) => inCategory.all(category),
    categories: () => categories.all().map((r) => r.category),
    search: (match) => found.all(match),
    save: (p, words) => {
      const name = { ...one.get(p.id)?.name, ...p.name };
      put.run(p.id, name.fr, name.en, p.category, p.aisle, p.stock, p.priceCents, furtherOf(name));
      number.run(p.id);
      index.run(entry.get(p.id)?.entry, `${allWords(name)} ${words}`);
      stale = true;
    },
    count: () => total.get()?.n ?? 0,
    terms,
  };
}
