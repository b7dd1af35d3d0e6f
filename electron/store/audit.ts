import * as v from 'valibot';
import { type AuditFact, AuditRecord } from '../../shared/audit/record.ts';
import { emptyLedger, seal, type Tail } from '../../shared/consent/chain.ts';
import type { Database } from './database.ts';
import { sha256 } from './hash.ts';
import { Json, query } from './query.ts';

const Row = v.pipe(
  v.strictObject({ record: Json(AuditRecord) }),
  v.transform((r): AuditRecord => r.record),
);
const Start = v.strictObject({ seq: v.number(), hash: v.string(), signature: v.string() });

/** The last record of the log, or where it begins, with the station's signature. */
export type SignedTail = v.InferOutput<typeof Start>;

export interface AuditFilter {
  readonly before: number | null;
  readonly actor: string | null;
  readonly refusedOnly: boolean;
}

/** The audit log: append-only (the database refuses changes), hash-chained. */
export interface AuditStore {
  /** All facts or none; returns the new end. */
  append(facts: readonly AuditFact[]): Tail;
  tail(): Tail;
  /** What the first record is chained to; null while nothing was ever removed. */
  start(): SignedTail | null;
  after(seq: number, limit: number): AuditRecord[];
  /** Newest first. */
  list(filter: AuditFilter, limit: number): AuditRecord[];
  /** Removes everything up to and including `start`, which the log then begins after. */
  removeTo(start: SignedTail): void;
}

export function auditStore(db: Database): AuditStore {
  const last = query(db, Row, 'SELECT record FROM audit ORDER BY seq DESC LIMIT 1');
  const start = query(db, Start, 'SELECT seq, hash, signature FROM audit_start');
  const after = query(db, Row, 'SELECT record FROM audit WHERE seq > ? ORDER BY seq LIMIT ?');
  // One statement each, so that each has its index.
  const listed = (actor: string, refused: string) =>
    query(db, Row, `SELECT record FROM audit WHERE ${actor} AND ${refused} AND seq < ? ORDER BY seq DESC LIMIT ?`);
  const isActor = "record ->> 'actor' = ?";
  const isRefused = "record ->> 'outcome' <> 'ok'";
  const lists = {
    all: listed('TRUE', 'TRUE'),
    refused: listed('TRUE', isRefused),
    actor: listed(isActor, 'TRUE'),
    actorRefused: listed(isActor, isRefused),
  };
  const put = db.prepare('INSERT INTO audit VALUES (?, ?)');
  const putStart = db.prepare(
    'INSERT INTO audit_start VALUES (1, ?, ?, ?) ON CONFLICT (one) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, signature = excluded.signature',
  );
  const drop = db.prepare('DELETE FROM audit WHERE seq <= ?');
  const tail = (): Tail => last.get() ?? start.get() ?? emptyLedger;
  return {
    append: db.transaction((facts: readonly AuditFact[]) => {
      let end = tail();
      for (const fact of facts) {
        const record = seal({ ...fact, seq: end.seq + 1, previous: end.hash }, sha256);
        put.run(record.seq, JSON.stringify(record));
        end = record;
      }
      return { seq: end.seq, hash: end.hash };
    }),
    tail: () => {
      const { seq, hash } = tail();
      return { seq, hash };
    },
    start: () => start.get() ?? null,
    after: (seq, limit) => after.all(seq, limit),
    list: ({ before, actor, refusedOnly }, limit) => {
      const end = before ?? Number.MAX_SAFE_INTEGER;
      return actor === null
        ? lists[refusedOnly ? 'refused' : 'all'].all(end, limit)
        : lists[refusedOnly ? 'actorRefused' : 'actor'].all(actor, end, limit);
    },
    removeTo: db.transaction((to: SignedTail) => {
      putStart.run(to.seq, to.hash, to.signature);
      drop.run(to.seq);
    }),
  };
}
