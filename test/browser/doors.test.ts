import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { type LiveHouse, liveHouse } from '../support/live-house.ts';
import { People, type Person } from './people.ts';

/** A real store's doors, as people meet them: enrolment by a typed code, a badge reader, revocation, a passkey, the log. */

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };
const PASSWORD = 'a long password';
const shots = process.env.PREVENANCE_SHOTS;

let browser: Browser;
let house: LiveHouse;
let people: People;
/** A name, unlike 127.0.0.1: passkeys belong to names. */
let origin: string;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  house = await liveHouse({ demo: false });
  origin = house.origin.replace('127.0.0.1', 'localhost');
  people = new People(browser);
});
afterEach(async () => {
  try {
    await people.leave();
  } finally {
    await house.remove();
  }
});

const shoot = async (person: Person, name: string) => {
  if (shots !== undefined) await person.page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};

async function setUp(): Promise<Person> {
  const claire = await people.open('manager', `${origin}/manager`, desk);
  await claire.field('setup.code').fill(house.setupCode);
  await claire.field('setup.password').fill(PASSWORD);
  await claire.press('setup.enter');
  await claire.page.getByRole('link', { name: claire.say('section.employees') }).click();
  await claire.button('employees.new').first().click();
  await claire.field('employee.name').fill('Léa');
  await claire.field('employee.code').fill('LEA');
  await claire.field('employee.pin').fill('1234');
  await claire.field('employee.badge').fill('0042-7');
  await claire.press('save');
  await claire.sees('employee.has-badge');
  return claire;
}

test('a handheld is enrolled by its typed code, opened with a badge, and sent away', async () => {
  const claire = await setUp();
  const lea = await people.open('staff', `${origin}/staff`, phone, 'fr');
  await lea.sees('enrol.title');
  expect(await lea.page.getByLabel(lea.say('login.pin'), { exact: true }).count()).toBe(0);
  await lea.look('not enrolled', 48);
  await lea.enlarged('not enrolled', 48);
  await shoot(lea, 'staff-not-enrolled');
  await lea.field('enrol.code').fill('AAAA-AAAA');
  await lea.press('enrol.enter');
  await lea.sees('enrol.wrong');

  await claire.page.getByRole('link', { name: claire.say('section.devices') }).click();
  await claire.button('devices.enrol').first().click();
  await claire.field('devices.name').fill('Handheld 2');
  await claire.press('devices.make-code');
  const code = (await claire.page.locator('.enrol-code').textContent()) ?? '';
  await claire.look('code');
  await shoot(claire, 'manager-code');
  await lea.field('enrol.code').fill(code.toLowerCase());
  await lea.press('enrol.enter');
  await claire.sees('devices.arrived', { name: 'Handheld 2' });
  await claire.press('close');

  // A badge reader is a keyboard that ends with Enter.
  await lea.field('login.code').focus();
  await lea.page.keyboard.type('0042-7');
  await lea.page.keyboard.press('Enter');
  await lea.page.keyboard.type('1234');
  await lea.page.keyboard.press('Enter');
  await lea.press('go-on-duty');
  await lea.sees('calm');

  await claire.page.reload();
  await claire.page.getByText('Handheld 2').first().waitFor();
  await claire.look('devices');
  await shoot(claire, 'manager-devices');
  await claire.press('devices.revoke-named', { name: 'Handheld 2' });
  await claire.page
    .getByRole('alertdialog')
    .getByRole('button', { name: claire.say('devices.revoke'), exact: true })
    .click();
  await lea.sees('enrol.gone.title');
  await lea.look('revoked', 48);
  await shoot(lea, 'staff-revoked');

  await claire.page.getByRole('link', { name: claire.say('section.audit') }).click();
  await claire.sees('audit.deed.device-revoke');
  await claire.sees('audit.wrong-code');
  await claire.look('log');
  await claire.enlarged('log');
  await shoot(claire, 'manager-audit');
});

test('the QR code’s address fills the code in, and enrols on a tap', async () => {
  const claire = await setUp();
  await claire.page.getByRole('link', { name: claire.say('section.devices') }).click();
  await claire.button('devices.enrol').first().click();
  await claire.field('devices.name').fill('Handheld 3');
  await claire.press('devices.make-code');
  const code = (await claire.page.locator('.enrol-code').textContent()) ?? '';
  const karim = await people.open('staff', `${origin}/staff#enrol=${code}`, phone);
  await karim.press('enrol.enter');
  await karim.field('login.pin').waitFor();
  expect(new URL(karim.page.url()).hash).toBe('');
});

test('the manager logs in with a passkey, at a name; at a number the page says why not', async () => {
  const claire = await setUp();
  const cdp = await claire.page.context().newCDPSession(claire.page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await claire.page.getByRole('link', { name: claire.say('section.devices') }).click();
  await claire.field('passkeys.name').fill('Office key');
  await claire.press('passkeys.add');
  await claire.page.getByRole('rowheader', { name: /Office key/ }).waitFor();
  await claire.look('passkey');
  await shoot(claire, 'manager-passkey');
  await claire.press('logout');
  await claire.press('login.passkey');
  await claire.button('logout').waitFor();

  await claire.page.getByRole('link', { name: claire.say('section.devices') }).click();
  await claire.press('passkeys.remove-named', { name: 'Office key' });
  await claire.page.getByRole('rowheader', { name: /Office key/ }).waitFor({ state: 'detached' });
  await claire.press('logout');
  await claire.field('login.password').waitFor();
  expect(await claire.button('login.passkey').count()).toBe(0);

  const number = await people.open('manager', `${house.origin}/manager`, desk, 'fr');
  await number.field('login.password').fill(PASSWORD);
  await number.press('login.enter');
  await number.page.getByRole('link', { name: number.say('section.devices') }).click();
  await number.sees('passkeys.impossible');
  await number.look('no passkey at a number');
  await shoot(number, 'manager-devices-fr');
});
