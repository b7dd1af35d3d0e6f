import * as v from 'valibot';
import type { Bilingual } from '../../shared/contract/index.ts';
import type { Database } from './database.ts';
import { query } from './query.ts';

/** A question shoppers ask, with the store's answer. */
export interface Question {
  readonly id: string;
  readonly question: Bilingual;
  readonly answer: { readonly fr: string; readonly en: string };
}

const Row = v.pipe(
  v.strictObject({
    id: v.string(),
    question_fr: v.string(),
    question_en: v.string(),
    answer_fr: v.string(),
    answer_en: v.string(),
  }),
  v.transform(
    (r): Question => ({
      id: r.id,
      question: { fr: r.question_fr, en: r.question_en },
      answer: { fr: r.answer_fr, en: r.answer_en },
    }),
  ),
);

export interface QuestionStore {
  common(): Question[];
  /** @param match an FTS5 expression, already quoted */
  search(match: string): Question[];
  save(question: Question, keywords: string, common: boolean): void;
}

const columns = 'id, question_fr, question_en, answer_fr, answer_en';

export function questionStore(db: Database): QuestionStore {
  const common = query(db, Row, `SELECT ${columns} FROM question WHERE common = 1 ORDER BY rowid LIMIT 5`);
  const found = query(
    db,
    Row,
    `SELECT ${columns} FROM question_words JOIN question ON question.id = question_words.question_id
     WHERE question_words MATCH ? ORDER BY rank LIMIT 3`,
  );
  const put = db.prepare('INSERT OR REPLACE INTO question VALUES (?, ?, ?, ?, ?, ?, ?)');
  const unindex = db.prepare('DELETE FROM question_words WHERE question_id = ?');
  const index = db.prepare('INSERT INTO question_words (question_id, words) VALUES (?, ?)');
  return {
    common: () => common.all(),
    search: (match) => found.all(match),
    save: (q, keywords, isCommon) => {
      put.run(q.id, q.question.fr, q.question.en, q.answer.fr, q.answer.en, keywords, isCommon ? 1 : 0);
      unindex.run(q.id);
      // Answers are not indexed: a word that happens to occur in an answer would make a poor match look confident.
      index.run(q.id, `${q.question.fr} ${q.question.en} ${keywords}`);
    },
  };
}
