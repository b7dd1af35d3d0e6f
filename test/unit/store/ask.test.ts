import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrationsFolder } from '../../../electron/paths.ts';
import { askStore } from '../../../electron/store/ask.ts';
import { openDatabase } from '../../../electron/store/database.ts';
import { epochMs } from '../../../shared/units.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prevenance-ask-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('answers written under the first schema become the first version', () => {
  const path = join(folder, 'store.db');
  const old = new Sqlite(path);
  old.exec(readFileSync(join(migrationsFolder, '0001-first-light.sql'), 'utf8'));
  old.pragma('application_id = 0x50726576');
  old.pragma('user_version = 1');
  const put = old.prepare('INSERT INTO question VALUES (?, ?, ?, ?, ?, ?, ?)');
  put.run('parking', 'Où me garer ?', 'Where can I park?', 'Derrière.', 'Behind.', ' garer voiture ', 1);
  put.run('dogs', 'Les chiens ?', 'Dogs?', 'Non.', 'No.', '', 0);
  old.close();

  const db = openDatabase(path);
  const store = askStore(db);
  expect(store.latest()).toMatchObject({
    version: 1,
    changed: { by: 'station' },
    intents: [
      {
        id: 'parking',
        question: { fr: 'Où me garer ?', en: 'Where can I park?' },
        answer: { fr: 'Derrière.', en: 'Behind.' },
        examples: { fr: ['garer voiture'], en: ['garer voiture'] },
        common: true,
        active: true,
        skill: null,
      },
      { id: 'dogs', examples: { fr: [], en: [] }, common: false },
    ],
  });
  expect(store.draft()).toBeUndefined();
  db.close();
});

test('a store without questions begins with no version', () => {
  const db = openDatabase(join(folder, 'store.db'));
  const store = askStore(db);
  expect(store.latest()).toBeUndefined();
  expect(store.latestNumber()).toBe(0);
  db.close();
});

test('a published version is never changed or deleted', () => {
  const db = openDatabase(join(folder, 'store.db'));
  expect(askStore(db).publish([], 'manager', epochMs(1))).toBe(1);
  expect(() => db.exec("UPDATE ask_version SET intents = '[]'")).toThrow(/never changed/);
  expect(() => db.exec('DELETE FROM ask_version')).toThrow(/never deleted/);
  db.close();
});
