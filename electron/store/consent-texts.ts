import * as v from 'valibot';
import { EpochMsValue, Purpose } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { Further, furtherOf } from './further.ts';
import { Flag, query } from './query.ts';

const Row = v.pipe(
  v.strictObject({
    purpose: Purpose,
    version: v.string(),
    fr: v.string(),
    en: v.string(),
    asks_again: Flag,
    changed_by: v.string(),
    changed_at: EpochMsValue,
    further: Further,
  }),
  v.transform(({ asks_again, changed_by, changed_at, further, ...text }) => ({
    ...text,
    ...further,
    asksAgain: asks_again,
    changed: { by: changed_by, at: changed_at },
  })),
);

/** A version the manager has written. */
export type StoredText = v.InferOutput<typeof Row>;

/** The manager's versions of the consent texts; one is never changed or removed. */
export interface ConsentTextStore {
  /** Oldest first. */
  list(): StoredText[];
  add(text: Omit<StoredText, 'changed'>, by: string, at: EpochMs): void;
}

export function consentTextStore(db: Database): ConsentTextStore {
  const all = query(db, Row, 'SELECT * FROM consent_text ORDER BY rowid');
  const put = db.prepare('INSERT INTO consent_text VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  return {
    list: () => all.all(),
    add: (t, by, at) => void put.run(t.purpose, t.version, t.fr, t.en, t.asksAgain ? 1 : 0, by, at, furtherOf(t)),
  };
}
