import * as v from 'valibot';
import { EpochMsValue, Id, Language, LocalDate, Picture } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { query } from './query.ts';

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

const CustomerRow = v.pipe(
  v.strictObject({
    id: Id,
    number: v.string(),
    principal: v.string(),
    name: v.nullable(v.string()),
    picture: v.nullable(Picture),
    language: Language,
    joined_at: EpochMsValue,
    last_seen_on: LocalDate,
  }),
  v.transform(
    (r): Customer => ({
      id: r.id,
      number: r.number,
      principal: r.principal,
      name: r.name,
      picture: r.picture,
      language: r.language,
      joinedAt: r.joined_at,
      lastSeenOn: r.last_seen_on,
    }),
  ),
);

export interface CustomerStore {
  get(id: string): Customer | undefined;
  byNumber(number: string): Customer | undefined;
  byName(name: string): Customer | undefined;
  list(): Customer[];
  /** Who was last here on this day or before. */
  awaySince(day: string): string[];
  add(customer: Customer): void;
  /** Notes the day of a visit; earlier ones are forgotten. */
  seen(id: string, day: string): void;
  /** Removes the person and everything kept about them. Their bytes are unreadable after {@link Store.scrub}. */
  erase(id: string): void;
}

export function customerStore(db: Database): CustomerStore {
  const one = query(db, CustomerRow, 'SELECT * FROM customer WHERE id = ?');
  const byNumber = query(db, CustomerRow, 'SELECT * FROM customer WHERE number = ?');
  const byName = query(db, CustomerRow, 'SELECT * FROM customer WHERE name = ? COLLATE NOCASE ORDER BY joined_at LIMIT 1');
  const all = query(db, CustomerRow, 'SELECT * FROM customer ORDER BY joined_at, id');
  const away = query(db, v.strictObject({ id: Id }), 'SELECT id FROM customer WHERE last_seen_on <= ?');
  const put = db.prepare('INSERT INTO customer VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const seen = db.prepare('UPDATE customer SET last_seen_on = ? WHERE id = ?');
  const drop = db.prepare('DELETE FROM customer WHERE id = ?');
  return {
    get: (id) => one.get(id),
    byNumber: (number) => byNumber.get(number),
    byName: (name) => byName.get(name),
    list: () => all.all(),
    awaySince: (day) => away.all(day).map(({ id }) => id),
    add: (c) => void put.run(c.id, c.number, c.principal, c.name, c.picture, c.language, c.joinedAt, c.lastSeenOn),
    seen: (id, day) => void seen.run(day, id),
    erase: (id) => void drop.run(id),
  };
}
