import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { computeEid } from '../../devices/beacons/eid.ts';
import { encodeEddystoneEid } from '../../devices/beacons/encode.ts';
import { dbm } from '../../shared/units.ts';
import { launchChromium } from '../support/chromium.ts';
import { Visitor } from '../support/station.ts';
import { Tour } from './kiosk/tour.ts';

/** A telephone that becomes a beacon, the beacons of an account, and help for one that is lost: in every look, in the longer language. */

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

test('a telephone joins, shares, and is blocked and found again', async () => {
  const tour = await Tour.begin(browser, 'fr');
  try {
    await tour.wake();
    await tour.press('home.join');
    await tour.press('join.recognition.yes');
    await tour.press('join.no');
    await tour.press('join.name.none');
    await tour.page.getByText(tour.say('picture.snail')).click();
    await tour.look('enrol-ready');
    await tour.press('enrol.start.phone');
    await tour.page.locator('.phone-code svg').waitFor();
    await tour.look('enrol-phone');

    const enrolment = (await new Visitor(tour.house.origin).look('kiosk')).visit?.enrolment;
    if (enrolment?.state !== 'phone') throw new Error(`no code: ${enrolment?.state}`);
    const uri = new URL(enrolment.uri);
    const key = Buffer.from(uri.searchParams.get('k') ?? '', 'hex');
    const offset = Number(uri.searchParams.get('t')) - Math.floor(tour.clock.wall() / 1000);
    const sends = () => {
      const eid = computeEid(key, Number(uri.searchParams.get('e')), Math.floor(tour.clock.wall() / 1000) + offset);
      return encodeEddystoneEid({ eid, measuredPower: dbm(-59) });
    };
    const leave = tour.house.present(sends, -60);
    await tour.sees('enrol.done');
    expect(await tour.page.content()).not.toContain(enrolment.uri);
    await tour.press('enrol.account');
    await tour.press('account.title');
    await tour.page.locator('.beacon').waitFor();
    await tour.look('account-beacons');
    const number = await tour.page.locator('.known .figures').first().innerText();

    await tour.press('beacon.share');
    await tour.press('join.recognition.yes');
    await tour.press('join.no');
    await tour.press('join.name.none');
    await tour.press('join.picture.none');
    await tour.look('enrol-sharing');
    await tour.press('enrol.share');
    await tour.sees('enrol.picture-needed');
    await tour.press('enrol.picture');
    await tour.page.getByText(tour.say('picture.moon')).click();
    await tour.sees('enrol.done');
    leave();
    await tour.press('foot.end');
    await tour.sees('farewell');
    await tour.hurry(30_000);
    await tour.wake();
    await tour.press('home.join');
    await tour.press('join.member');
    await tour.press('join.already');
    await tour.page.getByRole('textbox').fill(number);
    await tour.look('help-number');
    await tour.press('help.block');
    await tour.page.getByText(tour.say('picture.cat')).click();
    await tour.sees('help.wrong');
    await tour.look('help-picture');
    await tour.page.getByText(tour.say('picture.snail')).click();
    await tour.sees('help.blocked');
    await tour.look('help-blocked');
    await tour.press('help.undo');
    await tour.sees('help.unblocked');
  } finally {
    await tour.end();
  }
  expect(tour.found).toEqual([]);
});
