import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { type LiveHouse, liveHouse } from '../support/live-house.ts';
import { Receiver } from '../support/receiver.ts';
import { Visitor } from '../support/station.ts';
import { type Language, People, type Person } from './people.ts';

/** The ways to reach people as a manager sets them up, and a staff page that agrees to be woken. */

const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const screens = 'test/.out/screens';

let browser: Browser;
let house: LiveHouse;
let people: People;
let receiver: Receiver;
beforeAll(async () => {
  mkdirSync(screens, { recursive: true });
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  house = await liveHouse();
  people = new People(browser);
  receiver = await Receiver.start();
});
afterEach(async () => {
  try {
    await people.leave();
  } finally {
    await receiver.stop();
    await house.remove();
  }
});

async function section(language: Language): Promise<Person> {
  const manager = await people.open('manager', `${house.origin}/manager#pager`, desk, language);
  await manager.field('login.password').fill('demo-manager');
  await manager.press('login.enter');
  await manager.page.getByRole('heading', { level: 1, name: manager.say('section.pager') }).waitFor();
  return manager;
}

async function add(manager: Person, kind: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await manager.press('pager.add-named', { name: manager.say(`pager.kind.${kind}`) });
  for (const [id, text] of Object.entries(fields)) await manager.field(id).fill(text);
  await manager.press('save');
}

test.each(['en', 'fr'] as const)('a manager sets up ways to reach people, in %s', async (language) => {
  const manager = await section(language);
  await manager.sees('pager.empty');
  await manager.look('empty');
  await manager.page.screenshot({ path: `${screens}/pager-empty-${language}.png`, fullPage: true });

  // A slip of the pen is named beside its field, and nothing typed is lost.
  await add(manager, 'webhook', { 'pager.name': 'Casques', 'pager.url': 'receiver.local/hook', 'pager.secret': 'topsecret' });
  await manager.sees('problem.bad-address');
  await manager.look('form');
  await manager.page.screenshot({ path: `${screens}/pager-form-${language}.png`, fullPage: true });
  await manager.field('pager.url').fill(receiver.url);
  await manager.press('save');
  await manager.sees('pager.unused');
  await add(manager, 'mqtt', { 'pager.name': 'Lampe', 'pager.url': 'mqtt://127.0.0.1:9', 'pager.topic': 'shop/light' });
  await manager.sees('pager.kind.mqtt');

  await manager.press('pager.test-named', { name: 'Casques' });
  await manager.sees('pager.tested');
  expect(receiver.received[0]?.headers['prevenance-signature']).toBeDefined();
  await manager.press('pager.test-named', { name: 'Lampe' });
  await manager.sees('pager.unreachable.remedy');
  // The state itself comes with the stream, within a second or so.
  await manager.page.locator('[data-channel] .notice-problem').waitFor({ timeout: 3_000 });
  await manager.look('one fails');
  await manager.enlarged('one fails');
  await manager.page.screenshot({ path: `${screens}/pager-failing-${language}.png`, fullPage: true });

  // By keyboard: the focus goes with the card.
  await manager.button('pager.later-named', { name: 'Casques' }).focus();
  await manager.page.keyboard.press('Enter');
  await manager.page.getByRole('heading', { name: '1. Lampe' }).waitFor();
  const focused = manager.button('pager.earlier-named', { name: 'Casques' });
  await expect.poll(() => focused.evaluate((button) => button === document.activeElement)).toBe(true);

  await manager.press('delete-named', { name: 'Casques' });
  await manager.page.getByRole('heading', { name: 'Casques' }).waitFor({ state: 'detached' });
  await manager.press('undo');
  await manager.page.getByRole('heading', { name: '2. Casques' }).waitFor();
  await manager.press('edit-named', { name: 'Casques' });
  await manager.sees('pager.secret-kept');
  expect(await manager.field('pager.secret').inputValue()).toBe('');
  await manager.press('cancel');
});

test('a staff page agrees to be woken: its worker is registered, shows a push, and tells what a missing internet means', async () => {
  const visitor = new Visitor(house.origin);
  await visitor.call('auth/manager-login', { password: 'demo-manager' });
  await visitor.call('manager/pager-save', {
    kind: 'push',
    id: 'push',
    name: 'Phones',
    active: true,
    contact: 'it@store.example',
  });
  const employee = await people.open('staff', `${house.origin}/staff`, phone, 'fr');
  await employee.page.context().grantPermissions(['notifications'], { origin: house.origin });
  await employee.field('login.code').fill('LEA');
  await employee.field('login.pin').fill('1234');
  await employee.press('login.enter');
  await employee.press('more');
  await employee.page.getByText(employee.say('wake'), { exact: true }).click();
  // No push service is reachable from a test: the page must say so, with everything up to it real.
  await employee.sees('wake.failed');
  await employee.look('more', 48);
  await employee.page.screenshot({ path: `${screens}/staff-wake-fr.png` });

  const worker = await employee.page.evaluate(async () => {
    const found = await navigator.serviceWorker.getRegistration('/staff');
    return { scope: found?.scope, script: (found?.active ?? found?.installing ?? found?.waiting)?.scriptURL };
  });
  expect(worker).toEqual({ scope: `${house.origin}/staff`, script: `${house.origin}/staff-worker.js` });

  const session = await employee.page.context().newCDPSession(employee.page);
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first !== undefined) resolve(first.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.deliverPushMessage', {
    origin: house.origin,
    registrationId: await registered,
    data: JSON.stringify({
      kind: 'call',
      id: 'c/1/available',
      call: 'c',
      place: 'Caisse 2',
      reasons: ['asked'],
      shopperLanguage: 'en',
      language: 'fr',
    }),
  });
  await expect
    .poll(() =>
      employee.page.evaluate(async () => {
        const found = await navigator.serviceWorker.getRegistration('/staff');
        return (await found?.getNotifications())?.map(({ title, body }) => ({ title, body }));
      }),
    )
    .toEqual([{ title: 'Appel : Caisse 2', body: 'demande quelqu’un · parle anglais' }]);
});
