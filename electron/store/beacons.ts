import * as v from 'valibot';
import type { EidKey } from '../../devices/beacons/eid-table.ts';
import { EpochMsValue, Id } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Strength } from '../../shared/visit/state.ts';
import type { Database } from './database.ts';
import type { Keyring } from './keyring.ts';
import { Flag, Json, parsed, query } from './query.ts';

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

/** What of a beacon is stored only as ciphertext: what it sends or is registered as leads to who carries it. */
const Secret = v.strictObject({
  id: v.string(),
  strength: v.picklist(['strong', 'weak']),
  identityKey: v.nullable(v.string()),
  exponent: v.nullable(v.number()),
  clockOffset: v.nullable(v.number()),
  knownAt: v.nullable(EpochMsValue),
});
type Secret = v.InferOutput<typeof Secret>;

const entries = {
  id: v.string(),
  wrapped_key: v.instance(Uint8Array),
  sealed: v.instance(Uint8Array),
  blocked: Flag,
  customers: Json(v.array(Id)),
};
const Row = v.strictObject(entries);
type Row = v.InferOutput<typeof Row>;
const Carried = v.strictObject({ ...entries, handle: Id, added_at: EpochMsValue });

const keyOf = ({ identityKey, exponent, clockOffset, knownAt }: Secret): NewBeacon['key'] =>
  identityKey === null
    ? null
    : {
        identityKey: Buffer.from(identityKey, 'hex'),
        exponent: exponent ?? 0,
        clockOffset: clockOffset ?? 0,
        ...(knownAt === null ? {} : { knownAt }),
      };

const columns = `beacon.id, wrapped_key, sealed, blocked_at IS NOT NULL AS blocked,
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

export function beaconStore(db: Database, keys: Keyring): BeaconStore {
  const all = query(db, Row, `SELECT ${columns} FROM beacon`);
  const one = query(db, Row, `SELECT ${columns} FROM beacon WHERE id = ?`);
  const carried = query(
    db,
    Carried,
    `SELECT ${columns}, handle, added_at FROM beacon JOIN carrier ON beacon_id = beacon.id WHERE customer_id = ? ORDER BY added_at, handle`,
  );
  const put = db.prepare('INSERT INTO beacon VALUES (?, lower(hex(randomblob(16))), ?, ?, NULL)');
  const carry = db.prepare('INSERT INTO carrier VALUES (?, ?, ?, ?)');
  const drop = db.prepare('DELETE FROM carrier WHERE beacon_id = ? AND customer_id = ?');
  const block = db.prepare('UPDATE beacon SET blocked_at = ? WHERE id = ?');
  const change = db.prepare('UPDATE beacon SET sealed = ? WHERE id = ?');
  const place = (beaconId: string) => keys.blind('beacon', beaconId);
  const secretOf = (row: Row) => parsed(Secret, keys.open(row.wrapped_key, row.id, row.sealed), 'beacon');
  const open = (row: Row): EnrolledBeacon => {
    const secret = secretOf(row);
    return { id: secret.id, strength: secret.strength, key: keyOf(secret), blocked: row.blocked, customers: row.customers };
  };
  return {
    list: () =>
      all
        .all()
        .map(open)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    get: (id) => {
      const row = one.get(place(id));
      return row === undefined ? undefined : open(row);
    },
    of: (customerId) =>
      carried.all(customerId).map(({ handle, added_at, ...row }) => ({ beacon: open(row), handle, addedAt: added_at })),
    add: ({ id, strength, key }) => {
      const secret: Secret = {
        id,
        strength,
        identityKey: key === null ? null : Buffer.from(key.identityKey).toString('hex'),
        exponent: key?.exponent ?? null,
        clockOffset: key?.clockOffset ?? null,
        knownAt: key?.knownAt ?? null,
      };
      const own = keys.newKey(place(id));
      put.run(place(id), own, keys.seal(own, place(id), JSON.stringify(secret)));
    },
    carry: (beaconId, customerId, handle, at) => void carry.run(place(beaconId), customerId, handle, at),
    remove: (beaconId, customerId) => void drop.run(place(beaconId), customerId),
    block: (beaconId, since) => void block.run(since, place(beaconId)),
    learnClock: (id, clockOffset, knownAt) => {
      const row = one.get(place(id));
      if (row === undefined) return;
      change.run(keys.seal(row.wrapped_key, row.id, JSON.stringify({ ...secretOf(row), clockOffset, knownAt })), row.id);
    },
  };
}
