import * as v from 'valibot';
import { EpochMsValue, EscalationPolicy } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { Json, query } from './query.ts';

const Row = v.pipe(
  v.strictObject({
    version: v.number(),
    policy: Json(EscalationPolicy),
    changed_by: v.string(),
    changed_at: EpochMsValue,
  }),
  v.transform((r) => ({ version: r.version, policy: r.policy, changed: { by: r.changed_by, at: r.changed_at } })),
);
export type PolicyVersion = v.InferOutput<typeof Row>;

/** Every escalation policy there was; rows are never changed. */
export interface EscalationStore {
  latest(): PolicyVersion | undefined;
  /** Newest first. */
  history(): PolicyVersion[];
  /** Adds a version and returns its number. */
  add(policy: EscalationPolicy, by: string, at: EpochMs): number;
}

export function escalationStore(db: Database): EscalationStore {
  const latest = query(db, Row, 'SELECT * FROM escalation_policy ORDER BY version DESC LIMIT 1');
  const all = query(db, Row, 'SELECT * FROM escalation_policy ORDER BY version DESC LIMIT 100');
  const put = db.prepare('INSERT INTO escalation_policy (policy, changed_by, changed_at) VALUES (?, ?, ?)');
  return {
    latest: () => latest.get(),
    history: () => all.all(),
    add: (policy, by, at) => Number(put.run(JSON.stringify(policy), by, at).lastInsertRowid),
  };
}
