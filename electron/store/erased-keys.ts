import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import type { Database } from './database.ts';
import { query } from './query.ts';

/** Its name in the data folder. */
const erasedKeysFile = 'erased.keys';

const Key = v.strictObject({ key_id: v.string() });

/** The keys that were erased, as the file beside a database remembers them; null when there is no such file. */
export function readErasedKeys(folder: string): ReadonlySet<string> | null {
  const path = join(folder, erasedKeysFile);
  if (!existsSync(path)) return null;
  // A line that a power cut left half-written names nothing.
  return new Set(
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => /^[0-9a-f]{32}$/.test(line)),
  );
}

/** What was erased, in the database and, out of reach of its backups, in a file beside it. Random names of keys, nothing about a person. */
export interface ErasedKeys {
  /** Remembers in the file, too, what was erased since. */
  mirror(): void;
  remember(keys: Iterable<string>): void;
  /** Customers who are there although their key was erased: a copy from before brought them back. */
  resurrected(): string[];
  /** Removes beacons that are there although their key was erased; returns how many. */
  dropBeacons(): number;
}

export function erasedKeys(db: Database): ErasedKeys {
  const folder = db.memory ? null : dirname(db.name);
  let mirrored: Set<string> | null = null;
  const all = query(db, Key, 'SELECT key_id FROM erased_key');
  const put = db.prepare('INSERT OR IGNORE INTO erased_key VALUES (?)');
  const back = query(
    db,
    v.strictObject({ id: v.string() }),
    'SELECT id FROM customer WHERE key_id IN (SELECT key_id FROM erased_key)',
  );
  const dropBeacons = db.prepare('DELETE FROM beacon WHERE key_id IN (SELECT key_id FROM erased_key)');
  return {
    mirror: () => {
      if (folder === null) return;
      mirrored ??= new Set(readErasedKeys(folder) ?? []);
      const known = mirrored;
      const missing = all.all().flatMap(({ key_id }) => (known.has(key_id) ? [] : key_id));
      const path = join(folder, erasedKeysFile);
      if (missing.length === 0 && existsSync(path)) return;
      const file = openSync(path, 'a', 0o600);
      try {
        // The line break before ends what a power cut may have left of a line.
        writeSync(file, missing.map((key) => `\n${key}\n`).join(''));
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      for (const key of missing) known.add(key);
    },
    remember: db.transaction((keys: Iterable<string>) => {
      for (const key of keys) put.run(key);
    }),
    resurrected: () => back.all().map(({ id }) => id),
    dropBeacons: () => dropBeacons.run().changes,
  };
}
