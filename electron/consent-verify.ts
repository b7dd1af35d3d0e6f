import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../shared/errors.ts';
import { lockData } from './data-lock.ts';
import { type Note, type Verdict, verifyLog } from './log-verify.ts';
import { headText, type NotedHead, readHead } from './noted-head.ts';
import { readPepper, Secrets } from './services/secrets.ts';
import { readBackupNote } from './store/backup-note.ts';
import { consentStore } from './store/consents.ts';
import { type Database, inspect } from './store/database.ts';
import { lookInto } from './store/read-only.ts';

export type ConsentVerdict = Verdict & {
  /** What could not be checked for want of a file, in words. */
  readonly unchecked: readonly string[];
};

/** Whether the database has ever been used by a station that notes the end of its ledger. */
export const notesItsEnd = (db: Database): boolean =>
  db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'erased_key'").get() !== undefined;

/** Whether no station uses the data folder. */
function isIdle(folder: string): boolean {
  try {
    lockData(folder).release();
    return true;
  } catch (error) {
    if (error instanceof OperatorError) return false;
    throw error;
  }
}

/**
 * Checks a consent ledger: every event, and its end against what was noted in `consent.head`, or in the backup itself. Reads only, also
 * beside a running station.
 * @param file a backup or another copy of the database; left out, the one in the data folder
 * @throws OperatorError when there is nothing to check
 */
export function verifyConsents(folder: string, file?: string): ConsentVerdict {
  const path = file ?? join(folder, 'store.db');
  if (!existsSync(path)) throw new OperatorError('no-ledger', `${path} does not exist: there is no ledger to check.`, { path });
  inspect(path);
  return lookInto(path, 'consent ledger', (db) => {
    const unchecked: string[] = [];
    const secrets = existsSync(join(folder, 'pepper')) ? new Secrets(readPepper(folder)) : null;
    if (secrets === null) unchecked.push(`the signature of its end: there is no pepper in ${folder}`);
    const notes: Note[] = [];
    if (file !== undefined) notes.push({ head: readBackupNote(db)?.consent ?? null, what: 'the note in the backup' });
    else if (notesItsEnd(db)) notes.push({ head: readHead(folder, 'consent'), what: 'consent.head' });
    else unchecked.push('its end: this database is from a version that did not note it');
    const ours = (head: NotedHead) => secrets?.sealed('consent', headText(head), head.signature) ?? true;
    const verdict = { ...verifyLog(consentStore(db), { start: null, notes, ours }), unchecked };
    const [note] = notes;
    // A station notes its end before there is a first event: an empty ledger without a note was emptied.
    if (verdict.ok && verdict.to === 0 && note?.head === null)
      return { ok: false, badSeq: 1, problem: 'cut', what: `${note.what} is missing`, unchecked };
    const end = note?.head?.seq;
    if (!verdict.ok || end === undefined || verdict.to <= end) return verdict;
    // A hash needs no key: whoever can write to the file can add an event that fits. Only a station that runs may be ahead of its note.
    if (file !== undefined || isIdle(folder))
      return { ok: false, badSeq: end + 1, problem: 'unnoted', what: note?.what ?? '', unchecked };
    unchecked.push(`events ${end + 1} to ${verdict.to}: the station that runs has not noted them yet`);
    return verdict;
  });
}
