import type { Database } from './database.ts';
import type { Keyring } from './keyring.ts';

/** Functions that migrations call: the keys are ours to hold, never SQLite's. */
export function addSealingFunctions(db: Database, keys: Keyring): void {
  const text = (value: unknown) => String(value);
  db.function('blind', { deterministic: true }, (what, value) => keys.blind(what as 'beacon', text(value)));
  db.function('new_key', (owner) => keys.newKey(text(owner)));
  db.function('seal', (key, owner, value) => keys.seal(key as Uint8Array, text(owner), text(value)));
}
