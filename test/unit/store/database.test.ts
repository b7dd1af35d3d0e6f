import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../electron/store/database.ts';
import { examine } from '../../../electron/store/examine.ts';
import { openStore } from '../../../electron/store/index.ts';
import { epochMs } from '../../../shared/units.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prevenance-db-'));
  path = join(folder, 'store.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a database that must be refused is not touched', () => {
  const refuses = (code: string) => {
    const before = readFileSync(path);
    expect(() => openDatabase(path)).toThrow(expect.objectContaining({ code }));
    expect(readFileSync(path).equals(before)).toBe(true);
  };

  test('from a newer version', () => {
    const db = openDatabase(path);
    db.pragma('user_version = 999');
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    refuses('database-newer');
  });

  test('of another program', () => {
    const db = new Sqlite(path);
    db.pragma('application_id = 42');
    db.exec('CREATE TABLE theirs (x)');
    db.close();
    refuses('database-foreign');
  });

  test('that is no database', () => {
    writeFileSync(
      path,
      'a shopping list, much longer than the header of a database is, so that it is read as a whole. '.repeat(3),
    );
    refuses('database-foreign');
  });

  test('that is damaged inside', () => {
    openDatabase(path).close();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 100, 4096);
    writeFileSync(path, bytes);
    refuses('database-unusable');
  });
});

test('a database that cannot be read is refused in words', () => {
  mkdirSync(path);
  writeFileSync(join(path, 'x'), 'x');
  expect(() => openDatabase(path)).toThrow(expect.objectContaining({ code: 'database-unreadable' }));
});

test('is for its owner only, with its log', () => {
  const db = openDatabase(path);
  for (const file of [path, `${path}-wal`]) expect(statSync(file).mode & 0o077).toBe(0);
  db.close();
});

test('the examination finds a ledger that was tampered with, and changes nothing', () => {
  const db = openDatabase(path);
  const fact = { principal: 'p', purpose: 'history', by: 'shopper', kioskId: 'k', shown: null, validUntil: null } as const;
  openStore(db).consents.append([{ ...fact, at: epochMs(5), kind: 'requested' }]);
  db.pragma('wal_checkpoint(TRUNCATE)');
  expect(examine(path)).toBeNull();
  db.exec('DROP TRIGGER consent_event_is_append_only');
  db.exec(`UPDATE consent_event SET event = replace(event, 'history', 'camera')`);
  db.close();
  const before = readFileSync(path);
  expect(examine(path)).toMatch(/event 1 \(changed\)/);
  expect(readFileSync(path).equals(before)).toBe(true);
  const worse = openDatabase(path);
  worse.exec(`UPDATE consent_event SET event = '{}'`);
  worse.close();
  expect(examine(path)).toMatch(/a record that cannot be read/);
});

test('is durable, erases what it deletes, and migrates only once', () => {
  const db = openDatabase(path);
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
  expect(db.pragma('secure_delete', { simple: true })).toBe(1);
  db.close();
  openDatabase(path).close();
});

test('a stored row of the wrong shape is reported without its value', () => {
  const db = openDatabase(path);
  const store = openStore(db);
  const sealed = JSON.stringify({ number: 'N1', principal: 'p1', name: 'Secretname', picture: null, language: 'xx' });
  const row = db.prepare("INSERT INTO customer VALUES ('c', 'h', 'k', :key, seal(:key, 'c', :sealed), 1, '2026-01-01')");
  row.run({ key: db.prepare("SELECT new_key('c')").pluck().get(), sealed });
  expect(() => store.customers.list()).toThrow(expect.objectContaining({ code: 'bad-row' }));
  try {
    store.customers.list();
  } catch (error) {
    expect(String(error)).not.toContain('Secretname');
  }
  db.close();
});

test('the consent ledger cannot be changed or deleted, and verifies', () => {
  const db = openDatabase(path);
  const { consents } = openStore(db);
  const fact = {
    principal: 'p',
    purpose: 'recognition',
    at: epochMs(5),
    by: 'shopper',
    kioskId: 'k',
    shown: null,
    validUntil: null,
  } as const;
  consents.append([
    { ...fact, kind: 'requested' },
    { ...fact, kind: 'given' },
  ]);
  consents.append([{ ...fact, kind: 'withdrawn' }]);
  expect(consents.verify()).toMatchObject({ ok: true, tail: { seq: 3 } });
  expect(() => db.exec("UPDATE consent_event SET event = '{}'")).toThrow(/never changed/);
  expect(() => db.exec('DELETE FROM consent_event')).toThrow(/never deleted/);
  db.exec('DROP TRIGGER consent_event_is_append_only');
  db.exec(`UPDATE consent_event SET event = replace(event, '"withdrawn"', '"renewed"') WHERE seq = 3`);
  expect(consents.verify()).toMatchObject({ ok: false, badSeq: 3 });
  db.close();
});

test('a call that was open under the first schema goes on, with the times it began with', () => {
  const old = new Sqlite(path);
  old.exec(readFileSync('electron/store/migrations/0001-first-light.sql', 'utf8'));
  old.pragma('application_id = 0x50726576');
  old.pragma('user_version = 1');
  const mono = 5_000;
  const state = {
    id: 'c',
    kioskId: 'k',
    visitId: 'v',
    language: 'fr',
    reasons: ['asked'],
    state: 'arrived',
    epoch: 2,
    level: 'on-duty',
    firstLevel: 'available',
    owner: { id: 'lea', name: 'Léa' },
    raisedAt: 7,
    raised: mono,
    since: mono,
    claimed: null,
    times: { toReceipt: 1, toClaim: 2, toArrival: 3, toClose: null },
    wentUnanswered: false,
    outcome: null,
    helpNeeded: null,
    answers: [],
    changed: { mono: mono + 9, wall: 16 },
  };
  const row = ['c', 'k', 'v', 1, 7, JSON.stringify(state), JSON.stringify({ attempts: [], customerId: null })];
  old.prepare('INSERT INTO call VALUES (?, ?, ?, ?, ?, ?, ?)').run(...row);
  old.close();
  const db = openDatabase(path);
  const [record] = openStore(db).calls.open();
  expect(record?.call).toMatchObject({ ...state, arrived: mono + 9, rung: mono, overdue: null });
  expect(record?.call.policy.steps.map((step) => step.afterMs)).toEqual([0, 20_000, 45_000, 90_000]);
  db.close();
});
