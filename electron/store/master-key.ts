import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OperatorError } from '../../shared/errors.ts';
import { writeDurably } from '../durable-file.ts';

/** Its name in the data folder. */
export const masterKeyFile = 'master.key';

/**
 * Reads the key that wraps every customer's own key, or makes it. It lies beside the database, not in it: a copy of the database alone
 * holds nobody's name.
 * @param database path of the database, or `:memory:`
 * @param needed whether something is sealed under it already: then no other key will do
 * @throws OperatorError when it is missing although it is needed, cannot be read, or is damaged
 */
export function readMasterKey(database: string, needed: boolean): Buffer {
  if (database === ':memory:') return randomBytes(32);
  const path = join(dirname(database), masterKeyFile);
  try {
    if (!existsSync(path) && !needed) writeDurably(path, randomBytes(32));
    if (existsSync(path)) {
      chmodSync(path, 0o600);
      const key = readFileSync(path);
      if (key.length === 32) return key;
    }
  } catch (cause) {
    throw new OperatorError(
      'master-key-unusable',
      `${path} cannot be read or written. Check its owner, its rights and the disk.`,
      { path },
      cause,
    );
  }
  throw new OperatorError(
    'master-key-unusable',
    `${path} is missing or damaged, and without it no customer of this database can be read. Put back the copy that was kept apart from the backups.`,
    { path },
  );
}
