import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { root } from '../../electron/paths.ts';

/** Where `npm run build:trial` leaves the gallery, and the kiosk whose sentences can be disguised. */
const folder = join(root, 'test', '.out', 'trial');

/** Lets a context find these pages under an address: nothing is asked of any network. What is no file of theirs goes on as it was. */
export async function serveTrialPages(context: BrowserContext, origin: string): Promise<void> {
  if (!existsSync(folder)) throw new Error('The trial pages have not been built. Run: npm run build:trial');
  await context.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const path = join(folder, pathname === '/kiosk' ? 'kiosk.html' : pathname);
    if (pathname !== '/' && existsSync(path)) await route.fulfill({ path });
    else await route.fallback();
  });
}
