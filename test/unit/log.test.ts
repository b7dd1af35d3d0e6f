import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from '../../electron/log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prevenance-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('personal fields are not logged, wherever they stand', () => {
  const person = { name: 'Zéphirine', beacon: 'ibeacon:1', pin: '1234', query: 'caviar', cookie: 'c00kie', secret: 's3cret' };
  const log = openLog(folder);
  log.warn(person, 'at the top');
  log.error({ a: person, b: { c: person }, code: 'kept' }, 'below');
  const text = readFileSync(join(folder, 'station.log'), 'utf8');
  expect(text).not.toMatch(/Zéphirine|ibeacon|1234|caviar|c00kie|s3cret/);
  expect(text).toMatch(/"code":"kept"/);
  expect(text.trim().split('\n')).toHaveLength(2);
});

test('is for its owner only', () => {
  openLog(folder).info({}, 'x');
  expect(statSync(join(folder, 'station.log')).mode & 0o077).toBe(0);
});

test('a full disk loses lines and stops nothing', () => {
  // Linux answers every write to this device as a full disk does.
  symlinkSync('/dev/full', join(folder, 'station.log'));
  const log = openLog(folder);
  for (let i = 0; i < 3; i += 1) expect(() => log.error({}, 'no room for this')).not.toThrow();
});
