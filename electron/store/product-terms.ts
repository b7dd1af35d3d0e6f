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

const startOf = (typed: string) => {
  const first = typed.charCodeAt(0);
  return { first: String.fromCharCode(first), next: String.fromCharCode(first + 1) };
};

/** @param stale whether products were saved since the last time it was asked */
export function productTerms(db: Database, stale: () => boolean): ProductTerms {
  const Term = v.strictObject({ term: v.string() });
  const exact = query(db, Term, 'SELECT term FROM product_vocabulary WHERE term = ?');
  const from = query(db, Term, 'SELECT term FROM product_vocabulary WHERE term >= ? LIMIT 1');
  // A word that is still being typed is longer: of those, only the ones with the same first letter, which is rarely wrong.
  const bySize = query(
    db,
    Term,
    `SELECT term FROM product_term WHERE size BETWEEN @least AND @most
     UNION SELECT term FROM product_term WHERE term >= @first AND term < @next AND size BETWEEN @most AND @most + 6`,
  );
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
        typed.length < LONG
          ? bySize.all({ least: typed.length - reach, most: typed.length + reach, ...startOf(typed) })
          : byGrams.all(grams(typed).join(' OR '));
      return rows.map(({ term }) => term);
    },
  };
}
