import * as v from 'valibot';
import { EpochMsValue, Id, Language, LocalDate, Picture } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import type { Keyring } from './keyring.ts';
import { parsed, query } from './query.ts';

/** An opted-in person. */
export interface Customer {
  readonly id: string;
  readonly number: string;
  readonly principal: string;
  readonly name: string | null;
  readonly picture: Picture | null;
  readonly language: Language;
  readonly joinedAt: EpochMs;
  /** Day of the last visit, store-local. */
  readonly lastSeenOn: string;
}

/** What of a customer is stored only as ciphertext. */
const Personal = v.strictObject({
  number: v.string(),
  /** Pseudonym under which consents are recorded; all that outlives an erasure. */
  principal: v.string(),
  name: v.nullable(v.string()),
  picture: v.nullable(Picture),
  language: Language,
});

const Row = v.strictObject({
  id: Id,
  wrapped_key: v.instance(Uint8Array),
  sealed: v.instance(Uint8Array),
  joined_at: EpochMsValue,
  last_seen_on: LocalDate,
});

export interface CustomerStore {
  get(id: string): Customer | undefined;
  byNumber(number: string): Customer | undefined;
  list(): Customer[];
  /** Who was last here on this day or before. */
  awaySince(day: string): string[];
  add(customer: Customer): void;
  /** Changes name, picture and language; the rest is not for editing. */
  rectify(customer: Customer): void;
  /** How many were last here before this day. */
  countAwayBefore(day: string): number;
  /** Notes the day of a visit; earlier ones are forgotten. */
  seen(id: string, day: string): void;
  /** Removes the person and everything kept about them. Their bytes are unreadable after {@link Store.scrub}. */
  erase(id: string): void;
}

export function customerStore(db: Database, keys: Keyring): CustomerStore {
  const open = (r: v.InferOutput<typeof Row>): Customer => ({
    id: r.id,
    ...parsed(Personal, keys.open(r.wrapped_key, r.id, r.sealed), 'customer'),
    joinedAt: r.joined_at,
    lastSeenOn: r.last_seen_on,
  });
  const sealed = (key: Uint8Array, { id, number, principal, name, picture, language }: Customer) =>
    keys.seal(key, id, JSON.stringify({ number, principal, name, picture, language }));
  const columns = 'id, wrapped_key, sealed, joined_at, last_seen_on';
  const one = query(db, Row, `SELECT ${columns} FROM customer WHERE id = ?`);
  const byNumber = query(db, Row, `SELECT ${columns} FROM customer WHERE number_hash = ?`);
  const all = query(db, Row, `SELECT ${columns} FROM customer ORDER BY joined_at, id`);
  const away = query(db, v.strictObject({ id: Id }), 'SELECT id FROM customer WHERE last_seen_on <= ?');
  const count = query(db, v.strictObject({ n: v.number() }), 'SELECT count(*) AS n FROM customer WHERE last_seen_on < ?');
  const put = db.prepare('INSERT INTO customer VALUES (?, ?, lower(hex(randomblob(16))), ?, ?, ?, ?)');
  const change = db.prepare('UPDATE customer SET sealed = ? WHERE id = ?');
  const seen = db.prepare('UPDATE customer SET last_seen_on = ? WHERE id = ?');
  const drop = db.prepare('DELETE FROM customer WHERE id = ?');
  const found = (row: v.InferOutput<typeof Row> | undefined) => (row === undefined ? undefined : open(row));
  return {
    get: (id) => found(one.get(id)),
    byNumber: (number) => found(byNumber.get(keys.blind('customer number', number))),
    list: () => all.all().map(open),
    awaySince: (day) => away.all(day).map(({ id }) => id),
    countAwayBefore: (day) => count.get(day)?.n ?? 0,
    add: (c) => {
      const key = keys.newKey(c.id);
      put.run(c.id, keys.blind('customer number', c.number), key, sealed(key, c), c.joinedAt, c.lastSeenOn);
    },
    rectify: (c) => {
      const row = one.get(c.id);
      if (row !== undefined)
        change.run(sealed(row.wrapped_key, { ...open(row), name: c.name, picture: c.picture, language: c.language }), c.id);
    },
    seen: (id, day) => void seen.run(day, id),
    erase: (id) => void drop.run(id),
  };
}
