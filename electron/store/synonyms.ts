import * as v from 'valibot';
import { EpochMsValue, Id, type SynonymSettings } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { query } from './query.ts';
import type { Listed } from './zones.ts';

const Row = v.pipe(
  v.strictObject({ id: Id, said: v.string(), meant: v.string(), changed_by: v.string(), changed_at: EpochMsValue }),
  v.transform(
    (r): Listed<SynonymSettings> => ({
      value: { id: r.id, said: r.said, meant: r.meant },
      changed: { by: r.changed_by, at: r.changed_at },
    }),
  ),
);

/** Shoppers' words for what the catalogue calls otherwise. */
export interface SynonymStore {
  list(): Listed<SynonymSettings>[];
  save(synonym: SynonymSettings, by: string, at: EpochMs): void;
  remove(id: string): boolean;
}

export function synonymStore(db: Database): SynonymStore {
  const all = query(db, Row, 'SELECT id, said, meant, changed_by, changed_at FROM synonym ORDER BY said, id');
  const put = db.prepare('INSERT OR REPLACE INTO synonym VALUES (?, ?, ?, ?, ?)');
  const gone = db.prepare('DELETE FROM synonym WHERE id = ?');
  return {
    list: () => all.all(),
    save: ({ id, said, meant }, by, at) => void put.run(id, said, meant, by, at),
    remove: (id) => gone.run(id).changes > 0,
  };
}
