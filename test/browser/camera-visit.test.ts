import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { demoBeacon, type LiveHouse, liveHouse } from '../support/live-house.ts';
import { writeFilm } from './camera/film.ts';

/** Line 2 on the real kiosk page, with a film of public-domain faces as the camera and the real track under watch. */

let browser: Browser;
let house: LiveHouse;
let folder: string;
let page: Page;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prevenance-film-'));
  const film = join(folder, 'film.mjpeg');
  writeFilm(film, [['smiling', 4]]);
  house = await liveHouse();
  browser = await launchChromium([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ]);
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, locale: 'en-GB' });
  // Every track the page ever gets is kept, so that the test sees the real thing and not what the page says of it.
  await context.addInitScript(() => {
    const tracks: MediaStreamTrack[] = [];
    Object.assign(window, { tracks });
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wish) => {
      const stream = await open(wish);
      tracks.push(...stream.getTracks());
      return stream;
    };
  });
  page = await context.newPage();
  await page.goto(`${house.origin}/kiosk`);
});
afterEach(async () => {
  await browser.close();
  await house.remove();
  rmSync(folder, { recursive: true, force: true });
});

const tracks = () =>
  page.evaluate(() => (window as unknown as { tracks: MediaStreamTrack[] }).tracks.map((track) => track.readyState));
const button = (name: string) => page.getByRole('button', { name, exact: true });

async function allowCamera(): Promise<void> {
  await button('English').click();
  await page.mouse.click(540, 400);
  await page.getByRole('button', { name: /Camera off/ }).click();
  expect(await tracks()).toEqual([]);
  await button('Yes, use the camera').click();
  await button('Stop camera').waitFor();
  expect(await tracks()).toEqual(['live']);
}

/** The track has ended within the second that line 2 gives. */
async function endsWithinASecond(): Promise<void> {
  await expect.poll(tracks, { timeout: 1_000, interval: 50 }).toEqual(['ended']);
  await button('Stop camera').waitFor({ state: 'detached' });
}

describe('the camera at the kiosk', () => {
  test('opens on a yes, says so, delivers evidence, and stops on one tap', async () => {
    const evidence = page.waitForRequest((request) => request.url().endsWith('/api/kiosk/expression'), { timeout: 60_000 });
    await allowCamera();
    const sent = (await evidence).postDataJSON() as Record<string, unknown>;
    expect(Object.keys(sent).sort()).toEqual(['faces', 'negative', 'usableFrames']);
    await button('Stop camera').click();
    await endsWithinASecond();
  });

  test('ends with the visit', async () => {
    await allowCamera();
    await button('I’m done').click();
    await endsWithinASecond();
  });

  test('ends when an employee claims a call, before they arrive', async () => {
    const send = (name: string, input: unknown, cookie = '') =>
      fetch(`${house.origin}/api/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify(input),
      });
    const login = await send('auth/employee-login', { code: 'LEA', pin: '1234' });
    const cookie = (login.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
    await send('staff/duty', { onDuty: true }, cookie);
    await allowCamera();
    const raised = page.waitForResponse((response) => response.url().endsWith('/api/kiosk/call'));
    await button('Call a person').click();
    const { call } = (await (await raised).json()) as { call: { id: string } };
    await send('staff/claim', { commandId: 's1', callId: call.id, epoch: 1 }, cookie);
    await endsWithinASecond();
  });

  test('ends when the station is gone: a consent nobody can withdraw is none', async () => {
    await allowCamera();
    // Only once it has looked: before, it would end because its program cannot be fetched any more.
    await button('What it sees').click();
    await page.getByText('One face').waitFor({ timeout: 20_000 });
    await house.halt();
    await expect.poll(tracks, { timeout: 15_000 }).toEqual(['ended']);
  });

  test('is never opened by a greeting', async () => {
    const leave = house.present(demoBeacon('camille'));
    await page.getByText('Camille').first().waitFor();
    expect(await tracks()).toEqual([]);
    leave();
  });
});
