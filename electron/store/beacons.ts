import * as v from 'valibot';
import type { EidKey } from '../../devices/beacons/eid-table.ts';
import { EpochMsValue, Id } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Strength } from '../../shared/visit/state.ts';
import type { Database } from './database.ts';
import { Flag, Json, query } from './query.ts';

/** A beacon as it is told from others. `key` is the Eddystone-EID registration; null for a static identifier. */
export interface NewBeacon {
  readonly id: string;
  readonly strength: Strength;
  readonly key: Omit<EidKey, 'keyId'> | null;
}

/** A beacon that customers carry. */
export interface EnrolledBeacon extends NewBeacon {
  /** Who carries it, longest first: mostly one. */
  readonly customers: readonly string[];
  /** Lost: recognises nobody. */
  readonly blocked: boolean;
}

/** A beacon as one of its carriers sees it. */
export interface CarriedBeacon {
  readonly beacon: EnrolledBeacon;
  /** What pages call it by. */
  readonly handle: string;
  readonly addedAt: EpochMs;
}

const beaconEntries = {
  id: v.string(),
  strength: v.picklist(['strong', 'weak']),
  identity_key: v.nullable(v.instance(Uint8Array)),
  exponent: v.nullable(v.number()),
  clock_offset: v.nullable(v.number()),
  known_at: v.nullable(EpochMsValue),
  blocked: Flag,
  customers: Json(v.array(Id)),
};

const Beacon = v.strictObject(beaconEntries);

const beaconOf = (r: v.InferOutput<typeof Beacon>): EnrolledBeacon => ({
  id: r.id,
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
  blocked: r.blocked,
  customers: r.customers,
});

const Carried = v.strictObject({ ...beaconEntries, handle: Id, added_at: EpochMsValue });

const columns = `beacon.id, strength, identity_key, exponent, clock_offset, known_at, blocked_at IS NOT NULL AS blocked,
  (SELECT json_group_array(customer_id ORDER BY added_at, customer_id) FROM carrier WHERE beacon_id = beacon.id) AS customers`;

export interface BeaconStore {
  list(): EnrolledBeacon[];
  get(id: string): EnrolledBeacon | undefined;
  /** A customer's beacons, longest there first. */
  of(customerId: string): CarriedBeacon[];
  add(beacon: NewBeacon): void;
  /** From now on this customer carries the beacon, too. */
  carry(beaconId: string, customerId: string, handle: string, at: EpochMs): void;
  /** A customer carries the beacon no more; it is gone with its last carrier. Its bytes are unreadable after {@link Store.scrub}. */
  remove(beaconId: string, customerId: string): void;
  /** @param since from when on it recognises nobody; null: it does again */
  block(beaconId: string, since: EpochMs | null): void;
  /** Keeps what was learnt of a rotating beacon's clock. */
  learnClock(beaconId: string, clockOffset: number, knownAt: EpochMs): void;
}

export function beaconStore(db: Database): BeaconStore {
  const Row = v.pipe(Beacon, v.transform(beaconOf));
  const all = query(db, Row, `SELECT ${columns} FROM beacon ORDER BY id`);
  const one = query(db, Row, `SELECT ${columns} FROM beacon WHERE id = ?`);
  const carried = query(
    db,
    Carried,
    `SELECT ${columns}, handle, added_at FROM beacon JOIN carrier ON beacon_id = beacon.id WHERE customer_id = ? ORDER BY added_at, handle`,
  );
  const put = db.prepare('INSERT INTO beacon VALUES (?, ?, ?, ?, ?, ?, NULL)');
  const carry = db.prepare('INSERT INTO carrier VALUES (?, ?, ?, ?)');
  const drop = db.prepare('DELETE FROM carrier WHERE beacon_id = ? AND customer_id = ?');
  const block = db.prepare('UPDATE beacon SET blocked_at = ? WHERE id = ?');
  const learn = db.prepare('UPDATE beacon SET clock_offset = ?, known_at = ? WHERE id = ?');
  return {
    list: () => all.all(),
    get: (id) => one.get(id),
    of: (customerId) =>
      carried.all(customerId).map(({ handle, added_at, ...row }) => ({ beacon: beaconOf(row), handle, addedAt: added_at })),
    add: ({ id, strength, key }) =>
      void put.run(id, strength, key?.identityKey ?? null, key?.exponent ?? null, key?.clockOffset ?? null, key?.knownAt ?? null),
    carry: (beaconId, customerId, handle, at) => void carry.run(beaconId, customerId, handle, at),
    remove: (beaconId, customerId) => void drop.run(beaconId, customerId),
    block: (beaconId, since) => void block.run(since, beaconId),
    learnClock: (id, clockOffset, knownAt) => void learn.run(clockOffset, knownAt, id),
  };
}
