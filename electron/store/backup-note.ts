import * as v from 'valibot';
import { AuditHead, EpochMsValue } from '../../shared/contract/index.ts';
import type { Database } from './database.ts';
import { Json, query } from './query.ts';

const Row = v.strictObject({ made_at: EpochMsValue, consent: Json(v.nullable(AuditHead)), audit: Json(v.nullable(AuditHead)) });

/** When a backup was made, and where its chains end. */
export interface BackupNote {
  readonly madeAt: number;
  readonly consent: AuditHead | null;
  readonly audit: AuditHead | null;
}

/** The note in a backup; null in a database that is none. */
export function readBackupNote(db: Database): BackupNote | null {
  if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'backup_note'").get() === undefined) return null;
  const row = query(db, Row, 'SELECT made_at, consent, audit FROM backup_note').get();
  return row === undefined ? null : { madeAt: row.made_at, consent: row.consent, audit: row.audit };
}

export function writeBackupNote(db: Database, note: BackupNote): void {
  db.prepare('INSERT INTO backup_note VALUES (1, ?, ?, ?)').run(
    note.madeAt,
    JSON.stringify(note.consent),
    JSON.stringify(note.audit),
  );
}
