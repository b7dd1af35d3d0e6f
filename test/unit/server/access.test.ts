import { describe, expect, test } from 'vitest';
import { isForwarded, isLoopback, mayCall, type RequestFacts, refuseRequest } from '../../../electron/server/access.ts';
import { cookie, newToken, readToken } from '../../../electron/server/cookies.ts';

const here = { isOurs: (host: string) => ['127.0.0.1:7410', 'localhost:7410'].includes(host), scheme: 'http' } as const;
const lan = { isOurs: (host: string) => host === 'kiosk1.store.lan:7443', scheme: 'https' } as const;
const post = (facts: Partial<RequestFacts>): RequestFacts => ({
  method: 'POST',
  host: '127.0.0.1:7410',
  origin: undefined,
  fetchSite: undefined,
  ...facts,
});

describe('requests refused before routing', () => {
  test.each([
    ['the page itself', post({ origin: 'http://127.0.0.1:7410', fetchSite: 'same-origin' }), null],
    ['a command on this machine', post({}), null],
    ['an address typed by hand', post({ method: 'GET', fetchSite: 'none' }), null],
    ['a rebound name', post({ host: 'evil.example:7410' }), 'wrong-host'],
    ['another port', post({ host: '127.0.0.1:80' }), 'wrong-host'],
    ['no host', post({ host: undefined }), 'wrong-host'],
    ['a foreign page', post({ origin: 'http://evil.example', fetchSite: 'cross-site' }), 'cross-site'],
    ['a foreign page in an old browser', post({ origin: 'http://evil.example' }), 'cross-site'],
    ['a page without origin', post({ origin: 'null' }), 'cross-site'],
    ['another program on this machine', post({ origin: 'http://127.0.0.1:3000', fetchSite: 'same-site' }), 'cross-site'],
    ['the same host by https', post({ origin: 'https://127.0.0.1:7410' }), 'cross-site'],
  ] as const)('%s', (_name, facts, expected) => {
    expect(refuseRequest(facts, here)).toBe(expected);
  });

  test.each([
    ['the page itself', post({ host: 'Kiosk1.Store.LAN:7443', origin: 'https://kiosk1.store.lan:7443' }), null],
    [
      'the same host without encryption',
      post({ host: 'kiosk1.store.lan:7443', origin: 'http://kiosk1.store.lan:7443' }),
      'cross-site',
    ],
    ['this machine by its own address', post({ host: '127.0.0.1:7443' }), 'wrong-host'],
  ] as const)('with TLS: %s', (_name, facts, expected) => {
    expect(refuseRequest(facts, lan)).toBe(expected);
  });
});

test.each([
  ['127.0.0.1', true],
  ['127.8.9.1', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['10.0.0.5', false],
  ['128.0.0.1', false],
  ['::ffff:10.0.0.5', false],
  ['', false],
])('loopback: %s', (address, expected) => {
  expect(isLoopback(address)).toBe(expected);
});

test.each(['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'])('%s tells of a messenger', (name) => {
  expect(isForwarded({ host: 'localhost', [name]: '127.0.0.1' })).toBe(true);
  expect(isForwarded({ host: 'localhost' })).toBe(false);
});

describe('roles', () => {
  const nobody = { loopback: false, secret: false, device: false, employee: false, manager: false };
  test.each([
    ['anyone', nobody, true],
    ['kiosk', nobody, false],
    ['kiosk', { ...nobody, loopback: true }, true],
    ['kiosk', { ...nobody, secret: true }, true],
    ['kiosk', { ...nobody, manager: true, employee: true }, false],
    ['device', { ...nobody, loopback: true, secret: true, manager: true }, false],
    ['device', { ...nobody, device: true }, true],
    ['employee', { ...nobody, device: true, loopback: true, secret: true, manager: true }, false],
    ['employee', { ...nobody, employee: true }, true],
    ['manager', { ...nobody, loopback: true, secret: true, employee: true }, false],
    ['manager', { ...nobody, manager: true }, true],
    ['operator', { ...nobody, loopback: true, employee: true, manager: true }, false],
    ['operator', { ...nobody, secret: true }, true],
  ] as const)('%s with %o: %s', (role, who, expected) => {
    expect(mayCall(role, who)).toBe(expected);
  });
});

describe('session cookies', () => {
  test('go out unreadable to scripts and to other sites', () => {
    expect(cookie('staff', 'x', 60, false)).toBe('prevenance-staff=x; Max-Age=60; Path=/; HttpOnly; SameSite=Strict');
    expect(cookie('manager', null, 60, false)).toContain('Max-Age=0');
  });

  test('are bound to the host and to encryption where there is TLS', () => {
    expect(cookie('staff', 'x', 60, true)).toBe(
      '__Host-prevenance-staff=x; Max-Age=60; Path=/; HttpOnly; SameSite=Strict; Secure',
    );
    const token = newToken();
    expect(readToken('staff', `__Host-prevenance-staff=${token}`, true)).toBe(token);
    expect(readToken('staff', `prevenance-staff=${token}`, true)).toBeNull();
    expect(readToken('staff', `__Host-prevenance-staff=${token}`, false)).toBeNull();
  });

  test('come back by door, and only when they look like a token', () => {
    const token = newToken();
    expect(readToken('staff', `a=b; prevenance-staff=${token}`, false)).toBe(token);
    expect(readToken('manager', `prevenance-staff=${token}`, false)).toBeNull();
    expect(readToken('staff', 'prevenance-staff=short', false)).toBeNull();
    expect(readToken('staff', `prevenance-staff=${token}'--`, false)).toBeNull();
    expect(readToken('staff', undefined, false)).toBeNull();
  });
});
