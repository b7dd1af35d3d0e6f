import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { initTls, readAuthority, renewTls, tlsFolder } from '../../../electron/tls/folder.ts';
import { TlsKeeper } from '../../../electron/tls/keeper.ts';
import { type Names, plainIp } from '../../../electron/tls/names.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const DAY = 86_400_000;
const names: Names = { dns: ['kiosk1.store.lan'], ip: ['fd00::5'] };

let data: string;
let clock: VirtualClock;
let said: string[];
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'prevenance-keeper-'));
  clock = new VirtualClock();
  said = [];
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const log = {
  info: (_context: object, message: string) => said.push(`info ${message}`),
  warn: (_context: object, message: string) => said.push(`warn ${message}`),
};
const open = (own: string | null = data) =>
  TlsKeeper.open({ clock, paths: tlsFolder(data), wanted: { dns: [], ip: [] }, own, log });

describe('the folder', () => {
  test('is made once, for its owner only', async () => {
    expect(await initTls(data, names, clock.wall())).toBe('made');
    const before = Object.values(tlsFolder(data)).map((path) => readFileSync(path, 'utf8'));
    for (const path of Object.values(tlsFolder(data))) expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(data, 'tls')).mode & 0o777).toBe(0o700);
    expect(await initTls(data, names, clock.wall())).toBe('unchanged');
    expect(Object.values(tlsFolder(data)).map((path) => readFileSync(path, 'utf8'))).toEqual(before);
  });

  test('never vouches for more than devices agreed to, without a new authority', async () => {
    await initTls(data, names, clock.wall());
    const { fingerprint } = readAuthority(data)!;
    await expect(initTls(data, { dns: ['kiosk2.store.lan'], ip: [] }, clock.wall())).rejects.toThrow(/only, not for kiosk2/);
    await expect(initTls(data, { dns: ['evilkiosk1.store.lan'], ip: [] }, clock.wall())).rejects.toThrow(/only, not for evil/);
    expect(await initTls(data, { dns: ['kiosk1.store.lan'], ip: [] }, clock.wall())).toBe('reissued');
    expect(readAuthority(data)?.fingerprint).toBe(fingerprint);
    expect(await initTls(data, { dns: ['kiosk2.store.lan'], ip: [] }, clock.wall(), { newAuthority: true })).toBe('made');
    expect(readAuthority(data)?.fingerprint).not.toBe(fingerprint);
  });

  test('says what is missing', async () => {
    await expect(renewTls(data, clock.wall())).rejects.toThrow(/no store certificate.*tls init/);
    await initTls(data, names, clock.wall());
    rmSync(tlsFolder(data).authorityKey);
    await expect(renewTls(data, clock.wall())).rejects.toThrow(/store-ca\.key.*Restore it from a backup/);
  });
});

describe('time goes by', () => {
  test('its own certificate is renewed 30 days early, and the authority is alarmed before its end', async () => {
    await initTls(data, names, clock.wall());
    const keeper = await open();
    const first = keeper.material;
    clock.jump(366 * DAY);
    await keeper.check();
    expect(keeper.material.fingerprint).toBe(first.fingerprint);
    clock.jump(2 * DAY);
    await keeper.check();
    expect(keeper.material.fingerprint).not.toBe(first.fingerprint);
    expect(keeper.material.expiresAt - clock.wall()).toBe(397 * DAY);
    expect(said).toEqual(['info a new certificate is served']);

    clock.jump(5 * 365 * DAY - 368 * DAY - 20 * DAY);
    await keeper.check();
    expect(keeper.material.expiresAt).toBe(readAuthority(data)?.expiresAt);
    await keeper.check();
    expect(said.filter((line) => /expires soon/.test(line))).toHaveLength(1);
  });

  test('a station that slept through the renewal renews when it starts', async () => {
    await initTls(data, names, clock.wall());
    clock.jump(500 * DAY);
    expect((await open()).material.expiresAt - clock.wall()).toBe(397 * DAY);
  });

  test("somebody else's certificate is left alone, and refused when it has expired", async () => {
    await initTls(data, names, clock.wall());
    const keeper = await open(null);
    const { fingerprint } = keeper.material;
    clock.jump(380 * DAY);
    await keeper.check();
    expect(keeper.material.fingerprint).toBe(fingerprint);
    expect(said).toEqual([expect.stringMatching(/expires soon/)]);
    clock.jump(20 * DAY);
    await expect(open(null)).rejects.toThrow(/expired on/);
  });
});

test('half a replacement is said once; the whole one is taken over', async () => {
  await initTls(data, names, clock.wall());
  const keeper = await open(null);
  const { fingerprint } = keeper.material;
  const { key, certificate } = tlsFolder(data);
  const [oldKey, oldCertificate] = [readFileSync(key), readFileSync(certificate)];
  await renewTls(data, clock.wall());
  const next = readFileSync(certificate);
  writeFileSync(certificate, oldCertificate);
  await keeper.check();
  await keeper.check();
  expect(keeper.problem).toBe('tls-key-mismatch');
  expect(said).toHaveLength(1);
  expect(keeper.material.fingerprint).toBe(fingerprint);
  writeFileSync(certificate, next);
  await keeper.check();
  expect(keeper.problem).toBeNull();
  expect(keeper.material.fingerprint).not.toBe(fingerprint);
  expect(oldKey).not.toEqual(readFileSync(key));
});

test.each([
  ['FD00:0:0:0:0:0:0:5', 'fd00::5'],
  ['fd00::5', 'fd00::5'],
  ['192.168.1.5', '192.168.1.5'],
])('the address %s is written %s', (given, plain) => {
  expect(plainIp(given)).toBe(plain);
});
