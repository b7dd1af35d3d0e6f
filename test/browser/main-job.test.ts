import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { demoBeacon, type LiveHouse, liveHouse } from '../support/live-house.ts';
import { axeFindsNothing, landscape, listen, portrait } from '../support/pages.ts';
import { iBeacon } from '../support/station.ts';

/** The main job as three people see it: real pages, real station, real bytes; only the radio and the people are the test's. */

const screens = 'test/.out/screens';
mkdirSync(screens, { recursive: true });

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

let browser: Browser;
let house: LiveHouse;
let contexts: BrowserContext[] = [];
/** Script errors and policy violations of every page: there must be none. */
let complaints: string[] = [];
const leaving: (() => void)[] = [];

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  house = await liveHouse();
});
afterEach(async () => {
  for (const leave of leaving.splice(0)) leave();
  await Promise.all(contexts.map((context) => context.close()));
  contexts = [];
  await house.remove();
  const heard = complaints;
  complaints = [];
  expect(heard).toEqual([]);
});

async function open(path: string, viewport: typeof portrait, locale = 'en-GB'): Promise<Page> {
  const context = await browser.newContext({ viewport, locale, reducedMotion: 'reduce' });
  contexts.push(context);
  const page = await context.newPage();
  listen(page, complaints, path);
  await page.goto(`${house.origin}${path}`);
  return page;
}

/** Takes a picture and lets axe look at the screen. */
async function look(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(350);
  await page.screenshot({ path: join(screens, `${name}.png`) });
  await axeFindsNothing(page);
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const present = (data: () => Uint8Array): (() => void) => {
  const leave = house.present(data);
  leaving.push(leave);
  return leave;
};

/** The kiosk in English, whatever it was. */
async function kioskInEnglish(viewport = portrait): Promise<Page> {
  const kiosk = await open('/kiosk', viewport);
  await kiosk.waitForSelector('footer, [role=contentinfo]');
  const english = button(kiosk, 'English');
  if (await english.isVisible()) await english.click();
  await button(kiosk, 'Call a person').waitFor();
  return kiosk;
}

async function employee(code: string, pin: string): Promise<Page> {
  const page = await open('/staff', phone);
  const english = button(page, 'English');
  if (await english.isVisible().catch(() => false)) await english.click();
  await page.getByLabel('Code').fill(code);
  await page.getByLabel('PIN').fill(pin);
  await button(page, 'Log in').click();
  return page;
}

/** The switch's own label is what a thumb meets. */
async function goOnDuty(page: Page): Promise<void> {
  await page.getByText('On duty', { exact: true }).click();
  await page.getByRole('switch', { checked: true }).waitFor();
}

describe('the main job', () => {
  test('heard, greeted, called, claimed, arrived, resolved', async () => {
    const kiosk = await open('/kiosk', portrait);
    await kiosk.getByText('Le Petit Marché').first().waitFor();
    await look(kiosk, 'kiosk-attract');
    const lea = await employee('LEA', '1234');
    await goOnDuty(lea);
    await look(lea, 'staff-quiet');

    present(demoBeacon('camille'));
    await kiosk.getByText('Camille').waitFor();
    await look(kiosk, 'kiosk-greeting-fr');
    await button(kiosk, 'English').click();
    await button(kiosk, 'Why this?').click();
    await kiosk.getByText(/bought it 5 times/).waitFor();
    await look(kiosk, 'kiosk-why');
    await kiosk.keyboard.press('Escape');

    await button(kiosk, 'Call a person').click();
    await kiosk.getByRole('heading', { name: /Your call has been made|The team has your call/ }).waitFor();
    expect(await kiosk.getByText('Why this?').count()).toBe(0);
    await look(kiosk, 'kiosk-calling');
    await button(lea, 'Claim').waitFor();
    await look(lea, 'staff-call');
    await kiosk.getByRole('heading', { name: 'The team has your call' }).waitFor();

    await button(lea, 'Claim').click();
    await kiosk.getByRole('heading', { name: /Léa is coming/ }).waitFor();
    await look(kiosk, 'kiosk-coming');
    await button(lea, 'Arrived').click();
    await kiosk.getByRole('heading', { name: /Léa is with you/ }).waitFor();
    await look(lea, 'staff-arrived');
    await button(lea, 'Resolve').click();
    await look(lea, 'staff-resolve');
  });

  test('a shopper joins, is greeted the next time, and leaves with one tap', async () => {
    const kiosk = await kioskInEnglish();
    await kiosk.mouse.click(540, 400);
    await button(kiosk, 'Join').click();
    await look(kiosk, 'kiosk-join-recognition');
    await button(kiosk, 'Yes, recognise me').click();
    await look(kiosk, 'kiosk-join-history');
    await button(kiosk, 'No, thank you').click();
    await kiosk.getByLabel(/First name or nickname/).fill('Alix');
    await look(kiosk, 'kiosk-join-name');
    await button(kiosk, 'Use this name').click();
    await look(kiosk, 'kiosk-join-picture');
    await kiosk.getByText('Snail').click();
    await button(kiosk, 'I have it in my hand').click();
    const away = present(() => iBeacon(12));
    await kiosk.getByText('You are a member').waitFor();
    await look(kiosk, 'kiosk-joined');
    away();
  });

  test('a search without result keeps the words and proposes a person', async () => {
    const kiosk = await kioskInEnglish(landscape);
    await kiosk.mouse.click(960, 300);
    await look(kiosk, 'kiosk-home-landscape');
    await button(kiosk, 'Find a product').click();
    const field = kiosk.getByLabel(/Product, brand or kind/);
    await field.fill('coffee');
    await kiosk.getByText('Coffee beans').first().waitFor();
    await look(kiosk, 'kiosk-find');
    for (const words of ['xylophone', 'trombone', 'saxophone']) {
      await field.fill(words);
      await kiosk.getByText(/found nothing/).waitFor();
      await kiosk.waitForTimeout(1_700);
    }
    await kiosk.getByText('Would you like someone to come?').waitFor();
    await look(kiosk, 'kiosk-proposal');
  });

  test('a reload in the middle of a visit loses nothing', async () => {
    const kiosk = await kioskInEnglish();
    await kiosk.mouse.click(540, 400);
    await button(kiosk, 'Find a product').click();
    await kiosk.getByLabel(/Product, brand or kind/).fill('choco');
    await kiosk.waitForTimeout(1_000);
    await kiosk.reload();
    await kiosk.getByText('Dark chocolate').first().waitFor();
    expect(await kiosk.getByLabel(/Product, brand or kind/).inputValue()).toBe('choco');
    expect(await kiosk.evaluate(() => document.documentElement.lang)).toBe('en');
  });

  test('a call survives the station: the kiosk says what it knows and finds the call again', async () => {
    const kiosk = await kioskInEnglish();
    await button(kiosk, 'Call a person').click();
    await kiosk.getByRole('heading', { name: /Nobody is on the shop floor/ }).waitFor();
    await house.halt();
    await kiosk.getByText(/lost its connection/).waitFor();
    await look(kiosk, 'kiosk-unreachable');
    await house.restart();
    await kiosk.getByText(/lost its connection/).waitFor({ state: 'detached', timeout: 30_000 });
    await kiosk
      .getByText(/Nobody is on the shop floor/)
      .first()
      .waitFor();
    expect(await button(kiosk, 'I will come back later').count()).toBe(1);
  });

  test('two employees race for a call: one wins, the other is told who has it', async () => {
    const kiosk = await kioskInEnglish();
    const lea = await employee('LEA', '1234');
    const karim = await employee('KARIM', '2345');
    for (const page of [lea, karim]) await goOnDuty(page);
    await button(kiosk, 'Call a person').click();
    await Promise.all([button(lea, 'Claim').waitFor(), button(karim, 'Claim').waitFor()]);
    // The winner's claim may take the loser's button away before the tap lands: that is one way to lose.
    await Promise.allSettled([lea, karim].map((page) => button(page, 'Claim').click({ timeout: 5_000 })));
    const coming = kiosk.getByRole('heading', { name: /is coming/ });
    await coming.waitFor();
    const winner = (await coming.textContent())?.includes('Léa') ? 'Léa' : 'Karim';
    const [won, lost] = winner === 'Léa' ? [lea, karim] : [karim, lea];
    await button(won, 'Arrived').waitFor();
    await lost.getByText(winner).first().waitFor();
    expect(await button(lost, 'Arrived').count()).toBe(0);
  });
});

test('the manager sees the store', async () => {
  const manager = await open('/manager', desk);
  const english = button(manager, 'English');
  if (await english.isVisible().catch(() => false)) await english.click();
  await manager.getByLabel('Password').fill('demo-manager');
  await button(manager, 'Log in').click();
  await manager.getByRole('navigation').waitFor();
  await look(manager, 'manager-today');
  for (const page of ['Zones', 'Offers', 'Products', 'Employees', 'Store']) {
    await manager
      .getByRole('navigation')
      .getByRole('link', { name: new RegExp(page) })
      .or(manager.getByRole('navigation').getByRole('button', { name: new RegExp(page) }))
      .first()
      .click();
    await look(manager, `manager-${page.toLowerCase()}`);
  }
});
