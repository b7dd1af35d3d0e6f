import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../electron/store/database.ts';

const bin = fileURLToPath(new URL('../../electron/cli/bin.mjs', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prevenance-doctor-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Finding {
  readonly what: string;
  readonly state: string;
  readonly detail: string;
}

function database(data: string, env: NodeJS.ProcessEnv = {}): Finding & { status: number | null } {
  const { stdout, status } = spawnSync(process.execPath, [bin, 'doctor', '--json', '--data', data], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  const { findings } = JSON.parse(stdout) as { findings: Finding[] };
  return { ...findings.find(({ what }) => what === 'database')!, status };
}

test('a folder that is yet to be made, and a database of ours, are in order', () => {
  expect(database(join(folder, 'yet', 'to', 'be'))).toMatchObject({ state: 'ok', status: 0 });
  openDatabase(join(folder, 'store.db')).close();
  expect(database(folder)).toMatchObject({ state: 'ok', status: 0 });
});

test('no folder for temporary files is not a reason to fall over', () => {
  expect(database(folder, { TMPDIR: join(folder, 'nowhere') })).toMatchObject({ state: 'ok', status: 0 });
});

test('what the station would refuse is failed here too', () => {
  writeFileSync(join(folder, 'file'), 'a file');
  expect(database(join(folder, 'file', 'data'))).toMatchObject({ state: 'failed', status: 1 });

  const damaged = join(folder, 'damaged');
  mkdirSync(damaged);
  writeFileSync(join(damaged, 'store.db'), 'no database'.repeat(50));
  expect(database(damaged)).toMatchObject({ state: 'failed', status: 1 });

  const newer = join(folder, 'newer');
  openDatabase(join(newer, 'store.db')).close();
  const db = new Sqlite(join(newer, 'store.db'));
  db.pragma('user_version = 4000');
  db.close();
  expect(database(newer)).toMatchObject({ state: 'failed', status: 1, detail: expect.stringContaining('schema 4000') });
});
