import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrationsFolder } from '../../../electron/paths.ts';
import { openDatabase } from '../../../electron/store/database.ts';
import { openStore } from '../../../electron/store/index.ts';
import { epochMs } from '../../../shared/units.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prevenance-beacons-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const identityKey = Uint8Array.from({ length: 16 }, (_, i) => 0xa0 + i);

function schemaOne(path: string): void {
  const db = new Sqlite(path);
  db.exec(readFileSync(join(migrationsFolder, '0001-first-light.sql'), 'utf8'));
  db.pragma(`application_id = ${0x50726576}`);
  db.pragma('user_version = 1');
  const customer = db.prepare("INSERT INTO customer VALUES (?, ?, ?, NULL, 'moon', 'fr', 5, '2026-11-01')");
  for (const id of ['a', 'b']) customer.run(id, `N${id}`, `p${id}`);
  const beacon = db.prepare('INSERT INTO beacon VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  beacon.run('eid:k', 'a', 'strong', identityKey, 10, -5, 100, 90);
  beacon.run('ibeacon:u:1:2', 'a', 'weak', null, null, null, 200, null);
  beacon.run('ibeacon:u:1:3', 'b', 'weak', null, null, null, 300, null);
  db.close();
}

test('a database of the first schema keeps every beacon, its key, its clock and its owner', () => {
  const path = join(folder, 'store.db');
  schemaOne(path);
  const db = openDatabase(path);
  const { beacons } = openStore(db);
  expect(beacons.list()).toEqual([
    {
      id: 'eid:k',
      strength: 'strong',
      key: { identityKey: Buffer.from(identityKey), exponent: 10, clockOffset: -5, knownAt: 90 },
      customers: ['a'],
      blocked: false,
    },
    { id: 'ibeacon:u:1:2', strength: 'weak', key: null, customers: ['a'], blocked: false },
    { id: 'ibeacon:u:1:3', strength: 'weak', key: null, customers: ['b'], blocked: false },
  ]);
  expect(beacons.of('a').map(({ addedAt }) => addedAt)).toEqual([100, 200]);
  db.close();
});

test('a beacon stays while anybody carries it, and goes with the last, key and all', () => {
  const path = join(folder, 'store.db');
  schemaOne(path);
  const db = openDatabase(path);
  const store = openStore(db);
  store.beacons.carry('eid:k', 'b', 'handle', epochMs(400));
  expect(store.beacons.get('eid:k')?.customers).toEqual(['a', 'b']);
  store.customers.erase('a');
  expect(store.beacons.list().map(({ id, customers }) => [id, customers])).toEqual([
    ['eid:k', ['b']],
    ['ibeacon:u:1:3', ['b']],
  ]);
  store.beacons.remove('eid:k', 'b');
  store.scrub();
  expect(store.beacons.get('eid:k')).toBeUndefined();
  db.close();
  expect(readFileSync(path).includes(Buffer.from(identityKey))).toBe(false);
});
