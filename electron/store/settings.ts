import * as v from 'valibot';
import { Skill, StoreSettings } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { query } from './query.ts';

const shapes = {
  store: StoreSettings,
  /** Present only in a demo store: the logins shown on the login pages. */
  demo: v.strictObject({
    employees: v.array(v.strictObject({ code: v.string(), name: v.string(), pin: v.string() })),
    password: v.string(),
  }),
  skills: v.array(Skill),
  managerPasswordHash: v.string(),
  setupCodeHash: v.string(),
} as const;

type Shapes = typeof shapes;
type Value<K extends keyof Shapes> = v.InferOutput<Shapes[K]>;

/** Facts about the store that have exactly one value. */
export interface SettingStore {
  read<K extends keyof Shapes>(key: K): Value<K> | undefined;
  write<K extends keyof Shapes>(key: K, value: Value<K>, by: string, at: EpochMs): void;
  remove(key: keyof Shapes): void;
}

export function settingStore(db: Database): SettingStore {
  const one = query(db, v.strictObject({ value: v.string() }), 'SELECT value FROM setting WHERE key = ?');
  const put = db.prepare(
    'INSERT INTO setting VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_by = excluded.changed_by, changed_at = excluded.changed_at',
  );
  const drop = db.prepare('DELETE FROM setting WHERE key = ?');
  return {
    read: (key) => {
      const row = one.get(key);
      return row === undefined ? undefined : (v.parse(shapes[key], JSON.parse(row.value)) as never);
    },
    write: (key, value, by, at) => void put.run(key, JSON.stringify(value), by, at),
    remove: (key) => void drop.run(key),
  };
}
