import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { Tour } from './kiosk/tour.ts';

/** A hostile tester with a keyboard and a mouse, in a browser that is in no kiosk mode: what the page alone can close is closed. */

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const SEED = 20_261_122;
const EVENTS = 5_000;

/** Mulberry32, so that a failure can be played again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
}

const named: readonly [key: string, code: number][] = [
  ...Array.from({ length: 24 }, (_, i): [string, number] => [`F${i + 1}`, 112 + i]),
  ['Tab', 9],
  ['Enter', 13],
  ['Escape', 27],
  ['Backspace', 8],
  ['Delete', 46],
  ['Insert', 45],
  ['ContextMenu', 93],
  ['PrintScreen', 44],
  ['BrowserBack', 166],
  ['BrowserForward', 167],
  ['BrowserRefresh', 168],
  ['BrowserHome', 172],
  ['BrowserSearch', 170],
  ['LaunchMail', 180],
  ['MediaPlayPause', 179],
  ['ArrowLeft', 37],
  ['ArrowRight', 39],
  ['Home', 36],
  ['PageDown', 34],
  ...[...'abcdefghijklmnopqrstuvwxyz0123456789+-='].map((key): [string, number] => [key, key.toUpperCase().charCodeAt(0)]),
];

/** Throws one random thing at the page. Bits of `modifiers`: Alt, Ctrl, Meta, Shift. */
function attack(devtools: CDPSession, roll: (sides: number) => number): Promise<unknown> {
  const modifiers = roll(16);
  const at = { x: roll(1080), y: roll(1500) };
  const kind = roll(9);
  if (kind < 7) {
    const [key, windowsVirtualKeyCode] = named[roll(named.length)] ?? ['a', 65];
    return devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, windowsVirtualKeyCode, modifiers });
  }
  if (kind === 7) {
    const [deltaX, deltaY] = [roll(2000) - 1000, roll(2000) - 1000];
    return devtools.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at, deltaX, deltaY, modifiers });
  }
  const button = (['left', 'middle', 'right', 'back', 'forward'] as const)[roll(5)] ?? 'right';
  const type = roll(2) === 0 ? 'mousePressed' : 'mouseReleased';
  return devtools.send('Input.dispatchMouseEvent', { type, ...at, button, clickCount: 1 + roll(3), modifiers });
}

/** Drops an address on the page, as a system reports it: into the page, over it, let go. */
async function drop(devtools: CDPSession, roll: (sides: number) => number): Promise<void> {
  const at = { x: roll(1080), y: roll(1900), modifiers: roll(16) };
  const data = { items: [{ mimeType: 'text/uri-list', data: 'https://example.org/' }], dragOperationsMask: 1 + roll(15) };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, ...at, data });
}

const standing = (page: Page) =>
  page.evaluate(() => ({
    mark: (window as { mark?: number }).mark,
    zoom: window.devicePixelRatio * (window.visualViewport?.scale ?? 1),
    selected: getSelection()?.toString() ?? '',
    address: location.pathname,
    entries: history.length,
    inside: document.fullscreenElement === null && document.hasFocus(),
  }));

test(`${EVENTS} keys, wheels, buttons and drops leave the kiosk where it is`, async () => {
  const tour = await Tour.begin(browser, 'en');
  const { page } = tour;
  const strayed: string[] = [];
  page.on('dialog', (dialog) => {
    strayed.push(`dialog ${dialog.type()}`);
    void dialog.dismiss();
  });
  page.on('download', () => strayed.push('download'));
  page.on('framenavigated', (frame) => strayed.push(`went to ${frame.url()}`));
  page.context().on('page', () => strayed.push('a new tab'));
  await tour.wake();
  await page.evaluate(() => Object.assign(window, { mark: 7 }));
  const before = await standing(page);
  const devtools = await page.context().newCDPSession(page);
  const roll = dice(SEED);
  for (let sent = 0; sent < EVENTS; sent += 50) {
    await Promise.all(Array.from({ length: 49 }, () => attack(devtools, roll)));
    await drop(devtools, roll);
  }
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Escape' });
  expect(strayed).toEqual([]);
  expect(await standing(page)).toEqual(before);
  expect(page.context().pages()).toHaveLength(1);
  await tour.button('foot.call').waitFor();
  await page.evaluate(() => {
    window.open('https://example.org/');
    window.print();
    alert('stop');
    location.href = 'https://example.org/';
  });
  expect((await standing(page)).mark).toBe(7);
  expect(strayed).toEqual([]);
  await tour.end();
});

test('Tab goes round within the page', async () => {
  const tour = await Tour.begin(browser, 'en');
  await tour.wake();
  const seen = new Set<string>();
  for (let i = 0; i < 40; i++) {
    await tour.page.keyboard.press('Tab');
    const where = await tour.page.evaluate(() => document.activeElement?.tagName ?? '');
    expect(where).not.toBe('BODY');
    seen.add(await tour.page.evaluate(() => document.activeElement?.textContent ?? ''));
  }
  expect(seen.size).toBeGreaterThan(4);
  await tour.end();
});
