import * as v from 'valibot';
import { slipsAllowed } from '../../shared/catalogue/nearest.ts';
import type { Database } from './database.ts';
import { query } from './query.ts';

/** The words products can be found by, for what was mistyped. */
export interface ProductTerms {
  /** Whether any of these is such a word. */
  knows(words: readonly string[]): boolean;
  /** Whether such a word begins like this. */
  begins(start: string): boolean;
  /** Words that could be meant; the caller measures how near they are. */
  candidates(typed: string): string[];
}

/** From this many letters on a word with two mistakes still shares three letters in a row with the right one. */
const LONG = 7;
/** Words compared at most: those that share most come first. */
const MOST = 400;

const grams = (word: string): string[] => {
  const letters = [...word];
  return letters.slice(2).map((_, index) => `"${letters.slice(index, index + 3).join('')}"`);
};

/** @param stale whether products were saved since the last time it was asked */
export function productTerms(db: Database, stale: () => boolean): ProductTerms {
  const Term = v.strictObject({ term: v.string() });
  const exact = query(db, Term, 'SELECT term FROM product_vocabulary WHERE term = ?');
  const from = query(db, Term, 'SELECT term FROM product_vocabulary WHERE term >= ? LIMIT 1');
  const bySize = query(db, Term, 'SELECT term FROM product_term WHERE size BETWEEN ? AND ?');
  const byGrams = query(
    db,
    Term,
    `SELECT product_term.term AS term FROM product_term_grams JOIN product_term ON product_term.n = product_term_grams.rowid
     WHERE product_term_grams MATCH ? LIMIT ${MOST}`,
  );
  // Numbers are never mistyped words, and nothing is near a word of one or two letters.
  const refresh = db.transaction(() => {
    db.exec(`
      DELETE FROM product_term WHERE term NOT IN (SELECT term FROM product_vocabulary);
      INSERT OR IGNORE INTO product_term (term, size)
        SELECT term, length(term) FROM product_vocabulary WHERE length(term) > 2 AND term NOT GLOB '*[0-9]*';
    `);
  });
  return {
    knows: (words) => words.some((word) => exact.get(word) !== undefined),
    begins: (start) => from.get(start)?.term.startsWith(start) ?? false,
    candidates(typed) {
      if (stale()) refresh();
      const reach = slipsAllowed(typed.length);
      const rows =
        typed.length < LONG ? bySize.all(typed.length - reach, typed.length + 8) : byGrams.all(grams(typed).join(' OR '));
      return rows.map(({ term }) => term);
    },
  };
}
