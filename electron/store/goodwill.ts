import * as v from 'valibot';
import type { GoodwillSpent } from '../../shared/assistance/goodwill.ts';
import { CentsValue, type GoodwillEntry, GoodwillReason, Id, LocalDate } from '../../shared/contract/index.ts';
import { type Cents, type EpochMs, epochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { Flag, query } from './query.ts';

const Row = v.strictObject({
  id: Id,
  employee_id: Id,
  by: v.string(),
  day: LocalDate,
  at: v.nullable(v.pipe(v.number(), v.safeInteger(), v.transform(epochMs))),
  amount_cents: CentsValue,
  reason: GoodwillReason,
  words: v.nullable(v.string()),
  voucher: v.nullable(v.string()),
  customer_id: v.nullable(Id),
  voided: Flag,
});

export interface StoredGesture {
  readonly employeeId: string;
  readonly entry: GoodwillEntry;
}

/** A gesture to write down: for a customer, or as a voucher. */
export interface NewGesture {
  readonly id: string;
  readonly employeeId: string;
  readonly commandId: string;
  readonly day: string;
  readonly at: EpochMs | null;
  readonly amountCents: Cents;
  readonly reason: GoodwillReason;
  readonly words: string | null;
  readonly customerId: string | null;
  readonly voucher: string | null;
}

/** The books of what employees granted. Rows are added and voided, never changed or removed: the database refuses it. */
export interface GoodwillStore {
  /** Newest first. */
  since(day: string): StoredGesture[];
  /** What one customer was granted, oldest first. */
  of(customerId: string): StoredGesture[];
  get(id: string): StoredGesture | undefined;
  byCommand(employeeId: string, commandId: string): StoredGesture | undefined;
  spent(employeeId: string, day: string): GoodwillSpent;
  add(gesture: NewGesture): void;
  setVoided(id: string, voided: boolean): void;
}

/** @param numberOf a customer's number: it is sealed, so no query can join it */
export function goodwillStore(db: Database, numberOf: (customerId: string) => string | null): GoodwillStore {
  const entryOf = (r: v.InferOutput<typeof Row>): StoredGesture => ({
    employeeId: r.employee_id,
    entry: {
      id: r.id,
      by: r.by,
      day: r.day,
      at: r.at,
      amountCents: r.amount_cents,
      reason: r.reason,
      words: r.words,
      voucher: r.voucher,
      customerNumber: r.customer_id === null ? null : numberOf(r.customer_id),
      voided: r.voided,
    },
  });
  const columns = `SELECT g.id, employee_id, employee.name AS by, day, at, amount_cents, reason, words, voucher, customer_id, voided
     FROM goodwill g JOIN employee ON employee.id = employee_id`;
  const since = query(db, Row, `${columns} WHERE day >= ? ORDER BY seq DESC`);
  const of = query(db, Row, `${columns} WHERE customer_id = ? ORDER BY seq`);
  const one = query(db, Row, `${columns} WHERE g.id = ?`);
  const byCommand = query(db, Row, `${columns} WHERE employee_id = ? AND command_id = ?`);
  const spent = query(
    db,
    v.strictObject({ own: CentsValue, all: CentsValue }),
    `SELECT coalesce(sum(amount_cents) FILTER (WHERE employee_id = ?), 0) AS own, coalesce(sum(amount_cents), 0) AS "all"
     FROM goodwill WHERE day = ? AND voided = 0`,
  );
  const put = db.prepare(
    `INSERT INTO goodwill (id, employee_id, command_id, day, at, amount_cents, reason, words, customer_id, voucher)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const found = (row: v.InferOutput<typeof Row> | undefined) => (row === undefined ? undefined : entryOf(row));
  const mark = db.prepare('UPDATE goodwill SET voided = ? WHERE id = ?');
  return {
    since: (day) => since.all(day).map(entryOf),
    of: (customerId) => of.all(customerId).map(entryOf),
    get: (id) => found(one.get(id)),
    byCommand: (employeeId, commandId) => found(byCommand.get(employeeId, commandId)),
    spent: (employeeId, day) => spent.get(employeeId, day) as GoodwillSpent,
    add: (g) =>
      void put.run(g.id, g.employeeId, g.commandId, g.day, g.at, g.amountCents, g.reason, g.words, g.customerId, g.voucher),
    setVoided: (id, voided) => void mark.run(voided ? 1 : 0, id),
  };
}
