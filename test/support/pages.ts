import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export const portrait = { width: 1080, height: 1920 };
export const landscape = { width: 1920, height: 1080 };

/** What the browser itself says of a refused request, and of a push in a context without a profile: both are part of some tests. */
const theBrowsersOwn = /^Failed to load resource|does not support the Push API in incognito mode/;

/** Notes a page's script errors and policy violations in `complaints`: there must be none. */
export function listen(page: Page, complaints: string[], name: string): void {
  page.on('pageerror', (error) => complaints.push(`${name}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !theBrowsersOwn.test(message.text())) complaints.push(`${name}: ${message.text()}`);
  });
}

/**
 * What axe finds on the page, in a form a failing test can print. "Legacy" only means within the page itself: for frames of other origins,
 * which no page here has, axe would open a second page at each look.
 */
export async function axeFindings(page: Page): Promise<{ id: string; nodes: string[] }[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 120)) }));
}

export const axeFindsNothing = async (page: Page): Promise<void> => expect(await axeFindings(page)).toEqual([]);
