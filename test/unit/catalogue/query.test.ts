import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { matchExpression, queryKey, terms } from '../../../shared/catalogue/query.ts';

/** The station's real index: FTS5 with the same tokenizer, in memory. */
const db = new Database(':memory:');
db.exec('CREATE VIRTUAL TABLE shelf USING fts5 (id UNINDEXED, words, tokenize = "unicode61 remove_diacritics 2")');
const products = {
  milk: 'Lait entier Whole milk',
  tomatoes: 'Tomates cerises Cherry tomatoes',
  potatoes: 'Pommes de terre Potatoes',
  apples: 'Pomme Golden Golden apple',
  cake: 'Gâteaux au chocolat Chocolate cakes',
  beef: 'Bœuf haché Minced beef',
  eggs: 'Œufs plein air Free-range eggs',
  water: 'Eau gazeuse Sparkling water',
  paper: 'Journaux Newspapers',
  berries: 'Fraises Strawberries',
  dish: 'Brosse à vaisselle Dish brush',
  cheese: 'Crème fraîche d’Isigny Fresh cream',
};
const insert = db.prepare('INSERT INTO shelf VALUES (?, ?)');
for (const [id, words] of Object.entries(products)) insert.run(id, words);
const select = db.prepare('SELECT id FROM shelf WHERE words MATCH ? ORDER BY rank').pluck();
const find = (query: string, join?: 'AND' | 'OR'): unknown[] => {
  const expression = matchExpression(query, join);
  return expression === null ? [] : select.all(expression);
};
afterAll(() => db.close());

describe('finding', () => {
  test.each([
    ['lait', 'milk'],
    ['LAIT ENTIER', 'milk'],
    ['du lait', 'milk'],
    ['où est le lait ?', 'milk'],
    ['Where can I find the milk?', 'milk'],
    ['tomate', 'tomatoes'],
    ['tomato', 'tomatoes'],
    ['pomme de terre', 'potatoes'],
    ['potato', 'potatoes'],
    ['gateau', 'cake'],
    ['gâteau chocolat', 'cake'],
    ['cake', 'cake'],
    ['boeuf', 'beef'],
    ['bœuf', 'beef'],
    ['oeuf', 'eggs'],
    ['œufs', 'eggs'],
    ['de l’eau', 'water'],
    ["d'eau gazeuse", 'water'],
    ['journal', 'paper'],
    ['strawberry', 'berries'],
    ['dishes', 'dish'],
    ['creme fraiche', 'cheese'],
    ['choc', 'cake'],
    ['free range', 'eggs'],
  ])('"%s" finds %s', (query, id) => {
    expect(find(query)).toContain(id);
  });
  test('every word must be there for a product, any for a question', () => {
    expect(find('lait chocolat')).toEqual([]);
    expect(find('lait chocolat', 'OR')).toEqual(expect.arrayContaining(['milk', 'cake']));
  });
  test('only the last word may be unfinished', () => {
    expect(find('chocol gateau')).toEqual([]);
    expect(find('gateau chocol')).toEqual(['cake']);
  });
  test('nothing to look for is null, and stop words alone are still looked for', () => {
    for (const nothing of ['', '   ', '?!', '"', '🙂']) expect(matchExpression(nothing)).toBeNull();
    expect(terms('the')).toEqual(['the']);
  });
});

describe('hostile input', () => {
  test.each([
    '"',
    'a" OR "b',
    'NEAR(a b)',
    'words:lait',
    'lait*',
    '-lait',
    '^lait',
    'a AND',
    'NOT',
    '{words}',
    'x s',
    `${'a'.repeat(39)}𐍈𐍈`,
    "'; DROP TABLE words; --",
  ])('%s is plain words', (query) => {
    expect(() => find(query)).not.toThrow();
  });
  test('no text whatever is a syntax error or reaches beyond the quotes', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('"', "'", '*', '(', ')', ':', '^', '-', '+', ' ', '\u0000', 'a', 'OR', 'é', 'œ', '𐍈', '\ud800'),
    });
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), nasty),
        fc.constantFrom('AND', 'OR' as const),
        (query, join) => {
          const expression = matchExpression(query, join);
          if (expression === null) return;
          expect(() => select.all(expression)).not.toThrow();
          expect(expression.replace(/"[\p{L}\p{N}]+"/gu, 'x')).toMatch(
            /^\(x\*?(?: OR x\*?)*\)(?: (?:AND|OR) \(x\*?(?: OR x\*?)*\))*$/,
          );
        },
      ),
      { numRuns: 500 },
    );
  }, 60_000);
  test('a story is cut to eight words of forty letters', () => {
    expect(terms('mot '.repeat(3) + Array.from({ length: 30 }, (_, index) => `mot${index}`).join(' '))).toHaveLength(8);
    expect(terms('x'.repeat(5000))[0]).toHaveLength(40);
  });
});

test('the same search in other words has the same key', () => {
  expect(queryKey('Pommes de terre')).toBe(queryKey('terre  POMME'));
  expect(queryKey('où est le gâteau ?')).toBe(queryKey('gateaux'));
  expect(queryKey('lait')).not.toBe(queryKey('laitue'));
  expect(queryKey('?')).toBe('');
});
