import * as v from 'valibot';
import { type AskVersion, EpochMsValue, IntentList, type WrittenIntent } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { Json, query } from './query.ts';

const Row = v.pipe(
  v.strictObject({ version: v.number(), intents: Json(IntentList), changed_by: v.string(), changed_at: EpochMsValue }),
  v.transform((r): AskVersion => ({ version: r.version, intents: r.intents, changed: { by: r.changed_by, at: r.changed_at } })),
);

/** The manager's published answers, which are never changed, and the one draft. */
export interface AskStore {
  latest(): AskVersion | undefined;
  latestNumber(): number;
  version(version: number): AskVersion | undefined;
  /** Newest first. */
  history(): AskVersion[];
  /** Adds a version and returns its number. */
  publish(intents: readonly WrittenIntent[], by: string, at: EpochMs): number;
  draft(): AskVersion | undefined;
  saveDraft(intents: readonly WrittenIntent[], by: string, at: EpochMs): void;
  dropDraft(): void;
}

export function askStore(db: Database): AskStore {
  const latest = query(db, Row, 'SELECT * FROM ask_version ORDER BY version DESC LIMIT 1');
  const newest = query(db, v.strictObject({ n: v.number() }), 'SELECT coalesce(max(version), 0) AS n FROM ask_version');
  const one = query(db, Row, 'SELECT * FROM ask_version WHERE version = ?');
  const all = query(db, Row, 'SELECT * FROM ask_version ORDER BY version DESC LIMIT 30');
  const add = db.prepare('INSERT INTO ask_version (intents, changed_by, changed_at) VALUES (?, ?, ?)');
  const draft = query(db, Row, 'SELECT 0 AS version, intents, changed_by, changed_at FROM ask_draft');
  const put = db.prepare('INSERT OR REPLACE INTO ask_draft VALUES (1, ?, ?, ?)');
  const drop = db.prepare('DELETE FROM ask_draft');
  return {
    latest: () => latest.get(),
    latestNumber: () => newest.get()?.n ?? 0,
    version: (version) => one.get(version),
    history: () => all.all(),
    publish: (intents, by, at) => Number(add.run(JSON.stringify(intents), by, at).lastInsertRowid),
    draft: () => draft.get(),
    saveDraft: (intents, by, at) => void put.run(JSON.stringify(intents), by, at),
    dropDraft: () => void drop.run(),
  };
}
