import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import * as v from 'valibot';
import { OperatorError } from '../shared/errors.ts';

/** How other commands on this machine find a running station. Readable by its owner only. */
export const StationCard = v.strictObject({ pid: v.number(), origin: v.nullable(v.string()), secret: v.string() });
export type StationCard = v.InferOutput<typeof StationCard>;

const cardPath = (folder: string) => join(folder, 'station.json');

/** The card of the station that uses a data folder, or null. It may be left over from one that was killed. */
export function readCard(folder: string): StationCard | null {
  try {
    const result = v.safeParse(StationCard, JSON.parse(readFileSync(cardPath(folder), 'utf8')));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

const unwritable = (folder: string, cause: unknown): OperatorError =>
  new OperatorError(
    'data-unwritable',
    `The data folder ${folder} cannot be written. Check its owner, its rights and the disk.`,
    { folder },
    cause,
  );

/** Held for as long as a station uses its data folder. */
export interface DataLock {
  publish(card: StationCard): void;
  release(): void;
}

/**
 * Takes a data folder for this process. The lock is the operating system's, through SQLite: it ends with the process however that ends,
 * so a killed station never locks its successor out.
 * @throws OperatorError `data-in-use` with the pid of the station that has it; `data-unwritable`
 */
export function lockData(folder: string): DataLock {
  let lock: Sqlite.Database;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    lock = new Sqlite(join(folder, 'station.lock'), { timeout: 0 });
  } catch (cause) {
    throw unwritable(folder, cause);
  }
  try {
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    const pid = readCard(folder)?.pid ?? 0;
    if ((cause as { code?: string }).code !== 'SQLITE_BUSY') {
      throw new OperatorError(
        'data-unwritable',
        `The data folder ${folder} cannot be locked: ${(cause as Error).message}`,
        { folder },
        cause,
      );
    }
    throw new OperatorError(
      'data-in-use',
      `The data folder ${folder} is in use by the station with pid ${pid}. Stop it first, or choose another --data folder.`,
      {
        folder,
        pid,
      },
    );
  }
  const publish = (card: StationCard) => {
    try {
      writeFileSync(cardPath(folder), `${JSON.stringify(card)}\n`, { mode: 0o600 });
      chmodSync(cardPath(folder), 0o600);
    } catch (cause) {
      throw unwritable(folder, cause);
    }
  };
  try {
    publish({ pid: process.pid, origin: null, secret: '' });
  } catch (error) {
    lock.close();
    throw error;
  }
  return {
    publish,
    release: () => {
      rmSync(cardPath(folder), { force: true });
      lock.close();
    },
  };
}
