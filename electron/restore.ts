import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../shared/clock.ts';
import { verifyChain } from '../shared/consent/chain.ts';
import { InternalError, OperatorError } from '../shared/errors.ts';
import { notesItsEnd, verifyConsents } from './consent-verify.ts';
import { lockData } from './data-lock.ts';
import { problemWords, verifyLog } from './log-verify.ts';
import { headText, type NotedHead, readHead, writeHead } from './noted-head.ts';
import { forgetWithdrawn, keepTold, readTold, type Told } from './restore-told.ts';
import { ConsentService } from './services/consent.ts';
import { finishErasures } from './services/finish-erasures.ts';
import { readPepper, Secrets } from './services/secrets.ts';
import { auditStore } from './store/audit.ts';
import { readBackupNote } from './store/backup-note.ts';
import { consentStore } from './store/consents.ts';
import { type Database, inspect, openDatabase } from './store/database.ts';
import { readErasedKeys } from './store/erased-keys.ts';
import { examine } from './store/examine.ts';
import { sha256 } from './store/hash.ts';
import { openStore, type Store } from './store/index.ts';
import { masterKeyFile } from './store/master-key.ts';
import { openReadOnly } from './store/read-only.ts';

/** What an operator has to say in so many words before it is done. */
export interface Allowed {
  /** The present database is thrown away. */
  readonly replace: boolean;
  /** Nobody knows who was erased since the backup: they may come back. */
  readonly withoutErasedKeys: boolean;
}

export interface Restored {
  readonly madeAt: number;
  /** Persons that the backup still held and that were erased again, and single beacons. */
  readonly erased: number;
  /** Consent events since the backup that were kept. */
  readonly consents: number;
  /** There was no present database that could be read: what was withdrawn since the backup is as it was then. */
  readonly withoutPresent: boolean;
}

const refuse = (code: string, message: string) => new OperatorError(code, message);

/** Looks through the backup before anything is touched. */
function checkBackup(folder: string, file: string, secrets: Secrets): number {
  if (!existsSync(file)) throw refuse('no-backup', `${file} does not exist.`);
  inspect(file);
  const wrong = examine(file);
  if (wrong !== null) throw refuse('backup-broken', `${file} cannot be restored: ${wrong}.`);
  const db = openReadOnly(file);
  try {
    const note = readBackupNote(db);
    if (note === null) throw refuse('no-backup', `${file} was not made by "prevenance backup".`);
    const audit = auditStore(db);
    const ours = (head: NotedHead) => secrets.sealed('audit', headText(head), head.signature);
    const notes = [{ head: note.audit, what: 'the note in the backup' }];
    const verdicts = [
      ['consent event', verifyConsents(folder, file)],
      ['audit record', verifyLog(audit, { start: audit.start(), notes, ours })],
    ] as const;
    for (const [what, verdict] of verdicts)
      if (!verdict.ok)
        throw refuse('backup-broken', `${file} cannot be restored: ${what} ${verdict.badSeq} ${problemWords[verdict.problem]}.`);
    return note.madeAt;
  } finally {
    db.close();
  }
}

/** What of the present database outlives a restore: who was erased, what customers told, and every consent given or withdrawn since. */
function readPresent(path: string): { erased: string[]; told: Told | null; db: Database } | null {
  if (!existsSync(path)) return null;
  try {
    const db = openReadOnly(path);
    return { db, told: readTold(db), erased: db.prepare('SELECT key_id FROM erased_key').pluck().all() as string[] };
  } catch {
    return null;
  }
}

/** Lets the restored ledger go on where the present one is. @returns how many events were put back; null: the present one is the older */
function keepConsents(store: Store, present: Database): number | null {
  const theirs = consentStore(present);
  const tail = store.consents.tail();
  const [same] = tail.seq === 0 ? [] : theirs.after(tail.seq - 1, 1);
  if (tail.seq > 0 && same?.hash !== tail.hash) {
    const end = theirs.tail();
    // The present one is the older of the two, or begins anew: then the backup must hold all of it.
    if (end.seq > 0 && store.consents.after(end.seq - 1, 1)[0]?.hash !== end.hash)
      throw refuse('backup-foreign', 'This backup is from another store: its consent ledger is not the one of this data folder.');
    return null;
  }
  let end = tail;
  for (;;) {
    const events = theirs.after(end.seq, 1_000);
    if (events.length === 0) return end.seq - tail.seq;
    const verdict = verifyChain(events, sha256, end);
    if (!verdict.ok) throw ledgerBroken(verdict.badSeq, problemWords[verdict.problem]);
    store.consents.putBack(events);
    end = verdict.tail;
  }
}

/** What the station noted must be among what is kept: else a no that was cut off, or made unreadable, would be a yes again. */
function keepWhole(store: Store, present: Database, folder: string, secrets: Secrets): number | null {
  try {
    const kept = keepConsents(store, present);
    if (!notesItsEnd(present)) return kept;
    const ours = (head: NotedHead) => secrets.sealed('consent', headText(head), head.signature);
    const notes = [{ head: readHead(folder, 'consent'), what: 'consent.head' }];
    const verdict = verifyLog(store.consents, { start: null, notes, ours });
    if (!verdict.ok) throw ledgerBroken(verdict.badSeq, problemWords[verdict.problem]);
    return kept;
  } catch (error) {
    if (error instanceof InternalError) throw ledgerBroken(null, 'cannot be read as a record');
    throw error;
  }
}

const ledgerBroken = (seq: number | null, problem: string) =>
  refuse(
    'ledger-broken',
    `The present consent ledger is not whole: ${seq === null ? 'an event since the backup' : `event ${seq}`} ${problem}. What was withdrawn since the backup could come back. Move store.db away, for whoever looks into it, to restore without it.`,
  );

/**
 * Puts a backup in the place of a data folder's database. Whoever was erased since stays erased, and no consent withdrawn since comes back.
 * @throws OperatorError when the station runs, a key is missing, the backup is foreign, newer or broken, or something was not allowed
 */
export function restore(folder: string, file: string, allowed: Allowed, clock: Clock): Restored {
  const path = join(folder, 'store.db');
  const draft = `${path}.restored`;
  for (const key of [masterKeyFile, 'pepper'])
    if (!existsSync(join(folder, key)))
      throw refuse(
        'key-missing',
        `${join(folder, key)} is missing. Put back the copy that was kept apart from the backups: without it nothing in the backup can be read.`,
      );
  const secrets = new Secrets(readPepper(folder));
  const madeAt = checkBackup(folder, file, secrets);
  const lock = lockData(folder);
  try {
    if (existsSync(path) && !allowed.replace)
      throw refuse(
        'would-replace',
        `${path} would be replaced by the backup. Make a backup of it first if it still works, then say --replace.`,
      );
    const present = readPresent(path);
    const remembered = readErasedKeys(folder);
    try {
      if (present === null && remembered === null && !allowed.withoutErasedKeys)
        throw refuse(
          'erased-keys-missing',
          `There is no erased.keys in ${folder}, so nobody knows who was erased since the backup. Put back its newest copy, or accept that those persons come back and say --without-erased-keys.`,
        );
      copyFileSync(file, draft);
      const db = openDatabase(draft);
      let erased: number;
      let consents: number;
      try {
        const store = openStore(db);
        const kept = present === null ? null : keepWhole(store, present.db, folder, secrets);
        consents = kept ?? 0;
        const service = new ConsentService({ store, clock, kioskId: 'restore' });
        erased = finishErasures({ store }, service, [...(remembered ?? []), ...(present?.erased ?? [])]);
        keepTold(db, kept === null ? null : (present?.told ?? null));
        forgetWithdrawn(store);
        db.exec('DELETE FROM backup_note');
        const fact = { actor: 'operator', device: 'this-machine', action: 'station/restore', subject: null, outcome: 'ok' };
        const record = store.audit.append([{ at: clock.wall(), ...fact, count: 1 }]);
        store.scrub();
        for (const [chain, tail] of [
          ['audit', record],
          ['consent', store.consents.tail()],
        ] as const)
          writeHead(folder, chain, { ...tail, signature: secrets.seal(chain, headText(tail)) });
      } finally {
        db.close();
      }
      for (const left of ['-wal', '-shm']) rmSync(`${path}${left}`, { force: true });
      renameSync(draft, path);
      settleFolder(folder);
      return { madeAt, erased, consents, withoutPresent: present === null };
    } finally {
      present?.db.close();
    }
  } catch (error) {
    for (const left of ['', '-wal', '-shm']) rmSync(`${draft}${left}`, { force: true });
    throw error;
  } finally {
    lock.release();
  }
}

function settleFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
