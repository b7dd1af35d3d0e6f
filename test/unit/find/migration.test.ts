import { readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { floorPlanStore } from '../../../electron/store/floor-plan.ts';
import { productStore } from '../../../electron/store/products.ts';

test('products and the floor plan of the schema before are kept, and found as they were', () => {
  const db = new Sqlite(':memory:');
  const run = (name: string) => db.exec(readFileSync(`electron/store/migrations/${name}.sql`, 'utf8'));
  run('0001-first-light');
  run('0003-floor-plan');
  db.exec(`INSERT INTO product (id, name_fr, name_en, category, aisle, stock, price_cents)
      VALUES ('b', 'Tomates', 'Tomatoes', 'x', '2', 3, 250), ('a', 'Poireaux', 'Leeks', 'x', '2', 3, 150);
    INSERT INTO product_words (product_id, words) VALUES ('b', 'Tomates Tomatoes Légumes'), ('a', 'Poireaux Leeks Légumes');
    INSERT INTO floor_plan VALUES (1, 20, 10, 'manager', 5)`);
  run('0011-find');
  db.exec('CREATE TABLE consent_text (version TEXT)');
  run('0018-languages');
  const products = productStore(db);
  const ids = (match: string) => products.search(match).map(({ id }) => id);
  expect(ids('"legumes"').sort()).toEqual(['a', 'b']);
  expect(ids('"leeks"')).toEqual(['a']);
  expect(products.terms.candidates('tomaets')).toContain('tomates');
  expect(floorPlanStore(db).read()?.value).toMatchObject({ width: 20, facing: 'up', shelves: [] });
  db.close();
});
