import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import * as v from 'valibot';
import { AuditHead } from '../shared/contract/index.ts';
import { OperatorError } from '../shared/errors.ts';
import { type Verdict, verifyLog } from './log-verify.ts';
import { headText, readHead } from './noted-head.ts';
import { readPepper, Secrets } from './services/secrets.ts';
import { auditStore } from './store/audit.ts';
import { inspect } from './store/database.ts';

/** The signed end that an export closes with. */
function exportedHead(path: string): AuditHead {
  try {
    const last = readFileSync(path, 'utf8').trimEnd().split('\n').at(-1) ?? '';
    return v.parse(v.strictObject({ head: AuditHead }), JSON.parse(last)).head;
  } catch (cause) {
    throw new OperatorError('export-unreadable', `${path} is not a whole NDJSON export of the audit log.`, { path }, cause);
  }
}

/**
 * Checks a data folder's audit log, also that of a running station: every record, its beginning, and its end against what was noted in
 * `audit.head` and, if given, in an earlier export.
 * @throws OperatorError when there is nothing to check
 */
export function verifyAudit(folder: string, exported?: string): Verdict {
  const path = join(folder, 'store.db');
  if (!existsSync(path) || !existsSync(join(folder, 'pepper')))
    throw new OperatorError('no-audit', `${folder} holds no store: there is no database and key to check.`, { folder });
  inspect(path);
  const secrets = new Secrets(readPepper(folder));
  const notes = [
    { head: readHead(folder, 'audit'), what: 'audit.head' },
    ...(exported === undefined ? [] : [{ head: exportedHead(exported), what: 'the export' }]),
  ];
  const db = new Sqlite(path, { readonly: true });
  try {
    if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'audit'").get() === undefined)
      throw new OperatorError('no-audit', `${path} is from a version without an audit log; start its station once.`, { path });
    const store = auditStore(db);
    const ours = (head: AuditHead) => secrets.sealed('audit', headText(head), head.signature);
    return verifyLog(store, { start: store.start(), notes, ours });
  } finally {
    db.close();
  }
}
