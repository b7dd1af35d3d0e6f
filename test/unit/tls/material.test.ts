import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Issued, issueLeaf, newAuthority } from '../../../electron/tls/issue.ts';
import { readMaterial } from '../../../electron/tls/material.ts';
import type { Names } from '../../../electron/tls/names.ts';
import { OperatorError } from '../../../shared/errors.ts';
import { epochMs } from '../../../shared/units.ts';

const now = epochMs(Date.now());
const DAY = 86_400_000;
const names: Names = { dns: ['kiosk1.store.lan'], ip: ['192.168.1.5', 'fd00::5'] };
const none: Names = { dns: [], ip: [] };

const folder = mkdtempSync(join(tmpdir(), 'prevenance-material-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

let leaf: Issued;
let authority: Issued;
beforeAll(async () => {
  authority = await newAuthority(names, now);
  leaf = await issueLeaf(authority, names, now);
});

/** The code and the message of what reading refuses. */
function refused(certificate: string, key: string, wanted: Names, at = now): string {
  try {
    readMaterial({ certificate, key }, wanted, at);
    return 'read';
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    return `${error.code}: ${error.message}`;
  }
}

test('a certificate and its key are read with all there is to know', () => {
  const paths = { certificate: file('a.pem', leaf.certificate + authority.certificate), key: file('a.key', leaf.key) };
  expect(readMaterial(paths, none, now)).toMatchObject({ names, fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}/) });
  expect(readMaterial(paths, { dns: ['kiosk1.store.lan'], ip: ['fd00::5'] }, now).names).toEqual({
    dns: ['kiosk1.store.lan'],
    ip: ['fd00::5'],
  });
});

test('what cannot be used is refused with what to do', () => {
  const certificate = file('b.pem', leaf.certificate);
  const key = file('b.key', leaf.key);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const locked = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString();
  const other = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

  expect(refused(join(folder, 'none.pem'), key, none)).toMatch(/^tls-missing: .*none\.pem does not exist.*tls init/);
  expect(refused(certificate, join(folder, 'none.key'), none)).toMatch(/^tls-missing: The key .*none\.key/);
  expect(refused(folder, key, none)).toMatch(/^tls-unreadable: .*EISDIR/);
  expect(refused(file('c.pem', 'hello'), key, none)).toMatch(/^tls-certificate-invalid/);
  expect(refused(certificate, file('c.key', 'hello'), none)).toMatch(/^tls-key-invalid/);
  expect(refused(certificate, file('locked.key', locked), none)).toMatch(/^tls-key-encrypted: .*passphrase.*openssl pkey/);
  expect(refused(certificate, file('other.key', other), none)).toMatch(/^tls-key-mismatch/);
  expect(refused(file('turned.pem', authority.certificate + leaf.certificate), key, none)).toMatch(/^tls-key-mismatch: .*first/);
  expect(refused(certificate, key, { dns: ['kiosk2.store.lan'], ip: ['10.0.0.1'] })).toMatch(
    /^tls-name-missing: .*not for kiosk2\.store\.lan, 10\.0\.0\.1; it is for DNS:kiosk1\.store\.lan/,
  );
  expect(refused(certificate, key, none, epochMs(now + 397 * DAY))).toMatch(/^tls-expired: .*expired on \d{4}-\d\d-\d\d/);
  expect(refused(certificate, key, none, epochMs(now + 396 * DAY))).toBe('read');
});
