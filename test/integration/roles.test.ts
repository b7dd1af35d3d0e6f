import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RouteName, routes } from '../../shared/contract/index.ts';
import { TestStation } from '../support/station.ts';

/** Every route with every kind of caller: who is refused by role is refused before the body is looked at. */

let house: TestStation;
const cookies: Record<'nobody' | 'employee' | 'manager', string> = { nobody: '', employee: '', manager: '' };

async function login(name: 'auth/employee-login' | 'auth/manager-login', input: object): Promise<string> {
  const response = await send(name, input);
  expect(response.status).toBe(200);
  return (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

const send = (name: string, input: unknown, headers: Record<string, string> = {}) =>
  fetch(`${house.station.origin}/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(input),
  });

beforeAll(async () => {
  house = await TestStation.start();
  cookies.employee = await login('auth/employee-login', { code: 'LEA', pin: '1234' });
  cookies.manager = await login('auth/manager-login', { password: 'demo-manager' });
});
afterAll(() => house.remove());

const allowed: Record<string, readonly string[]> = {
  anyone: ['nobody', 'employee', 'manager'],
  // The kiosk's screen is on this machine, and so is this test.
  kiosk: ['nobody', 'employee', 'manager'],
  employee: ['employee'],
  manager: ['manager'],
  operator: [],
};

describe.each(Object.keys(routes) as RouteName[])('%s', (name) => {
  test.each(['nobody', 'employee', 'manager'] as const)('as %s', async (who) => {
    // No route takes this body, so an admitted caller is told so and nothing happens.
    const response = await send(name, { no: 'such key' }, { cookie: cookies[who] });
    const { role } = routes[name];
    expect(response.status).toBe(allowed[role]?.includes(who) ? 422 : 401);
  });
});

test.each(['staff', 'manager'])('the %s stream needs its session', async (stream) => {
  const response = await fetch(`${house.station.origin}/api/events/${stream}`);
  expect(response.status).toBe(401);
});

test('the operator secret opens operator routes only', async () => {
  const headers = { 'x-prevenance-kiosk': house.station.secret };
  expect((await send('operator/walk', { customer: 'nobody-here' }, headers)).status).toBe(404);
  expect((await send('manager/store', {}, headers)).status).toBe(401);
  expect((await send('operator/walk', { customer: 'camille' }, { 'x-prevenance-kiosk': 'wrong' })).status).toBe(401);
});

test('a forged session token is nobody', async () => {
  const cookie = `prevenance-manager=${'A'.repeat(43)}`;
  expect((await send('manager/store', {}, { cookie })).status).toBe(401);
});

test('wrong PINs are limited, and an unknown code answers like a wrong PIN', async () => {
  const wrong = await send('auth/employee-login', { code: 'karim', pin: '0000' });
  const unknown = await send('auth/employee-login', { code: 'ghost', pin: '0000' });
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  expect(await wrong.json()).toEqual(await unknown.json());
  for (let i = 0; i < 4; i += 1) await send('auth/employee-login', { code: 'karim', pin: '0000' });
  const right = await send('auth/employee-login', { code: 'KARIM', pin: '2345' });
  expect(right.status).toBe(429);
  expect(await right.json()).toMatchObject({ error: { code: 'throttled', issues: [{ path: 'minutes', message: '15' }] } });
  house.clock.advance(15 * 60_000 + 1);
  expect((await send('auth/employee-login', { code: 'karim', pin: '2345' })).status).toBe(200);
});
