import * as v from 'valibot';
import { Preference } from '../../shared/contract/index.ts';
import type { Database } from './database.ts';
import type { Keyring } from './keyring.ts';
import { parsed, query } from './query.ts';

/** What customers told us of their habits, sealed under the key of each. */
export interface PreferenceStore {
  of(customerId: string): Preference[];
  /** Puts these in the place of all before; none at all leaves nothing. */
  keep(customerId: string, preferences: readonly Preference[]): void;
}

export function preferenceStore(db: Database, keys: Keyring): PreferenceStore {
  const bytes = v.instance(Uint8Array);
  const one = query(
    db,
    v.strictObject({ wrapped_key: bytes, sealed: bytes }),
    'SELECT wrapped_key, preference.sealed FROM preference JOIN customer ON customer.id = customer_id WHERE customer_id = ?',
  );
  const key = query(db, v.strictObject({ wrapped_key: bytes }), 'SELECT wrapped_key FROM customer WHERE id = ?');
  const put = db.prepare('INSERT OR REPLACE INTO preference (customer_id, sealed) VALUES (?, ?)');
  const drop = db.prepare('DELETE FROM preference WHERE customer_id = ?');
  return {
    of: (customerId) => {
      const row = one.get(customerId);
      return row === undefined
        ? []
        : parsed(v.array(Preference), keys.open(row.wrapped_key, customerId, row.sealed), 'preference');
    },
    keep: (customerId, preferences) => {
      const row = key.get(customerId);
      if (preferences.length === 0) drop.run(customerId);
      else if (row !== undefined) put.run(customerId, keys.seal(row.wrapped_key, customerId, JSON.stringify(preferences)));
    },
  };
}
