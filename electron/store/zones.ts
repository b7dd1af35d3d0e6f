import * as v from 'valibot';
import { DbmValue, EpochMsValue, Id, MillisValue, ZonePurpose, type ZoneSettings } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { Flag, Json, query } from './query.ts';

/** A stored thing together with who changed it last. */
export interface Listed<T> {
  readonly value: T;
  readonly changed: { readonly by: string; readonly at: EpochMs } | null;
}

const Row = v.pipe(
  v.strictObject({
    id: Id,
    name: v.string(),
    purpose: ZonePurpose,
    receivers: Json(v.array(Id)),
    near_dbm: DbmValue,
    far_dbm: DbmValue,
    enter_dwell_ms: MillisValue,
    exit_dwell_ms: MillisValue,
    exclusive: Flag,
    changed_by: v.string(),
    changed_at: EpochMsValue,
  }),
  v.transform(
    (r): Listed<ZoneSettings> => ({
      value: {
        id: r.id,
        name: r.name,
        purpose: r.purpose,
        receivers: r.receivers,
        nearDbm: r.near_dbm,
        farDbm: r.far_dbm,
        enterDwellMs: r.enter_dwell_ms,
        exitDwellMs: r.exit_dwell_ms,
        exclusive: r.exclusive,
      },
      changed: { by: r.changed_by, at: r.changed_at },
    }),
  ),
);

export interface ZoneStore {
  list(): Listed<ZoneSettings>[];
  save(zone: ZoneSettings, by: string, at: EpochMs): void;
  remove(id: string): boolean;
}

export function zoneStore(db: Database): ZoneStore {
  const all = query(db, Row, 'SELECT * FROM zone ORDER BY name, id');
  const put =
    db.prepare(`INSERT OR REPLACE INTO zone (id, name, purpose, receivers, near_dbm, far_dbm, enter_dwell_ms, exit_dwell_ms, exclusive, changed_by, changed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const drop = db.prepare('DELETE FROM zone WHERE id = ?');
  return {
    list: () => all.all(),
    save: (z, by, at) =>
      void put.run(
        z.id,
        z.name,
        z.purpose,
        JSON.stringify(z.receivers),
        z.nearDbm,
        z.farDbm,
        z.enterDwellMs,
        z.exitDwellMs,
        z.exclusive ? 1 : 0,
        by,
        at,
      ),
    remove: (id) => drop.run(id).changes > 0,
  };
}
