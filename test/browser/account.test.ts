import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { demoBeacon } from '../support/live-house.ts';
import { iBeacon, Visitor } from '../support/station.ts';
import { Tour } from './kiosk/tour.ts';

/** Taps are counted from the first screen of a visit: into every part of an account, to a yes and to the end of it. */

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']);
});
afterAll(() => browser.close());

/** Touches buttons by name from the first screen on. @returns how many it took */
async function taps(tour: Tour, ...ids: readonly string[]): Promise<number> {
  for (const id of ids) await tour.press(id);
  return ids.length;
}
const home = async (tour: Tour): Promise<void> => {
  for (let back = tour.button('scene.back'); await back.first().isVisible(); ) await back.first().click();
};

test('every part of an account is two taps away, and no yes is easier than its end', async () => {
  const tour = await Tour.begin(browser, 'en');
  const { page } = tour;
  try {
    // Recognition: given with the fewest taps there are, then ended.
    await tour.wake();
    const toBeKnown = ['home.join', 'join.recognition.yes', 'join.no', 'join.name.none', 'join.picture.none', 'enrol.start'];
    const joining = await taps(tour, ...toBeKnown);
    await tour.sees('enrol.listening');
    const leave = tour.present(() => iBeacon(12));
    await tour.sees('enrol.done');
    await tour.press('receipt.recognition');
    await page.locator('.phone-code svg').waitFor();
    await tour.press('take.done');
    await tour.press('enrol.finish');
    leave();
    const leaving = await taps(tour, 'home.account', 'account.leave.now');
    await tour.sees('said.left');
    expect(leaving).toBeLessThanOrEqual(joining);

    // Camera.
    const cameraYes = await taps(tour, 'camera.off', 'camera.yes');
    await tour.button('camera.stop').waitFor();
    await tour.press('receipt.camera');
    await page.locator('.phone-code svg').waitFor();
    await tour.press('take.done');
    const cameraNo = await taps(tour, 'camera.stop');
    await tour.button('camera.off').waitFor();
    expect(cameraNo).toBeLessThanOrEqual(cameraYes);
    await tour.done();

    await tour.hurry(60_000);
    tour.present(demoBeacon('camille', tour.clock));
    await page.getByText('Camille').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    const parts = [
      ['account.points', '.points-total'],
      ['account.preferences', '.preferences li'],
      ['account.title', '.known li'],
      ['account.answers', '.consent-row'],
    ] as const;
    for (const [part, place] of parts) {
      expect(await taps(tour, 'home.account', part)).toBe(2);
      await page.locator(place).first().waitFor();
      await home(tour);
    }
    expect(await taps(tour, 'home.account', 'account.take')).toBe(2);
    await tour.sees('take.no-network');
    await home(tour);

    // History: three taps either way.
    const historyNo = await taps(tour, 'home.account', 'account.answers', 'consent.stop');
    await tour.button('consent.allow').nth(1).waitFor();
    await home(tour);
    const historyYes = await taps(tour, 'home.account', 'account.answers', 'consent.allow');
    await tour.button('receipt.history').waitFor();
    expect(historyNo).toBeLessThanOrEqual(historyYes);
    await home(tour);

    // A card by keys alone, and what it opens without a beacon.
    await taps(tour, 'home.account', 'account.title');
    await tour.button('account.card').focus();
    await page.keyboard.press('Enter');
    await tour.look('account-card');
    const made = page.waitForResponse((answer) => answer.url().endsWith('/api/kiosk/card-make'));
    await tour.button('card.make').focus();
    await page.keyboard.press('Enter');
    const { code } = await (await made).json();
    await tour.sees('card.take');
    await tour.done();
    await tour.hurry(60_000);
    await tour.wake();
    await taps(tour, 'home.join', 'join.member');
    await tour.look('card');
    await page.locator('body').click({ position: { x: 5, y: 300 } });
    for (const key of `${'B'.repeat(30)}`) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await tour.sees('card.wrong');
    for (const key of code) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await tour.button('account.points').waitFor();
    expect((await new Visitor(tour.house.origin).look('kiosk')).visit?.greeting).toMatchObject({ name: 'Camille' });
    expect(tour.found).toEqual([]);
  } finally {
    await tour.end();
  }
});
