import * as v from 'valibot';
import { type BeaconModelSettings, DbmValue, EpochMsValue, Id, type ReceiverOffset } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { query } from './query.ts';
import type { Listed } from './zones.ts';

const changed = { changed_by: v.string(), changed_at: EpochMsValue };

const OffsetRow = v.pipe(
  v.strictObject({ receiver: Id, offset_db: v.number(), ...changed }),
  v.transform(
    (r): Listed<ReceiverOffset> => ({
      value: { receiver: r.receiver, offsetDb: r.offset_db },
      changed: { by: r.changed_by, at: r.changed_at },
    }),
  ),
);

const ModelRow = v.pipe(
  v.strictObject({ id: Id, name: v.string(), match: v.string(), measured_power_dbm: DbmValue, ...changed }),
  v.transform(
    (r): Listed<BeaconModelSettings> => ({
      value: { id: r.id, name: r.name, match: r.match, measuredPowerDbm: r.measured_power_dbm },
      changed: { by: r.changed_by, at: r.changed_at },
    }),
  ),
);

/** What strengths are corrected by. */
export interface CorrectionStore {
  offsets(): Listed<ReceiverOffset>[];
  saveOffset(offset: ReceiverOffset, by: string, at: EpochMs): void;
  models(): Listed<BeaconModelSettings>[];
  saveModel(model: BeaconModelSettings, by: string, at: EpochMs): void;
  removeModel(id: string): boolean;
}

export function correctionStore(db: Database): CorrectionStore {
  const offsets = query(db, OffsetRow, 'SELECT * FROM receiver_offset ORDER BY receiver');
  const models = query(db, ModelRow, 'SELECT * FROM beacon_model ORDER BY name, id');
  const putOffset = db.prepare('INSERT OR REPLACE INTO receiver_offset VALUES (?, ?, ?, ?)');
  const putModel = db.prepare('INSERT OR REPLACE INTO beacon_model VALUES (?, ?, ?, ?, ?, ?)');
  const dropModel = db.prepare('DELETE FROM beacon_model WHERE id = ?');
  return {
    offsets: () => offsets.all(),
    saveOffset: (o, by, at) => void putOffset.run(o.receiver, o.offsetDb, by, at),
    models: () => models.all(),
    saveModel: (m, by, at) => void putModel.run(m.id, m.name, m.match, m.measuredPowerDbm, by, at),
    removeModel: (id) => dropModel.run(id).changes > 0,
  };
}
