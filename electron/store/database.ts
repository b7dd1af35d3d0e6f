import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { OperatorError } from '../../shared/errors.ts';
import { migrationsFolder } from '../paths.ts';
import { Keyring } from './keyring.ts';
import { masterKeyFile, readMasterKey } from './master-key.ts';
import { addSealingFunctions } from './sealing-functions.ts';

export type Database = Sqlite.Database;

/** "Prev" in ASCII: marks a SQLite file as ours (https://sqlite.org/pragma.html#pragma_application_id). */
const APPLICATION_ID = 0x50726576;
const MAGIC = 'SQLite format 3\0';

const migrations = (): string[] =>
  readdirSync(migrationsFolder)
    .filter((name) => name.endsWith('.sql'))
    .sort();

/**
 * Looks at a database file's first bytes without opening it, so that a file we must refuse is not touched at all.
 * Offsets: https://sqlite.org/fileformat.html#the_database_header
 * @throws OperatorError when it is unreadable, foreign or from a newer version
 */
export function inspect(path: string, newest: number = migrations().length): void {
  if (!existsSync(path) || statSync(path).size === 0) return;
  const header = Buffer.alloc(100);
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    readSync(file, header, 0, 100, 0);
  } catch (cause) {
    throw new OperatorError(
      'database-unreadable',
      `The database ${path} cannot be read. Check its owner and rights.`,
      { path },
      cause,
    );
  } finally {
    if (file !== undefined) closeSync(file);
  }
  const applicationId = header.readUInt32BE(68);
  if (header.toString('latin1', 0, 16) !== MAGIC || (applicationId !== APPLICATION_ID && applicationId !== 0)) {
    throw new OperatorError(
      'database-foreign',
      `${path} is not a Prévenance database. Nothing was changed; choose another --data folder.`,
      {
        path,
      },
    );
  }
  const version = header.readUInt32BE(60);
  if (version > newest) {
    throw new OperatorError(
      'database-newer',
      `The database ${path} has schema ${version}; this version knows schemas up to ${newest}. Nothing was changed; install the newer Prévenance.`,
      { path, version, newest },
    );
  }
}

/** Any row that is sealed already, with its key. */
function sealedRow(db: Database): { readonly wrapped_key: Uint8Array; readonly id: string } | null {
  const tables = db
    .prepare("SELECT t.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND c.name = 'wrapped_key'")
    .pluck()
    .all() as string[];
  for (const table of tables) {
    const row = db.prepare(`SELECT wrapped_key, id FROM "${table}" LIMIT 1`).get();
    if (row !== undefined) return row as { wrapped_key: Uint8Array; id: string };
  }
  return null;
}

/** The keys that belong to an open database. @throws OperatorError when the master key beside it is missing, damaged or another's */
export function keyringOf(db: Database): Keyring {
  const row = sealedRow(db);
  const keys = new Keyring(masterKeyOf(db, row !== null));
  if (row === null || keys.isOurs(row.wrapped_key, row.id)) return keys;
  throw new OperatorError(
    'master-key-wrong',
    `The master key beside ${db.name} is not the one its customers were sealed with. Put back the right ${masterKeyFile}.`,
    { path: db.name },
  );
}

const inMemory = new WeakMap<Database, Buffer>();

function masterKeyOf(db: Database, needed: boolean): Buffer {
  if (!db.memory) return readMasterKey(db.name, needed);
  const key = inMemory.get(db) ?? readMasterKey(':memory:', false);
  inMemory.set(db, key);
  return key;
}

function migrate(db: Database, names: readonly string[]): void {
  const present = db.pragma('user_version', { simple: true }) as number;
  addSealingFunctions(db, keyringOf(db));
  for (const [index, name] of names.entries()) {
    if (index < present) continue;
    db.transaction(() => {
      db.exec(readFileSync(join(migrationsFolder, name), 'utf8'));
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${index + 1}`);
    })();
  }
  // The header must say which schema this is even if the log is lost or the next reader only looks at the header.
  db.pragma('wal_checkpoint(TRUNCATE)');
}

/**
 * Opens the store's database, creating or migrating it.
 * Power loss must not lose an acknowledged call (`synchronous = FULL`), and what is deleted must be gone (`secure_delete`).
 * @param path file path, or `:memory:`
 * @throws OperatorError when the file is unreadable, foreign, damaged, from a newer version, or the disk refuses
 */
export function openDatabase(path: string): Database {
  const names = migrations();
  let db: Database | undefined;
  try {
    if (path !== ':memory:') {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      inspect(path, names.length);
      // Names and purchases are for the owner's eyes only; SQLite gives its log the same rights.
      closeSync(openSync(path, 'a', 0o600));
    }
    db = new Sqlite(path);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('secure_delete = ON');
    db.pragma('busy_timeout = 2000');
    // Only afterwards: a table that is rebuilt must not take along the rows that refer to it.
    db.pragma('foreign_keys = OFF');
    migrate(db, names);
    db.pragma('foreign_keys = ON');
    return db;
  } catch (cause) {
    db?.close();
    if (cause instanceof OperatorError) throw cause;
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new OperatorError('database-unusable', `The database ${path} cannot be used: ${detail}`, { path }, cause);
  }
}

/** Makes deleted bytes unreadable: overwrites them in the file and empties the log. */
export function scrub(db: Database): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
}
