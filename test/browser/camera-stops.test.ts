import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { liveHouse } from '../support/live-house.ts';
import { portrait } from '../support/pages.ts';
import { writeFilm } from './camera/film.ts';

interface Watched {
  tracks: MediaStreamTrack[];
  /** Pictures of the page in a row in which the mark and the track disagreed: now, and the most. */
  apart: number;
  longest: number;
}

test('the camera ends by itself, says why, starts again on one tap, and the mark is there exactly while the track lives', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'prevenance-stops-'));
  const film = join(folder, 'film.mjpeg');
  writeFilm(film, [
    ['smiling', 4],
    ['two', 6],
  ]);
  const house = await liveHouse();
  const browser = await launchChromium([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ]);
  try {
    const page = await browser.newPage({ viewport: portrait, locale: 'en-GB', reducedMotion: 'reduce' });
    await page.addInitScript(() => {
      const watched: Watched = { tracks: [], apart: 0, longest: 0 };
      Object.assign(window, { watched });
      const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wish) => {
        const stream = await open(wish);
        watched.tracks.push(...stream.getTracks());
        return stream;
      };
      const look = () => {
        const live = watched.tracks.some((track) => track.readyState === 'live');
        const marked = document.querySelector('.camera-pill') !== null;
        watched.apart = live === marked ? 0 : watched.apart + 1;
        watched.longest = Math.max(watched.longest, watched.apart);
        requestAnimationFrame(look);
      };
      look();
    });
    await page.goto(`${house.origin}/kiosk`);
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const states = () =>
      page.evaluate(() => (window as unknown as { watched: Watched }).watched.tracks.map((track) => track.readyState));
    const startAgain = async (opened: number) => {
      await button('Start it again').click();
      await expect.poll(async () => (await states()).length, { timeout: 10_000 }).toBe(opened);
      await button('Stop camera').waitFor();
    };

    await button('English').click();
    await page.mouse.click(540, 400);
    await page.getByRole('button', { name: 'Camera off' }).click();
    await button('Yes, use the camera').click();
    await button('Stop camera').waitFor();

    // A second face stays for three seconds.
    await page.getByText('Somebody else was in the picture').waitFor({ timeout: 40_000 });
    expect(await states()).toEqual(['ended']);
    await startAgain(2);

    // Nobody can see the page. A headless browser hides no page by itself, so the page is told that it is hidden.
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await expect.poll(states, { timeout: 1_000, interval: 20 }).toEqual(['ended', 'ended']);
    await page.evaluate(() => Reflect.deleteProperty(document, 'visibilityState'));
    await page.getByText('This screen was not in view').waitFor();
    await startAgain(3);

    // The manager switches the camera off for the store: no tap brings it back.
    const manager = await browser.newContext();
    const send = async (name: string, data: unknown) => {
      const answer = await manager.request.post(`${house.origin}/api/${name}`, { data, headers: { origin: house.origin } });
      expect(answer.status(), name).toBe(200);
      return answer.json();
    };
    await send('auth/manager-login', { password: 'demo-manager' });
    await send('manager/store-save', { ...(await send('manager/store', {})), cameraOffered: false });
    await expect.poll(states, { timeout: 1_000, interval: 20 }).toEqual(['ended', 'ended', 'ended']);
    await button('Stop camera').waitFor({ state: 'detached' });
    expect(await button('Start it again').count()).toBe(0);
    const refused = await page.request.post(`${house.origin}/api/kiosk/camera-resume`, {
      data: {},
      headers: { origin: house.origin },
    });
    expect(refused.status()).toBe(403);

    // React paints in the frame after the one in which the track changed.
    expect(await page.evaluate(() => (window as unknown as { watched: Watched }).watched.longest)).toBeLessThanOrEqual(3);
  } finally {
    await browser.close();
    await house.remove();
    rmSync(folder, { recursive: true, force: true });
  }
});
