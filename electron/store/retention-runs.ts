import * as v from 'valibot';
import { LocalDate } from '../../shared/contract/index.ts';
import type { Database } from './database.ts';
import { query } from './query.ts';

const Row = v.strictObject({ day: LocalDate, erased: v.number() });

/** What the retention job did: how many a day, never who. */
export interface RetentionRunStore {
  /** Newest first. */
  list(): v.InferOutput<typeof Row>[];
  add(day: string, erased: number): void;
}

export function retentionRunStore(db: Database): RetentionRunStore {
  const all = query(db, Row, 'SELECT day, erased FROM retention_run ORDER BY day DESC LIMIT 100');
  const put = db.prepare(
    'INSERT INTO retention_run VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET erased = erased + excluded.erased',
  );
  return { list: () => all.all(), add: (day, erased) => void put.run(day, erased) };
}
