import * as v from 'valibot';
import { EpochMsValue, Id, PagerChannelSettings, PagerStanding } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { Json, query } from './query.ts';

/** A channel as stored. `settings.secret` is null: the sealed one lies beside it. */
export interface StoredChannel {
  readonly settings: PagerChannelSettings;
  readonly sealed: Buffer | null;
  readonly place: number;
  readonly standing: PagerStanding;
  readonly changed: { readonly by: string; readonly at: EpochMs };
}

const Row = v.pipe(
  v.strictObject({
    id: Id,
    place: v.number(),
    settings: Json(PagerChannelSettings),
    secret: v.nullable(v.instance(Buffer)),
    standing: Json(PagerStanding),
    changed_by: v.string(),
    changed_at: EpochMsValue,
  }),
  v.transform(
    (r): StoredChannel => ({
      settings: r.settings,
      sealed: r.secret,
      place: r.place,
      standing: r.standing,
      changed: { by: r.changed_by, at: r.changed_at },
    }),
  ),
);

export interface PagerChannelStore {
  /** In the order in which they are used. */
  list(): StoredChannel[];
  get(id: string): StoredChannel | undefined;
  save(channel: StoredChannel): void;
  setStanding(id: string, standing: PagerStanding): void;
  setPlace(id: string, place: number): void;
  remove(id: string): boolean;
}

export function pagerChannelStore(db: Database): PagerChannelStore {
  const all = query(db, Row, 'SELECT * FROM pager_channel ORDER BY place, id');
  const one = query(db, Row, 'SELECT * FROM pager_channel WHERE id = ?');
  const put = db.prepare('INSERT OR REPLACE INTO pager_channel VALUES (?, ?, ?, ?, ?, ?, ?)');
  const stand = db.prepare('UPDATE pager_channel SET standing = ? WHERE id = ?');
  const move = db.prepare('UPDATE pager_channel SET place = ? WHERE id = ?');
  const drop = db.prepare('DELETE FROM pager_channel WHERE id = ?');
  return {
    list: () => all.all(),
    get: (id) => one.get(id),
    save: ({ settings, sealed, place, standing, changed }) =>
      void put.run(settings.id, place, JSON.stringify(settings), sealed, JSON.stringify(standing), changed.by, changed.at),
    setStanding: (id, standing) => void stand.run(JSON.stringify(standing), id),
    setPlace: (id, place) => void move.run(place, id),
    remove: (id) => drop.run(id).changes > 0,
  };
}
