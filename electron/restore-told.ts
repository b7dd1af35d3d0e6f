import * as v from 'valibot';
import { statusOf } from '../shared/consent/ledger.ts';
import type { Database } from './store/database.ts';
import type { Store } from './store/index.ts';
import { query } from './store/query.ts';

const bytes = v.instance(Uint8Array);
const Card = v.strictObject({ customer_id: v.string(), code_hash: v.string(), made_at: v.number() });
const Preference = v.strictObject({ customer_id: v.string(), sealed: bytes });

/** What customers hold and have told: an older copy of it must not come back, nor what they have removed since. */
export interface Told {
  readonly cards: readonly v.InferOutput<typeof Card>[];
  readonly preferences: readonly v.InferOutput<typeof Preference>[];
}

/** Null in a database from before there was anything of the kind. */
export function readTold(db: Database): Told | null {
  const known = db.prepare("SELECT count(*) FROM sqlite_schema WHERE name IN ('card', 'preference')").pluck().get();
  if (known !== 2) return null;
  return {
    cards: query(db, Card, 'SELECT customer_id, code_hash, made_at FROM card').all(),
    preferences: query(db, Preference, 'SELECT customer_id, sealed FROM preference').all(),
  };
}

/**
 * Puts what is newer in the place of what a backup holds.
 * @param told null where nobody knows it: then every card ends, because one that was lost since would open its owner's account
 */
export function keepTold(db: Database, told: Told | null): void {
  db.transaction(() => {
    db.exec('DELETE FROM card');
    if (told === null) return;
    db.exec('DELETE FROM preference');
    const card = db.prepare('INSERT INTO card SELECT id, ?, ? FROM customer WHERE id = ?');
    const preference = db.prepare('INSERT INTO preference SELECT id, ? FROM customer WHERE id = ?');
    for (const one of told.cards) card.run(one.code_hash, one.made_at, one.customer_id);
    for (const one of told.preferences) preference.run(one.sealed, one.customer_id);
  })();
}

/** What shoppers said no to, and what it erases: an invalidated consent is asked once more and erases nothing. */
const noes: ReadonlySet<string> = new Set(['refused', 'withdrawn', 'revoked', 'expired', 'erased']);

/** Erases again what a backup holds under a use that was ended since. */
export function forgetWithdrawn(store: Store): void {
  store.transaction(() => {
    for (const { id, principal } of store.customers.list()) {
      if (!noes.has(statusOf(store.consents.of(principal), 'history').state)) continue;
      store.purchases.forget(id);
      store.decisions.forget(id);
    }
  });
}
