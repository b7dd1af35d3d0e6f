import { findProducts } from '../../electron/services/find-products.ts';
import { openDatabase } from '../../electron/store/database.ts';
import { openStore } from '../../electron/store/index.ts';
import { bigQueries } from '../fixtures/find/queries.ts';
import { bigCatalogue } from '../support/big-catalogue.ts';
import { type Figure, quantile } from './figure.ts';

const PRODUCTS = 20_000;
const ROUNDS = 5;

/** A search that understands mistakes, beside the plain scan that understands none, over the same products in the same run. */
export async function bench(): Promise<Figure[]> {
  const db = openDatabase(':memory:');
  const store = openStore(db);
  store.transaction(() => {
    for (const { kind: _, ...product } of bigCatalogue(PRODUCTS)) store.products.save(product, product.category);
  });
  const like = db.prepare('SELECT id FROM product WHERE name_fr LIKE ? OR name_en LIKE ? ORDER BY name_fr LIMIT 24');
  findProducts(store, 'tomaets', null);
  const ours: number[] = [];
  const scan: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [typed] of bigQueries) {
      const from = performance.now();
      findProducts(store, typed, null);
      const between = performance.now();
      const all = `%${typed}%`;
      like.all(all, all);
      ours.push(between - from);
      scan.push(performance.now() - between);
    }
  }
  db.close();
  const ratio = (share: number) => quantile(ours, share) / quantile(scan, share);
  return [
    {
      what: `search with mistakes, ${PRODUCTS} products, ${bigQueries.length} queries, median (p95)`,
      budget: '≤ 2 × the scan, median and p95',
      measured: `${quantile(ours, 0.5).toFixed(1)} ms (${quantile(ours, 0.95).toFixed(1)}), ratio ${ratio(0.5).toFixed(2)} (${ratio(0.95).toFixed(2)})`,
      baseline: `LIKE '%words%': ${quantile(scan, 0.5).toFixed(1)} ms (${quantile(scan, 0.95).toFixed(1)})`,
      ok: ratio(0.5) <= 2 && ratio(0.95) <= 2,
    },
  ];
}
