import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../electron/clock.ts';
import { type ConfigInput, loadConfig } from '../../electron/config.ts';
import { type Station, startStation } from '../../electron/station.ts';
import { initTls, readAuthority } from '../../electron/tls/folder.ts';
import { launchChromium } from '../support/chromium.ts';
import { axeFindsNothing } from '../support/pages.ts';
import { type Language, People, type Person } from './people.ts';

/**
 * The pages on the store's network in a real browser. Chromium takes its authorities from a store that only NSS' `certutil` writes, so trust
 * itself is tested with Node and openssl; here the browser is told to trust the key of this one station.
 */

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };
const folder = mkdtempSync(join(tmpdir(), 'prevenance-network-'));
let browser: Browser;
let secure: Station;
let open: Station;

const start = (data: string, more: ConfigInput): Promise<Station> =>
  startStation(loadConfig(undefined, { data, port: 0, demo: true, headless: true, radio: 'none', ...more }), {
    clock: systemClock,
  });

beforeAll(async () => {
  const data = join(folder, 'secure');
  await initTls(data, { dns: ['kiosk1.store.lan'], ip: ['192.168.1.5'] }, systemClock.wall());
  secure = await start(data, { listen: { host: '127.0.0.1', port: 0, handOutPort: 0 } });
  open = await start(join(folder, 'open'), {
    listen: { host: '127.0.0.1', port: 0, names: ['kiosk1.store.lan'] },
    insecureHttpOnTheLan: true,
  });
  // This one key is trusted as if its authority were installed: a warning clicked through would refuse the service worker.
  const { publicKey } = new X509Certificate(readFileSync(join(data, 'tls', 'station.pem')));
  const key = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
  browser = await launchChromium([
    '--host-resolver-rules=MAP kiosk1.store.lan 127.0.0.1',
    `--ignore-certificate-errors-spki-list=${key}`,
  ]);
});
afterAll(async () => {
  await browser.close();
  await secure.stop();
  await open.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function visit(
  people: People,
  room: 'staff' | 'manager',
  address: string,
  viewport = desk,
  language: Language = 'en',
): Promise<Person> {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const context = await browser.newContext({ viewport, locale, reducedMotion: 'reduce' });
  return people.tab(context, room, address, language);
}

test.each(['en', 'fr'] as const)(
  'a manager hands the authority to a phone, which then opens the staff page and is enrolled: %s',
  async (language) => {
    const people = new People(browser);
    const manager = await visit(people, 'manager', `${secure.lan[0]}/manager#network`, desk, language);
    await manager.field('login.password').fill('demo-manager');
    await manager.press('login.enter');
    await manager.sees('network.secure.words');
    const [cookie] = await manager.page.context().cookies();
    expect(cookie).toMatchObject({ name: '__Host-prevenance-manager', secure: true, httpOnly: true, sameSite: 'Strict' });
    expect(await manager.page.evaluate(() => isSecureContext)).toBe(true);

    await manager.press('network.hand-out.open');
    await manager.page.locator('.qr-code').waitFor();
    await manager.look('network', 24);
    await manager.enlarged('network');

    const shown = await manager.page.locator('.fingerprint').last().innerText();
    expect(shown.split('\n').join(':')).toBe(readAuthority(join(folder, 'secure'))?.fingerprint);
    const [address = ''] = /http:\S+\//.exec(await manager.page.locator('.hand-out-words').innerText()) ?? [];
    const hand = await visit(people, 'staff', address, phone, language);
    await axeFindsNothing(hand.page);
    await hand.measure('hand-out');
    await hand.enlarged('hand-out');
    expect((await hand.page.locator('pre').innerText()).trim()).toBe(shown);
    expect(await hand.page.evaluate(() => getComputedStyle(document.querySelector('.get')!).fontWeight)).toBe('650');

    await hand.page.getByRole('link', { name: `${secure.lan[0]}/staff` }).click();
    await hand.field('enrol.code').waitFor();
    expect(await hand.page.getByText(hand.say('unencrypted.title')).count()).toBe(0);
    await manager.press('network.hand-out.close');
    await manager.button('network.hand-out.open').waitFor();

    await manager.page.getByRole('link', { name: manager.say('section.devices') }).click();
    await manager.button('devices.enrol').first().click();
    await manager.field('devices.name').fill('Handheld 1');
    await manager.press('devices.make-code');
    await manager.sees('devices.trust');
    await manager.look('code on the network');
    await hand.field('enrol.code').fill((await manager.page.locator('.enrol-code').textContent()) ?? '');
    await hand.press('enrol.enter');
    await hand.field('login.code').waitFor();
    await hand.page.context().close();
    await manager.page.context().close();
    await people.leave();
  },
);

test('without encryption every page says so in red', async () => {
  for (const [room, path] of [
    ['staff', 'staff'],
    ['manager', 'manager'],
  ] as const) {
    const context = await browser.newContext({ viewport: phone, locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(`${open.lan[0]}/${path}`);
    await page.getByRole('alert').getByText('This page is not encrypted').waitFor();
    await axeFindsNothing(page);
    if (room === 'manager') {
      await page.locator('input[type=password]').fill('demo-manager');
      await page.keyboard.press('Enter');
      await page.getByRole('navigation').waitFor();
      await page.getByRole('alert').getByText('This page is not encrypted').waitFor();
      expect((await context.cookies())[0]?.name).toBe('prevenance-manager');
    }
    await context.close();
  }
});
