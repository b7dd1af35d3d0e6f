import * as v from 'valibot';
import type { SpecialDay } from '../../shared/contract/index.ts';
import type { Database } from './database.ts';
import { query } from './query.ts';

const Row = v.pipe(
  v.strictObject({ date: v.string(), opens: v.nullable(v.string()), closes: v.nullable(v.string()) }),
  v.transform(
    ({ date, opens, closes }): SpecialDay => ({ date, hours: opens === null || closes === null ? null : { opens, closes } }),
  ),
);

/** Days that do not follow the week. */
export interface SpecialDayStore {
  /** Oldest first. */
  from(date: string): SpecialDay[];
  /** All of them at once. */
  save(days: readonly SpecialDay[]): void;
}

export function specialDayStore(db: Database): SpecialDayStore {
  const from = query(db, Row, 'SELECT * FROM special_day WHERE date >= ? ORDER BY date');
  const put = db.prepare('INSERT INTO special_day VALUES (?, ?, ?)');
  return {
    from: (date) => from.all(date),
    save: db.transaction((days: readonly SpecialDay[]) => {
      db.exec('DELETE FROM special_day');
      for (const { date, hours } of days) put.run(date, hours?.opens ?? null, hours?.closes ?? null);
    }),
  };
}
