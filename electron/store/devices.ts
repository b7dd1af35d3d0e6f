import * as v from 'valibot';
import { EpochMsValue, Id } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { query } from './query.ts';

/** A browser that may ask for a PIN. */
export interface Device {
  readonly id: string;
  readonly name: string;
  readonly enrolledAt: EpochMs;
  /** Last log-in of an employee on it. */
  readonly usedAt: EpochMs | null;
}

const Row = v.pipe(
  v.strictObject({ id: Id, name: v.string(), enrolled_at: EpochMsValue, used_at: v.nullable(EpochMsValue) }),
  v.transform((r): Device => ({ id: r.id, name: r.name, enrolledAt: r.enrolled_at, usedAt: r.used_at })),
);

export interface DeviceStore {
  list(): Device[];
  /** Names of those that were sent away. */
  gone(): { id: string; name: string }[];
  byToken(tokenHash: string): Device | undefined;
  add(device: { id: string; name: string; tokenHash: string }, now: EpochMs): void;
  /** @returns false when there is no such device */
  rename(id: string, name: string): boolean;
  remove(id: string, now: EpochMs): boolean;
  use(id: string, now: EpochMs): void;
}

export function deviceStore(db: Database): DeviceStore {
  const columns = 'id, name, enrolled_at, used_at';
  const all = query(db, Row, `SELECT ${columns} FROM device WHERE gone_at IS NULL ORDER BY name, id`);
  const gone = query(db, v.strictObject({ id: Id, name: v.string() }), 'SELECT id, name FROM device WHERE gone_at IS NOT NULL');
  const one = query(db, Row, `SELECT ${columns} FROM device WHERE token_hash = ? AND gone_at IS NULL`);
  const put = db.prepare('INSERT INTO device (id, name, token_hash, enrolled_at) VALUES (?, ?, ?, ?)');
  const rename = db.prepare('UPDATE device SET name = ? WHERE id = ? AND gone_at IS NULL');
  const drop = db.prepare('UPDATE device SET gone_at = ?, token_hash = id WHERE id = ? AND gone_at IS NULL');
  const use = db.prepare('UPDATE device SET used_at = ? WHERE id = ?');
  return {
    list: () => all.all(),
    gone: () => gone.all(),
    byToken: (hash) => one.get(hash),
    add: (device, now) => void put.run(device.id, device.name, device.tokenHash, now),
    rename: (id, name) => rename.run(name, id).changes > 0,
    remove: (id, now) => drop.run(now, id).changes > 0,
    use: (id, now) => void use.run(now, id),
  };
}
