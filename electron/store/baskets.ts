import * as v from 'valibot';
import { Id } from '../../shared/contract/index.ts';
import type { Companion } from '../../shared/offers/together.ts';
import type { Database } from './database.ts';
import { Json, query } from './query.ts';

/** Baskets that are kept, the newest: taste changes, and more of them add little. */
const KEPT = 100_000;

const Basket = v.strictObject({ seq: v.number(), products: Json(v.array(Id)) });

/** Anonymous receipts, and what they say is bought together. */
export interface BasketStore {
  /** Adds one receipt; harmless when this place of the file was added before. */
  add(file: string, place: number, products: readonly string[]): void;
  /** The next baskets after a place in the sequence, oldest first. */
  after(seq: number, limit: number): v.InferOutput<typeof Basket>[];
  /** Forgets all but the newest. */
  prune(): void;
  /** Puts new companions in the place of all before. */
  replace(companions: ReadonlyMap<string, readonly Companion[]>): void;
  /** What is bought with a product, best first. */
  companions(productId: string): string[];
}

export function basketStore(db: Database): BasketStore {
  const put = db.prepare('INSERT OR IGNORE INTO basket (file, place, products) VALUES (?, ?, ?)');
  const page = query(db, Basket, 'SELECT seq, products FROM basket WHERE seq > ? ORDER BY seq LIMIT ?');
  const prune = db.prepare('DELETE FROM basket WHERE seq <= (SELECT max(seq) FROM basket) - ?');
  const clear = db.prepare('DELETE FROM together');
  const note = db.prepare('INSERT INTO together (product_id, rank, other_id) VALUES (?, ?, ?)');
  const others = query(
    db,
    v.strictObject({ other_id: v.string() }),
    'SELECT other_id FROM together WHERE product_id = ? ORDER BY rank',
  );
  return {
    add: (file, place, products) => void put.run(file, place, JSON.stringify(products)),
    after: (seq, limit) => page.all(seq, limit),
    prune: () => void prune.run(KEPT),
    replace: (companions) =>
      db.transaction(() => {
        clear.run();
        for (const [product, list] of companions)
          for (const [rank, { productId }] of list.entries()) note.run(product, rank, productId);
      })(),
    companions: (productId) => others.all(productId).map(({ other_id }) => other_id),
  };
}
