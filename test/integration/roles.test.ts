import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RouteName, routes, streams } from '../../shared/contract/index.ts';
import { TestStation, Visitor } from '../support/station.ts';

/** Every route with every kind of caller: who is refused by role is refused before the body is looked at. */

/** `nobody` is a browser the store does not know, `device` an enrolled one at which nobody is logged in. */
const callers = ['nobody', 'device', 'employee', 'manager'] as const;
type Who = (typeof callers)[number];

let house: TestStation;
let demo: TestStation;
const cookies: Record<Who, string> = { nobody: '', device: '', employee: '', manager: '' };

const post = (at: TestStation, name: string, input: unknown, headers: Record<string, string> = {}) =>
  fetch(`${at.station.origin}/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(input),
  });
const send = (name: string, input: unknown, headers: Record<string, string> = {}) => post(house, name, input, headers);

/** The cookies a browser holds after a route, those it came with included. */
async function after(name: RouteName, input: object, cookie = ''): Promise<string> {
  const response = await send(name, input, { cookie });
  expect(response.status).toBe(200);
  return [cookie, ...response.headers.getSetCookie().map((line) => line.split(';')[0])].filter(Boolean).join('; ');
}

beforeAll(async () => {
  [house, demo] = await Promise.all([TestStation.start({ demo: false }), TestStation.start()]);
  cookies.manager = await after('auth/setup', { code: house.station.setupCode ?? '', password: 'a long password' });
  const as = { cookie: cookies.manager };
  const lea = { id: 'lea', code: 'LEA', name: 'Léa', manager: false, active: true, pin: '1234' };
  expect((await send('manager/employee-save', lea, as)).status).toBe(200);
  const { code } = (await (await send('manager/device-invite', { name: 'Handheld 1' }, as)).json()) as { code: string };
  cookies.device = await after('auth/enrol', { code });
  cookies.employee = await after('auth/employee-login', { code: 'LEA', pin: '1234' }, cookies.device);
});
afterAll(() => Promise.all([house.remove(), demo.remove()]));

const allowed: Record<string, readonly Who[]> = {
  anyone: callers,
  // The kiosk's screen is on this machine, and so is this test.
  kiosk: callers,
  device: ['device', 'employee'],
  employee: ['employee'],
  manager: ['manager'],
  operator: [],
};

describe.each(Object.keys(routes) as RouteName[])('%s', (name) => {
  test.each(callers)('as %s', async (who) => {
    // No route takes this body, so an admitted caller is told so and nothing happens.
    const response = await send(name, { no: 'such key' }, { cookie: cookies[who] });
    const { role } = routes[name];
    expect(response.status).toBe(allowed[role]?.includes(who) ? 422 : 401);
  });
});

describe.each(Object.keys(streams))('the %s stream', (stream) => {
  const readers: Record<string, readonly Who[]> = { kiosk: callers, staff: ['employee'], manager: ['manager'] };
  test.each(callers)('as %s', async (who) => {
    const response = await fetch(`${house.station.origin}/api/events/${stream}`, { headers: { cookie: cookies[who] } });
    expect(response.status).toBe(readers[stream]?.includes(who) ? 200 : 401);
    await response.body?.cancel();
  });
});

test('an employee’s session is worth nothing without the device it was opened on', async () => {
  const session = cookies.employee.split('; ').find((cookie) => cookie.startsWith('prevenance-staff')) ?? '';
  expect((await send('staff/duty', { onDuty: true }, { cookie: session })).status).toBe(401);
});

test('the operator secret opens operator routes only', async () => {
  const headers = { 'x-prevenance-kiosk': demo.station.secret };
  expect((await post(demo, 'operator/walk', { customer: 'nobody-here' }, headers)).status).toBe(404);
  expect((await post(demo, 'manager/store', {}, headers)).status).toBe(401);
  expect((await post(demo, 'operator/walk', { customer: 'camille' }, { 'x-prevenance-kiosk': 'wrong' })).status).toBe(401);
});

test('a forged session token is nobody', async () => {
  const cookie = `prevenance-manager=${'A'.repeat(43)}`;
  expect((await send('manager/store', {}, { cookie })).status).toBe(401);
});

test('the demo store’s own machine needs no enrolment', async () => {
  const visitor = new Visitor(demo.station.origin);
  expect((await visitor.call('auth/doors', {})).device).toBe('enrolled');
  await visitor.call('auth/employee-login', { code: 'LEA', pin: '1234' });
  expect((await new Visitor(house.station.origin).call('auth/doors', {})).device).toBe('unknown');
});

test('wrong PINs are limited, and an unknown code answers like a wrong PIN', async () => {
  const wrong = await post(demo, 'auth/employee-login', { code: 'karim', pin: '0000' });
  const unknown = await post(demo, 'auth/employee-login', { code: 'ghost', pin: '0000' });
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  expect(await wrong.json()).toEqual(await unknown.json());
  for (let i = 0; i < 4; i += 1) await post(demo, 'auth/employee-login', { code: 'karim', pin: '0000' });
  const right = await post(demo, 'auth/employee-login', { code: 'KARIM', pin: '2345' });
  expect(right.status).toBe(429);
  expect(await right.json()).toMatchObject({ error: { code: 'throttled', issues: [{ path: 'minutes', message: '15' }] } });
  demo.clock.advance(15 * 60_000 + 1);
  expect((await post(demo, 'auth/employee-login', { code: 'karim', pin: '2345' })).status).toBe(200);
});
