import * as v from 'valibot';
import { EmpathySettings, EpochMsValue } from '../../shared/contract/index.ts';
import { type DifficultyKind, isTouch, signalKinds } from '../../shared/empathy/signals.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { Flag, Json, query } from './query.ts';

const VersionRow = v.pipe(
  v.strictObject({
    version: v.number(),
    settings: Json(EmpathySettings),
    changed_by: v.string(),
    changed_at: EpochMsValue,
  }),
  v.transform((r) => ({ version: r.version, settings: r.settings, changed: { by: r.changed_by, at: r.changed_at } })),
);
export type SettingsVersion = v.InferOutput<typeof VersionRow>;

const Kinds = v.array(v.picklist(signalKinds.filter((kind): kind is DifficultyKind => !isTouch(kind))));
const SampleRow = v.pipe(
  v.strictObject({ settings_version: v.number(), estimate: v.number(), kinds: Json(Kinds), needed: Flag }),
  v.transform((r) => ({ settingsVersion: r.settings_version, estimate: r.estimate, kinds: r.kinds, needed: r.needed })),
);
/** What outcomes and words said when a call was raised, and the employee's answer. About nobody. */
export type EmpathySample = v.InferOutput<typeof SampleRow>;

/** The manager's versions of the settings, which are never changed, and the samples employees' answers make. */
export interface EmpathyStore {
  latest(): SettingsVersion | undefined;
  /** Newest first. */
  history(): SettingsVersion[];
  add(settings: EmpathySettings, by: string, at: EpochMs): void;
  /** In no order. */
  samples(): EmpathySample[];
  /** @param month `YYYY-MM` */
  keep(sample: EmpathySample, month: string): void;
  /** Erases samples of months before this one. */
  forgetBefore(month: string): void;
}

export function empathyStore(db: Database): EmpathyStore {
  const latest = query(db, VersionRow, 'SELECT * FROM empathy_settings ORDER BY version DESC LIMIT 1');
  const all = query(db, VersionRow, 'SELECT * FROM empathy_settings ORDER BY version DESC LIMIT 100');
  const put = db.prepare('INSERT INTO empathy_settings (settings, changed_by, changed_at) VALUES (?, ?, ?)');
  const samples = query(db, SampleRow, 'SELECT settings_version, estimate, kinds, needed FROM empathy_sample');
  const keep = db.prepare('INSERT INTO empathy_sample VALUES (randomblob(16), ?, ?, ?, ?, ?)');
  const forget = db.prepare('DELETE FROM empathy_sample WHERE month < ?');
  return {
    latest: () => latest.get(),
    history: () => all.all(),
    add: (settings, by, at) => void put.run(JSON.stringify(settings), by, at),
    samples: () => samples.all(),
    keep: ({ settingsVersion, estimate, kinds, needed }, month) =>
      void keep.run(month, settingsVersion, estimate, JSON.stringify(kinds), needed ? 1 : 0),
    forgetBefore: (month) => void forget.run(month),
  };
}
