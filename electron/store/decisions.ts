import * as v from 'valibot';
import { LocalDate } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { query } from './query.ts';

/** The chosen offer of one greeting, with a reason for each one not chosen. */
export interface DecisionRecord {
  readonly id: string;
  readonly at: EpochMs;
  readonly visitId: string;
  readonly customerId: string | null;
  readonly chosen: string | null;
  readonly why: unknown;
  readonly notChosen: unknown;
}

/** An offer a customer answered with "not for me". */
export interface Declined {
  readonly offerId: string;
  readonly category: string;
  readonly on: string;
}

const DeclinedRow = v.pipe(
  v.strictObject({ offer_id: v.string(), category: v.string(), day: LocalDate }),
  v.transform((r): Declined => ({ offerId: r.offer_id, category: r.category, on: r.day })),
);

export interface DecisionStore {
  add(decision: DecisionRecord): void;
  declined(customerId: string): Declined[];
  /** Remembers "not for me": for the person if there is one, and for the report. */
  decline(decisionId: string, customerId: string | null, declined: Declined): void;
}

export function decisionStore(db: Database): DecisionStore {
  const put = db.prepare(
    'INSERT INTO decision (id, at, visit_id, customer_id, chosen, why, not_chosen) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const mark = db.prepare('UPDATE decision SET declined = 1 WHERE id = ?');
  const remember = db.prepare('INSERT OR REPLACE INTO declined_offer VALUES (?, ?, ?, ?)');
  const declined = query(db, DeclinedRow, 'SELECT offer_id, category, day FROM declined_offer WHERE customer_id = ?');
  return {
    add: (d) => void put.run(d.id, d.at, d.visitId, d.customerId, d.chosen, JSON.stringify(d.why), JSON.stringify(d.notChosen)),
    declined: (customerId) => declined.all(customerId),
    decline: (decisionId, customerId, d) => {
      mark.run(decisionId);
      if (customerId !== null) remember.run(customerId, d.offerId, d.category, d.on);
    },
  };
}
