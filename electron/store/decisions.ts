import * as v from 'valibot';
import { LocalDate, type OfferWhy } from '../../shared/contract/index.ts';
import type { NotChosenReason } from '../../shared/offers/decide.ts';
import type { Declined } from '../../shared/offers/eligibility.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { query } from './query.ts';

/** The chosen offer of one greeting, with a reason for each one not chosen. Whose greeting it was is nowhere. */
export interface DecisionRecord {
  readonly id: string;
  readonly at: EpochMs;
  readonly visitId: string;
  readonly chosen: string | null;
  readonly why: OfferWhy['kind'] | null;
  readonly notChosen: readonly { readonly offerId: string; readonly reason: NotChosenReason | 'dearer' }[];
}

const DeclinedRow = v.pipe(
  v.strictObject({ offer_id: v.string(), category: v.string(), day: LocalDate }),
  v.transform((r): Declined => ({ offerId: r.offer_id, category: r.category, on: r.day })),
);

export interface DecisionStore {
  add(decision: DecisionRecord): void;
  declined(customerId: string): Declined[];
  /** Remembers "not for me": for the person, and for the report. */
  decline(decisionId: string, customerId: string, declined: Declined): void;
  /** Forgets what a customer declined. */
  forget(customerId: string): void;
}

export function decisionStore(db: Database): DecisionStore {
  const put = db.prepare('INSERT INTO decision (id, at, visit_id, chosen, why, not_chosen) VALUES (?, ?, ?, ?, ?, ?)');
  const mark = db.prepare('UPDATE decision SET declined = 1 WHERE id = ?');
  const remember = db.prepare('INSERT OR REPLACE INTO declined_offer VALUES (?, ?, ?, ?)');
  const drop = db.prepare('DELETE FROM declined_offer WHERE customer_id = ?');
  const declined = query(db, DeclinedRow, 'SELECT offer_id, category, day FROM declined_offer WHERE customer_id = ?');
  return {
    add: (d) => void put.run(d.id, d.at, d.visitId, d.chosen, d.why, JSON.stringify(d.notChosen)),
    declined: (customerId) => declined.all(customerId),
    decline: (decisionId, customerId, d) => {
      mark.run(decisionId);
      remember.run(customerId, d.offerId, d.category, d.on);
    },
    forget: (customerId) => void drop.run(customerId),
  };
}
