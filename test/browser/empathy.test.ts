import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { modelFiles } from '../../devices/camera/vendor/plugin.mjs';
import { pagesFolder } from '../../electron/paths.ts';
import { launchChromium } from '../support/chromium.ts';
import { type LiveHouse, liveHouse } from '../support/live-house.ts';
import { axeFindings, listen } from '../support/pages.ts';
import { Visitor } from '../support/station.ts';
import { People } from './people.ts';

/** Simple screens, the proposal and "I'm fine"; touch under its consent; what the manager sees of it all. */

const screens = 'test/.out/screens';
let browser: Browser;
let house: LiveHouse;
beforeAll(async () => {
  mkdirSync(screens, { recursive: true });
  browser = await launchChromium(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']);
  house = await liveHouse();
});
afterAll(async () => {
  await browser.close();
  await house.remove();
});

test('the built pages hold the reviewed networks and no other: nothing that reads age, gender or identity', () => {
  const files = readdirSync(pagesFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(pagesFolder.length + 1));
  const nets = files.filter(
    (file) => /^(?:models|tfwasm)\/|\.(?:bin|wasm|onnx|tflite|task|pb|pt)$/.test(file) || /(?:model|shard|weights)/i.test(file),
  );
  const hash = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(pagesFolder, file)))
      .digest('hex');
  expect(nets.map((file) => [file, hash(file)]).sort()).toEqual(modelFiles.map(({ to, sha256 }) => [to, sha256]).sort());
});

async function openKiosk(language: 'en' | 'fr', complaints: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  listen(page, complaints, 'kiosk');
  await page.goto(`${house.origin}/kiosk`);
  await page.getByRole('button', { name: 'English', exact: true }).waitFor();
  if (language === 'en') await page.getByRole('button', { name: 'English', exact: true }).click();
  await page.mouse.click(540, 400);
  return page;
}

const touchSignals = (page: Page): string[] => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/kiosk/touch-signal')) sent.push((request.postDataJSON() as { kind: string }).kind);
  });
  return sent;
};

test.each(['en', 'fr'] as const)(
  'trouble makes the screens simple, then proposes a person and says why, in %s',
  async (language) => {
    const complaints: string[] = [];
    const page = await openKiosk(language, complaints);
    const say = (en: string, fr: string) => (language === 'en' ? en : fr);
    const button = (en: string, fr: string) => page.getByRole('button', { name: say(en, fr), exact: true });
    await button('Join', 'Adhérer').waitFor();
    const before = await page.locator('.tiles button').count();
    const signal = (kind: string) =>
      page.evaluate(
        (kind) =>
          fetch('/api/kiosk/signal', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ kind }),
          }),
        kind,
      );
    await signal('error');
    await signal('time-out');
    // Nothing vanishes under a finger: the screen that stands keeps its choices.
    await page.waitForTimeout(300);
    expect(await page.locator('.tiles button').count()).toBe(before);
    await page.locator('.tiles button').first().click();
    await page.getByRole('button', { name: say('Back', 'Retour') }).click();
    await page.locator('.tiles button').first().waitFor();
    expect(await page.locator('.tiles button').count()).toBeLessThan(before);
    await page.screenshot({ path: `${screens}/empathy-simple-${language}.png` });

    await signal('error');
    await page
      .getByText(
        say(
          'What did not work: 2 faults of ours and a long wait.',
          'Ce qui n’a pas marché\u00a0: 2 erreurs de notre part et une longue attente.',
        ),
      )
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.screenshot({ path: `${screens}/empathy-proposal-${language}.png` });
    await button('I’m fine', 'Tout va bien').click();
    await page.locator('.strip-proposal').waitFor({ state: 'detached' });
    await signal('error');
    await page.waitForTimeout(300);
    expect(await page.locator('.strip-proposal').count()).toBe(0);
    await page.context().close();
    await new Visitor(house.origin).call('kiosk/end', {});
    expect(complaints).toEqual([]);
  },
);

test('touch is watched under its consent only', async () => {
  const complaints: string[] = [];
  const page = await openKiosk('en', complaints);
  const sent = touchSignals(page);
  const rage = async () => {
    for (let i = 0; i < 4; i += 1) await page.mouse.click(540, 320);
  };
  await page.locator('.tiles button').first().waitFor();
  await rage();
  await page.getByRole('button', { name: /Camera off/ }).click();
  await page.getByRole('heading', { name: 'May the camera and your touches on the screen help us?' }).waitFor();
  await page.screenshot({ path: `${screens}/empathy-consent-en.png` });
  expect(sent).toEqual([]);
  const refused = await page.evaluate(async () => {
    const body = JSON.stringify({ kind: 'rage-taps' });
    return (await fetch('/api/kiosk/touch-signal', { method: 'POST', headers: { 'content-type': 'application/json' }, body }))
      .status;
  });
  expect(refused).toBe(403);
  sent.length = 0;

  await page.getByRole('button', { name: 'Yes, use the camera' }).click();
  await page.getByRole('button', { name: 'Stop camera' }).waitFor();
  await expect
    .poll(
      async () => {
        await rage();
        await page.waitForTimeout(1_100);
        return sent.includes('rage-taps');
      },
      { timeout: 8_000 },
    )
    .toBe(true);
  await page.getByRole('button', { name: 'Stop camera' }).click();
  await page.getByRole('button', { name: /Camera off/ }).waitFor();
  sent.length = 0;
  await rage();
  await page.waitForTimeout(300);
  expect(sent).toEqual([]);
  await page.context().close();
  await new Visitor(house.origin).call('kiosk/end', {});
  // The refusal above is in the console, and nothing else.
  expect(complaints.filter((line) => !line.includes('403'))).toEqual([]);
});

/** A store in which help is needed more often than the estimate says. */
async function answerCalls(count: number): Promise<void> {
  const kiosk = new Visitor(house.origin);
  const lea = new Visitor(house.origin);
  await lea.call('auth/employee-login', { code: 'lea', pin: '1234' });
  await lea.call('staff/duty', { onDuty: true });
  for (let i = 0; i < count; i += 1) {
    await kiosk.call('kiosk/touch', { language: 'en' });
    for (let errors = 0; errors < i % 4; errors += 1)
      await kiosk.call('kiosk/signal', { kind: errors === 1 ? 'time-out' : 'error' });
    const { call } = await kiosk.call('kiosk/call', { commandId: `b${i}`, reason: 'asked', language: 'en' });
    const command = (step: string) => ({ callId: call.id, epoch: 1, commandId: `${step}${i}` });
    await lea.call('staff/claim', command('c'));
    await lea.call('staff/arrive', command('a'));
    await lea.call('staff/resolve', { ...command('r'), outcome: 'helped', helpNeeded: i % 4 === 0 ? i % 8 === 0 : i % 16 !== 1 });
    await kiosk.call('kiosk/end', {});
  }
}

test('the manager sees what the answers say, tries settings out, and can go back', async () => {
  const people = new People(browser);
  const desk = { width: 1280, height: 900 };
  const manager = await people.open('manager', `${house.origin}/manager#empathy`, desk, 'en');
  await manager.field('login.password').fill('demo-manager');
  await manager.press('login.enter');
  await manager.page.getByText('At least 30 more answers are needed').first().waitFor();
  await manager.look('few answers');
  await manager.page.screenshot({ path: `${screens}/empathy-manager-few.png`, fullPage: true });

  await manager.field('empathy.watch').fill('60');
  await manager.press('calling.save');
  await manager.sees('problem.not-rising');
  await manager.field('empathy.watch').fill('12');
  await manager.page.getByRole('cell', { name: 'Simpler screens after 10 s' }).first().waitFor();
  await manager.press('calling.save');
  await manager.page.getByText('Simpler from 12%').waitFor();

  await answerCalls(48);
  const french = await people.open('manager', `${house.origin}/manager#empathy`, desk, 'fr');
  await french.field('login.password').fill('demo-manager');
  await french.press('login.enter');
  await french.page.locator('.chart').waitFor();
  await french.look('with answers');
  await french.enlarged('with answers');
  await french.page.screenshot({ path: `${screens}/empathy-manager-fr.png`, fullPage: true });
  await french.page.getByRole('button', { name: /^Proposer une personne à partir de/ }).click();
  await french.page.getByText(/^Une personne est désormais proposée/).waitFor();
  await french.press('undo');
  await french.page.getByRole('button', { name: /^Proposer une personne à partir de/ }).waitFor();
  await people.leave();
});
