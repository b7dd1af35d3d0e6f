import * as v from 'valibot';
import { Id, Language } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { query } from './query.ts';

/** A staff page that may be woken, and whose it is. */
export interface PushSubscription {
  readonly endpoint: string;
  readonly employeeId: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly language: Language;
}

const Row = v.pipe(
  v.strictObject({ endpoint: v.string(), employee_id: Id, p256dh: v.string(), auth: v.string(), language: Language }),
  v.transform(({ employee_id, ...r }): PushSubscription => ({ ...r, employeeId: employee_id })),
);

export interface PushSubscriptionStore {
  list(): PushSubscription[];
  save(subscription: PushSubscription, at: EpochMs): void;
  remove(endpoint: string): void;
}

export function pushSubscriptionStore(db: Database): PushSubscriptionStore {
  const all = query(db, Row, 'SELECT endpoint, employee_id, p256dh, auth, language FROM push_subscription ORDER BY added_at');
  const put = db.prepare('INSERT OR REPLACE INTO push_subscription VALUES (?, ?, ?, ?, ?, ?)');
  const drop = db.prepare('DELETE FROM push_subscription WHERE endpoint = ?');
  return {
    list: () => all.all(),
    save: (s, at) => void put.run(s.endpoint, s.employeeId, s.p256dh, s.auth, s.language, at),
    remove: (endpoint) => void drop.run(endpoint),
  };
}
