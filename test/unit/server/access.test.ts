import { describe, expect, test } from 'vitest';
import { isLoopback, mayCall, type RequestFacts, refuseRequest } from '../../../electron/server/access.ts';
import { cookie, newToken, readToken } from '../../../electron/server/cookies.ts';

const hosts = new Set(['127.0.0.1:7410', 'localhost:7410']);
const post = (facts: Partial<RequestFacts>): RequestFacts => ({
  method: 'POST',
  host: '127.0.0.1:7410',
  origin: undefined,
  fetchSite: undefined,
  remoteAddress: '127.0.0.1',
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
    expect(refuseRequest(facts, hosts)).toBe(expected);
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

describe('roles', () => {
  const nobody = { loopback: false, secret: false, employee: false, manager: false };
  test.each([
    ['anyone', nobody, true],
    ['kiosk', nobody, false],
    ['kiosk', { ...nobody, loopback: true }, true],
    ['kiosk', { ...nobody, secret: true }, true],
    ['kiosk', { ...nobody, manager: true, employee: true }, false],
    ['employee', { ...nobody, loopback: true, secret: true, manager: true }, false],
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
    expect(cookie('staff', 'x', 60)).toBe('prevenance-staff=x; Max-Age=60; Path=/; HttpOnly; SameSite=Strict');
    expect(cookie('manager', null, 60)).toContain('Max-Age=0');
  });

  test('come back by door, and only when they look like a token', () => {
    const token = newToken();
    expect(readToken('staff', `a=b; prevenance-staff=${token}`)).toBe(token);
    expect(readToken('manager', `prevenance-staff=${token}`)).toBeNull();
    expect(readToken('staff', 'prevenance-staff=short')).toBeNull();
    expect(readToken('staff', `prevenance-staff=${token}'--`)).toBeNull();
    expect(readToken('staff', undefined)).toBeNull();
  });
});
