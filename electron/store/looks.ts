import * as v from 'valibot';
import { EpochMsValue, LookSettings, type LookVersion, type Output } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { query } from './query.ts';

/** A look that nobody sees yet. */
export type LookDraft = NonNullable<Output<'manager/look'>['draft']>;

const changes = { value: v.string(), changed_by: v.string(), changed_at: EpochMsValue };
const read = (row: { value: string; changed_by: string; changed_at: EpochMs }): LookDraft => ({
  value: v.parse(LookSettings, JSON.parse(row.value)),
  changed: { by: row.changed_by, at: row.changed_at },
});
const VersionRow = v.pipe(
  v.strictObject({ version: v.number(), ...changes }),
  v.transform((row): LookVersion => ({ version: row.version, ...read(row) })),
);
const DraftRow = v.pipe(v.strictObject(changes), v.transform(read));

/** The looks a store has had, the one being tried, and their logos. */
export interface LookStore {
  /** Newest first. */
  versions(): LookVersion[];
  /** @returns the number of the new version */
  publish(look: LookSettings, by: string, at: EpochMs): number;
  draft(): LookDraft | null;
  keepDraft(look: LookSettings, by: string, at: EpochMs): void;
  dropDraft(): void;
  logo(name: string): Uint8Array | null;
  keepLogo(name: string, bytes: Uint8Array): void;
}

export function lookStore(db: Database): LookStore {
  const versions = query(db, VersionRow, 'SELECT * FROM look ORDER BY version DESC');
  const draft = query(db, DraftRow, 'SELECT value, changed_by, changed_at FROM look_draft');
  const logo = query(
    db,
    v.strictObject({ bytes: v.instance(Uint8Array<ArrayBufferLike>) }),
    'SELECT bytes FROM look_logo WHERE name = ?',
  );
  const add = db.prepare('INSERT INTO look (value, changed_by, changed_at) VALUES (?, ?, ?)');
  const put = db.prepare('INSERT OR REPLACE INTO look_draft VALUES (1, ?, ?, ?)');
  const putLogo = db.prepare('INSERT OR IGNORE INTO look_logo VALUES (?, ?)');
  return {
    versions: () => versions.all(),
    publish: (look, by, at) => Number(add.run(JSON.stringify(look), by, at).lastInsertRowid),
    draft: () => draft.get() ?? null,
    keepDraft: (look, by, at) => void put.run(JSON.stringify(look), by, at),
    dropDraft: () => void db.exec('DELETE FROM look_draft'),
    logo: (name) => logo.get(name)?.bytes ?? null,
    keepLogo: (name, bytes) => void putLogo.run(name, bytes),
  };
}
