import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isVoucherCode } from '../../shared/assistance/voucher.ts';
import { launchChromium } from '../support/chromium.ts';
import { HurriedClock } from '../support/hurried-clock.ts';
import { demoBeacon, type LiveHouse, liveHouse } from '../support/live-house.ts';
import { Visitor } from '../support/station.ts';
import { type Language, People, type Person } from './people.ts';

/** What stands around a call on an employee's phone: ideas, gestures, breaks, handing over, notes, and the page without its station. */

const phone = { width: 390, height: 844 };
const THUMB = 48;
const pictures = 'test/.out/screens';

let browser: Browser;
let clock: HurriedClock;
let house: LiveHouse;
let people: People;
let kiosk: Visitor;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await launchChromium();
  clock = new HurriedClock();
  house = await liveHouse({ clock });
  people = new People(browser);
  kiosk = new Visitor(house.origin);
  const manager = new Visitor(house.origin);
  await manager.call('auth/manager-login', { password: 'demo-manager' });
  await manager.call('manager/goodwill-budget', {
    budget: { perGestureCents: 1_500, perEmployeeCents: 4_000, perDayCents: 8_000 },
  });
  await manager.call('manager/plan-save', {
    plan: {
      width: 24,
      height: 14,
      places: [
        { kind: 'kiosk', id: 'kiosk', x: 6, y: 4, radius: null },
        { kind: 'zone', id: 'entrance-kiosk', x: 6, y: 4, radius: 2.5 },
      ],
    },
    from: (await manager.call('manager/plan', {})).revision,
  });
});
afterAll(async () => {
  try {
    await people.leave();
  } finally {
    await browser.close();
    await house.remove();
    clock.stop();
  }
});

const picture = (person: Person, name: string) => person.page.screenshot({ path: `${pictures}/staff-${name}.png` });

async function onDuty(code: string, pin: string, language: Language, theme: 'dark' | 'light' = 'dark'): Promise<Person> {
  const yesterday = new Visitor(house.origin);
  await yesterday.call('auth/employee-login', { code, pin });
  await yesterday.call('staff/duty', { onDuty: false });
  const person = await people.open('staff', `${house.origin}/staff`, phone, language);
  await person.page.evaluate((wanted) => localStorage.setItem('prevenance.staff.theme', wanted), theme);
  await person.page.reload();
  await person.press('about.open');
  await person.sees('about.not');
  await person.press('back');
  await person.field('login.code').fill(code);
  await person.field('login.pin').fill(pin);
  await person.press('login.enter');
  await person.press('go-on-duty');
  await person.sees('calm');
  return person;
}

/** Somebody searches in vain for a while, and calls. */
async function called(commandId: string): Promise<void> {
  await kiosk.call('kiosk/touch', { language: 'fr' });
  await kiosk.call('kiosk/search', { query: 'sirop menthe', category: null });
  clock.hurry(2_000);
  await kiosk.call('kiosk/call', { commandId, reason: 'asked', language: 'fr' });
}

/** A look at the whole screen, then at one with letters twice as large. */
async function look(person: Person, name: string): Promise<void> {
  await person.look(name, THUMB);
  await picture(person, name);
  await person.enlarged(name, THUMB);
}

describe.each([
  ['fr', 'dark'],
  ['en', 'light'],
] as const)('an employee in %s, %s', (language, theme) => {
  test('takes a break, is told what may help, makes a gesture, and is done two taps after arriving', async () => {
    const named = (name: string) => `${name}-${language}-${theme}`;
    const lea = await onDuty('LEA', '1234', language, theme);
    await lea.sees('awake.held');
    await look(lea, named('calm'));
    await lea.press('break.take', { minutes: '10' });
    await lea.sees('break');
    expect(await lea.page.getByRole('timer').textContent()).toMatch(/^(10:00|9:\d\d)$/);
    await look(lea, named('break'));
    await lea.press('break.return');
    await lea.sees('calm');

    const leaves = house.present(demoBeacon('camille', clock));
    await expect
      .poll(async () => {
        clock.hurry(1_000);
        return (await kiosk.look('kiosk')).visit?.greeting;
      })
      .toMatchObject({ name: 'Camille' });
    await called(`ideas-${language}`);
    leaves();
    await lea.press('claim');
    await lea.sees('suggestions');
    await lea.page.getByText('Bonjour Camille, vous cherchiez « sirop menthe »').waitFor();
    await lea.page.locator('.floor-thumb').waitFor();
    await lea.sees('card.arrival-code');
    await look(lea, named('ideas'));
    await lea.page.screenshot({ path: `${pictures}/staff-${named('ideas-whole')}.png`, fullPage: true });
    await lea.press('arrived');
    await lea.button('resolve').waitFor();
    await lea.press('goodwill.open');
    await look(lea, named('gesture'));
    await lea.page.locator('.choice-option').nth(1).click();
    await lea.page.getByText(lea.say('goodwill.reason.not-in-stock'), { exact: true }).click();
    await lea.page.locator('.give').click();
    await lea.page.locator('.voucher').waitFor();
    expect(isVoucherCode((await lea.page.locator('.voucher').textContent()) ?? '')).toBe(true);
    await look(lea, named('voucher'));
    await lea.press('goodwill.done');
    await lea.press('resolve');
    await lea.press('ending.needed-yes');
    await lea.sees('calm');
    await kiosk.call('kiosk/end', {});
    // Until she has been away for a while, nobody greets her again.
    clock.hurry(60_000);
    await lea.press('more');
    await look(lea, named('more'));
    await lea.press('about.open');
    await lea.look(named('about'), THUMB);
    await lea.page.screenshot({ path: `${pictures}/staff-${named('about')}.png`, fullPage: true });
    await lea.page.context().close();
  });
});

test('a call is never hidden behind another page of the phone, and a tapped message leads to it from any', async () => {
  const lea = await onDuty('LEA', '1234', 'fr');
  await lea.press('more');
  await called('behind');
  await lea.sees('card.open');
  await look(lea, 'call-waits');
  await lea.press('waits.see');
  await lea.button('claim').waitFor();
  await lea.press('more');
  const callId = (await kiosk.look('kiosk')).visit?.call?.id ?? '';
  await lea.page.evaluate((id) => navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data: id })), callId);
  await lea.button('claim').waitFor();
  await kiosk.call('kiosk/end', {});
  await lea.page.context().close();
});

test('a call is handed over to a colleague who accepts, and stays where it is when they do not', async () => {
  const lea = await onDuty('LEA', '1234', 'en');
  const karim = await onDuty('KARIM', '2345', 'en');
  await called('hand-over');
  await lea.press('claim');
  await lea.press('hand-over');
  await lea.page.getByRole('button', { name: 'Karim', exact: true }).click();
  await karim.sees('card.offered');
  await look(karim, 'offered');
  await karim.press('decline');
  await lea.sees('notice.not-handed-over', { name: 'Karim' });
  await lea.press('notice.ok');
  await lea.press('hand-over');
  await lea.page.getByRole('button', { name: 'Karim', exact: true }).click();
  await karim.press('take-over');
  await karim.button('arrived').waitFor();
  await lea.sees('notice.taken-by', { owner: 'Karim', place: 'Borne de l’entrée' });
  await kiosk.call('kiosk/note', { text: 'Le sirop de menthe revient quand ?', contact: '06 12 34 56 78' });
  await kiosk.call('kiosk/end', {});
  await lea.page.getByText('06 12 34 56 78').waitFor();
  await look(lea, 'note');
  await lea.page.getByText(lea.say('note.done'), { exact: true }).click();
  await lea.page.getByText('06 12 34 56 78').waitFor({ state: 'detached' });
});

test('the page can be installed, opens without its station and says so, and keeps nothing that was live', async () => {
  const lea = await onDuty('LEA', '1234', 'en');
  const manifest = await lea.page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
    return (await fetch(link?.href ?? '')).json();
  });
  expect(manifest).toMatchObject({ start_url: '/staff', scope: '/staff', display: 'standalone' });
  for (const { src, type } of manifest.icons) {
    const icon = await lea.page.request.get(`${house.origin}${src}`);
    expect([icon.status(), icon.headers()['content-type']]).toEqual([200, type]);
  }
  await lea.page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active?.state));
  await lea.page.reload();
  await lea.sees('calm');
  const kept = await lea.page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.filter((path) => !path.startsWith('/assets/')).sort()).toEqual(['/staff', '/theme.css']);

  await house.halt();
  await lea.sees('link.lost');
  await lea.page.locator('.toggle').first().click();
  await lea.page.getByText(lea.say('errand.duty')).waitFor({ timeout: 20_000 });
  await picture(lea, 'unknown');
  const cold = await people.tab(lea.page.context(), 'staff', `${house.origin}/staff`);
  await cold.sees('login.no-station');
  await look(cold, 'no-station');
  await house.restart();
  await cold.sees('off-duty');
  await lea.sees('off-duty');
});
