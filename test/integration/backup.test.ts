import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backup } from '../../electron/backup.ts';
import { verifyConsents } from '../../electron/consent-verify.ts';
import { type Allowed, restore } from '../../electron/restore.ts';
import { consentStore } from '../../electron/store/consents.ts';
import { openDatabase } from '../../electron/store/database.ts';
import { openStore, type Store } from '../../electron/store/index.ts';
import { currentText } from '../../shared/consent/texts.ts';
import { iBeacon, TestStation, type Visitor } from '../support/station.ts';

/** Backups of a running station, and what a restore must never bring back. */

let house: TestStation;
let kiosk: Visitor;
let shelf: string;
beforeEach(async () => {
  house = await TestStation.start();
  kiosk = house.visitor();
  shelf = mkdtempSync(join(tmpdir(), 'prevenance-shelf-'));
});
afterEach(async () => {
  await house.remove();
  rmSync(shelf, { recursive: true, force: true });
});

const shown = (purpose: 'recognition' | 'history' | 'diet') => {
  const text = currentText(purpose);
  return { version: text.version, language: 'en' as const, text: text.en };
};
const replace: Allowed = { replace: true, withoutErasedKeys: false };
const bytesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n');

async function join_(minor: number, name: string): Promise<string> {
  await kiosk.call('kiosk/touch', { language: 'en' });
  await kiosk.call('kiosk/join', { recognition: shown('recognition'), history: shown('history'), name, picture: 'moon' });
  house.hear(() => iBeacon(minor), -45, 3_000);
  const enrolment = (await kiosk.look('kiosk')).visit?.enrolment;
  return enrolment?.state === 'done' ? enrolment.customerNumber : '';
}

/** Reads the stopped station's store. */
function inStore<T>(look: (store: Store) => T): T {
  const db = openDatabase(join(house.folder, 'store.db'));
  try {
    return look(openStore(db));
  } finally {
    db.close();
  }
}

describe('whoever was erased after a backup', () => {
  const name = Buffer.from('Zéphirine-Aglaé').toString('latin1');
  let number: string;
  const file = () => join(shelf, 'store.db');
  beforeEach(async () => {
    number = await join_(31337, 'Zéphirine-Aglaé');
    await backup(house.folder, file(), house.clock);
    await kiosk.call('kiosk/withdraw', { purpose: 'recognition' });
  });
  afterEach(async () => {
    await house.halt();
    // Neither database, write-ahead log, station log nor backup holds a readable byte of them.
    for (const secret of [name, ':7:31337', number])
      for (const folder of [house.folder, shelf]) expect(bytesIn(folder)).not.toContain(secret);
    expect(inStore((store) => store.customers.byNumber(number))).toBeUndefined();
    expect(inStore((store) => store.beacons.list().filter(({ strength }) => strength === 'weak'))).toEqual([]);
    expect(verifyConsents(house.folder)).toMatchObject({ ok: true, unchecked: [] });
  });

  test('stays erased when it is restored', async () => {
    await house.halt();
    expect(restore(house.folder, file(), replace, house.clock)).toMatchObject({ erased: 1, consents: 6, withoutPresent: false });
    await house.boot();
  });

  test('stays erased on a new disk, with the newest copy of the erased keys', async () => {
    await house.halt();
    for (const gone of ['store.db', 'audit.head', 'consent.head']) rmSync(join(house.folder, gone));
    expect(restore(house.folder, file(), { ...replace, replace: false }, house.clock)).toMatchObject({
      erased: 1,
      consents: 0,
      withoutPresent: true,
    });
  });

  test('stays erased when somebody copies the file back by hand', async () => {
    await house.halt();
    for (const gone of ['store.db', 'store.db-wal', 'store.db-shm']) rmSync(join(house.folder, gone), { force: true });
    rmSync(join(house.folder, 'consent.head'));
    copyFileSync(file(), join(house.folder, 'store.db'));
    await house.boot();
  });
});

test('the backup really held them, as ciphertext: without the erasure they come back', async () => {
  const number = await join_(5, 'Ondine');
  const file = join(shelf, 'store.db');
  await backup(house.folder, file, house.clock);
  expect(bytesIn(shelf)).not.toContain('Ondine');
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readdirSync(shelf)).toEqual(['store.db']);
  await house.halt();
  restore(house.folder, file, replace, house.clock);
  expect(inStore((store) => store.customers.byNumber(number)?.name)).toBe('Ondine');
  expect(inStore((store) => store.beacons.list().some(({ id }) => id.endsWith(':7:5')))).toBe(true);
});

test('a consent withdrawn after the backup stays withdrawn, and nobody is still logged in', async () => {
  const manager = house.visitor();
  await manager.call('auth/manager-login', { password: 'demo-manager' });
  const number = await join_(5, 'Ondine');
  const file = join(shelf, 'store.db');
  await backup(house.folder, file, house.clock);
  await kiosk.call('kiosk/withdraw', { purpose: 'history' });
  await house.halt();
  expect(restore(house.folder, file, replace, house.clock)).toMatchObject({ erased: 0, consents: 1 });
  expect(verifyConsents(house.folder)).toMatchObject({ ok: true });
  const kinds = inStore((store) => store.consents.of(store.customers.byNumber(number)?.principal ?? '').map(({ kind }) => kind));
  expect(kinds.at(-1)).toBe('withdrawn');
  await house.boot();
  await expect(house.visitor().look('manager')).rejects.toMatchObject({ status: 401 });
});

describe('what a customer held and told when the backup was made', () => {
  const file = () => join(shelf, 'store.db');
  const note = (text: string) => kiosk.call('kiosk/preference-keep', { preference: { kind: 'note', text } });
  const card = async () => (await kiosk.call('kiosk/card-make', { picture: 'moon' })).code ?? '';
  const opens = async (code: string) => {
    await kiosk.call('kiosk/touch', { language: 'en' });
    return (await kiosk.call('kiosk/identify', { code })).result;
  };
  const diet = () => kiosk.call('kiosk/consent', { purpose: 'diet', decision: 'given', shown: shown('diet') });
  const importing = async (number: string) => {
    const manager = house.visitor();
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    const lines = `customer,date,product,quantity\n${number},2026-11-20,pasta,1\n`;
    await manager.call('manager/import-purchases', new TextEncoder().encode(lines) as never);
  };
  let number: string;
  let lost: string;
  beforeEach(async () => {
    number = await join_(5, 'Ondine');
    await importing(number);
    lost = await card();
    await diet();
    await kiosk.call('kiosk/preference-keep', { preference: { kind: 'diet', diets: ['without-pork'] } });
    await note('two sugars planted');
    await backup(house.folder, file(), house.clock);
  });
  const back = (store: Store) => {
    const id = store.customers.byNumber(number)?.id ?? '';
    return { preferences: store.preferences.of(id).map(({ kind }) => kind), purchases: store.purchases.of(id).length };
  };
  const reopened = async () => {
    await house.boot();
    kiosk = house.visitor();
  };

  test('comes back whole where nothing was taken back since', async () => {
    await house.halt();
    restore(house.folder, file(), replace, house.clock);
    expect(inStore(back)).toEqual({ preferences: ['diet', 'note'], purchases: 1 });
    await reopened();
    expect(await opens(lost)).toBe('right');
  });

  test('does not come back where it was withdrawn, removed or replaced since', async () => {
    for (const purpose of ['history', 'diet'] as const) await kiosk.call('kiosk/withdraw', { purpose });
    await kiosk.call('kiosk/preference-drop', { kind: 'note' });
    const newer = await card();
    await house.halt();
    restore(house.folder, file(), replace, house.clock);
    expect(inStore(back)).toEqual({ preferences: [], purchases: 0 });
    await reopened();
    expect(await opens(lost)).toBe('wrong');
    expect(await opens(newer)).toBe('right');
  });

  test('comes back on a new disk without the cards: nobody knows which was lost since', async () => {
    await house.halt();
    for (const gone of ['store.db', 'store.db-wal', 'store.db-shm']) rmSync(join(house.folder, gone), { force: true });
    restore(house.folder, file(), { ...replace, replace: false }, house.clock);
    expect(inStore(back)).toEqual({ preferences: ['diet', 'note'], purchases: 1 });
    await reopened();
    expect(await opens(lost)).toBe('wrong');
  });

  test('is no readable byte of the backup, and ends with its owner even where the file is copied back by hand', async () => {
    for (const secret of ['planted', 'without-pork', lost])
      for (const folder of [house.folder, shelf]) expect(bytesIn(folder)).not.toContain(secret);
    await kiosk.call('kiosk/withdraw', { purpose: 'recognition' });
    await house.halt();
    for (const gone of ['store.db', 'store.db-wal', 'store.db-shm', 'consent.head'])
      rmSync(join(house.folder, gone), { force: true });
    copyFileSync(file(), join(house.folder, 'store.db'));
    await reopened();
    expect(await opens(lost)).toBe('wrong');
    await house.halt();
    const diets = inStore((store) => store.consents.after(0, 1_000).filter(({ purpose }) => purpose === 'diet'));
    expect(diets.at(-1)?.kind).toBe('erased');
    const db = openDatabase(join(house.folder, 'store.db'));
    for (const table of ['card', 'preference']) expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
    db.close();
  });
});

const tampers = (path: string, sql: string) => {
  const db = new Sqlite(path);
  db.exec('DROP TRIGGER IF EXISTS consent_event_is_append_only; DROP TRIGGER IF EXISTS consent_event_is_kept');
  db.exec(sql);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
};
/** As somebody would who knows how the chain is made, and has no key. */
const addsYes = (path: string) => {
  const db = new Sqlite(path);
  const { append } = consentStore(db);
  const last = consentStore(db).after(0, 1_000).at(-1);
  if (last === undefined) throw new Error('an empty ledger');
  const { seq: _, basedOn: __, previous: ___, hash: ____, ...fact } = last;
  append([{ ...fact, kind: 'renewed' }]);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
};

describe('a restore is refused, and touches nothing,', () => {
  let file: string;
  beforeEach(async () => {
    file = join(shelf, 'store.db');
    await join_(5, 'Ondine');
    await backup(house.folder, file, house.clock);
  });
  const refuses = (code: string, allowed = replace) => {
    const before = readFileSync(join(house.folder, 'store.db'));
    expect(() => restore(house.folder, file, allowed, house.clock)).toThrow(expect.objectContaining({ code }));
    expect(readFileSync(join(house.folder, 'store.db')).equals(before)).toBe(true);
    expect(existsSync(join(house.folder, 'store.db.restored'))).toBe(false);
  };

  test('while the station runs', () => refuses('data-in-use'));

  test('over a database that nobody said may go', async () => {
    await house.halt();
    refuses('would-replace', { ...replace, replace: false });
  });

  test('from a file that is no backup, or from a newer version, or another store', async () => {
    await house.halt();
    const good = readFileSync(file);
    writeFileSync(file, 'a shopping list '.repeat(20));
    refuses('database-foreign');
    writeFileSync(file, good);
    const db = new Sqlite(file);
    db.pragma('user_version = 999');
    db.close();
    refuses('database-newer');
    const other = await TestStation.start();
    await other.visitor().call('kiosk/touch', { language: 'en' });
    rmSync(file);
    await backup(other.folder, file, house.clock);
    await other.remove();
    refuses('backup-broken');
  });

  test.each([
    ['an event was changed', "UPDATE consent_event SET event = replace(event, 'given', 'renewed') WHERE seq = 2"],
    ['its last events were cut off', 'DELETE FROM consent_event WHERE seq > 2'],
    ['its note is gone, too', "DELETE FROM consent_event WHERE seq > 2; UPDATE backup_note SET consent = 'null'"],
    ['audit records are gone', 'DROP TRIGGER audit_is_kept; DELETE FROM audit'],
  ])('when %s', async (_what, sql) => {
    await house.halt();
    const db = new Sqlite(file);
    db.exec('DROP TRIGGER consent_event_is_append_only; DROP TRIGGER consent_event_is_kept');
    db.exec(sql);
    db.close();
    refuses('backup-broken');
  });

  test('when a yes was added to it that nobody gave', async () => {
    await house.halt();
    addsYes(file);
    expect(verifyConsents(house.folder, file)).toMatchObject({ ok: false, problem: 'unnoted', what: 'the note in the backup' });
    refuses('backup-broken');
  });

  test.each([
    ['is gone', 'DELETE FROM consent_event WHERE seq = (SELECT max(seq) FROM consent_event)'],
    ['was changed', "UPDATE consent_event SET event = replace(event, 'withdrawn', 'requested')"],
    ['cannot be read', "UPDATE consent_event SET event = '{}' WHERE seq = (SELECT max(seq) FROM consent_event)"],
    ['stands elsewhere', 'UPDATE consent_event SET seq = seq + 5 WHERE seq = (SELECT max(seq) FROM consent_event)'],
  ])('when a no that was noted since %s: it would be a yes again', async (_what, sql) => {
    await kiosk.call('kiosk/withdraw', { purpose: 'history' });
    await house.halt();
    tampers(join(house.folder, 'store.db'), sql);
    refuses('ledger-broken');
  });

  test('without the keys that open it', async () => {
    await house.halt();
    rmSync(join(house.folder, 'master.key'));
    refuses('key-missing');
    writeFileSync(join(house.folder, 'master.key'), Buffer.alloc(32));
    refuses('master-key-wrong');
  });

  test('when nobody knows who was erased since, until that is accepted', async () => {
    await house.halt();
    for (const gone of ['store.db', 'erased.keys']) rmSync(join(house.folder, gone));
    const go = (withoutErasedKeys: boolean) => restore(house.folder, file, { replace: false, withoutErasedKeys }, house.clock);
    expect(() => go(false)).toThrow(expect.objectContaining({ code: 'erased-keys-missing' }));
    expect(go(true)).toMatchObject({ erased: 0 });
  });
});

test('a backup does not overwrite a file, and leaves no half one behind', async () => {
  const file = join(shelf, 'store.db');
  writeFileSync(file, 'precious');
  await expect(backup(house.folder, file, house.clock)).rejects.toMatchObject({ code: 'backup-exists' });
  expect(readFileSync(file, 'utf8')).toBe('precious');
  await expect(backup(house.folder, join(shelf, 'no', 'folder.db'), house.clock)).rejects.toMatchObject({
    code: 'backup-failed',
  });
});

test('a station refuses to start with another master key, and makes no new one in its place', async () => {
  await house.halt();
  rmSync(join(house.folder, 'master.key'));
  await expect(house.boot()).rejects.toMatchObject({ code: 'master-key-unusable' });
  expect(existsSync(join(house.folder, 'master.key'))).toBe(false);
});

describe('prevenance consent verify', () => {
  const behindItsBack = (sql: string) => tampers(join(house.folder, 'store.db'), sql);
  beforeEach(async () => {
    await join_(5, 'Ondine');
    house.clock.advance(3_000);
  });

  test('finds a running station’s ledger whole, and so a copy that cannot be written', async () => {
    expect(verifyConsents(house.folder)).toMatchObject({ ok: true, from: 1, unchecked: [] });
    const file = join(shelf, 'store.db');
    await backup(house.folder, file, house.clock);
    expect(verifyConsents(house.folder, file)).toMatchObject({ ok: true, unchecked: [] });
    await house.halt();
    copyFileSync(join(house.folder, 'store.db'), join(shelf, 'other.db'));
    expect(verifyConsents(shelf, file)).toMatchObject({ ok: true, unchecked: [expect.stringContaining('pepper')] });
  });

  test.each([
    ['changed', 2, "UPDATE consent_event SET event = replace(event, 'given', 'renewed') WHERE seq = 2"],
    ['missing', 2, 'DELETE FROM consent_event WHERE seq = 2'],
    ['unreadable', 3, "UPDATE consent_event SET event = '{}' WHERE seq = 3"],
    ['changed', 4, "UPDATE consent_event SET principal = 'somebody-else' WHERE seq = 4"],
    ['changed', 4, "UPDATE consent_event SET purpose = 'camera' WHERE seq = 4"],
    ['missing', 1, 'INSERT INTO consent_event SELECT -1, principal, purpose, event FROM consent_event WHERE seq = 2'],
    ['cut', 1, 'DELETE FROM consent_event'],
    ['cut', 3, 'DELETE FROM consent_event WHERE seq > 2'],
  ])('%s: names the first bad event, and the station that starts on it keeps the evidence', async (problem, badSeq, sql) => {
    await house.halt();
    behindItsBack(sql);
    expect(verifyConsents(house.folder)).toMatchObject({ ok: false, problem, badSeq });
    if (problem !== 'cut') return;
    await house.boot();
    house.clock.advance(10_000);
    await house.halt();
    expect(verifyConsents(house.folder)).toMatchObject({ ok: false, problem, badSeq });
  });

  test.each([
    ['no ledger in it', () => behindItsBack('DROP TABLE consent_event')],
    ['nothing in it', (path: string) => writeFileSync(path, '')],
    ['damage', (path: string) => writeFileSync(path, readFileSync(path).fill(0x5a, 4_096))],
  ])('a database with %s is refused in words', async (_what, spoil) => {
    await house.halt();
    spoil(join(house.folder, 'store.db'));
    expect(() => verifyConsents(house.folder)).toThrow(expect.objectContaining({ code: 'chain-unreadable' }));
  });

  test('the end is noted with the answer itself, so that a station killed right after it leaves no doubt', async () => {
    await kiosk.call('kiosk/withdraw', { purpose: 'history' });
    expect(verifyConsents(house.folder)).toMatchObject({ ok: true, unchecked: [] });
  });

  test('a yes that was added behind the noted end is found once no station is there that may have written it', async () => {
    addsYes(join(house.folder, 'store.db'));
    expect(verifyConsents(house.folder)).toMatchObject({ ok: true, unchecked: [expect.stringMatching(/^events? 1[0-9]/)] });
    house.clock.advance(3_000);
    await house.halt();
    addsYes(join(house.folder, 'store.db'));
    const { seq } = inStore((store) => store.consents.tail());
    expect(verifyConsents(house.folder)).toMatchObject({ ok: false, problem: 'unnoted', badSeq: seq });
  });

  test('a head that somebody else wrote is no proof, and a missing one neither', async () => {
    await house.halt();
    behindItsBack('DELETE FROM consent_event WHERE seq > 2');
    const path = join(house.folder, 'consent.head');
    const { hash } = inStore((store) => store.consents.tail());
    writeFileSync(path, JSON.stringify({ seq: 2, hash, signature: 'x' }));
    expect(verifyConsents(house.folder)).toMatchObject({ ok: false, problem: 'forged' });
    rmSync(path);
    expect(verifyConsents(house.folder)).toMatchObject({ ok: false, problem: 'cut', what: 'consent.head is missing' });
    behindItsBack('DELETE FROM consent_event');
    expect(verifyConsents(house.folder)).toMatchObject({ ok: false, problem: 'cut', badSeq: 1 });
  });
});
