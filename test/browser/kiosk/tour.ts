import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, CDPSession, Locator, Page, Request } from 'playwright-core';
import { expect } from 'vitest';
import { type Disguise, disguised } from '../../../renderer/i18n/disguise.ts';
import { HurriedClock } from '../../support/hurried-clock.ts';
import { type LiveHouse, type LiveHouseOptions, liveHouse } from '../../support/live-house.ts';
import { axeFindings, landscape, listen, portrait } from '../../support/pages.ts';
import { kioskSentences } from '../../support/sentences.ts';
import { Visitor } from '../../support/station.ts';
import { serveTrialPages } from '../../support/trial-pages.ts';
import { ariaFaults } from './aria.ts';
import { faultsOf, least } from './geometry.ts';

export type Spoken = 'fr' | 'en';

interface Look {
  readonly name: string;
  readonly theme: 'light' | 'contrast';
  readonly textScale: '100' | '150' | '200';
  readonly size: { readonly width: number; readonly height: number };
  readonly reach?: 'low';
  /** Looked at in one language only: what it shows does not hang on the words. */
  readonly only?: Spoken;
}

/** How a screen is looked at. The attributes are those that the accessibility screen sets on the document. */
const looks = [
  { name: 'usual', theme: 'light', textScale: '100', size: portrait },
  { name: 'contrast', theme: 'contrast', textScale: '100', size: portrait },
  { name: 'large', theme: 'light', textScale: '200', size: portrait },
  { name: 'landscape', theme: 'light', textScale: '100', size: landscape },
  { name: 'low', theme: 'light', textScale: '100', size: portrait, reach: 'low', only: 'fr' },
  { name: 'low-landscape', theme: 'light', textScale: '100', size: landscape, reach: 'low', only: 'en' },
] as const satisfies readonly Look[];

/** While the keyboard is there, at every size of the words and both ways up. */
const typing = [
  { name: 'typing-150', theme: 'light', textScale: '150', size: portrait },
  { name: 'typing-150-landscape', theme: 'light', textScale: '150', size: landscape },
  { name: 'typing-200-landscape', theme: 'light', textScale: '200', size: landscape },
] as const satisfies readonly Look[];

interface TourOptions extends Omit<LiveHouseOptions, 'clock'> {
  /** Every sentence is in disguise, to see how the screens bear it. The trial pages must have been built. */
  readonly disguise?: Disguise;
  /** Runs in the page before its own scripts; must stand alone. */
  readonly before?: () => void;
}

/**
 * The driver looks for words from a world of its own beside the page, whose engine remembers the last text it searched: all that stood on
 * the screen. A heap snapshot holds that world too, and it is not the page's.
 */
async function forgetOfTheDriver(devtools: CDPSession): Promise<void> {
  const worlds: number[] = [];
  devtools.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.auxData?.type === 'isolated') worlds.push(context.id);
  });
  await devtools.send('Runtime.enable');
  for (const contextId of worlds) await devtools.send('Runtime.evaluate', { contextId, expression: "/^/.exec('')" });
  await devtools.send('Runtime.disable');
}

/** One person's walk through the kiosk in one language: a house, a page, and everything found wrong on the way. */
export class Tour {
  readonly #say: ReadonlyMap<string, string>;
  readonly #shots: string | undefined = process.env.PREVENANCE_TOUR;
  readonly found: string[] = [];
  readonly language: Spoken;
  readonly clock: HurriedClock;
  readonly house: LiveHouse;
  readonly page: Page;
  readonly staff: Visitor;
  readonly #disguise: Disguise | undefined;
  readonly #leaving: (() => void)[] = [];
  readonly #asked = new Set<Request>();
  #screens = 0;

  private constructor(language: Spoken, clock: HurriedClock, house: LiveHouse, page: Page, disguise?: Disguise) {
    this.language = language;
    this.clock = clock;
    this.house = house;
    this.page = page;
    this.#disguise = disguise;
    this.staff = new Visitor(house.origin);
    this.#say = kioskSentences(language);
    listen(page, this.found, 'the page');
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== house.origin) this.found.push(`the page asks ${origin} for something`);
      if (request.method() === 'POST') this.#asked.add(request);
    });
    page.on('requestfinished', (request) => this.#asked.delete(request));
    page.on('requestfailed', (request) => this.#asked.delete(request));
    if (this.#shots) mkdirSync(this.#shots, { recursive: true });
  }

  static async begin(browser: Browser, language: Spoken, { disguise, before, ...options }: TourOptions = {}): Promise<Tour> {
    const clock = new HurriedClock();
    const house = await liveHouse({ ...options, clock });
    const context = await browser.newContext({ viewport: portrait, reducedMotion: 'reduce' });
    if (disguise) await serveTrialPages(context, house.origin);
    if (before) await context.addInitScript(before);
    const tour = new Tour(language, clock, house, await context.newPage(), disguise);
    await tour.arrive();
    return tour;
  }

  /** Opens the page and speaks the tour's language, as a shopper would. */
  async arrive(): Promise<void> {
    await this.page.goto(`${this.house.origin}/kiosk${this.#disguise ? `?disguise=${this.#disguise}` : ''}`);
    await this.page.locator('.foot').waitFor();
    if (this.language === 'en') await this.page.getByRole('button', { name: 'English' }).click();
  }

  async end(): Promise<void> {
    for (const leave of this.#leaving.splice(0)) leave();
    await this.page.context().close();
    await this.house.remove();
    this.clock.stop();
  }

  /** The page's sentence with this identifier. */
  say(id: string, values: Readonly<Record<string, string>> = {}): string {
    const sentence = this.#say.get(id);
    if (sentence === undefined) throw new Error(`no sentence ${id}`);
    const worn = this.#disguise ? disguised(sentence, this.#disguise) : sentence;
    return worn.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  }

  button(id: string): Locator {
    return this.page.getByRole('button', { name: this.say(id), exact: true });
  }

  press(id: string): Promise<void> {
    return this.button(id).first().click();
  }

  async sees(id: string, values?: Readonly<Record<string, string>>): Promise<void> {
    const words = this.say(id, values);
    try {
      await this.page.getByText(words).first().waitFor();
    } catch (cause) {
      throw new Error(`“${words}” never came. The screen says: ${await this.page.locator('body').innerText()}`, { cause });
    }
  }

  /**
   * Lets this time pass on the station at once. First the station hears all that the page had to tell: a touch that arrived afterwards
   * would count as one of after the wait.
   */
  async hurry(ms: number): Promise<void> {
    await this.#settled();
    await expect.poll(() => this.#asked.size, { timeout: 10_000 }).toBe(0);
    this.clock.hurry(ms);
  }

  /** Two frames: what is new has been laid out and painted. */
  async #settled(): Promise<void> {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** A touch that the station hears: the page passes on one in four seconds of its own, unhurried time. */
  async touch(): Promise<void> {
    await new Visitor(this.house.origin).call('kiosk/touch', { language: this.language });
  }

  /** Does something that the page tells the station of a moment later, and waits until it has. */
  async mirrored(screen: string, act: () => Promise<void>): Promise<void> {
    const told = this.page.waitForResponse(
      (response) => response.url().endsWith('/api/kiosk/view') && response.request().postDataJSON().screen === screen,
    );
    await act();
    await told;
  }

  /** Begins a visit from whatever is shown. */
  async wake(): Promise<void> {
    await this.touch();
    await this.sees('home.lead');
  }

  /** Ends the visit, as "I'm done" does, and waits until a new one can begin in the tour's language. */
  async done(): Promise<void> {
    await this.press('foot.end');
    await this.sees('farewell');
    for (const leave of this.#leaving.splice(0)) leave();
  }

  present(data: () => Uint8Array): () => void {
    const leave = this.house.present(data);
    this.#leaving.push(leave);
    return leave;
  }

  /** Lets an employee do something to the open call. */
  async employee(act: 'seen' | 'claim' | 'arrive' | 'resolve'): Promise<void> {
    const { calls } = await this.staff.look('staff');
    const [call] = calls;
    if (call === undefined) throw new Error('no call reached the employee');
    const command = { commandId: randomUUID(), callId: call.id, epoch: call.epoch };
    if (act === 'seen') await this.staff.call('staff/seen', { callId: call.id, epoch: call.epoch });
    else if (act === 'resolve') await this.staff.call('staff/resolve', { ...command, outcome: 'helped', helpNeeded: true });
    else await this.staff.call(`staff/${act}`, command);
  }

  /** The four digits that the owner of the open call reads on their page. */
  async arrivalCode(): Promise<string> {
    const [call] = (await this.staff.look('staff')).calls;
    return call?.arrivalCode ?? '';
  }

  /** Opens or closes the store for the whole week, so that no screen depends on the day of the test. */
  async open(when: 'always' | 'never'): Promise<void> {
    const manager = new Visitor(this.house.origin);
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    const store = await manager.call('manager/store', {});
    const week = store.week.map(() => (when === 'always' ? { opens: '00:00', closes: '23:59' } : null));
    await manager.call('manager/store-save', { ...store, week });
  }

  async onDuty(onDuty: boolean): Promise<void> {
    await this.staff.call('auth/employee-login', { code: 'LEA', pin: '1234' });
    await this.staff.call('staff/duty', { onDuty });
  }

  /**
   * Which of these words the page still holds anywhere: its document, its stores on disk, or its whole JavaScript heap once the garbage
   * is collected.
   */
  async remembered(words: readonly string[]): Promise<string[]> {
    const written = await this.page.evaluate(async () => {
      const databases = await indexedDB.databases();
      const caches_ = await caches.keys();
      const fields = [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value);
      return JSON.stringify([
        { ...localStorage },
        { ...sessionStorage },
        databases,
        caches_,
        document.cookie,
        location.href,
        fields,
      ]);
    });
    const devtools = await this.page.context().newCDPSession(this.page);
    await forgetOfTheDriver(devtools);
    let heap = '';
    devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
      heap += chunk;
    });
    await devtools.send('HeapProfiler.collectGarbage');
    await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    await devtools.detach();
    const all = written + (await this.page.content()) + heap;
    return words.filter((word) => all.includes(word));
  }

  /** Looks at the screen in every look; axe takes its turn in one of them, another at the next screen and in the other language. */
  async look(screen: string): Promise<void> {
    this.#screens += 1;
    const mine: readonly Look[] = looks.filter((look: Look) => look.only === undefined || look.only === this.language);
    const turn = (this.#screens + (this.language === 'en' ? 2 : 0)) % mine.length;
    const all: readonly Look[] = [...mine, ...((await this.page.locator('.keyboard').isVisible()) ? typing : [])];
    for (const [i, { name, theme, textScale, size, reach = 'full' }] of all.entries()) {
      // Colours change no place.
      if (this.#disguise && theme === 'contrast') continue;
      await this.page.setViewportSize(size);
      await this.page.evaluate((wear) => Object.assign(document.documentElement.dataset, wear), { theme, textScale, reach });
      await this.#settled();
      const heard = this.#disguise ? `${this.language}-${this.#disguise}` : this.language;
      const where = `${screen}, ${heard}, ${name}`;
      if (this.#shots) await this.page.screenshot({ path: join(this.#shots, `${screen}-${heard}-${name}.png`) });
      const wanted = { language: this.language, call: this.say('foot.call'), least };
      for (const fault of await this.page.evaluate(faultsOf, wanted)) this.found.push(`${where}: ${fault}`);
      if (i === 0 && !this.#disguise) this.found.push(...(await ariaFaults(this.page, screen, this.language)));
      if ((i === turn && !this.#disguise) || process.env.PREVENANCE_AXE_ALL)
        for (const { id, nodes } of await axeFindings(this.page)) this.found.push(`${where}: axe ${id}: ${nodes.join(' | ')}`);
    }
    await this.page.setViewportSize(portrait);
    await this.page.evaluate(() =>
      Object.assign(document.documentElement.dataset, { theme: 'light', textScale: '100', reach: 'full' }),
    );
    // A finger that comes down on a screen about to be laid out anew would be lifted beside what it meant.
    await this.#settled();
  }
}
