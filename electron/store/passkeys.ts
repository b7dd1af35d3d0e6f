import * as v from 'valibot';
import { EpochMsValue } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { query } from './query.ts';

/** A passkey of the manager. The private half never leaves the authenticator. */
export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly madeAt: EpochMs;
  readonly usedAt: EpochMs | null;
}

const Row = v.pipe(
  v.strictObject({
    id: v.string(),
    name: v.string(),
    host: v.string(),
    public_key: v.instance(Uint8Array),
    counter: v.number(),
    made_at: EpochMsValue,
    used_at: v.nullable(EpochMsValue),
  }),
  v.transform(
    (r): Passkey => ({
      id: r.id,
      name: r.name,
      host: r.host,
      publicKey: new Uint8Array(r.public_key),
      counter: r.counter,
      madeAt: r.made_at,
      usedAt: r.used_at,
    }),
  ),
);

export interface PasskeyStore {
  list(): Passkey[];
  get(id: string): Passkey | undefined;
  add(passkey: Omit<Passkey, 'usedAt'>): void;
  used(id: string, counter: number, now: EpochMs): void;
  /** @returns false when there is no such passkey */
  rename(id: string, name: string): boolean;
  remove(id: string): boolean;
}

export function passkeyStore(db: Database): PasskeyStore {
  const all = query(db, Row, 'SELECT * FROM passkey ORDER BY made_at, id');
  const one = query(db, Row, 'SELECT * FROM passkey WHERE id = ?');
  const put = db.prepare('INSERT INTO passkey (id, name, host, public_key, counter, made_at) VALUES (?, ?, ?, ?, ?, ?)');
  const used = db.prepare('UPDATE passkey SET counter = ?, used_at = ? WHERE id = ?');
  const rename = db.prepare('UPDATE passkey SET name = ? WHERE id = ?');
  const drop = db.prepare('DELETE FROM passkey WHERE id = ?');
  return {
    list: () => all.all(),
    get: (id) => one.get(id),
    add: (key) => void put.run(key.id, key.name, key.host, Buffer.from(key.publicKey), key.counter, key.madeAt),
    used: (id, counter, now) => void used.run(counter, now, id),
    rename: (id, name) => rename.run(name, id).changes > 0,
    remove: (id) => drop.run(id).changes > 0,
  };
}
