import * as v from 'valibot';
import {
  AccessSettings,
  Controller,
  EpochMsValue,
  GoodwillBudget,
  MatterSettings,
  PrinterSettings,
  Skill,
  StoreSettings,
} from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { query } from './query.ts';

const Tried = v.strictObject({ key: v.string(), at: EpochMsValue });

const shapes = {
  store: StoreSettings,
  controller: Controller,
  access: AccessSettings,
  /** Present only in a demo store: the logins shown on the login pages. */
  demo: v.strictObject({
    employees: v.array(v.strictObject({ code: v.string(), name: v.string(), pin: v.string() })),
    password: v.string(),
  }),
  skills: v.array(Skill),
  goodwill: v.strictObject({ budget: v.nullable(GoodwillBudget) }),
  printer: PrinterSettings,
  matters: MatterSettings,
  rephrase: v.strictObject({ on: v.boolean() }),
  managerPasswordHash: v.string(),
  setupCodeHash: v.string(),
  /** Wrong PINs of the last quarter of an hour. What was typed in place of a code is a keyed hash. */
  pinTries: v.array(Tried),
  /** Wrong codes of the last quarter of an hour, by the keyed hash of the reference that was typed. */
  matterTries: v.array(Tried),
} as const;

type Shapes = typeof shapes;
type Value<K extends keyof Shapes> = v.InferOutput<Shapes[K]>;

/** Facts about the store that have exactly one value. */
export interface SettingStore {
  read<K extends keyof Shapes>(key: K): Value<K> | undefined;
  /** Who changed it last; null when nobody has. */
  changed(key: keyof Shapes): { by: string; at: EpochMs } | null;
  write<K extends keyof Shapes>(key: K, value: Value<K>, by: string, at: EpochMs): void;
  remove(key: keyof Shapes): void;
}

export function settingStore(db: Database): SettingStore {
  const one = query(db, v.strictObject({ value: v.string() }), 'SELECT value FROM setting WHERE key = ?');
  const changed = query(
    db,
    v.strictObject({ by: v.string(), at: EpochMsValue }),
    'SELECT changed_by AS by, changed_at AS at FROM setting WHERE key = ?',
  );
  const put = db.prepare(
    'INSERT INTO setting VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_by = excluded.changed_by, changed_at = excluded.changed_at',
  );
  const drop = db.prepare('DELETE FROM setting WHERE key = ?');
  return {
    read: (key) => {
      const row = one.get(key);
      return row === undefined ? undefined : (v.parse(shapes[key], JSON.parse(row.value)) as never);
    },
    changed: (key) => changed.get(key) ?? null,
    write: (key, value, by, at) => void put.run(key, JSON.stringify(value), by, at),
    remove: (key) => void drop.run(key),
  };
}
