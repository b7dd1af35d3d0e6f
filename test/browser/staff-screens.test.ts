import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { HurriedClock } from '../support/hurried-clock.ts';
import { type LiveHouse, liveHouse } from '../support/live-house.ts';
import { Visitor } from '../support/station.ts';
import { type Language, People, type Person } from './people.ts';

/**
 * Every screen of the staff page in both languages, dark and light, on a small phone and with large letters; and what an employee does
 * in a day, with its mishaps. Only the people and the radio are the test's.
 */

const phone = { width: 390, height: 844 };
const smallPhone = { width: 360, height: 640 };
/** Pixels a thumb needs, wet or gloved. */
const THUMB = 48;

let browser: Browser;
let clock: HurriedClock;
let house: LiveHouse;
let people: People;
let kiosk: Visitor;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  clock = new HurriedClock();
  house = await liveHouse({ clock });
  people = new People(browser);
  kiosk = new Visitor(house.origin);
});
afterEach(async () => {
  try {
    await people.leave();
  } finally {
    await house.remove();
    clock.stop();
  }
});

const openStaff = (language: Language = 'en', viewport = phone) =>
  people.open('staff', `${house.origin}/staff`, viewport, language);

async function logIn(employee: Person, code: string, pin: string): Promise<void> {
  await employee.field('login.code').fill(code);
  await employee.field('login.pin').fill(pin);
  const answered = employee.page.waitForResponse('**/api/auth/employee-login');
  await employee.press('login.enter');
  await answered;
}

async function onDuty(code: string, pin: string, language: Language = 'en', viewport = phone): Promise<Person> {
  const employee = await openStaff(language, viewport);
  await logIn(employee, code, pin);
  await employee.press('go-on-duty');
  await employee.sees('calm');
  return employee;
}

let commands = 0;
/** A shopper calls from the kiosk, after a search that found nothing. */
async function shopperCalls(): Promise<string> {
  commands += 1;
  await kiosk.call('kiosk/touch', { language: 'fr' });
  await kiosk.call('kiosk/search', { query: 'une trompette en laiton pour enfant gaucher', category: null });
  const { call } = await kiosk.call('kiosk/call', { commandId: `test-${commands}`, reason: 'asked', language: 'fr' });
  return call.id;
}
const callState = async () => (await kiosk.look('kiosk')).visit?.call?.state;

describe.each(['fr', 'en'] as const)('the staff page in %s', (language) => {
  test('shows each of its screens without a fault', async () => {
    const lea = await openStaff(language);
    const look = async (name: string) => {
      await lea.look(name, THUMB);
      await lea.enlarged(name, THUMB);
      await lea.page.setViewportSize(smallPhone);
      await lea.measure(`${name} on a small phone`, THUMB);
      await lea.page.setViewportSize(phone);
    };
    expect(await lea.page.evaluate(() => document.documentElement.lang)).toBe(language);
    await lea.button('login.enter').waitFor();
    await look('door');
    await lea.press('login.enter');
    await lea.sees('login.code-missing');
    await look('door without a code');
    await logIn(lea, 'LEA', '9999');
    await lea.sees('login.wrong');
    expect(await lea.field('login.code').inputValue()).toBe('LEA');
    expect(await lea.field('login.pin').inputValue()).toBe('');
    await look('door after a wrong PIN');
    await logIn(lea, 'LEA', '1234');
    await lea.sees('off-duty.nobody');
    await look('off duty, alone');
    await lea.press('go-on-duty');
    await lea.sees('calm');
    await look('nobody is waiting');

    await shopperCalls();
    await lea.button('claim').waitFor();
    expect(await lea.page.title()).toContain('●');
    await look('a call');
    await lea.press('claim');
    await lea.button('arrived').waitFor();
    await lea.sees('card.lease');
    await look('on the way');
    await lea.press('arrived');
    await lea.button('resolve').waitFor();
    await look('with the shopper');
    await lea.press('resolve');
    await lea.sees('ending.needed');
    await look('how it ended');
    await lea.press('ending.needed-yes');
    await lea.sees('calm');

    await lea.press('more');
    await look('more');
    await lea.page.locator('.toggle').first().click();
    await look('more, light');
    await lea.press('about.open');
    await look('what the system does, light');
    await lea.press('back');
    await lea.press('back');
    await shopperCalls();
    await lea.button('claim').waitFor();
    await look('a call, light');
    await house.halt();
    await lea.sees('lost.title');
    await look('connection lost, light');
    await house.restart();
    await lea.page.getByText(lea.say('lost.title')).waitFor({ state: 'detached', timeout: 30_000 });
  });
});

describe('an employee', () => {
  test('claims, arrives and resolves, and a double tap is one tap', async () => {
    const lea = await onDuty('LEA', '1234');
    await shopperCalls();
    await lea.button('claim').dblclick({ delay: 40 });
    await lea.button('arrived').waitFor();
    await lea.page.waitForTimeout(300);
    expect(await callState()).toBe('claimed');
    await lea.button('arrived').dblclick({ delay: 40 });
    await lea.button('resolve').waitFor();
    await lea.page.waitForTimeout(300);
    expect(await callState()).toBe('arrived');
    await lea.press('resolve');
    await lea.page.getByText(lea.say('outcome.could-not-help'), { exact: true }).click();
    await lea.press('ending.needed-no');
    await lea.sees('calm');
    expect(await callState()).toBe('resolved');
  });

  test('keeps the focus from step to step with a keyboard, and hears each step said', async () => {
    const lea = await onDuty('LEA', '1234');
    await shopperCalls();
    const said = lea.page.locator('[role=status].unseen');
    await lea.button('claim').waitFor();
    expect(await said.textContent()).toContain(lea.say('card.open'));
    await expect.poll(() => lea.button('claim').isEnabled()).toBe(true);
    await lea.button('claim').press('Enter');
    const focused = () => lea.page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(focused).toBe(lea.say('arrived'));
    expect(await said.textContent()).toContain(lea.say('card.mine'));
    await lea.page.keyboard.press('Enter');
    await expect.poll(focused).toBe(lea.say('resolve'));
  });

  test('who loses the race reads who has the call, and gets it when it is handed back', async () => {
    const lea = await onDuty('LEA', '1234');
    const karim = await onDuty('KARIM', '2345');
    await shopperCalls();
    await Promise.all([lea.button('claim').waitFor(), karim.button('claim').waitFor()]);
    await lea.press('claim');
    await lea.button('arrived').waitFor();
    const { place } = await lea.page.locator('.card-place').evaluate((heading) => ({ place: heading.textContent }));
    await karim.sees('notice.taken-by', { owner: 'Léa', place: place ?? '' });
    await karim.look('the race is lost', THUMB);
    await lea.press('release');
    await karim.button('claim').waitFor();
    await karim.press('claim');
    await karim.button('arrived').waitFor();
  });

  test('who does not get there in time reads that the call went back to everyone', async () => {
    const lea = await onDuty('LEA', '1234');
    await shopperCalls();
    await lea.press('claim');
    await lea.button('arrived').waitFor();
    clock.hurry(91_000);
    await lea.page.getByText('Time to arrive ran out').waitFor();
    await lea.button('claim').waitFor();
    await lea.look('the call went back', THUMB);
  });

  test('knows when the connection is lost, and a claim made meanwhile lands when it is back', async () => {
    const lea = await onDuty('LEA', '1234');
    await shopperCalls();
    await lea.button('claim').waitFor();
    await house.halt();
    await lea.sees('lost.title');
    await lea.press('claim');
    await lea.page.getByText(lea.say('unknown')).waitFor({ timeout: 20_000 });
    await lea.look('unknown whether it arrived', THUMB);
    await house.restart();
    await lea.button('arrived').waitFor({ timeout: 30_000 });
    expect(await callState()).toBe('claimed');
  });

  test('with two tabs sees the same call in both, and cannot act in one after logging out in the other', async () => {
    const lea = await onDuty('LEA', '1234');
    const other = await people.tab(lea.page.context(), 'staff', `${house.origin}/staff`);
    await other.sees('calm');
    await shopperCalls();
    await other.press('claim');
    await Promise.all([lea.button('arrived').waitFor(), other.button('arrived').waitFor()]);
    await lea.press('more');
    await lea.press('logout');
    await lea.button('login.enter').waitFor();
    // Its next tap is refused, unless the station has ended its stream before.
    await other
      .button('arrived')
      .click({ timeout: 5_000 })
      .catch(() => undefined);
    await other.button('login.enter').waitFor();
  });

  test('reads how long to wait after too many wrong PINs, and that is true', async () => {
    const lea = await openStaff();
    for (let i = 0; i < 5; i += 1) {
      await logIn(lea, 'LEA', '0000');
      await lea.sees('login.wrong');
    }
    clock.hurry(10 * 60_000);
    await logIn(lea, 'LEA', '1234');
    await lea.page.getByText('Too many tries. Wait 5 minutes.').waitFor();
    await lea.look('throttled', THUMB);
    clock.hurry(5 * 60_000);
    await logIn(lea, 'LEA', '1234');
    await lea.button('go-on-duty').waitFor();
  });
});
