import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoProducts } from '../../../electron/demo/catalogue.ts';
import { demoSynonyms } from '../../../electron/demo/find.ts';
import { categoryName } from '../../../electron/services/categories.ts';
import { findProducts } from '../../../electron/services/find-products.ts';
import { type Database, openDatabase } from '../../../electron/store/database.ts';
import { openStore, type Store } from '../../../electron/store/index.ts';
import { cents, epochMs } from '../../../shared/units.ts';
import { bigQueries, demoQueries } from '../../fixtures/find/queries.ts';
import { bigCatalogue } from '../../support/big-catalogue.ts';

/** Share of queries whose product stands among the first five. */
function recall(found: readonly (readonly [typed: string, right: boolean])[]): number {
  const missed = found.filter(([, right]) => !right).map(([typed]) => typed);
  if (missed.length > 0) console.log(`not among the first five: ${missed.join(', ')}`);
  return (found.length - missed.length) / found.length;
}

describe('the demo catalogue', () => {
  let db: Database;
  let store: Store;
  beforeAll(() => {
    db = openDatabase(':memory:');
    store = openStore(db);
    for (const [id, fr, en, category, aisle, stock, price] of demoProducts) {
      const words = categoryName(category);
      store.products.save({ id, name: { fr, en }, category, aisle, stock, priceCents: cents(price) }, `${words.fr} ${words.en}`);
    }
    for (const [n, [said, meant]] of demoSynonyms.entries())
      store.synonyms.save({ id: `said-${n}`, said, meant }, 'demo', epochMs(0));
  });
  afterAll(() => db.close());
  const ids = (query: string) => findProducts(store, query, null).products.map(({ id }) => id);

  test('is found in spite of mistakes, in both languages', () => {
    const share = recall(demoQueries.map(([typed, id]) => [typed, ids(typed).slice(0, 5).includes(id)]));
    console.log(`recall@5, ${demoQueries.length} queries, demo catalogue: ${share.toFixed(3)}`);
    expect(share).toBeGreaterThanOrEqual(0.95);
  });

  test.each(['xylophone', 'trombone', 'saxophone', 'zebulon', 'caviar', 'trompette', 'parking', 'ordinateur', 'lit', 'zz'])(
    'has no %s, and says so',
    (query) => {
      expect(findProducts(store, query, null)).toEqual({ products: [], how: 'none', instead: null });
    },
  );

  test('puts the thing itself before what only mentions it', () => {
    expect(ids('beurre')[0]).toBe('butter');
    expect(ids('huile olive')[0]).toBe('olive-oil');
    expect(ids('lait')[0]).toBe('milk');
    expect(ids('milk')[0]).toBe('milk');
    expect(ids('butter')[0]).toBe('butter');
    expect(ids('avez-vous du beurre')[0]).toBe('butter');
    expect(ids('fruits')[0]).not.toBe('muesli');
    expect(ids('sucre roux')).toEqual(['sugar']);
  });

  test('takes tea for no article, and maize for no “but”', () => {
    expect(ids('thé')).toEqual(['tea-black']);
    expect(findProducts(store, 'thé vert', null)).toMatchObject({
      how: 'some',
      products: [{ id: 'tea-black' }],
    });
    expect(ids('the noir')).toEqual(['tea-black']);
    expect(ids('where is the milk')[0]).toBe('milk');
    expect(findProducts(store, 'maïs doux', null).how).toBe('some');
  });

  test('says what it looked for instead, and when only some words were found', () => {
    expect(findProducts(store, 'tomatte grape', null)).toMatchObject({ how: 'near', instead: 'tomates grappe' });
    expect(findProducts(store, 'xylophone chocolat', null)).toMatchObject({ how: 'some', products: [{ id: 'chocolate' }] });
  });

  test('knows a product that came, or got another name, since the last search', () => {
    expect(ids('mangoustan')).toEqual([]);
    const fruit = { category: 'fruit-vegetables', aisle: '2', stock: 3, priceCents: cents(500) };
    store.products.save({ id: 'new', name: { fr: 'Mangoustans', en: 'Mangosteens' }, ...fruit }, '');
    expect(ids('mangousatn')).toEqual(['new']);
    store.products.save({ id: 'new', name: { fr: 'Ramboutans', en: 'Rambutans' }, ...fruit }, '');
    expect(ids('mangousatn')).toEqual([]);
    expect(ids('rambotan')).toEqual(['new']);
  });
});

test('a store of 20 000 products is found in spite of mistakes', () => {
  const db = openDatabase(':memory:');
  const store = openStore(db);
  const products = bigCatalogue(20_000);
  store.transaction(() => {
    for (const { kind: _, ...product } of products) store.products.save(product, product.category);
  });
  const kinds = new Map(products.map(({ id, kind }) => [id, kind]));
  const found = bigQueries.map(([typed, kind]) => {
    const first = findProducts(store, typed, null).products.slice(0, 5);
    return [typed, kind === '' ? first.length === 0 : first.some(({ id }) => kinds.get(id) === kind)] as const;
  });
  db.close();
  const share = recall(found);
  console.log(`recall@5, ${bigQueries.length} queries, 20 000 products: ${share.toFixed(3)}`);
  expect(share).toBeGreaterThanOrEqual(0.95);
});
