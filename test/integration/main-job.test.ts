import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { currentText } from '../../shared/consent/texts.ts';
import { demoEid, iBeacon, TestStation } from '../support/station.ts';

let house: TestStation;
beforeEach(async () => {
  house = await TestStation.start();
});
afterEach(() => house.remove());

const key = (id: string) => createHash('sha256').update(`prevenance demo beacon ${id}`).digest().subarray(0, 16);
const walkUp = (id: string, ms = 4_000) => house.hear(() => demoEid(key(id), house.clock), -55, ms);
const shown = (purpose: 'recognition' | 'history' | 'camera') => {
  const text = currentText(purpose);
  return { version: text.version, language: 'en' as const, text: text.en };
};

test('a beacon is heard, its owner greeted with a fitting offer, a person called, claims, arrives and resolves', async () => {
  const kiosk = house.visitor();
  expect((await kiosk.look('kiosk')).visit).toBeNull();

  walkUp('camille');
  const greeted = (await kiosk.look('kiosk')).visit;
  expect(greeted?.greeting).toEqual({ kind: 'personal', name: 'Camille', confirm: false });
  expect(greeted?.offer?.product.id).toBe('coffee-beans');
  expect(await kiosk.call('kiosk/offer-why', {})).toMatchObject({ kind: 'bought-before', times: 5 });

  const lea = house.visitor();
  await lea.call('auth/employee-login', { code: 'lea', pin: '1234' });
  await lea.call('staff/duty', { onDuty: true });

  await kiosk.call('kiosk/search', { query: 'caviar', category: null });
  const { call } = await kiosk.call('kiosk/call', { commandId: 'c1', reason: 'asked', language: 'en' });
  expect(call.progress).toBe('sent');

  const desk = await lea.look('staff');
  expect(desk.calls).toHaveLength(1);
  expect(desk.calls[0]).toMatchObject({
    id: call.id,
    reasons: ['asked'],
    place: 'Borne de l’entrée',
    customer: 'Camille',
    epoch: 1,
  });
  expect(desk.calls[0]?.tried).toContainEqual({ kind: 'search-empty', text: 'caviar' });

  const selling = (await kiosk.look('kiosk')).visit;
  expect(selling?.offer).toBeNull();
  expect(selling?.selling).toBe(false);

  await lea.call('staff/seen', { callId: call.id, epoch: 1 });
  expect((await kiosk.look('kiosk')).visit?.call?.progress).toBe('seen');
  const command = { callId: call.id, epoch: 1 };
  expect(await lea.call('staff/claim', { ...command, commandId: 's1' })).toEqual({ result: 'claimed', owner: 'Léa' });
  expect((await kiosk.look('kiosk')).visit?.call).toMatchObject({ progress: 'coming', employee: 'Léa' });
  await lea.call('staff/arrive', { ...command, commandId: 's2' });
  expect((await kiosk.look('kiosk')).visit?.call?.progress).toBe('here');
  await lea.call('staff/resolve', { ...command, commandId: 's3', outcome: 'helped', helpNeeded: true });
  const after = (await kiosk.look('kiosk')).visit;
  expect(after?.call?.progress).toBe('done');
  expect(after?.selling).toBe(false);

  const manager = house.visitor();
  await manager.call('auth/manager-login', { password: 'demo-manager' });
  const report = await manager.call('manager/report', { date: null });
  expect(report).toMatchObject({ visits: 1, recognised: 1, offersShown: 1 });
  // Who answered is nobody's figure once the call is over.
  expect(report.list).toMatchObject([{ state: 'resolved', employee: null }]);
  expect(report.calls).toMatchObject({ raised: 1, claimed: 1, resolved: 1, helpNeeded: 1 });
});

test('of two who come together, not even the first is greeted before the second counts', async () => {
  const kiosk = house.visitor();
  house.air.send(demoEid(key('camille'), house.clock), -55);
  house.clock.advance(100);
  for (let i = 0; i < 20; i += 1) {
    house.hear(() => demoEid(key('sam'), house.clock), -55, 100);
    house.hear(() => demoEid(key('camille'), house.clock), -55, 100);
    expect(JSON.stringify(await kiosk.look('kiosk'))).not.toMatch(/Camille|Sam/);
  }
});

test('two customers, or none: a neutral welcome without a name', async () => {
  const kiosk = house.visitor();
  for (let i = 0; i < 20; i += 1) {
    house.hear(() => demoEid(key('camille'), house.clock), -55, 100);
    house.hear(() => demoEid(key('sam'), house.clock), -56, 100);
  }
  await kiosk.call('kiosk/touch', { language: 'fr' });
  const visit = (await kiosk.look('kiosk')).visit;
  expect(visit?.greeting).toEqual({ kind: 'neutral' });
  expect(JSON.stringify(visit)).not.toMatch(/Camille|Sam/);
});

test('a shopper joins with a beacon held against the screen, is greeted the next time, and leaves with one tap', async () => {
  const kiosk = house.visitor();
  await kiosk.call('kiosk/touch', { language: 'en' });
  await kiosk.call('kiosk/join', { recognition: shown('recognition'), history: null, name: 'Zéphirine', picture: 'snail' });
  expect((await kiosk.look('kiosk')).visit?.enrolment?.state).toBe('listening');
  house.hear(() => iBeacon(1), -45, 3_000);
  const joined = (await kiosk.look('kiosk')).visit;
  expect(joined?.enrolment?.state).toBe('done');
  expect(joined?.greeting).toMatchObject({ kind: 'personal', name: 'Zéphirine' });

  await kiosk.call('kiosk/end', {});
  house.clock.advance(30_000);
  house.hear(() => iBeacon(1), -55, 4_000);
  const again = (await kiosk.look('kiosk')).visit;
  // A static beacon can be copied: no name before the picture.
  expect(again?.greeting).toEqual({ kind: 'personal', name: null, confirm: true });
  expect(await kiosk.call('kiosk/confirm-picture', { picture: 'apple' })).toEqual({ result: 'wrong' });
  expect(await kiosk.call('kiosk/confirm-picture', { picture: 'snail' })).toEqual({ result: 'right' });
  expect((await kiosk.look('kiosk')).visit?.greeting).toEqual({ kind: 'personal', name: 'Zéphirine', confirm: false });

  await kiosk.call('kiosk/withdraw', { purpose: 'recognition' });
  expect((await kiosk.look('kiosk')).visit?.recognised).toBe(false);
  await kiosk.call('kiosk/end', {});
  house.clock.advance(30_000);
  house.hear(() => iBeacon(1), -55, 4_000);
  expect((await kiosk.look('kiosk')).visit).toBeNull();
});

test('an employee learns that the shopper has just joined, and nothing of how the beacon was heard', async () => {
  const kiosk = house.visitor();
  await kiosk.call('kiosk/touch', { language: 'en' });
  await kiosk.call('kiosk/join', { recognition: shown('recognition'), history: null, name: null, picture: null });
  house.hear(() => iBeacon(2), -45, 3_000);
  await kiosk.call('kiosk/call', { commandId: 'c', reason: 'asked', language: 'en' });
  const odile = house.visitor();
  await odile.call('auth/employee-login', { code: 'ODILE', pin: '3456' });
  expect((await odile.look('staff')).calls[0]?.tried).toContainEqual({ kind: 'joined', text: null });
});
