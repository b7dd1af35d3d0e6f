import { type Browser, chromium as engine, type LaunchOptions } from 'playwright-core';

/** Debian's Chromium; Playwright's own cannot be downloaded everywhere. */
export const chromium = process.env.PREVENANCE_CHROMIUM ?? '/usr/bin/chromium';

/** Keeps the browser from talking to anything but the pages under test. */
const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

/** Starts the browser, with more flags where a test needs them. */
export const launchChromium = (flags: readonly string[] = [], options: LaunchOptions = {}): Promise<Browser> =>
  engine.launch({ ...options, executablePath: chromium, args: [...quietFlags, ...flags] });
