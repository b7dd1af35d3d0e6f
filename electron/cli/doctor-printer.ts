import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PrinterSettings, PrintResult } from '../../shared/contract/index.ts';
import { printerAt } from '../printing/printer.ts';
import { openReadOnly } from '../store/read-only.ts';
import { settingStore } from '../store/settings.ts';
import { type Finding, found } from './finding.ts';

const WHAT = 'slip printer';

/** What is wrong with a printer that was asked, and what to do about it. */
const troubles: Readonly<Partial<Record<PrintResult, readonly [detail: string, remedy: string]>>> = {
  unreachable: ['not reachable', 'Check its power, its cable, and the address on the manager page under "Slip printer".'],
  'not-here': ["outside the store's own network: no slip goes there", 'Give its address in the store, such as 192.168.1.40.'],
  'not-allowed': ['the system does not let this user write to it', "Add the station's user to the group lp, and log in again."],
  'not-a-printer': ['something else is at this place', 'Correct the device on the manager page under "Slip printer".'],
  offline: ['reachable, but off line', 'Check its buttons and its lamp.'],
  'cover-open': ['reachable, but its cover is open', 'Close it.'],
  'paper-out': ['reachable, but its paper is out', 'Put in a new roll.'],
  faulty: ['reachable, but it reports a fault', 'Switch it off and on.'],
};

/** Asks the printer that the manager named how it stands. Nothing is printed. */
export async function printer(folder: string): Promise<Finding> {
  const connection = configured(folder);
  const at = connection === null ? null : printerAt(connection);
  if (connection === null || at === null)
    return found(WHAT, 'ok', false, 'none set up: no screen shows a button for slips. The manager page has "Slip printer"');
  const place =
    connection.kind === 'network' ? `${connection.host}:${connection.port}` : 'path' in connection ? connection.path : '';
  const result = await at.look(new AbortController().signal);
  const trouble = troubles[result];
  if (trouble !== undefined) return found(WHAT, 'failed', false, `${place}: ${trouble[0]}`, trouble[1]);
  return result === 'printed'
    ? found(WHAT, 'ok', false, `${place}: reachable, and says that it is ready`)
    : found(WHAT, 'ok', false, `${place}: reachable; it says nothing of itself, so only "prevenance printer test" shows more`);
}

/** The printer's place; null without one, and where the database cannot be read: the doctor says so in a line of its own. */
function configured(folder: string): PrinterSettings['connection'] | null {
  const path = join(folder, 'store.db');
  if (!existsSync(path)) return null;
  try {
    const db = openReadOnly(path);
    try {
      return settingStore(db).read('printer')?.connection ?? null;
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}
