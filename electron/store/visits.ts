import * as v from 'valibot';
import { EpochMsValue } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { Flag, query } from './query.ts';

export interface VisitStore {
  start(visit: { id: string; kioskId: string; startedAt: EpochMs; recognised: boolean; language: string }): void;
  recognised(id: string): void;
  end(id: string, at: EpochMs, by: string): void;
  /** Whether a visit is known to have ended. */
  isOver(id: string): boolean;
  /** Closes the visits a crash left open, except the one that goes on. */
  closeStale(except: string | null, at: EpochMs): void;
  between(from: EpochMs, to: EpochMs): { startedAt: EpochMs; recognised: boolean }[];
  offersBetween(from: EpochMs, to: EpochMs): { shown: number; declined: number };
}

export function visitStore(db: Database): VisitStore {
  const put = db.prepare('INSERT OR IGNORE INTO visit VALUES (?, ?, ?, NULL, ?, ?, NULL)');
  const mark = db.prepare('UPDATE visit SET recognised = 1 WHERE id = ?');
  const end = db.prepare('UPDATE visit SET ended_at = ?, ended_by = ? WHERE id = ? AND ended_at IS NULL');
  const stale = db.prepare("UPDATE visit SET ended_at = ?, ended_by = 'restart' WHERE ended_at IS NULL AND id IS NOT ?");
  const over = query(db, v.strictObject({ id: v.string() }), 'SELECT id FROM visit WHERE id = ? AND ended_at IS NOT NULL');
  const between = query(
    db,
    v.pipe(
      v.strictObject({ started_at: EpochMsValue, recognised: Flag }),
      v.transform((r) => ({ startedAt: r.started_at, recognised: r.recognised })),
    ),
    'SELECT started_at, recognised FROM visit WHERE started_at >= ? AND started_at < ?',
  );
  const offers = query(
    db,
    v.strictObject({ shown: v.number(), declined: v.number() }),
    'SELECT count(*) AS shown, coalesce(sum(declined), 0) AS declined FROM decision WHERE chosen IS NOT NULL AND at >= ? AND at < ?',
  );
  return {
    start: (x) => void put.run(x.id, x.kioskId, x.startedAt, x.recognised ? 1 : 0, x.language),
    recognised: (id) => void mark.run(id),
    end: (id, at, by) => void end.run(at, by, id),
    isOver: (id) => over.get(id) !== undefined,
    closeStale: (except, at) => void stale.run(at, except),
    between: (from, to) => between.all(from, to),
    offersBetween: (from, to) => offers.get(from, to) ?? { shown: 0, declined: 0 },
  };
}
