import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { HurriedClock } from '../support/hurried-clock.ts';
import { type LiveHouse, liveHouse } from '../support/live-house.ts';
import { iBeacon, Visitor } from '../support/station.ts';
import { People, type Person } from './people.ts';

/** A manager calibrates a zone by walking, on a telephone, and draws the floor at the desk. Only the person and the air are the test's. */

const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

let browser: Browser;
let clock: HurriedClock;
let house: LiveHouse;
let people: People;

beforeAll(async () => {
  browser = await launchChromium();
  clock = new HurriedClock();
  house = await liveHouse({ clock });
  people = new People(browser);
});
afterAll(async () => {
  await browser.close();
  await house.remove();
  clock.stop();
});

/** The carried beacon is heard for some seconds of the station's time. */
function hear(rssi: number, seconds: number): void {
  for (let i = 0; i < seconds * 5; i += 1) {
    house.air.send(iBeacon(9), rssi + (i % 5) - 2);
    clock.hurry(200);
  }
}

async function inside(size: typeof desk, section: string): Promise<Person> {
  const manager = await people.open('manager', `${house.origin}/manager#${section}`, size);
  await manager.field('login.password').fill('demo-manager');
  await manager.press('login.enter');
  await manager.page.getByRole('heading', { level: 1 }).waitFor();
  return manager;
}

test('a walk on a telephone, reloaded on the way, ends with a boundary that can be undone', async () => {
  const manager = await inside(phone, 'walk');
  const before = await zone();
  await manager.look('the walk before it begins');
  await manager.press('walk.begin');
  await manager.sees('walk.listening');
  await expect.poll(() => manager.page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await manager.look('holding a beacon against the kiosk');
  hear(-40, 2);
  await manager.button('walk.i-am-inside').waitFor();
  const focused = () => manager.page.evaluate(() => document.activeElement?.outerHTML ?? '');
  for (const [button, rssi] of [
    ['walk.i-am-inside', -55],
    ['walk.i-am-inside', -60],
    ['walk.i-am-outside', -82],
    ['walk.i-am-outside', -86],
  ] as const) {
    await manager.press(button);
    await manager.button('walk.stop').waitFor();
    await expect.poll(focused).toContain('walk-recording');
    if (rssi === -82) {
      hear(rssi, 8);
      await manager.look('recording a spot');
      await manager.page.reload();
      await manager.button('walk.stop').waitFor();
      hear(rssi, 13);
    } else hear(rssi, 21);
    await manager.button(button).waitFor();
    // A page that was loaded anew has no focus to give back.
    if (rssi !== -82) await expect.poll(focused).toContain(manager.say(button));
  }
  await manager.button('walk.accept').waitFor();
  await manager.look('a proposal');
  await manager.enlarged('a proposal');
  await manager.page.getByRole('button', { name: 'Delete Outside 2' }).click();
  expect(await manager.page.getByText('Outside 2', { exact: true }).count()).toBe(0);
  await manager.press('undo');
  await manager.page.getByText('Outside 2', { exact: true }).waitFor();
  await manager.press('walk.accept');
  await manager.sees('changed-thing', { name: before.name });
  const after = await zone();
  expect(after.nearDbm).toBeGreaterThan(-82);
  expect(after.nearDbm).toBeLessThan(-58);
  expect((await new Visitor(house.origin).call('auth/doors', {})).manager).toBe(false);
  await manager.press('undo');
  await expect.poll(zone).toEqual(before);
  await manager.page.setViewportSize(desk);
  await manager.look('zones after a walk');
});

test('the floor is drawn, things are placed by key and by drag, and a step is undone', async () => {
  await (await manage()).call('manager/plan-delete', {});
  const manager = await inside(desk, 'plan');
  const { page } = manager;
  await manager.button('plan.draw').waitFor();
  await manager.look('no plan yet');
  // A picture with words in it: only its pixels may arrive.
  const picture = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 400;
    canvas.height = 200;
    canvas.getContext('2d')?.fillRect(10, 10, 100, 50);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer())];
  });
  const words = [0, 0, 0, 9, ...[...'tEXtGPS\u000048.85'].map((c) => c.charCodeAt(0))];
  await page.locator('input[type=file]').setInputFiles({
    name: 'plan.png',
    mimeType: 'image/png',
    buffer: Buffer.from([...picture.slice(0, 33), ...words, 0, 0, 0, 0, ...picture.slice(33)]),
  });
  await manager.button('plan.resize').waitFor();
  const read = async () => (await manage()).call('manager/plan', {});
  const stored = (await read()).picture;
  expect(stored?.type).toBe('image/jpeg');
  expect(Buffer.from(stored?.base64 ?? '', 'base64').includes('GPS')).toBe(false);
  expect((await read()).plan).toMatchObject({ width: 20, height: 10 });

  await page.getByRole('button', { name: 'Put on the plan: Kiosk' }).click();
  const kiosk = page.locator('.mark[data-kind=kiosk]');
  await kiosk.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowUp');
  expect(await kiosk.getAttribute('aria-label')).toBe('Kiosk: 9.9 m from the left, 4 m from the top');
  await page.locator('.unseen', { hasText: 'Kiosk: 9.9 m from the left, 4 m from the top' }).waitFor({ state: 'attached' });
  const box = (await kiosk.locator('.mark-dot').boundingBox())!;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + 60, middle.y + 20, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await read()).plan?.places[0]?.x ?? 0).toBeGreaterThan(11);
  await manager.press('plan.undo');
  await expect.poll(async () => (await read()).plan?.places[0]).toMatchObject({ x: 9.9, y: 4 });

  const elsewhere = await manage();
  const { plan, revision } = await read();
  await elsewhere.call('manager/plan-save', { plan: { ...plan!, facing: 'left' }, from: revision });
  await kiosk.focus();
  await page.keyboard.press('ArrowRight');
  await manager.sees('plan.changed-meanwhile');
  await manager.look('a plan that somebody else changed');
  expect((await read()).plan).toEqual({ ...plan, facing: 'left' });
  await page.getByRole('alert').getByRole('button').click();
  await expect.poll(async () => (await read()).plan).toMatchObject({ facing: 'up', places: [{ x: 10, y: 4 }] });
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await manager.press('plan.redo');
  await expect.poll(async () => (await read()).plan).toEqual({ ...plan, facing: 'left' });

  await manager.press('plan.ruler');
  await manager.field('plan.distance').fill('20');
  await manager.press('plan.scale');
  await expect.poll(async () => (await read()).plan).toMatchObject({ width: 40, height: 20, places: [{ x: 19.8, y: 8 }] });
  await page.getByRole('button', { name: /^Put on the plan: Borne/ }).click();
  await manager.look('a plan with a picture');
  await manager.enlarged('a plan with a picture');
  await page.setViewportSize(phone);
  await manager.look('the plan on a telephone');
  await page.setViewportSize(desk);
  await page.evaluate(() => {
    location.hash = 'radio';
  });
  await manager.button('models.new').click();
  await manager.press('save');
  await manager.sees('refused.see-fields');
  await manager.look('corrections');
  await people.leave();
});

async function manage(): Promise<Visitor> {
  const visitor = new Visitor(house.origin);
  await visitor.call('auth/manager-login', { password: 'demo-manager' });
  return visitor;
}
async function zone() {
  const [first] = (await (await manage()).call('manager/zones', {})).items;
  if (first === undefined) throw new Error('the demo store has no zone');
  return first.value;
}
