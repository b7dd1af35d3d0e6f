import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Screens whose text for a screen reader is written down: one of each kind. */
const written: ReadonlySet<string> = new Set([
  'attract',
  'home',
  'accessibility',
  'find',
  'ask',
  'ask-none',
  'tell',
  'complaint',
  'camera-question',
  'join-recognition',
  'join-name',
  'greeting',
  'picture-question',
  'account',
  'still-there',
  'call-sent',
  'call-unanswered',
  'call-still-there',
  'call-coming',
  'note',
  'arrival-code',
  'farewell',
]);
/** Where the figures themselves matter: a pad for a code is never shuffled. */
const figures: ReadonlySet<string> = new Set(['arrival-code']);

const months = ['en', 'fr'].flatMap((language) => {
  const { format } = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format(Date.UTC(2026, month)));
});
const day = new RegExp(`#(?:er)? (?:${months.join('|')})\\b`, 'g');
/** The demo store's offers end some days from today: their figures and months differ from one run to the next. */
const timeless = (told: string): string => told.replace(/\d+/g, '#').replace(day, '# (month)');

const folder = join(import.meta.dirname, 'aria');

/**
 * What a screen reader would say of the screen, against the text that was written down. `PREVENANCE_ARIA=write` writes it anew: read the
 * difference as somebody who listens.
 */
export async function ariaFaults(page: Page, screen: string, language: string): Promise<string[]> {
  if (!written.has(screen)) return [];
  const told = await page.locator('.kiosk').ariaSnapshot();
  const text = `${figures.has(screen) ? told : timeless(told)}\n`;
  const file = join(folder, `${screen}.${language}.yml`);
  if (process.env.PREVENANCE_ARIA === 'write') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
    return [];
  }
  if (!existsSync(file))
    return [`${screen}, ${language}: no text for screen readers is written down; run with PREVENANCE_ARIA=write`];
  const wanted = readFileSync(file, 'utf8');
  return wanted === text ? [] : [`${screen}, ${language}: a screen reader says\n${text}instead of\n${wanted}`];
}
