import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { axeFindings, listen } from '../support/pages.ts';
import { serveTrialPages } from '../support/trial-pages.ts';
import { baseline, compare, cut, differs, forgetAll, keep, leave } from './gallery/pictures.ts';

/**
 * Every part in every theme looks as it did when its picture was kept. `npm run gallery -- --update` keeps new pictures; what differs is left
 * in test/.out/gallery.
 */

const origin = 'http://gallery.test';
const update = process.env.PREVENANCE_GALLERY_UPDATE === '1';
/** Two thirds of a kiosk, and a broad telephone. The kiosk has no dark theme. */
const stages = {
  kiosk: { size: { width: 720, height: 1280 }, themes: ['light', 'contrast'] },
  touch: { size: { width: 480, height: 844 }, themes: ['light', 'dark', 'contrast'] },
} as const;
/** Three pixels for four: half the bytes, and still a shift of two is seen. */
const ratio = 0.75;
type Density = keyof typeof stages;
const looks = (['kiosk', 'touch'] as const).flatMap((density) => stages[density].themes.map((theme) => ({ density, theme })));

let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await launchChromium(['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb']);
  const context = await browser.newContext({
    deviceScaleFactor: ratio,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
  });
  await serveTrialPages(context, origin);
  page = await context.newPage();
  listen(page, complaints, 'the stage');
  if (update) forgetAll();
});
afterAll(async () => {
  await browser.close();
  expect(complaints).toEqual([]);
});

/** Opens a stage and waits until its typefaces are there. */
async function open(look: { readonly density: Density; readonly theme: string; readonly part?: string }): Promise<void> {
  await page.setViewportSize(stages[look.density].size);
  await page.goto(`${origin}/gallery/stage.html?${new URLSearchParams({ language: 'fr', ...look })}`);
  await page.locator('.specimens').first().waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => null));
}

/** One photograph of the whole stage, cut into its parts. */
async function photographed(theme: string): Promise<Map<string, PNG>> {
  const boxes = await page
    .locator('.specimens')
    .evaluateAll((sections: HTMLElement[]) =>
      sections.map((section) => ({ name: section.id, top: section.offsetTop, height: section.offsetHeight })),
    );
  const whole = PNG.sync.read(await page.screenshot({ fullPage: true }));
  return new Map(
    boxes.map(({ name, top, height }) => [`${name}-${theme}`, cut(whole, Math.ceil(top * ratio), Math.floor(height * ratio))]),
  );
}

function changed(now: ReadonlyMap<string, PNG>): string[] {
  const found: string[] = [];
  for (const [name, picture] of now) {
    if (update) keep(name, picture);
    const before = baseline(name);
    if (before === null) {
      leave(name, { now: picture });
      found.push(`${name} has no picture yet: look at it, then npm run gallery -- --update`);
      continue;
    }
    const { pixels, where } = compare(before, picture);
    if (!differs(pixels)) continue;
    const folder = leave(name, { before, now: picture, where });
    found.push(`${name} differs in ${pixels} pixels: see ${folder}`);
  }
  return found;
}

test.each(looks)('every part at the density $density in the theme $theme looks as it did', async (look) => {
  await open(look);
  const now = await photographed(look.theme);
  if (look.density === 'touch') {
    await open({ ...look, part: 'Dialog' });
    await page.getByRole('dialog').waitFor();
    now.set(`Dialog-${look.theme}`, PNG.sync.read(await page.screenshot()));
  }
  expect(now.size).toBeGreaterThan(8);
  expect(changed(now)).toEqual([]);
});

describe('the comparison itself', () => {
  const seen = async (rule: string): Promise<boolean> => {
    await open({ density: 'touch', theme: 'light', part: 'Button' });
    await page.addStyleTag({ content: rule });
    const now = (await photographed('light')).get('Button-light');
    const before = baseline('Button-light');
    if (!before || !now) throw new Error('the button has no picture');
    return differs(compare(before, now).pixels);
  };

  test.each([
    ['nothing where nothing changed', '/* as it is */', false],
    ['a shift of two pixels', '.specimen:first-child .button-plain { translate: 2px 0 }', true],
    ['a slightly different green', ':root { --pine: oklch(0.45 0.09 160) !important }', true],
  ])('sees %s', async (_, rule, expected) => {
    expect(await seen(rule)).toBe(expected);
  });
});

test('the gallery itself finds a part, says what it is for, and axe finds nothing', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${origin}/gallery/index.html`);
  await page.getByRole('searchbox', { name: 'Find a part' }).fill('offerc');
  await page.getByRole('button', { name: 'OfferCard' }).click();
  await page.getByText('An offer as a real thing').waitFor();
  await page.frameLocator('iframe').locator('.offer').first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
});
