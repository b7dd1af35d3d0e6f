import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disguises } from '../../renderer/i18n/disguise.ts';
import { launchChromium } from '../support/chromium.ts';
import { demoBeacon } from '../support/live-house.ts';
import { Tour } from './kiosk/tour.ts';

/**
 * The screens of the kiosk in languages that do not exist: one whose sentences are 40 % longer, and one that runs from right to left. Nothing
 * is clipped, covers something else, leaves the screen or makes it scroll sideways.
 */

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe.each(disguises)('the kiosk with %s sentences', (disguise) => {
  test('keeps everything in its place', async () => {
    const tour = await Tour.begin(browser, 'fr', { disguise });
    await tour.look('attract');
    await tour.wake();
    await tour.look('home');
    expect(await tour.page.evaluate(() => document.documentElement.dir)).toBe(disguise === 'mirrored' ? 'rtl' : 'ltr');
    await tour.press('foot.accessibility');
    await tour.look('accessibility');
    await tour.press('access.done');
    await tour.press('home.offers');
    await tour.page.locator('.offer').first().waitFor();
    await tour.look('offers');
    await tour.press('scene.back');
    await tour.press('home.find');
    const words = tour.page.getByRole('searchbox');
    await words.fill('choco');
    await tour.page.locator('.product').first().waitFor();
    await tour.page.locator('.keyboard .hg-button').first().waitFor();
    await tour.look('find-results');
    await words.fill('xylophone');
    await tour.button('find.none.person').waitFor();
    await tour.look('find-empty');
    await tour.page.getByRole('button', { name: tour.say('keyboard.hide') }).click();
    await tour.press('scene.back');
    await tour.press('home.ask');
    await tour.page.locator('.question').first().waitFor();
    await tour.look('ask');
    await tour.press('scene.back');
    await tour.press('home.tell');
    await tour.look('tell');
    await tour.press('tell.complaint');
    await tour.look('complaint');
    await tour.press('complaint.later');
    await tour.press('camera.off');
    await tour.look('camera-question');
    await tour.press('scene.back');
    await tour.press('home.join');
    await tour.look('join-recognition');
    await tour.press('foot.call');
    await tour.sees('call.nobody');
    await tour.look('call');
    await tour.press('foot.end');
    await tour.sees('farewell');
    tour.present(demoBeacon('camille', tour.clock));
    await tour.page.locator('.offer').first().waitFor();
    await tour.look('greeting');
    await tour.press('home.account');
    await tour.page.locator('.scene-list h1').waitFor();
    await tour.look('account');
    await tour.end();
    expect(tour.found).toEqual([]);
  });
});
