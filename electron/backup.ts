import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Clock } from '../shared/clock.ts';
import { OperatorError } from '../shared/errors.ts';
import { noteBackup } from './last-backup.ts';
import { headText, type NotedHead, readHead } from './noted-head.ts';
import { readPepper, Secrets } from './services/secrets.ts';
import { writeBackupNote } from './store/backup-note.ts';
import { consentStore } from './store/consents.ts';
import { type Database, inspect } from './store/database.ts';
import { examine } from './store/examine.ts';

/** All pages in one step: a station that writes meanwhile must not make it begin again. */
const ALL_PAGES = 0x7fff_ffff;

/** Makes the file and the name of the file reach the disk. */
function settle(path: string): void {
  for (const place of [path, dirname(path)]) {
    const file = openSync(place, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}

/**
 * Where the copied ledger ends: signed anew where the station was behind with noting it. A ledger that does not go on from its note keeps
 * that note, which tells on it.
 */
function endOf(copy: Database, folder: string, noted: NotedHead | null): NotedHead | null {
  const ledger = consentStore(copy);
  const tail = ledger.tail();
  if (noted === null || tail.seq <= noted.seq || !existsSync(join(folder, 'pepper'))) return noted;
  const secrets = new Secrets(readPepper(folder));
  const goesOn = noted.seq === 0 || ledger.after(noted.seq - 1, 1)[0]?.hash === noted.hash;
  if (!goesOn || !secrets.sealed('consent', headText(noted), noted.signature)) return noted;
  return { ...tail, signature: secrets.seal('consent', headText(tail)) };
}

/**
 * Copies a data folder's database into one file, also while its station runs. Customers are in it as ciphertext: the keys that open them
 * (`master.key`, `pepper`) are not. Sessions are left out, so that nobody who has logged out is let in by a restored copy.
 * @throws OperatorError when there is no sound database, the file exists, or the disk refuses
 */
export async function backup(folder: string, to: string, clock: Pick<Clock, 'wall'>): Promise<void> {
  const from = join(folder, 'store.db');
  if (!existsSync(from)) throw new OperatorError('no-database', `${from} does not exist: there is nothing to back up.`, { from });
  if (existsSync(to))
    throw new OperatorError('backup-exists', `${to} exists already and is not overwritten. Choose another name.`, { to });
  inspect(from);
  const draft = `${to}.new`;
  try {
    rmSync(draft, { force: true });
    const notes = { consent: readHead(folder, 'consent'), audit: readHead(folder, 'audit') };
    const source = new Sqlite(from, { readonly: true });
    try {
      if (source.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'backup_note'").get() === undefined)
        throw new OperatorError('database-older', `${from} is from an older version. Start its station once, then back up.`, {
          from,
        });
      await source.backup(draft, { progress: () => ALL_PAGES });
    } finally {
      source.close();
    }
    chmodSync(draft, 0o600);
    const copy = new Sqlite(draft);
    try {
      // One file that can be read where nothing can be written.
      copy.pragma('journal_mode = DELETE');
      copy.pragma('secure_delete = ON');
      copy.exec('DELETE FROM session; DELETE FROM backup_note');
      writeBackupNote(copy, { madeAt: clock.wall(), ...notes, consent: endOf(copy, folder, notes.consent) });
    } finally {
      copy.close();
    }
    const wrong = examine(draft);
    if (wrong !== null)
      throw new OperatorError('backup-broken', `The database cannot be backed up as it is: ${wrong}.`, { from });
    settle(draft);
    renameSync(draft, to);
    settle(to);
    noteBackup(folder, { at: clock.wall(), file: to });
  } catch (cause) {
    rmSync(draft, { force: true });
    if (cause instanceof OperatorError) throw cause;
    throw new OperatorError('backup-failed', `The backup ${to} could not be written: ${(cause as Error).message}`, { to }, cause);
  }
}
