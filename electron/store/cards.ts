import * as v from 'valibot';
import { EpochMsValue, Id } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import type { Keyring } from './keyring.ts';
import { query } from './query.ts';

/** The codes that stand for customers who carry no beacon. A code can be checked and never read back. */
export interface CardStore {
  /** Whose card this is; null when it is nobody's. */
  holder(code: string): string | null;
  /** Since when a customer has their present card; null without one. */
  since(customerId: string): EpochMs | null;
  /** Gives a customer a card; one they had before ends. */
  give(customerId: string, code: string, at: EpochMs): void;
  take(customerId: string): void;
}

export function cardStore(db: Database, keys: Keyring): CardStore {
  const hash = (code: string) => keys.blind('card', code);
  const holder = query(db, v.strictObject({ customer_id: Id }), 'SELECT customer_id FROM card WHERE code_hash = ?');
  const made = query(db, v.strictObject({ made_at: EpochMsValue }), 'SELECT made_at FROM card WHERE customer_id = ?');
  const put = db.prepare('INSERT OR REPLACE INTO card (customer_id, code_hash, made_at) VALUES (?, ?, ?)');
  const drop = db.prepare('DELETE FROM card WHERE customer_id = ?');
  return {
    holder: (code) => holder.get(hash(code))?.customer_id ?? null,
    since: (customerId) => made.get(customerId)?.made_at ?? null,
    give: (customerId, code, at) => void put.run(customerId, hash(code), at),
    take: (customerId) => void drop.run(customerId),
  };
}
