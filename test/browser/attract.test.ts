import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LookSettings } from '../../shared/contract/index.ts';
import { sampleLooks } from '../../shared/look/samples.ts';
import { launchChromium } from '../support/chromium.ts';
import { type LiveHouse, liveHouse } from '../support/live-house.ts';
import { axeFindsNothing, landscape, listen, portrait } from '../support/pages.ts';
import { Visitor } from '../support/station.ts';

/** The first scene as nobody's finger, one finger and a slow screen meet it; and a look on its way from the manager to the kiosk. */

const hardware: LookSettings = { ...sampleLooks.hardware, motion: 'full', logo: null, dimAfterMinutes: 5 };
const complaints: string[] = [];
const patient = { timeout: 15_000 };
let browser: Browser;
let house: LiveHouse;
let manager: Visitor;

beforeAll(async () => {
  browser = await launchChromium();
  house = await liveHouse();
  manager = new Visitor(house.origin);
  await manager.call('auth/manager-login', { password: 'demo-manager' });
});
afterAll(async () => {
  await browser.close();
  await house.remove();
  expect(complaints).toEqual([]);
});

async function scene(prepare?: (page: Page) => Promise<unknown>, viewport = portrait): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  listen(page, complaints, 'the kiosk');
  await prepare?.(page);
  await page.goto(`${house.origin}/kiosk`);
  await page.locator('.attract-now').waitFor();
  return page;
}
const visiting = async () => (await new Visitor(house.origin).look('kiosk')).visit !== null;
const colourOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);

describe('a screen nobody has touched', () => {
  test('dims; the touch that wakes it presses nothing, the next one does', async () => {
    const page = await scene((fresh) => fresh.clock.install());
    await page.clock.fastForward(11 * 60_000);
    await page.locator('.veil[data-veil="dim"]').waitFor();
    const call = await page.locator('.foot-call').boundingBox();
    if (call === null) throw new Error('the call is not drawn');
    const touch = () => page.mouse.click(call.x + call.width / 2, call.y + call.height / 2);
    await touch();
    await page.clock.fastForward(1_000);
    await page.locator('.veil').waitFor({ state: 'detached' });
    expect(await visiting()).toBe(false);

    await page.clock.fastForward(11 * 60_000);
    await page.locator('.veil[data-veil="dim"]').waitFor();
    await page.locator('.attract-start').focus();
    await page.keyboard.press('Enter');
    await page.locator('.veil').waitFor({ state: 'detached' });
    expect(await visiting()).toBe(false);

    await touch();
    await expect.poll(visiting, patient).toBe(true);
    await new Visitor(house.origin).call('kiosk/end', {});
    await page.context().close();
  });

  test('stands still when asked to, and only until somebody comes', async () => {
    const page = await scene();
    const state = () => page.locator('.window-light').evaluate((light) => getComputedStyle(light).animationPlayState);
    expect(await state()).toBe('running');
    await page.getByRole('button', { name: 'Pause' }).click();
    expect(await state()).toBe('paused');
    expect(await visiting()).toBe(false);
    await axeFindsNothing(page);
    await page.context().close();
  });
});

test('on a processor six times slower nothing leaves its place', async () => {
  const viewport = process.env.PREVENANCE_LANDSCAPE ? landscape : portrait;
  const page = await scene(async (fresh) => {
    await fresh.addInitScript(() => {
      Object.assign(globalThis, { moved: 0, long: 0 });
      const seen = globalThis as unknown as { moved: number; long: number };
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.moved += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
      new PerformanceObserver((list) => {
        seen.long += list.getEntries().length;
      }).observe({ type: 'longtask' });
    });
    const devtools = await fresh.context().newCDPSession(fresh);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  }, viewport);
  await page.evaluate(() => document.fonts.ready);
  const { moved, long, frames } = await page.evaluate(async () => {
    const seen = globalThis as unknown as { moved: number; long: number };
    seen.long = 0;
    const until = performance.now() + 2_000;
    const frames: number[] = [];
    for (let last = performance.now(); last < until; ) {
      const now = await new Promise<number>((done) => requestAnimationFrame(done));
      frames.push(now - last);
      last = now;
    }
    return { moved: seen.moved, long: seen.long, frames };
  });
  const slow = frames.filter((ms) => ms > 34).length;
  console.log(`layout shift ${moved.toFixed(4)}; in 2 s at 6x slower ${frames.length} frames, ${slow} late, ${long} long tasks`);
  expect(moved).toBe(0);
  const animated = await page.evaluate(() =>
    document
      .getAnimations()
      .flatMap(({ effect }) => (effect as KeyframeEffect).getKeyframes().flatMap((frame) => Object.keys(frame))),
  );
  const moving = new Set(animated.filter((name) => !['offset', 'computedOffset', 'easing', 'composite'].includes(name)));
  expect([...moving].sort()).toEqual(['opacity', 'translate']);
  await page.context().close();
});

test('a published look is worn at once, and painted first on the next page', async () => {
  const page = await scene();
  const before = await colourOf(page, '.attract-sign');
  await manager.call('manager/look-publish', hardware);
  await expect.poll(() => colourOf(page, '.attract-sign'), patient).toBe('rgb(29, 68, 112)');
  expect(before).not.toBe('rgb(29, 68, 112)');
  await page.evaluate(() => Object.assign(document.documentElement.dataset, { theme: 'contrast' }));
  expect(await colourOf(page, '.attract-sign')).not.toBe('rgb(29, 68, 112)');
  await page.context().close();

  const fresh = await (await browser.newContext({ viewport: portrait })).newPage();
  // Without a script there is nothing but the style sheets: the paper is the store's already.
  await fresh.route('**/assets/*.js', (route) => route.abort());
  await fresh.goto(`${house.origin}/kiosk`);
  expect(await colourOf(fresh, 'body')).toBe('rgb(248, 249, 250)');
  await fresh.context().close();
});

test('a manager tries colours beside the kiosk’s own screens, and takes the proposed ones', async () => {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 1200 }, locale: 'fr-FR' })).newPage();
  listen(page, complaints, 'the manager page');
  await page.goto(`${house.origin}/manager#look`);
  await page.locator('input[type=password]').fill('demo-manager');
  await page.keyboard.press('Enter');
  const sign = page.frameLocator('.look-glass iframe').locator('.attract-sign');
  await sign.waitFor();
  await page.locator('.colour input.field-input').nth(2).fill('#e58aa0');
  await expect
    .poll(() => sign.evaluate((element) => getComputedStyle(element).backgroundColor), patient)
    .toBe('rgb(229, 138, 160)');
  const publish = page.locator('form button[type=submit]').first();
  await publish.click();
  await page.locator('.notice-problem').waitFor();
  await page.locator('.colour-said button').click();
  await page.locator('.colour-said button').waitFor({ state: 'detached' });
  await publish.click();
  await page.locator('.look-versions li').nth(2).waitFor();
  expect((await manager.call('manager/look', {})).versions[0]?.value.colours.primary).not.toBe('#e58aa0');
  await axeFindsNothing(page);
  await page.context().close();
});
