import { X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect as connectTcp } from 'node:net';
import { connect } from 'node:tls';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../../electron/server/pages.ts';
import { initTls, readAuthority, renewTls, tlsFolder } from '../../electron/tls/folder.ts';
import { NetworkStanding, type RouteName, routes } from '../../shared/contract/index.ts';
import { TestStation } from '../support/station.ts';
import { send, stream } from '../support/tls.ts';

/** The station on the store's network, with real TLS on loopback. */

const names = { dns: ['kiosk1.store.lan'], ip: ['127.0.0.1'] };

const page = (text: string): Page => ({ type: 'text/html', body: Buffer.from(text), gzip: null, immutable: false });
const pages = new Map(
  ['/kiosk', '/kiosk.html', '/staff', '/staff.html', '/manager', '/assets/a.js'].map((path) => [path, page(path)]),
);

let house: TestStation;
let ca: string;
let lan: string;

beforeAll(async () => {
  house = await TestStation.start({
    config: { listen: { host: '127.0.0.1', port: 0, handOutPort: 0 } },
    pages,
    prepare: (test) => {
      // Certificates are judged by the machine's own clock, on both ends.
      test.clock.jump(Date.now() - test.clock.wall());
      return initTls(test.folder, names, test.clock.wall());
    },
  });
  ca = readAuthority(house.folder)?.pem ?? '';
  lan = house.station.lan[0] ?? '';
});
afterAll(() => house.remove());

const cookieOf = async (name: string, body: object): Promise<string> => {
  const { headers } = await send(lan, `/api/${name}`, { ca, body });
  return headers['set-cookie']?.[0] ?? '';
};
const first = (cookie: string): string => cookie.split(';')[0] ?? '';
const asManager = async () => first(await cookieOf('auth/manager-login', { password: 'demo-manager' }));

describe('who trusts the authority', () => {
  test('reaches the staff page by name and by address', async () => {
    expect(house.station.lan).toHaveLength(2);
    for (const origin of house.station.lan) {
      expect(await send(origin, '/staff', { ca, method: 'GET' })).toMatchObject({ status: 200, body: '/staff' });
    }
    expect((await send(lan, '/', { ca, method: 'GET' })).headers.location).toBe('/staff');
  });

  test('and nobody else gets through the handshake', async () => {
    await expect(send(lan, '/staff', { method: 'GET' })).rejects.toThrow(/certificate|self.signed/i);
    const other = lan.replace('kiosk1.store.lan', 'kiosk2.store.lan');
    await expect(send(other, '/staff', { ca, method: 'GET' })).rejects.toThrow(/altnames/i);
  });

  test('plain HTTP gets no answer on that port', async () => {
    await expect(send(lan.replace('https:', 'http:'), '/staff', { method: 'GET' })).rejects.toThrow();
  });

  test.each(['TLSv1', 'TLSv1.1'] as const)('%s is refused', async (version) => {
    const outcome = await new Promise<string>((settle) => {
      const socket = connect(
        {
          port: Number(new URL(lan).port),
          host: '127.0.0.1',
          ca,
          servername: names.dns[0],
          minVersion: version,
          maxVersion: version,
          ciphers: 'DEFAULT@SECLEVEL=0',
        },
        () => settle('connected'),
      );
      socket.on('error', () => settle('refused'));
    });
    expect(outcome).toBe('refused');
  });
});

describe('what is asked of the network side', () => {
  test.each([
    ['another name', { host: 'evil.example' }, 403],
    ['the name without the port', { host: 'kiosk1.store.lan' }, 403],
    ['this machine', { host: '127.0.0.1:7410' }, 403],
    ['a foreign page', { origin: 'https://evil.example' }, 403],
    ['a page of the same name without TLS', { origin: 'http://kiosk1.store.lan' }, 403],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['nothing odd', {}, 200],
  ])('%s: %o', async (_what, headers, status) => {
    expect((await send(lan, '/api/auth/doors', { ca, headers })).status).toBe(status);
  });

  test('its cookies belong to this host and to TLS', async () => {
    const cookie = await cookieOf('auth/manager-login', { password: 'demo-manager' });
    expect(cookie).toMatch(/^__Host-prevenance-manager=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
    const plain = first(cookie).replace('__Host-', '');
    expect((await send(lan, '/api/manager/store', { ca, headers: { cookie: plain } })).status).toBe(401);
    expect((await send(lan, '/api/manager/store', { ca, headers: { cookie: first(cookie) } })).status).toBe(200);
  });

  test('no answer binds a browser to HTTPS for ever', async () => {
    const { headers } = await send(lan, '/staff', { ca, method: 'GET' });
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });
});

/** Every way to look like this machine's own screen. */
const disguises = () => ({
  secret: { 'x-prevenance-kiosk': house.station.secret },
  forwarded: { 'x-forwarded-for': '127.0.0.1', forwarded: 'for=127.0.0.1;host=127.0.0.1', 'x-real-ip': '::1' },
  host: { host: `127.0.0.1:${new URL(house.station.origin).port}` },
  localhost: { host: `localhost:${new URL(lan).port}`, 'x-forwarded-host': '127.0.0.1' },
});

describe.each(Object.keys(routes) as RouteName[])('%s on the network', (name) => {
  const mine = ['kiosk', 'operator'].includes(routes[name].role);
  test(mine ? 'does not exist, in no disguise' : 'is there', async () => {
    for (const origin of house.station.lan) {
      for (const headers of [{}, ...Object.values(disguises())]) {
        const { status } = await send(origin, `/api/${name}`, { ca, headers, body: { no: 'such key' } });
        if (mine) expect([403, 404]).toContain(status);
        else if (!('host' in headers)) expect(status).toBe(routes[name].role === 'anyone' ? 422 : 401);
      }
    }
  });
});

test.each(['/kiosk', '/kiosk.html', '/api/events/kiosk', '/api/health', '/metrics', '/%6biosk', '//kiosk', '/assets/../kiosk'])(
  '%s is not on the network',
  async (path) => {
    for (const headers of [{}, disguises().secret, disguises().forwarded]) {
      expect((await send(lan, path, { ca, method: 'GET', headers })).status).toBe(404);
    }
  },
);

test('the kiosk is where it was, and a proxy before it is nobody', async () => {
  const { origin } = house.station;
  expect((await send(origin, '/kiosk', { method: 'GET' })).status).toBe(200);
  expect((await send(origin, '/api/kiosk/touch')).status).not.toBe(401);
  expect((await send(origin, '/api/events/kiosk', { method: 'GET', headers: { 'x-forwarded-for': '192.168.1.9' } })).status).toBe(
    401,
  );
});

test('a new certificate is served at once, and streams that are open stay open', async () => {
  const cookie = await asManager();
  const open = await stream(lan, '/api/events/manager', { ca, headers: { cookie } });
  expect(await standing(cookie)).toMatchObject({
    mode: 'secure',
    renewsItself: true,
    troubles: [],
    certificate: { fingerprint: open.certificate, daysLeft: 396 },
  });

  await renewTls(house.folder, house.clock.wall());
  house.clock.advance(30_000);
  await expect.poll(() => served(lan)).not.toBe(open.certificate);
  const beats = () => open.text().split('event: beat').length;
  const before = beats();
  house.clock.advance(5_000);
  await expect.poll(beats).toBeGreaterThan(before);
  expect(open.ended()).toBe(false);
  expect((await send(lan, '/api/manager/store', { ca, headers: { cookie } })).status).toBe(200);
  expect((await standing(cookie)).certificate?.fingerprint).toBe(await served(lan));
  open.close();
});

test('half a replacement is reported, and the present certificate goes on', async () => {
  const cookie = await asManager();
  const { key } = tlsFolder(house.folder);
  const whole = readFileSync(key);
  const before = await served(lan);
  writeFileSync(key, 'half a k');
  house.clock.advance(30_000);
  await expect.poll(async () => (await standing(cookie)).troubles).toEqual(['replacement-unusable']);
  expect(await served(lan)).toBe(before);
  writeFileSync(key, whole);
  house.clock.advance(30_000);
  await expect.poll(async () => (await standing(cookie)).troubles).toEqual([]);
});

test('the authority is handed out to devices that do not trust it yet, and nothing else is', async () => {
  const cookie = await asManager();
  const set = (open: boolean) => send(lan, '/api/manager/network-hand-out', { ca, headers: { cookie }, body: { open } });
  const { handOut, authority } = standingOf(await set(true));
  const url = handOut?.url.replace(/\/$/, '') ?? '';
  const file = await fetch(`${url.replace('kiosk1.store.lan', '127.0.0.1')}/store-ca.crt`);
  expect(file.headers.get('content-type')).toBe('application/x-x509-ca-cert');
  const certificate = new X509Certificate(Buffer.from(await file.arrayBuffer()));
  expect(certificate.fingerprint256).toBe(authority?.fingerprint);

  const french = await send(url, '/', { method: 'GET', headers: { 'accept-language': 'fr-FR,fr;q=0.9' } });
  expect(french.body).toContain('lang="fr"');
  expect(french.body.replaceAll('\n', ':')).toContain(authority?.fingerprint);
  for (const path of [
    '/staff',
    '/manager',
    '/kiosk',
    '/api/auth/doors',
    '/store-ca.key',
    '/../tls/store-ca.key',
    '/api/health',
  ]) {
    expect((await send(url, path, { method: 'GET', headers: { 'x-prevenance-kiosk': house.station.secret } })).status).toBe(404);
  }
  expect((await send(url, '/', { method: 'POST' })).status).toBe(405);

  house.clock.advance(15 * 60_000);
  await expect(send(url, '/', { method: 'GET' })).rejects.toThrow(/ECONNREFUSED/);
  await set(true);
  expect(standingOf(await set(false)).handOut).toBeNull();
});

test('one device cannot hold every connection', async () => {
  const { port } = new URL(lan);
  const sockets = Array.from({ length: 80 }, () => connectTcp(Number(port), '127.0.0.1').on('error', () => {}));
  try {
    await expect
      .poll(() => sockets.filter((socket) => socket.destroyed || socket.readableEnded).length)
      .toBeGreaterThanOrEqual(10);
    expect(sockets.filter((socket) => !socket.destroyed && !socket.readableEnded).length).toBeGreaterThan(50);
  } finally {
    for (const socket of sockets) socket.destroy();
  }
});

const standingOf = ({ body }: { readonly body: string }) => v.parse(NetworkStanding, JSON.parse(body));
const standing = async (cookie: string) => standingOf(await send(lan, '/api/manager/network', { ca, headers: { cookie } }));

/** Fingerprint of what a new connection is shown. */
const served = (origin: string): Promise<string> =>
  new Promise((settle, failed) => {
    const socket = connect({ port: Number(new URL(origin).port), host: '127.0.0.1', rejectUnauthorized: false }, () => {
      settle(socket.getPeerCertificate().fingerprint256);
      socket.destroy();
    });
    socket.on('error', failed);
  });
