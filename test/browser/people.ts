import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings, listen } from '../support/pages.ts';

export type Language = 'fr' | 'en';
type Room = 'staff' | 'manager';

/** The plain sentences of a page by their identifier: one line each, as Lingui writes them. */
function catalogue(room: Room, language: Language): ReadonlyMap<string, string> {
  const text = readFileSync(new URL(`../../renderer/i18n/${room}/${language}.po`, import.meta.url), 'utf8');
  return new Map([...text.matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm)].map(([, id = '', said = '']) => [id, said]));
}

/** One person's page: speaks by identifier, so that the same steps run in both languages. */
export class Person {
  readonly page: Page;
  readonly #words: ReadonlyMap<string, string>;
  readonly #room: Room;
  /** Everything wrong that was seen on the way; a test ends by expecting nothing. */
  readonly found: unknown[] = [];

  constructor(page: Page, room: Room, language: Language) {
    this.page = page;
    this.#room = room;
    this.#words = catalogue(room, language);
  }

  say(id: string, values: Readonly<Record<string, string>> = {}): string {
    const words = this.#words.get(`${this.#room}.${id}`);
    if (words === undefined) throw new Error(`no sentence ${this.#room}.${id}`);
    return words.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? `{${name}}`);
  }

  button(id: string, values?: Readonly<Record<string, string>>): Locator {
    return this.page.getByRole('button', { name: this.say(id, values), exact: true });
  }

  async press(id: string, values?: Readonly<Record<string, string>>): Promise<void> {
    await this.button(id, values).click();
  }

  field(id: string, values?: Readonly<Record<string, string>>): Locator {
    return this.page.getByLabel(this.say(id, values), { exact: true });
  }

  async sees(id: string, values?: Readonly<Record<string, string>>): Promise<void> {
    await this.page.getByText(this.say(id, values)).first().waitFor();
  }

  /** Lets axe look, and measures: nothing wider than the screen, and, for thumbs, no target below `least` pixels. */
  async look(name: string, least = 0): Promise<void> {
    await this.page.waitForTimeout(250);
    for (const finding of await axeFindings(this.page)) this.found.push({ name, ...finding });
    await this.measure(name, least);
  }

  async measure(name: string, least = 0): Promise<void> {
    const wrong = await this.page.evaluate((least) => {
      const { scrollWidth } = document.documentElement;
      const wide = scrollWidth > innerWidth ? [`${scrollWidth} px wide on ${innerWidth}`] : [];
      const targets = document.querySelectorAll<HTMLElement>('button, a[href], .toggle, .choice-option, .field-input');
      const small = [...targets].flatMap((target) => {
        const { width, height } = target.getBoundingClientRect();
        if (height === 0 || target.closest('.unseen') !== null) return [];
        return Math.min(width, height) < least - 0.5 ? [`${target.textContent}: ${width}×${height}`] : [];
      });
      return [...wide, ...small];
    }, least);
    for (const what of wrong) this.found.push({ name, what });
  }

  /** Measures once more with letters twice as large. */
  async enlarged(name: string, least = 0): Promise<void> {
    const size = (value: string) =>
      this.page.evaluate((to) => {
        document.documentElement.style.fontSize = to;
      }, value);
    await size('200%');
    await this.page.waitForTimeout(150);
    await this.measure(`${name} at 200 %`, least);
    await size('');
  }
}

/** The pages of one test, all closed at its end. */
export class People {
  readonly #browser: Browser;
  readonly #contexts: BrowserContext[] = [];
  readonly #people: Person[] = [];
  readonly #complaints: string[] = [];

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  async open(
    room: Room,
    address: string,
    viewport: { width: number; height: number },
    language: Language = 'en',
  ): Promise<Person> {
    const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
    const context = await this.#browser.newContext({ viewport, locale, reducedMotion: 'reduce', acceptDownloads: true });
    this.#contexts.push(context);
    return this.tab(context, room, address, language);
  }

  /** One more tab of the same browser: same cookies, same person. */
  async tab(context: BrowserContext, room: Room, address: string, language: Language = 'en'): Promise<Person> {
    const page = await context.newPage();
    listen(page, this.#complaints, room);
    await page.goto(address);
    const person = new Person(page, room, language);
    this.#people.push(person);
    return person;
  }

  /** Closes every page and expects that nothing was wrong on any. */
  async leave(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()));
    expect(this.#people.flatMap(({ found }) => found)).toEqual([]);
    expect(this.#complaints).toEqual([]);
  }
}
