import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const bin = join(import.meta.dirname, '../../electron/cli/bin.mjs');
const folder = mkdtempSync(join(tmpdir(), 'prevenance-tls-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Seven processes one after the other, each of which reads the whole program. */
const SEVEN_STARTS_MS = 120_000;

const env = { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined };
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8', env });
  return { status, said: stdout + stderr };
};
const start = (...args: string[]) => run('start', '--headless', '--radio', 'none', '--port', '0', ...args);
const config = (name: string, settings: object) => {
  writeFileSync(join(folder, name), JSON.stringify(settings));
  return name;
};

describe('prevenance tls', () => {
  test(
    'init, show and renew say fingerprints and days, and init twice changes nothing',
    () => {
      expect(run('tls', 'init', '--data', 'shop').said).toMatch(/Say what phones will type/);
      expect(run('tls', 'init', '--data', 'shop', '--name', '*.store.lan').said).toMatch(
        /--name \*\.store\.lan: a name is written/,
      );
      expect(run('tls', 'show', '--data', 'shop').said).toMatch(/Authority: none/);
      const made = run('tls', 'init', '--data', 'shop', '--name', 'Kiosk1.store.lan', '--ip', '127.0.0.1');
      expect(made).toMatchObject({
        status: 0,
        said: expect.stringMatching(/Made an authority[\s\S]*kiosk1\.store\.lan, 127\.0\.0\.1/),
      });
      expect(run('tls', 'init', '--data', 'shop', '--name', 'kiosk1.store.lan', '--ip', '127.0.0.1').said).toMatch(
        /nothing was changed/,
      );
      const before = run('tls', 'show', '--data', 'shop').said;
      expect(before).toMatch(/expires {6}\d{4}-\d\d-\d\d \(396 days\)\n {2}fingerprint {2}([0-9A-F]{2}:){31}/);
      expect(run('tls', 'renew', '--data', 'shop').status).toBe(0);
      const [authority, station] = before.split('Station');
      const after = run('tls', 'show', '--data', 'shop').said;
      expect(after).toContain(authority);
      expect(after).not.toContain(station);
    },
    SEVEN_STARTS_MS,
  );

  test.each([[['tls', '--help']], [['tls', 'init', '--help']], [['tls', 'hand-out', '--help']]])('%o explains itself', (args) => {
    expect(run(...args)).toMatchObject({ status: 0, said: expect.stringMatching(/Usage: prevenance tls/) });
  });
});

describe('a station that cannot serve the network says why and what to do', () => {
  beforeAll(() => {
    run('tls', 'init', '--data', 'shop', '--name', 'kiosk1.store.lan', '--ip', '127.0.0.1');
  });

  test('without a certificate', () => {
    const { status, said } = start('--data', 'bare', '--listen', '127.0.0.1:0');
    expect(status).toBe(1);
    expect(said).toMatch(/needs a certificate.*tls init --name NAME --data bare.*--insecure-http-on-the-lan/);
    expect(said).not.toMatch(/at .*\.ts:\d+/);
  });

  test('with a certificate and no address, or with a certificate and without encryption', () => {
    const tls = { certificate: 'shop/tls/station.pem', key: 'shop/tls/station.key' };
    expect(start('--data', 'bare', '--config', config('a.json', { tls })).said).toMatch(/say in "listen"/);
    const both = config('b.json', { tls, listen: { host: '127.0.0.1', port: 0 } });
    expect(start('--data', 'bare', '--config', both, '--insecure-http-on-the-lan').said).toMatch(/Leave one of them out/);
    const stored = config('c.json', { insecureHttpOnTheLan: true });
    expect(start('--data', 'bare', '--config', stored).said).toMatch(/typed at each start/);
  });

  test('at an address it does not have, or a name it cannot prove', () => {
    expect(start('--data', 'shop', '--listen', '192.0.2.77').said).toMatch(/does not have the address 192\.0\.2\.77/);
    expect(start('--data', 'shop', '--listen', 'everywhere').said).toMatch(/"listen\.host": an address is written like/);
    const other = config('d.json', { listen: { host: '127.0.0.1', port: 0, names: ['hub.store.lan'] } });
    expect(start('--data', 'shop', '--config', other).said).toMatch(/is not for hub\.store\.lan; it is for DNS:kiosk1/);
  });

  test('on a port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    // The spawn below blocks this process, which the kernel's listening queue does not mind.
    expect(start('--data', 'shop', '--listen', `127.0.0.1:${port}`).said).toMatch(
      new RegExp(`Port ${port} is already in use.*"listen"`),
    );
    taken.close();
  });
});

test('the flag for no encryption works, and the terminal says what it means', async () => {
  const child = spawn(
    process.execPath,
    [
      bin,
      'start',
      '--headless',
      '--radio',
      'none',
      '--port',
      '0',
      '--data',
      'open',
      '--listen',
      '127.0.0.1:0',
      '--insecure-http-on-the-lan',
    ],
    { cwd: folder, env },
  );
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await expect.poll(() => said, { timeout: 15_000 }).toMatch(/NOT ENCRYPTED: everybody on this network/);
  expect(said).toMatch(/Network {3}http:\/\/127\.0\.0\.1:\d+\/staff/);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
});

test('doctor tells how long the certificates last, and which key others may read', () => {
  const tls = (...args: string[]) => {
    const { said } = run('doctor', '--json', ...args);
    const { findings } = JSON.parse(said) as { findings: { what: string; state: string; detail: string }[] };
    return findings.find(({ what }) => what === 'TLS');
  };
  const listen = config('e.json', { listen: { host: '127.0.0.1' } });
  expect(tls('--data', 'bare')).toMatchObject({ state: 'ok', detail: expect.stringMatching(/not needed/) });
  expect(tls('--data', 'bare', '--config', listen)).toMatchObject({
    state: 'failed',
    detail: expect.stringMatching(/does not exist.*tls init/),
  });
  expect(tls('--data', 'shop', '--config', listen)).toMatchObject({
    state: 'ok',
    detail: expect.stringMatching(/^kiosk1\.store\.lan, 127\.0\.0\.1: 39\d days left; the store's authority: 182\d days$/),
  });
  chmodSync(join(folder, 'shop/tls/station.key'), 0o644);
  expect(tls('--data', 'shop', '--config', listen)).toMatchObject({
    state: 'failed',
    detail: expect.stringMatching(/chmod 600/),
  });
});
