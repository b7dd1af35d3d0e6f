import * as v from 'valibot';
import type { EidKey } from '../../devices/beacons/eid-table.ts';
import { EpochMsValue, Id, Language, LocalDate, Picture } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Strength } from '../../shared/visit/state.ts';
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

/** A beacon a customer carries. `key` is the Eddystone-EID registration; null for a static identifier. */
export interface EnrolledBeacon {
  readonly id: string;
  readonly customerId: string;
  readonly strength: Strength;
  readonly key: Omit<EidKey, 'keyId'> | null;
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

const BeaconRow = v.pipe(
  v.strictObject({
    id: v.string(),
    customer_id: Id,
    strength: v.picklist(['strong', 'weak']),
    identity_key: v.nullable(v.instance(Uint8Array)),
    exponent: v.nullable(v.number()),
    clock_offset: v.nullable(v.number()),
    known_at: v.nullable(EpochMsValue),
  }),
  v.transform(
    (r): EnrolledBeacon => ({
      id: r.id,
      customerId: r.customer_id,
      strength: r.strength,
      key:
        r.identity_key === null
          ? null
          : {
              identityKey: r.identity_key,
              exponent: r.exponent ?? 0,
              clockOffset: r.clock_offset ?? 0,
              ...(r.known_at === null ? {} : { knownAt: r.known_at }),
            },
    }),
  ),
);

export interface CustomerStore {
  get(id: string): Customer | undefined;
  byNumber(number: string): Customer | undefined;
  byName(name: string): Customer | undefined;
  list(): Customer[];
  add(customer: Customer): void;
  /** Notes the day of a visit; earlier ones are forgotten. */
  seen(id: string, day: string): void;
  beacons(): EnrolledBeacon[];
  addBeacon(beacon: EnrolledBeacon, at: EpochMs): void;
  /** Keeps what was learnt of a rotating beacon's clock. */
  learnClock(beaconId: string, clockOffset: number, knownAt: EpochMs): void;
  /** Removes the person and everything kept about them. Their bytes are unreadable after {@link Store.scrub}. */
  erase(id: string): void;
}

export function customerStore(db: Database): CustomerStore {
  const one = query(db, CustomerRow, 'SELECT * FROM customer WHERE id = ?');
  const byNumber = query(db, CustomerRow, 'SELECT * FROM customer WHERE number = ?');
  const byName = query(db, CustomerRow, 'SELECT * FROM customer WHERE name = ? COLLATE NOCASE ORDER BY joined_at LIMIT 1');
  const all = query(db, CustomerRow, 'SELECT * FROM customer ORDER BY joined_at, id');
  const beacons = query(
    db,
    BeaconRow,
    'SELECT id, customer_id, strength, identity_key, exponent, clock_offset, known_at FROM beacon ORDER BY id',
  );
  const put = db.prepare('INSERT INTO customer VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const seen = db.prepare('UPDATE customer SET last_seen_on = ? WHERE id = ?');
  const learn = db.prepare('UPDATE beacon SET clock_offset = ?, known_at = ? WHERE id = ?');
  const putBeacon = db.prepare('INSERT INTO beacon VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const drop = db.prepare('DELETE FROM customer WHERE id = ?');
  return {
    get: (id) => one.get(id),
    byNumber: (number) => byNumber.get(number),
    byName: (name) => byName.get(name),
    list: () => all.all(),
    add: (c) => void put.run(c.id, c.number, c.principal, c.name, c.picture, c.language, c.joinedAt, c.lastSeenOn),
    seen: (id, day) => void seen.run(day, id),
    beacons: () => beacons.all(),
    addBeacon: (b, at) =>
      void putBeacon.run(
        b.id,
        b.customerId,
        b.strength,
        b.key?.identityKey ?? null,
        b.key?.exponent ?? null,
        b.key?.clockOffset ?? null,
        at,
        b.key?.knownAt ?? null,
      ),
    learnClock: (id, clockOffset, knownAt) => void learn.run(clockOffset, knownAt, id),
    erase: (id) => void drop.run(id),
  };
}
