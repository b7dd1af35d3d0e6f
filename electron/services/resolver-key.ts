import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KeyPair, keyPairOf, newKeyPair } from '../../devices/beacons/eid-registration.ts';
import { OperatorError } from '../../shared/errors.ts';

/**
 * The store's half of every Eddystone-EID registration. Made when it is first needed; it lies beside the database, not in it, and losing
 * it costs no registration that was made: only new ones agree on other keys.
 */
export function readResolverKey(folder: string): KeyPair {
  const path = join(folder, 'resolver.key');
  try {
    if (!existsSync(path)) writeFileSync(path, newKeyPair().privateKey, { mode: 0o600, flag: 'wx' });
    chmodSync(path, 0o600);
    const bytes = readFileSync(path);
    if (bytes.length === 32) return keyPairOf(Uint8Array.from(bytes));
  } catch (cause) {
    throw new OperatorError(
      'resolver-key-unusable',
      `${path} cannot be read or written. Check its owner, its rights and the disk.`,
      { path },
      cause,
    );
  }
  throw new OperatorError('resolver-key-unusable', `${path} is damaged. Remove it; beacons that are registered keep working.`, {
    path,
  });
}
