import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { FeedbackAnswer, Id, Language, LocalDate } from '../../shared/contract/index.ts';
import type { Database } from './database.ts';
import type { Keyring } from './keyring.ts';
import { parsed, query } from './query.ts';

const Count = v.strictObject({ week: LocalDate, answer: FeedbackAnswer, count: v.number() });
const Row = v.strictObject({ id: Id, wrapped_key: v.instance(Uint8Array), sealed: v.instance(Uint8Array) });

/** Words of a feedback; nothing says which answer they came with. */
const Words = v.strictObject({ text: v.string(), language: Language });
export type FeedbackWords = v.InferOutput<typeof Words>;

/** What shoppers answered after service. */
export interface FeedbackStore {
  /** Answers per week since this Monday, the earliest week first. */
  counts(week: string): v.InferOutput<typeof Count>[];
  /** All words still kept since this Monday, in the order of random names. */
  words(week: string): FeedbackWords[];
  add(week: string, answer: FeedbackAnswer): void;
  addWords(week: string, words: FeedbackWords): void;
  /** Removes words of this week and before; returns how many. */
  removeWordsTo(week: string): number;
  removeAnswersTo(week: string): number;
  /** Removes words that a copy of the database has brought back although their key was erased; returns how many. */
  dropErased(): number;
}

export function feedbackStore(db: Database, keys: Keyring): FeedbackStore {
  const counts = query(
    db,
    Count,
    'SELECT week, answer, count(*) AS count FROM feedback WHERE week >= ? GROUP BY week, answer ORDER BY week',
  );
  const words = query(db, Row, 'SELECT id, wrapped_key, sealed FROM feedback_words WHERE week >= ? ORDER BY id');
  const put = db.prepare('INSERT INTO feedback VALUES (lower(hex(randomblob(16))), ?, ?)');
  const putWords = db.prepare('INSERT INTO feedback_words VALUES (?, lower(hex(randomblob(16))), ?, ?, ?)');
  const dropWords = db.prepare('DELETE FROM feedback_words WHERE week <= ?');
  const dropAnswers = db.prepare('DELETE FROM feedback WHERE week <= ?');
  const dropErased = db.prepare('DELETE FROM feedback_words WHERE key_id IN (SELECT key_id FROM erased_key)');
  return {
    counts: (week) => counts.all(week),
    words: (week) => words.all(week).map((r) => parsed(Words, keys.open(r.wrapped_key, r.id, r.sealed), 'feedback')),
    add: (week, answer) => void put.run(week, answer),
    addWords: (week, said) => {
      const id = randomUUID();
      const key = keys.newKey(id);
      putWords.run(id, key, keys.seal(key, id, JSON.stringify(said)), week);
    },
    removeWordsTo: (week) => dropWords.run(week).changes,
    removeAnswersTo: (week) => dropAnswers.run(week).changes,
    dropErased: () => dropErased.run().changes,
  };
}
