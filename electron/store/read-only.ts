import { existsSync, readFileSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { OperatorError } from '../../shared/errors.ts';
import type { Database } from './database.ts';

/** Bytes of the header that say whether the file has a write-ahead log (https://sqlite.org/fileformat.html#file_format_version_numbers). */
const VERSIONS = [18, 19] as const;

/**
 * Opens a database to look at it, and changes nothing: also one that a station is using, and a copy on a medium that cannot be written,
 * where SQLite would want to lay out its log.
 */
export function openReadOnly(path: string): Database {
  try {
    const db = new Sqlite(path, { readonly: true });
    try {
      db.pragma('schema_version');
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    const log = `${path}-wal`;
    const idle = !existsSync(log) || statSync(log).size === 0;
    if (!idle || !existsSync(path)) throw error;
    const bytes = readFileSync(path);
    for (const at of VERSIONS) bytes[at] = 1;
    return new Sqlite(bytes, { readonly: true });
  }
}

/**
 * Looks for a chain of records in a database that somebody may have damaged.
 * @param what the chain, as an operator knows it
 * @throws OperatorError `chain-unreadable` when the file gives no answer
 */
export function lookInto<T>(path: string, what: string, look: (db: Database) => T): T {
  let db: Database | undefined;
  try {
    db = openReadOnly(path);
    return look(db);
  } catch (cause) {
    if (!(cause instanceof Sqlite.SqliteError)) throw cause;
    throw new OperatorError(
      'chain-unreadable',
      `${path} holds no ${what} that can be read: ${cause.message}. Keep the file for whoever looks into it, and restore a backup.`,
      { path },
      cause,
    );
  } finally {
    db?.close();
  }
}
