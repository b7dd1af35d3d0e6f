import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../../shared/errors.ts';
import { systemClock } from '../clock.ts';
import { lockData } from '../data-lock.ts';
import { openLog } from '../log.ts';
import { ConsentService } from '../services/consent.ts';
import { maxImportBytes } from '../services/import/csv.ts';
import { FileImport } from '../services/import-files.ts';
import { StoreHours } from '../services/store-hours.ts';
import { openDatabase } from '../store/database.ts';
import { openStore } from '../store/index.ts';

function readFile(path: string): Uint8Array {
  try {
    if (statSync(path).size > maxImportBytes) {
      throw new OperatorError('file-too-large', `${path} is larger than 20 MB: split it into several files.`, { path });
    }
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof OperatorError) throw cause;
    throw new OperatorError('file-unreadable', `${path} cannot be read: ${(cause as Error).message}`, { path }, cause);
  }
}

/** `prevenance import KIND FILE`: works on a data folder whose station is stopped; a running one takes files on its manager page. */
export async function importFile(kind: string, path: string, options: { data?: string }): Promise<void> {
  if (kind !== 'products' && kind !== 'purchases')
    throw new OperatorError('bad-kind', `"${kind}" cannot be imported: choose products or purchases.`);
  const bytes = readFile(path);
  const folder = options.data ?? 'data';
  const lock = lockData(folder);
  const db = openDatabase(join(folder, 'store.db'));
  try {
    const store = openStore(db);
    const context = { clock: systemClock, store, kioskId: 'import', newId: randomUUID, changed: () => {}, log: openLog(folder) };
    const hours = new StoreHours(systemClock, store);
    // What is bought together is counted when the station starts.
    const files = new FileImport(
      context,
      new ConsentService(context),
      () => hours.date(),
      () => {},
    );
    const report = await files[kind](bytes);
    for (const { line, column, problem } of report.errors)
      console.error(`${path}:${line}${column === null ? '' : ` ${column}`}: ${problem}`);
    if (report.refused > report.errors.length) console.error(`… and ${report.refused - report.errors.length} more`);
    console.log(`${report.imported} of ${report.rows} rows imported (${report.encoding}), ${report.refused} refused.`);
    if (report.imported === 0 && report.errors.length > 0) process.exitCode = 1;
  } finally {
    db.close();
    lock.release();
  }
}
