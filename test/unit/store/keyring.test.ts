import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrationsFolder } from '../../../electron/paths.ts';
import { openDatabase } from '../../../electron/store/database.ts';
import { openStore } from '../../../electron/store/index.ts';
import { Keyring } from '../../../electron/store/keyring.ts';
import { epochMs } from '../../../shared/units.ts';

describe('Keyring', () => {
  const keys = new Keyring(randomBytes(32));
  const key = keys.newKey('camille');

  test('opens what it sealed, for the same owner and under the same keys only', () => {
    const sealed = keys.seal(key, 'camille', 'Zéphirine');
    expect(sealed.includes('phirine')).toBe(false);
    expect(keys.open(key, 'camille', sealed)).toBe('Zéphirine');
    expect(keys.seal(key, 'camille', 'Zéphirine').equals(sealed)).toBe(false);
    expect(() => keys.open(key, 'sam', sealed)).toThrow(expect.objectContaining({ code: 'unreadable' }));
    expect(() => keys.open(keys.newKey('camille'), 'camille', sealed)).toThrow(expect.objectContaining({ code: 'unreadable' }));
    expect(() => new Keyring(randomBytes(32)).open(key, 'camille', sealed)).toThrow(
      expect.objectContaining({ code: 'unreadable' }),
    );
    const changed = Buffer.from(sealed);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(() => keys.open(key, 'camille', changed)).toThrow(expect.objectContaining({ code: 'unreadable' }));
  });

  test('blinds the same text the same way, by kind, and differently under another master key', () => {
    expect(keys.blind('customer number', 'CAM2LE')).toBe(keys.blind('customer number', 'CAM2LE'));
    expect(keys.blind('beacon', 'CAM2LE')).not.toBe(keys.blind('customer number', 'CAM2LE'));
    expect(new Keyring(randomBytes(32)).blind('beacon', 'x')).not.toBe(keys.blind('beacon', 'x'));
  });
});

describe('a database of before', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'prevenance-keys-'));
    path = join(folder, 'store.db');
    const db = new Sqlite(path);
    db.exec(readFileSync(join(migrationsFolder, '0001-first-light.sql'), 'utf8'));
    db.pragma(`application_id = ${0x50726576}`);
    db.pragma('user_version = 1');
    db.exec("INSERT INTO product VALUES ('p', 'Thé', 'Tea', 'tea', '1', 1, 100)");
    const customer = db.prepare("INSERT INTO customer VALUES (?, ?, ?, ?, 'moon', 'fr', 5, '2026-11-01')");
    const beacon = db.prepare('INSERT INTO beacon VALUES (?, ?, ?, NULL, NULL, NULL, 200, NULL)');
    db.exec('BEGIN');
    for (let n = 0; n < 300; n += 1) {
      customer.run(`c${n}`, `NUMBER${n}`, `principal-${n}`, `Prénommée${n}`);
      beacon.run(`ibeacon:planted:1:${n}`, `c${n}`, 'weak');
      db.exec(`INSERT INTO purchase (customer_id, day, product_id, quantity) VALUES ('c${n}', '2026-11-01', 'p', 1)`);
    }
    db.exec('COMMIT');
    db.close();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const everything = () => ['store.db', 'store.db-wal'].map((name) => readFileSync(join(folder, name), 'latin1')).join('');

  test('is sealed in place: everybody is kept and found, and no name is left in a byte of it', () => {
    expect(readFileSync(path, 'latin1')).toContain('ibeacon:planted');
    const db = openDatabase(path);
    const store = openStore(db);
    expect(store.customers.list()).toHaveLength(300);
    expect(store.customers.byNumber('NUMBER42')).toEqual({
      id: 'c42',
      number: 'NUMBER42',
      principal: 'principal-42',
      name: 'Prénommée42',
      picture: 'moon',
      language: 'fr',
      joinedAt: 5,
      lastSeenOn: '2026-11-01',
    });
    expect(store.beacons.get('ibeacon:planted:1:42')?.customers).toEqual(['c42']);
    expect(store.purchases.of('c42')).toHaveLength(1);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    for (const planted of ['NUMBER', 'principal-', Buffer.from('Prénommée').toString('latin1'), 'planted', 'moon'])
      expect(everything()).not.toContain(planted);
    db.close();
  });

  test('another master key is refused before anything is read', () => {
    openDatabase(path).close();
    writeFileSync(join(folder, 'master.key'), randomBytes(32));
    expect(() => openDatabase(path)).toThrow(expect.objectContaining({ code: 'master-key-wrong' }));
    writeFileSync(join(folder, 'master.key'), 'short');
    expect(() => openDatabase(path)).toThrow(expect.objectContaining({ code: 'master-key-unusable' }));
  });

  test('an erasure deletes the wrapped key, too, and remembers its name outside the database', () => {
    const db = openDatabase(path);
    const store = openStore(db);
    const keyOf = (id: string) =>
      db.prepare('SELECT wrapped_key, key_id FROM customer WHERE id = ?').get(id) as {
        wrapped_key: Buffer;
        key_id: string;
      };
    const { wrapped_key, key_id } = keyOf('c7');
    expect(readFileSync(path).includes(wrapped_key)).toBe(true);
    store.customers.erase('c7');
    store.scrub();
    for (const name of ['store.db', 'store.db-wal']) expect(readFileSync(join(folder, name)).includes(wrapped_key)).toBe(false);
    expect(readFileSync(join(folder, 'erased.keys'), 'utf8')).toContain(key_id);
    expect(store.beacons.get('ibeacon:planted:1:7')).toBeUndefined();
    db.close();
  });

  test('rectifying changes what may be changed and nothing else', () => {
    const db = openDatabase(path);
    const { customers } = openStore(db);
    const before = customers.get('c1');
    if (before === undefined) throw new Error('c1 is there');
    customers.rectify({ ...before, name: 'Aglaé', picture: null, language: 'en', number: 'OTHER', joinedAt: epochMs(9) });
    expect(customers.get('c1')).toEqual({ ...before, name: 'Aglaé', picture: null, language: 'en' });
    db.close();
  });
});
