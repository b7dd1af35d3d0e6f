import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { type LiveHouse, liveHouse } from '../support/live-house.ts';
import { listen, portrait } from '../support/pages.ts';
import { kioskSentences } from '../support/sentences.ts';
import { People } from './people.ts';

/** What pages fetch after their first screen does not come: they say so, keep their frame, and go on once it does. */

let browser: Browser;
let house: LiveHouse;
beforeAll(async () => {
  browser = await launchChromium();
  house = await liveHouse();
});
afterAll(async () => {
  await browser.close();
  await house.remove();
});

/** Answers a part of the page as a station does that has just been updated: not found. */
async function withhold(from: Page | BrowserContext, part: string): Promise<() => Promise<void>> {
  const address = `**/assets/${part}-*.js`;
  await from.route(address, (route) => route.fulfill({ status: 404, body: '' }));
  return () => from.unroute(address);
}

test('a kiosk whose screens do not come still calls a person, and shows them as soon as they do', async () => {
  const say = kioskSentences('fr');
  const context = await browser.newContext({ viewport: portrait, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints: string[] = [];
  listen(page, complaints, 'kiosk');
  const giveBack = await withhold(page, 'Visit');
  await page.goto(`${house.origin}/kiosk`);
  await page.locator('.attract-start').click();
  await page.getByText(say.get('failure.title') ?? '', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: say.get('foot.call') ?? '', exact: true }).isEnabled()).toBe(true);
  await giveBack();
  await page.getByRole('button', { name: say.get('failure.again') ?? '', exact: true }).click();
  await page.getByRole('heading', { name: say.get('home.hello') ?? '', exact: true }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('a section of the manager page that does not come says so, and comes after a new try', async () => {
  const people = new People(browser);
  const manager = await people.open('manager', `${house.origin}/manager`, { width: 1280, height: 800 });
  const giveBack = await withhold(manager.page, 'CallingPage');
  await manager.field('login.password').fill('demo-manager');
  await manager.press('login.enter');
  await manager.page
    .getByRole('navigation')
    .getByRole('link', { name: manager.say('section.calling'), exact: true })
    .click();
  await manager.sees('late.title');
  await giveBack();
  await manager.press('retry');
  await manager.page.locator('[data-section="calling"] h1').waitFor();
  await people.leave();
});

test('a page of the telephone that does not come leaves the way back', async () => {
  const people = new People(browser);
  // The service worker would have it from an earlier visit: that is what it is for.
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB', serviceWorkers: 'block' });
  const giveBack = await withhold(context, 'About');
  const lea = await people.tab(context, 'staff', `${house.origin}/staff`);
  await lea.press('about.open');
  await lea.sees('late.title');
  await lea.press('back');
  await giveBack();
  await lea.press('about.open');
  await lea.sees('about.not');
  await people.leave();
  await context.close();
});
