import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { printer } from '../../electron/cli/doctor-printer.ts';
import { openDatabase } from '../../electron/store/database.ts';
import { settingStore } from '../../electron/store/settings.ts';
import type { PrinterConnection } from '../../shared/contract/index.ts';
import { epochMs } from '../../shared/units.ts';
import { VirtualPrinter } from '../support/virtual-printer.ts';

/** What the doctor says of the slip printer: it asks, and prints nothing. */

let folder: string;
let virtual: VirtualPrinter;
let port: number;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prevenance-doctor-printer-'));
  virtual = new VirtualPrinter({ speaks: true });
  port = await virtual.start();
});
afterEach(async () => {
  await virtual.stop();
  rmSync(folder, { recursive: true, force: true });
});

function setUp(connection: PrinterConnection): void {
  const db = openDatabase(join(folder, 'store.db'));
  settingStore(db).write('printer', { connection, codepage: 'auto', paperMm: 80, cut: true }, 'manager', epochMs(0));
  db.close();
}

test('without one, and before there is a database, that none is set up', async () => {
  const none = { state: 'ok', detail: expect.stringContaining('none set up') };
  expect(await printer(folder)).toMatchObject(none);
  setUp({ kind: 'none' });
  expect(await printer(folder)).toMatchObject(none);
  writeFileSync(join(folder, 'store.db'), 'no database'.repeat(50));
  expect(await printer(folder)).toMatchObject(none);
});

test('that it is ready, that its paper is out, and that it is not reachable, with what to do', async () => {
  setUp({ kind: 'network', host: '127.0.0.1', port });
  expect(await printer(folder)).toMatchObject({ state: 'ok', detail: `127.0.0.1:${port}: reachable, and says that it is ready` });
  virtual.manners.paper = 'out';
  expect(await printer(folder)).toMatchObject({ state: 'failed', needed: false, remedy: 'Put in a new roll.' });
  await virtual.stop();
  expect(await printer(folder)).toMatchObject({
    state: 'failed',
    detail: `127.0.0.1:${port}: not reachable`,
    remedy: expect.stringContaining('power'),
  });
  expect(virtual.paper).toBe('');
});

test('that it lies outside the store, or that its device is not there', async () => {
  setUp({ kind: 'network', host: '8.8.8.8', port: 9100 });
  expect(await printer(folder)).toMatchObject({ state: 'failed', detail: expect.stringContaining('outside') });
  setUp({ kind: 'device', path: '/dev/usb/lp99' });
  expect(await printer(folder)).toMatchObject({ state: 'failed', detail: '/dev/usb/lp99: not reachable' });
});
