import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { currentText } from '../../shared/consent/texts.ts';
import { launchChromium } from '../support/chromium.ts';
import { demoBeacon } from '../support/live-house.ts';
import { Tour } from './kiosk/tour.ts';
import { People } from './people.ts';

/** The words a manager publishes, asked again at the kiosk, and the rights screens of an account: in every look, in the longer language. */

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

test('new words are published, asked again, and the account gives, corrects and takes away', async () => {
  const tour = await Tour.begin(browser, 'fr');
  const people = new People(browser);
  try {
    const leave = tour.house.present(demoBeacon('camille', tour.clock), -55);
    await tour.button('home.account').waitFor();

    const manager = await people.open('manager', `${tour.house.origin}/manager#rights`, { width: 1280, height: 900 }, 'fr');
    await manager.field('login.password').fill('demo-manager');
    await manager.press('login.enter');
    await manager.sees('rights.texts');
    await manager.field('rights.purpose').selectOption('history');
    const french = manager.page.getByLabel('Français', { exact: true });
    const { fr, en } = currentText('history');
    await expect.poll(() => french.inputValue()).toBe(fr);
    await french.fill('');
    await manager.sees('rights.missing.question');
    expect(await manager.button('rights.publish').isDisabled()).toBe(true);
    await french.fill(`${fr} Merci de votre lecture.`);
    await manager.page.getByLabel('Anglais', { exact: true }).fill(`${en} Thank you for reading.`);
    await manager.page
      .getByRole('button', { name: manager.say('rights.preview') })
      .first()
      .click();
    await manager.page.getByText(manager.say('rights.meaning.changed')).click();
    await manager.look('rights');
    await manager.enlarged('rights');
    if (process.env.PREVENANCE_TOUR)
      await manager.page.screenshot({ path: `${process.env.PREVENANCE_TOUR}/manager-rights.png`, fullPage: true });
    await manager.press('rights.publish');
    await manager.page.getByText('history-s3').waitFor();
    await people.leave();

    await tour.sees('again.over');
    await tour.look('ask-again');
    await tour.press('join.history.yes');
    await tour.press('home.account');
    await tour.button('account.take').waitFor();
    await tour.look('account-rights');
    await tour.press('account.answers');
    await tour.look('account-answers');
    await tour.press('receipt.recognition');
    await tour.page.locator('.phone-code svg').waitFor();
    await tour.look('receipt');
    await tour.press('take.done');
    await tour.press('scene.back');
    await tour.press('account.title');
    await tour.press('account.correct');
    await tour.look('correct');
    await tour.press('correct.leave');
    await tour.press('scene.back');
    await tour.press('account.take');
    await tour.sees('take.no-network');
    await tour.look('take-away');
    leave();
    expect(tour.found).toEqual([]);
  } finally {
    await tour.end();
  }
});
