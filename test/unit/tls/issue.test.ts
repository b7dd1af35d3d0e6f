import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { constraintsOf, type Issued, issueLeaf, newAuthority } from '../../../electron/tls/issue.ts';
import { namesIn } from '../../../electron/tls/material.ts';
import { epochMs } from '../../../shared/units.ts';
import { openssl, run } from './openssl.ts';

const now = epochMs(Date.now());
const DAY = 86_400_000;
const named = { dns: ['kiosk1.store.lan'], ip: [] };
const addressed = { dns: ['kiosk1.store.lan', 'hub.store.lan'], ip: ['192.168.1.5', 'fd00::5'] };

const folder = mkdtempSync(join(tmpdir(), 'prevenance-issue-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

let authorities: { named: Issued; addressed: Issued };
beforeAll(async () => {
  authorities = { named: await newAuthority(named, now), addressed: await newAuthority(addressed, now) };
});

const days = (certificate: X509Certificate): number => (certificate.validToDate.getTime() - now) / DAY;

test('an authority is for five years, for itself, and remembers its limits', () => {
  const certificate = new X509Certificate(authorities.addressed.certificate);
  expect(certificate.ca).toBe(true);
  expect(certificate.checkIssued(certificate)).toBe(true);
  expect(days(certificate)).toBeCloseTo(5 * 365, 0);
  expect(constraintsOf(authorities.addressed.certificate)).toEqual(addressed);
  expect(constraintsOf(authorities.named.certificate)).toEqual(named);
});

test('a leaf is for the names asked for, less than 398 days, with a key of its own each time', async () => {
  const { certificate, key } = await issueLeaf(authorities.addressed, addressed, now);
  const leaf = new X509Certificate(certificate);
  expect(namesIn(leaf)).toEqual(addressed);
  expect(leaf.ca).toBe(false);
  expect((leaf.validToDate.getTime() - leaf.validFromDate.getTime()) / DAY).toBeLessThan(398);
  expect(leaf.verify(new X509Certificate(authorities.addressed.certificate).publicKey)).toBe(true);
  expect((await issueLeaf(authorities.addressed, addressed, now)).key).not.toBe(key);
});

test('a leaf does not outlive its authority', async () => {
  const late = epochMs(now + 5 * 365 * DAY - 10 * DAY);
  const { certificate } = await issueLeaf(authorities.named, named, late);
  expect(new X509Certificate(certificate).validToDate).toEqual(new X509Certificate(authorities.named.certificate).validToDate);
});

describe.runIf(openssl)('openssl verifies', () => {
  test.each([
    ['its own name', 'named', named, 'OK'],
    ['names and addresses', 'addressed', addressed, 'OK'],
    ['another name', 'named', { dns: ['www.bank.example'], ip: [] }, 'permitted subtree violation'],
    ['a name that only ends alike', 'named', { dns: ['evilkiosk1.store.lan'], ip: [] }, 'permitted subtree violation'],
    ['the whole domain', 'named', { dns: ['store.lan'], ip: [] }, 'permitted subtree violation'],
    ['an address where none is allowed', 'named', { dns: ['kiosk1.store.lan'], ip: ['8.8.8.8'] }, 'excluded subtree violation'],
    ['IPv6 where none is allowed', 'named', { dns: ['kiosk1.store.lan'], ip: ['2001:db8::1'] }, 'excluded subtree violation'],
    ['another address', 'addressed', { dns: ['hub.store.lan'], ip: ['192.168.1.6'] }, 'permitted subtree violation'],
  ] as const)('%s of the authority for %s', async (what, which, names, verdict) => {
    const ca = file(`${which}.pem`, authorities[which].certificate);
    const leaf = file('leaf.pem', (await issueLeaf(authorities[which], names, now)).certificate);
    const { ok, said } = run('verify', '-x509_strict', '-purpose', 'sslserver', '-CAfile', ca, leaf);
    expect(said).toContain(verdict);
    expect(ok, what).toBe(verdict === 'OK');
  });

  test('that the leaf is no authority, and that the authority is for servers only', async () => {
    const leaf = await issueLeaf(authorities.named, named, now);
    const below = await issueLeaf(leaf, named, now);
    const chain = ['-CAfile', file('ca.pem', authorities.named.certificate)];
    const { ok } = run(
      'verify',
      ...chain,
      '-untrusted',
      file('leaf.pem', leaf.certificate),
      file('below.pem', below.certificate),
    );
    expect(ok).toBe(false);
    expect(run('verify', ...chain, '-purpose', 'smimesign', file('leaf.pem', leaf.certificate)).ok).toBe(false);
    expect(run('x509', '-in', file('ca.pem', authorities.named.certificate), '-noout', '-text').said).toMatch(
      /Name Constraints: critical[\s\S]*CA:TRUE, pathlen:0|CA:TRUE, pathlen:0[\s\S]*Name Constraints: critical/,
    );
  });
});
