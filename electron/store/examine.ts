import { InternalError } from '../../shared/errors.ts';
import { consentStore } from './consents.ts';
import { inspect } from './database.ts';
import { openReadOnly } from './read-only.ts';

/**
 * Looks through a database without changing it: whether it is ours, sound, and its consent ledger unbroken.
 * @returns what is wrong, or null
 * @throws OperatorError for a file that a station would refuse
 */
export function examine(path: string): string | null {
  inspect(path);
  const db = openReadOnly(path);
  try {
    const verdict = String(db.pragma('quick_check', { simple: true }));
    if (verdict !== 'ok') return verdict;
    const ledger = consentStore(db).verify();
    return ledger.ok ? null : `the consent ledger is broken at event ${ledger.badSeq} (${ledger.problem})`;
  } catch (error) {
    if (error instanceof InternalError) return `the consent ledger holds a record that cannot be read (${error.message})`;
    throw error;
  } finally {
    db.close();
  }
}
