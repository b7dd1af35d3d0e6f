import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { Sight } from '../../../devices/camera/sight.ts';
import { type BuiltSite, builtSite } from '../../support/built-site.ts';
import { launchChromium } from '../../support/chromium.ts';
import type { Placement } from './lab/place.ts';
import type { Scored } from './lab/score-worker.ts';

/** A picture that takes longer than this is given up: loading the engine on a busy machine, and the largest photographs. */
const patience = 60_000;

/** The kiosk's face engine in a headless Chromium, for pictures of this machine's disk. Serves them on loopback only. */
export class FaceLab {
  readonly #site: BuiltSite;
  readonly #browser: Browser;
  readonly #files: Map<string, string>;
  #page: Page | null = null;

  private constructor(site: BuiltSite, browser: Browser, files: Map<string, string>) {
    this.#site = site;
    this.#browser = browser;
    this.#files = files;
  }

  /** @param original the script of face-api.js 0.22.2, served at `/original.js` when there is one */
  static async start(original: string | null = null): Promise<FaceLab> {
    const files = new Map<string, string>(original === null ? [] : [['/original.js', original]]);
    const site = await builtSite(fileURLToPath(new URL('./lab/page.html', import.meta.url)), (path, _request, response) => {
      const file = files.get(path);
      if (file === undefined) return null;
      if (file.endsWith('.js')) {
        response.setHeader('content-type', 'text/javascript');
        return readFile(file);
      }
      return new Promise((resolve, reject) => {
        createReadStream(file)
          .on('error', reject)
          .on('end', () => resolve('answered'))
          .pipe(response);
      });
    });
    return new FaceLab(site, await launchChromium(), files);
  }

  get browser(): Browser {
    return this.#browser;
  }

  /** Makes a file readable for the page under a new address. */
  serve(file: string): string {
    const address = `/picture/${this.#files.size}`;
    this.#files.set(address, file);
    return address;
  }

  /** A page of its own with the lab ready. */
  async open(): Promise<Page> {
    const page = await this.#browser.newPage();
    await page.goto(this.#site.url);
    await page.waitForFunction(() => 'faceLab' in window, undefined, { timeout: patience });
    return page;
  }

  /** Scores a picture; one that the browser cannot decode, or that ends its page, is unreadable. */
  async score(file: string): Promise<Scored> {
    const address = this.serve(file);
    try {
      return await this.#ask((page) => page.evaluate((one) => window.faceLab.score(one), address));
    } finally {
      this.#files.delete(address);
    }
  }

  /** What the kiosk's own worker sees of the same frame. */
  async kiosk(file: string, placement: Placement): Promise<Sight> {
    const question = { address: this.serve(file), placement };
    const page = await this.#own();
    return page.evaluate((one) => window.faceLab.kiosk(one.address, one.placement), question);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#site.close();
  }

  async #own(): Promise<Page> {
    this.#page ??= await this.open();
    return this.#page;
  }

  async #ask(question: (page: Page) => Promise<Scored>): Promise<Scored> {
    const page = await this.#own();
    const crashed = Promise.withResolvers<never>();
    const timer = setTimeout(() => crashed.reject(new Error('no answer')), patience);
    const onCrash = () => crashed.reject(new Error('crashed'));
    page.on('crash', onCrash);
    try {
      return await Promise.race([question(page), crashed.promise]);
    } catch {
      // Too large for the page's memory: the next picture gets a fresh one.
      await page.close().catch(() => undefined);
      this.#page = null;
      return null;
    } finally {
      clearTimeout(timer);
      page.off('crash', onCrash);
    }
  }
}
