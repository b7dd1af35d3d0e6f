import { afterEach, beforeEach, expect, test } from 'vitest';
import { usualKeypad } from '../../shared/access/keypad.ts';
import { millimetres, millis } from '../../shared/units.ts';
import { timing } from '../../shared/visit/state.ts';
import { TestStation, type Visitor } from '../support/station.ts';

/** What the manager says about the kiosk's glass reaches the kiosk, and a shopper who needs more time has it. */

let house: TestStation;
let manager: Visitor;
let kiosk: Visitor;

const login = async () => {
  manager = house.visitor();
  kiosk = house.visitor();
  await manager.call('auth/manager-login', { password: 'demo-manager' });
};
beforeEach(async () => {
  house = await TestStation.start();
  await login();
});
afterEach(() => house.remove());

const measured = {
  screen: { by: 'diagonal', inches: 15.6 } as const,
  lowerEdge: millimetres(750),
  headphonesOnly: true,
  keypad: { ...usualKeypad, help: 'F20' as const },
};

test('measures, sound and keys reach the kiosk and outlive a restart', async () => {
  expect((await kiosk.look('kiosk')).access).toEqual({
    screen: null,
    lowerEdge: null,
    headphonesOnly: false,
    keypad: usualKeypad,
  });
  await manager.call('manager/access-save', measured);
  expect((await kiosk.look('kiosk')).access).toEqual(measured);
  await house.halt();
  await house.boot();
  await login();
  expect((await kiosk.look('kiosk')).access).toEqual(measured);
  expect(await manager.call('manager/access', {})).toMatchObject({
    settings: measured,
    changed: { by: 'manager' },
    pixels: null,
  });
});

test('the manager sees how many pixels the kiosk has, once it has said so', async () => {
  await kiosk.call('kiosk/screen', { width: 1080, height: 1920 });
  expect((await manager.call('manager/access', {})).pixels).toEqual({ width: 1080, height: 1920 });
});

test.each([
  ['a key twice', { ...measured, keypad: { ...usualKeypad, back: 'F1' as const } }],
  ['a screen of no size', { ...measured, screen: { by: 'diagonal', inches: 0 } as const }],
  ['a screen on the roof', { ...measured, lowerEdge: millimetres(9_000) }],
])('%s is refused, and nothing changes', async (_, settings) => {
  await manager.call('manager/access-save', measured);
  await expect(manager.call('manager/access-save', settings)).rejects.toMatchObject({ status: 422 });
  expect((await manager.call('manager/access', {})).settings).toEqual(measured);
});

test('who asked for more time is asked later, and the visit of the next shopper is as usual', async () => {
  await kiosk.call('kiosk/touch', { language: 'fr' });
  await kiosk.call('kiosk/unhurried', { unhurried: true });
  house.clock.advance(millis(timing.idle + 1_000));
  expect((await kiosk.look('kiosk')).visit).toMatchObject({ unhurried: true, endsInMs: null });
  house.clock.advance(millis(timing.idleUnhurried - timing.idle));
  expect((await kiosk.look('kiosk')).visit?.endsInMs).toBeGreaterThan(timing.questionUnhurried - 5_000);
  await kiosk.call('kiosk/end', {});
  await kiosk.call('kiosk/touch', { language: 'fr' });
  expect((await kiosk.look('kiosk')).visit).toMatchObject({ unhurried: false });
});
