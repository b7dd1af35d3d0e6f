import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../electron/clock.ts';
import { loadConfig } from '../../electron/config.ts';
import { type Station, startStation } from '../../electron/station.ts';
import { launchChromium } from '../support/chromium.ts';
import { axeFindings, listen, portrait } from '../support/pages.ts';
import { writeFilm } from './camera/film.ts';

/** What shoppers are told: on the wall, on a telephone, on the kiosk, and live beside the amber mark. */

const phone = { width: 390, height: 844 };
const shots = process.env.PREVENANCE_SHOTS;
const folder = mkdtempSync(join(tmpdir(), 'prevenance-told-'));
const complaints: string[] = [];
let browser: Browser;
let station: Station;

beforeAll(async () => {
  const film = join(folder, 'film.mjpeg');
  writeFilm(film, [['smiling', 4]]);
  station = await startStation(
    loadConfig(undefined, {
      data: join(folder, 'data'),
      port: 0,
      demo: true,
      headless: true,
      radio: 'none',
      listen: { host: '127.0.0.1', port: 0, names: ['127.0.0.1'] },
      insecureHttpOnTheLan: true,
    }),
    { clock: systemClock },
  );
  browser = await launchChromium([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ]);
});
afterAll(async () => {
  await browser.close();
  await station.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function open(
  address: string,
  viewport: { width: number; height: number },
  locale: string,
): Promise<[Page, BrowserContext]> {
  const context = await browser.newContext({ viewport, locale, reducedMotion: 'reduce' });
  const page = await context.newPage();
  listen(page, complaints, address);
  await page.goto(address);
  return [page, context];
}

/** Nothing wrong for axe, nothing wider than the screen. */
async function fine(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(300);
  if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
  expect(await axeFindings(page), name).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBeLessThanOrEqual(0);
}

const post = async (page: Page, name: string, input: unknown): Promise<void> => {
  const response = await page.request.post(`${station.lan[0]}/api/${name}`, {
    data: input,
    headers: { origin: station.lan[0] ?? '' },
  });
  expect(response.status(), name).toBe(200);
};

test('on the network, without logging in: who answers, and what; the sign leads there', async () => {
  const lan = station.lan[0] ?? '';
  const [french, first] = await open(`${lan}/transparency`, phone, 'fr-FR');
  await french.getByText('Ce magasin n’a pas encore indiqué son contact').waitFor();
  await french.getByRole('heading', { name: 'Vos droits' }).waitFor();
  await fine(french, 'told-phone-fr-empty');
  await post(french, 'auth/manager-login', { password: 'demo-manager' });
  const refused = await french.request.post(`${lan}/api/manager/controller-save`, {
    data: { name: 'Marché & Fils', address: '', contact: ' ', officer: '' },
    headers: { origin: lan },
  });
  expect(refused.status()).toBe(422);
  const controller = {
    name: 'Marché & Fils SAS',
    address: '12 rue des Halles, 69002 Lyon',
    contact: 'donnees@marche-et-fils.example',
    officer: 'dpo@marche-et-fils.example',
  };
  await post(french, 'manager/controller-save', controller);
  await first.close();

  const [english, second] = await open(`${lan}/transparency`, phone, 'en-GB');
  await english.getByText(controller.contact).waitFor();
  await english.getByText('European law calls this emotion recognition').waitFor();
  await fine(english, 'told-phone-en');
  await english.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await fine(english, 'told-phone-en-200');
  await english.getByRole('button', { name: 'Français' }).click();
  await english.getByRole('heading', { name: 'Qui répond' }).waitFor();
  expect(await english.evaluate(() => document.documentElement.lang)).toBe('fr');
  await second.close();

  const [sign, third] = await open(`${lan}/sign`, { width: 900, height: 1300 }, 'fr-FR');
  for (const words of ['Cette borne a une caméra.', 'This kiosk has a camera.']) await sign.getByText(words).waitFor();
  await sign.getByRole('img', { name: `${lan}/transparency` }).waitFor();
  await fine(sign, 'told-sign');
  for (const [paper, format] of [
    ['A4', 'A4'],
    ['A5', 'A5'],
  ] as const) {
    await sign.getByText(paper, { exact: true }).click();
    const pdf = await sign.pdf({ format, printBackground: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), paper).toHaveLength(1);
  }
  await third.close();
});

test.each([
  ['fr-FR', 'fr'],
  ['en-GB', 'en'],
] as const)('on the kiosk: before a visit, and live while the camera is on: %s', async (locale, language) => {
  const say = (fr: string, en: string) => (language === 'fr' ? fr : en);
  const [page, context] = await open(`${station.origin}/kiosk`, portrait, locale);
  const button = (fr: string, en: string) => page.getByRole('button', { name: say(fr, en), exact: true });
  if (language === 'en') await button('', 'English').click();
  const about = button('Ce que cette borne fait de vos données', 'What this kiosk does with your data');
  await about.click();
  await page.getByText('donnees@marche-et-fils.example').waitFor();
  await fine(page, `told-kiosk-${language}`);
  await button('Fermer', 'Close').click();

  await page.mouse.click(540, 400);
  await page.getByRole('button', { name: say('Caméra éteinte', 'Camera off') }).click();
  await about.waitFor();
  await button('Oui, avec la caméra', 'Yes, use the camera').click();
  await button('Ce qu’elle voit', 'What it sees').click();
  await page.getByRole('definition').getByText(say('Un visage', 'One face'), { exact: true }).waitFor({ timeout: 30_000 });
  await page.getByText(say('Assez nette', 'Clear enough'), { exact: true }).waitFor();
  expect(await page.locator('main video, main canvas, main img').count()).toBe(0);

  // Five looks a second may change what is seen; what is read out changes every few seconds at most.
  const spoken = await page.evaluate(async () => {
    let changes = 0;
    const watcher = new MutationObserver((list) => {
      changes += list.length;
    });
    const status = document.querySelector('main [role=status]')!;
    watcher.observe(status, { childList: true, characterData: true, subtree: true });
    await new Promise((resolve) => setTimeout(resolve, 5_500));
    return { changes, words: status.textContent };
  });
  expect(spoken.changes).toBeLessThanOrEqual(2);
  expect(spoken.words).toContain(say('Un visage', 'One face'));
  await fine(page, `told-sees-${language}`);

  await button('Arrêter la caméra', 'Stop camera').click();
  await page.getByText(say('La caméra est éteinte. Rien n’est lu.', 'The camera is off. Nothing is being read.')).waitFor();
  await button('Fermer', 'Close').click();
  await button('Terminer', 'I’m done').click();
  await context.close();
});

test('no page complained', () => {
  expect(complaints).toEqual([]);
});
