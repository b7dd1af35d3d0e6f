import * as v from 'valibot';
import { Id } from '../../shared/contract/index.ts';
import type { Database } from './database.ts';
import { query } from './query.ts';

/** Keyed hashes of the employees' badge numbers, at most one each. */
export interface BadgeStore {
  holders(): ReadonlySet<string>;
  employeeOf(hash: string): string | undefined;
  /** Null takes the badge away. */
  set(employeeId: string, hash: string | null): void;
}

export function badgeStore(db: Database): BadgeStore {
  const row = v.strictObject({ employee_id: Id });
  const all = query(db, row, 'SELECT employee_id FROM badge');
  const one = query(db, row, 'SELECT employee_id FROM badge WHERE hash = ?');
  const put = db.prepare('INSERT INTO badge VALUES (?, ?) ON CONFLICT (employee_id) DO UPDATE SET hash = excluded.hash');
  const drop = db.prepare('DELETE FROM badge WHERE employee_id = ?');
  return {
    holders: () => new Set(all.all().map((r) => r.employee_id)),
    employeeOf: (hash) => one.get(hash)?.employee_id,
    set: (id, hash) => void (hash === null ? drop.run(id) : put.run(id, hash)),
  };
}
