import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { demoBeacon } from '../support/live-house.ts';
import { iBeacon } from '../support/station.ts';
import { fakeVoice, type Heard } from './kiosk/fake-voice.ts';
import { Tour } from './kiosk/tour.ts';

/**
 * Every screen of the kiosk, in both languages, in the usual look, in high contrast, at 200 % and in landscape: axe finds nothing, nothing
 * leaves its place, "Call a person" is in reach, and every target fits a finger.
 */

let browser: Browser;
let tour: Tour;

beforeAll(async () => {
  browser = await launchChromium(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']);
});
afterAll(() => browser.close());

describe.each(['fr', 'en'] as const)('the kiosk in %s', (language) => {
  beforeEach(async () => {
    tour = await Tour.begin(browser, language);
  });
  afterEach(async () => {
    await tour.end();
    expect(tour.found).toEqual([]);
  });

  test('to somebody nobody knows', async () => {
    await tour.sees('attract.start');
    await tour.look('attract');
    await tour.press('foot.accessibility');
    await tour.look('accessibility-before');
    await tour.press('access.done');
    await tour.wake();
    await tour.look('home');
    await tour.press('foot.accessibility');
    await tour.look('accessibility');
    await tour.press('access.done');

    // Before anything fails: once the kiosk watches, it offers nothing.
    await tour.press('home.offers');
    await tour.page.locator('.offer').first().waitFor();
    await tour.look('offers');
    await tour.press('scene.back');

    await tour.press('home.find');
    await tour.page.locator('.shelf').first().waitFor();
    await tour.look('find');
    await tour.page.locator('.shelf').first().click();
    await tour.page.locator('.product').first().waitFor();
    await tour.look('find-shelf');
    const words = tour.page.getByRole('searchbox');
    await words.fill('choco');
    await tour.page.locator('.product').first().waitFor();
    await tour.page.locator('.keyboard .hg-button').first().waitFor();
    await tour.look('find-results');
    await tour.page.locator('.product').first().click();
    await tour.page.locator('.way-map').waitFor();
    await tour.look('product');
    await tour.press('scene.back');
    await words.fill('xylophone');
    await tour.button('find.none.person').waitFor();
    await tour.look('find-empty');
    await tour.page.getByRole('button', { name: tour.say('keyboard.hide') }).click();
    await tour.look('find-empty-settled');
    await tour.press('scene.back');

    await tour.press('home.ask');
    await tour.page.locator('.question').first().waitFor();
    await tour.look('ask');
    await tour.page.getByRole('textbox').fill('parking');
    await tour.press('ask.send');
    await tour.sees('ask.verdict');
    await tour.look('ask-answered');
    await tour.page.getByRole('textbox').fill('xylophone');
    await tour.press('ask.send');
    await tour.sees('ask.none');
    await tour.look('ask-none');
  });

  test('to somebody who has something to tell, and shows their face', async () => {
    await tour.wake();
    await tour.press('home.tell');
    await tour.look('tell');
    await tour.press('tell.complaint');
    await tour.look('complaint');
    await tour.press('complaint.write');
    await tour.page.getByRole('textbox').fill('Le pain était rassis. The bread was stale.');
    await tour.page.getByRole('button', { name: tour.say('keyboard.hide') }).click();
    await tour.look('write-complaint');
    await tour.press('write.send');
    await tour.page.locator('.ticket').waitFor();
    await tour.look('written');
    const [reference, code] = await tour.page.locator('.ticket dd').allInnerTexts();
    await tour.press('written.done');
    await tour.press('home.tell');
    await tour.press('tell.follow');
    await tour.page
      .getByRole('textbox')
      .nth(0)
      .fill(reference ?? '');
    await tour.page
      .getByRole('textbox')
      .nth(1)
      .fill(code ?? '');
    await tour.press('follow.open');
    await tour.sees('matter.received');
    await tour.look('matter');
    await tour.press('scene.back');
    await tour.press('tell.complaint');
    await tour.press('complaint.later');
    await tour.press('camera.off');
    await tour.look('camera-question');
    await tour.press('camera.yes');
    await tour.button('camera.stop').waitFor();
    await tour.look('camera-on');
    await tour.press('camera.stop');
    await tour.button('camera.stop').waitFor({ state: 'detached' });
    await tour.press('foot.end');
    await tour.sees('farewell');
    await tour.look('farewell');
    await tour.press('feedback.partly');
    await tour.sees('feedback.counted');
    await tour.look('feedback-words');
  });

  test('to somebody who joins', async () => {
    await tour.wake();
    await tour.press('home.join');
    await tour.look('join-recognition');
    await tour.press('join.no');
    await tour.sees('said.not-joined');
    await tour.look('home-not-joined');
    await tour.press('home.join');
    await tour.press('join.recognition.yes');
    await tour.look('join-history');
    await tour.press('join.history.yes');
    await tour.page.locator('.keyboard .hg-button').first().waitFor();
    await tour.look('join-name');
    await tour.page.getByRole('textbox').fill('Marie-Charlotte');
    await tour.press('join.name.next');
    await tour.look('join-picture');
    await tour.page.getByText(tour.say('picture.snail')).click();
    await tour.look('join-ready');
    await tour.press('enrol.start');
    await tour.sees('enrol.listening');
    tour.clock.hold();
    await tour.look('join-listening');
    tour.clock.release();
    await tour.hurry(30_000);
    await tour.sees('enrol.nothing');
    await tour.look('join-nothing-heard');
    await tour.press('enrol.again');
    await tour.sees('enrol.listening');
    await tour.touch();
    for (let ms = 0; ms <= 31_000; ms += 250) {
      for (const minor of [12, 13]) tour.house.air.send(iBeacon(minor), -55);
      await tour.hurry(250);
    }
    await tour.sees('enrol.several');
    await tour.look('join-several-heard');
    await tour.press('enrol.again');
    await tour.sees('enrol.listening');
    const leave = tour.present(() => iBeacon(12));
    await tour.sees('enrol.done');
    await tour.look('join-done');
    await tour.press('enrol.account');
    await tour.sees('account.leave');
    await tour.look('account-new');
    leave();
    await tour.done();

    // The same beacon, which could be a copy: the name only after the picture.
    await tour.hurry(60_000);
    tour.present(() => iBeacon(12));
    await tour.button('home.confirm').waitFor();
    await tour.look('greeting-unsure');
    await tour.press('home.confirm');
    await tour.look('picture-question');
    await tour.page.getByText(tour.say('picture.boat')).click();
    await tour.sees('confirm.wrong');
    await tour.look('picture-wrong');
    for (const picture of ['picture.cat', 'picture.sun']) await tour.page.getByText(tour.say(picture)).click();
    await tour.sees('confirm.closed');
    await tour.look('picture-closed');
    await tour.done();
  });

  test('to somebody who joins and thinks better of it', async () => {
    await tour.wake();
    await tour.press('home.join');
    await tour.press('join.recognition.yes');
    await tour.press('join.no');
    await tour.press('join.name.none');
    await tour.press('join.picture.none');
    await tour.press('enrol.start');
    await tour.sees('enrol.listening');
    tour.present(() => iBeacon(12));
    await tour.sees('enrol.done');
    await tour.press('enrol.account');
    await tour.press('account.leave.now');
    await tour.sees('said.left');
    // Joining begins again with its first question, and with nothing agreed.
    await tour.press('home.join');
    await tour.button('join.recognition.yes').waitFor();
  });

  test('to somebody who walks away', async () => {
    await tour.wake();
    await tour.press('home.ask');
    await tour.mirrored('ask', () => tour.page.getByRole('textbox').fill('parking'));
    await tour.press('ask.send');
    await tour.sees('ask.verdict');
    await tour.press('foot.accessibility');
    await tour.press('access.done');
    await tour.sees('ask.verdict');
    await tour.hurry(46_000);
    await tour.sees('idle.title');
    tour.clock.hold();
    await tour.look('still-there');
    tour.clock.release();
    await tour.press('idle.here');
    await tour.sees('ask.verdict');
    await tour.done();

    const leave = tour.present(demoBeacon('camille', tour.clock));
    await tour.page.getByText('Camille').waitFor();
    if (language === 'en') await tour.page.getByRole('button', { name: 'English' }).click();
    await tour.press('home.find');
    await tour.page.getByRole('searchbox').fill('zebulon');
    await tour.sees('find.none', { query: 'zebulon' });
    await tour.press('scene.back');
    await tour.mirrored('account', () => tour.press('home.account'));
    await tour.press('account.points');
    await tour.page.locator('.purchases').waitFor();
    const there = ['zebulon', 'Camille', 'CAM2LE'];
    expect(await tour.remembered(there)).toEqual(there);
    leave();
    // Out of the zone, then the question, then its end.
    await tour.hurry(70_000);
    await tour.sees('farewell');
    expect(await tour.remembered(there)).toEqual([]);
    await tour.page.locator('.attract').waitFor();
    expect(await tour.remembered(there)).toEqual([]);
  });

  test('to somebody we know', async () => {
    tour.present(demoBeacon('camille', tour.clock));
    // A greeting speaks the customer's own language; the shopper may still change it.
    await tour.page.getByText('Camille').waitFor();
    if (language === 'en') await tour.page.getByRole('button', { name: 'English' }).click();
    await tour.sees('home.hello.name', { name: 'Camille' });
    await tour.look('greeting');
    await tour.press('offer.why');
    await tour.page.locator('.notice-warm').waitFor();
    await tour.look('greeting-why');
    await tour.press('offer.decline');
    await tour.sees('home.offers');
    await tour.look('greeting-declined');
    await tour.press('home.account');
    await tour.button('account.points').waitFor();
    await tour.look('account');
    await tour.press('account.points');
    await tour.page.locator('.purchases').waitFor();
    await tour.look('account-points');
    await tour.press('scene.back');
    await tour.press('account.title');
    await tour.page.locator('.known li').first().waitFor();
    await tour.look('account-facts');
    await tour.press('scene.back');
    await tour.press('account.preferences');
    await tour.page.locator('.preferences li').first().waitFor();
    await tour.look('account-preferences');
    await tour.page.locator('.preferences .button').last().click();
    await tour.press('preference.diet.yes');
    await tour.page.locator('.several').waitFor();
    await tour.look('account-diet');
    await tour.press('correct.leave');
    await tour.press('scene.back');
    await tour.press('account.leave.now');
    await tour.sees('said.left');
    await tour.look('home-left');
  });

  test('to somebody who wants a person', async () => {
    await tour.wake();
    await tour.press('home.find');
    for (const words of ['xylophone', 'trombone', 'saxophone']) {
      await tour.page.getByRole('searchbox').fill(words);
      await tour.page.getByText(words).first().waitFor();
      await tour.hurry(2_000);
    }
    await tour.sees('proposal.title');
    await tour.look('proposal');
    await tour.press('proposal.no');

    let let_through = () => {};
    const held = new Promise<void>((resolve) => {
      let_through = resolve;
    });
    await tour.page.route('**/api/kiosk/call', async (route) => {
      await held;
      await route.abort();
    });
    await tour.press('foot.call');
    await tour.sees('calling');
    await tour.look('calling');
    let_through();
    await tour.sees('calling.failed');
    await tour.look('calling-failed');
    await tour.page.unroute('**/api/kiosk/call');

    await tour.open('always');
    await tour.sees('call.nobody');
    await tour.look('call-nobody-on-duty');
    await tour.open('never');
    await tour.sees('call.closed-hours', { phone: '01 23 45 67 89' });
    await tour.look('call-closed-hours');
    await tour.open('always');
    await tour.press('call.come-back');
    await tour.sees('call.cancelled');
    await tour.look('call-cancelled');
    await tour.press('call.carry-on');

    await tour.onDuty(true);
    await tour.press('foot.call');
    await tour.sees('call.sent');
    await tour.look('call-sent');
    await tour.employee('seen');
    await tour.sees('call.seen');
    await tour.look('call-seen');
    await tour.press('call.find');
    await tour.button('strip.call').waitFor();
    await tour.look('call-aside');
    await tour.press('strip.call');
    await tour.hurry(50_000);
    await tour.sees('call.waiting');
    await tour.look('call-waiting');
    await tour.hurry(80_000);
    await tour.sees('call.unanswered');
    await tour.look('call-unanswered');
    await tour.press('call.note');
    await tour.page.locator('textarea').fill('Le lave-vaisselle fuit depuis hier.');
    await tour.look('note');
    await tour.page.locator('input[type="text"]').fill('06 12 34 56 78');
    await tour.press('note.leave');
    await tour.sees('note.left');
    await tour.look('note-left');
    await tour.press('note.remove');
    await tour.button('call.note').waitFor();
    // On a fast machine all since the waits above was within four seconds, and the station has heard of none of it.
    await tour.touch();
    await tour.hurry(600_000);
    await tour.sees('call.still-there');
    await tour.look('call-still-there');
    await tour.press('call.yes-waiting');
    await tour.sees('call.unanswered');
    await tour.employee('claim');
    await tour.sees('call.coming.name', { name: 'Léa' });
    await tour.look('call-coming');
    await tour.press('arrival.open');
    await tour.look('arrival-code');
    for (const digit of await tour.arrivalCode()) await tour.page.getByRole('button', { name: digit, exact: true }).click();
    await tour.sees('call.here.name', { name: 'Léa' });
    await tour.look('call-here');
    await tour.employee('resolve');
    await tour.sees('call.done');
    await tour.look('call-done');
  });

  test('when the station is gone', async () => {
    await tour.wake();
    await tour.press('home.find');
    await tour.page.getByRole('searchbox').fill('choco');
    await tour.page.locator('.product').first().waitFor();
    await tour.house.halt();
    await tour.sees('link.lost');
    await tour.look('unreachable');
    await tour.page.getByRole('searchbox').fill('chocolat');
    await tour.look('unreachable-search');
    await tour.house.restart();
    await tour.page.getByText(tour.say('link.lost')).waitFor({ state: 'detached', timeout: 30_000 });
    await tour.page.route('**/api/events/kiosk', (route) => route.abort());
    await tour.page.reload();
    await tour.page.locator('h1').waitFor();
    if (language === 'en') await tour.page.getByRole('button', { name: 'English' }).click();
    await tour.sees('opening.lost');
    await tour.look('opening');
  });
});

test('to somebody who listens: by keypad, without sight, and nothing personal aloud', async () => {
  tour = await Tour.begin(browser, 'fr', { before: fakeVoice });
  const { page } = tour;
  const heard = () => page.evaluate(() => (globalThis as unknown as { heard: Heard }).heard);
  const hears = async (words: string) => {
    await expect.poll(async () => (await heard()).said.map(({ text }) => text).join(' '), { timeout: 8_000 }).toContain(words);
  };
  // Playwright has no such keys; a keypad does.
  const socket = (key: string) =>
    page.evaluate((key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })), key);
  await page.keyboard.press('F2');
  await hears('Bonjour.');
  await hears('Flèches pour avancer');
  await page.keyboard.press('ArrowDown');
  await hears('Trouver un produit');
  await hears('bouton, 2 sur ');
  expect(new Set((await heard()).said.map(({ voice }) => voice))).toEqual(new Set(['Amélie']));

  const { cancelled } = await heard();
  await page.locator('h1').click();
  expect((await heard()).cancelled).toBeGreaterThan(cancelled);

  const leave = tour.present(demoBeacon('camille', tour.clock));
  await page.getByText('Camille').waitFor();
  await hears('personnel');
  expect(JSON.stringify(await heard())).not.toContain('Camille');
  await socket('F15');
  await hears('Camille');
  await socket('F16');
  const silent = (await heard()).said.length;
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.waitForTimeout(600);
  expect((await heard()).said).toHaveLength(silent);

  // A language without a voice of this machine is said to have none.
  await page.keyboard.press('F4');
  await page.keyboard.press('F2');
  await page.getByRole('button', { name: 'Accessibility' }).click();
  await page.getByText('This kiosk has no voice for English').waitFor();

  // The keys alone reach a field, its keyboard and the way out again, and call a person.
  await page.keyboard.press('F4');
  await page.keyboard.press('Escape');
  leave();
  await page.keyboard.press('F1');
  await tour
    .button('call.cancel')
    .or(page.getByText(tour.say('call.nobody')))
    .first()
    .waitFor();
  await tour.end();
  expect(tour.found).toEqual([]);
});

test('a screen that breaks leaves "Call a person" where it is', async () => {
  tour = await Tour.begin(browser, 'en');
  await tour.wake();
  await tour.page.route('**/api/kiosk/search', (route) => route.fulfill({ json: { products: [], categories: [null] } }));
  await tour.press('home.find');
  await tour.sees('failure.title');
  await tour.button('foot.call').waitFor();
  await tour.press('failure.again');
  await tour.sees('home.lead');
  await tour.end();
});

describe.each(['fr', 'en'] as const)('a store on its first day in %s', (language) => {
  test('has nothing in it and says so', async () => {
    tour = await Tour.begin(browser, language, { demo: false });
    await tour.look('empty-attract');
    await tour.wake();
    await tour.press('home.find');
    await tour.look('empty-find');
    await tour.press('scene.back');
    await tour.press('home.ask');
    await tour.look('empty-ask');
    await tour.press('scene.back');
    await tour.press('home.offers');
    await tour.sees('offers.none');
    await tour.look('empty-offers');
    await tour.press('scene.back');
    await tour.press('home.join');
    await tour.press('join.recognition.yes');
    await tour.press('join.no');
    await tour.press('join.name.none');
    await tour.press('join.picture.none');
    await tour.press('enrol.start');
    await tour.sees('enrol.no-radio');
    await tour.look('join-no-radio');
    await tour.end();
    expect(tour.found).toEqual([]);
  });
});

test('what opens an answer, and the words of it, are not read aloud', async () => {
  tour = await Tour.begin(browser, 'fr', { before: fakeVoice });
  const { page } = tour;
  const heard = async () => (await page.evaluate(() => (globalThis as unknown as { heard: Heard }).heard)).said;
  const said = async () => (await heard()).map(({ text }) => text).join(' ');
  const withheld = async () => (await said()).split(tour.say('speech.personal')).length - 1;
  await page.keyboard.press('F2');
  await expect.poll(said, { timeout: 8_000 }).toContain('Bonjour.');
  await tour.press('home.tell');
  await tour.press('tell.idea');
  await page.getByRole('textbox').fill('Des bancs pour Mirabelle');
  await tour.press('write.send');
  await page.locator('.ticket').waitFor();
  const [reference = '', code = ''] = await page.locator('.ticket dd').allInnerTexts();
  await expect.poll(withheld, { timeout: 8_000 }).toBeGreaterThan(0);
  await tour.press('written.done');
  await tour.press('home.tell');
  await tour.press('tell.follow');
  for (const [at, text] of [reference, code].entries()) await page.getByRole('textbox').nth(at).fill(text);
  await tour.press('follow.open');
  await page.locator('.question-ask').click();
  await page.getByText('Mirabelle').waitFor();
  // With headphones in, the whole screen is read again.
  const socket = (key: string) =>
    page.evaluate((key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })), key);
  for (const secret of [reference, code, 'Mirabelle']) expect(await said()).not.toContain(secret);
  await socket('F15');
  await expect.poll(said, { timeout: 8_000 }).toContain('Mirabelle');
  await tour.end();
});
