import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadConfig } from '../../electron/config.ts';
import { type Station, startStation } from '../../electron/station.ts';
import { type Section, sections } from '../../renderer/manager/shell/sections.ts';
import { currentText } from '../../shared/consent/texts.ts';
import { launchChromium } from '../support/chromium.ts';
import { HurriedClock } from '../support/hurried-clock.ts';
import { demoBeacon } from '../support/live-house.ts';
import { Air, iBeacon, Visitor } from '../support/station.ts';
import { type Language, People, type Person } from './people.ts';

/**
 * Every section and form of the manager page in both languages, and what a manager does with them: from an empty store to the first
 * greeting and call, and the changes of an ordinary day. Only the people and the air are the test's.
 */

const desk = { width: 1280, height: 800 };
const wide = { width: 1600, height: 1000 };
const phone = { width: 390, height: 844 };
/** The tour reads every section with axe, and in French at three sizes: with each section that is added it takes longer. */
const TOUR_MS = 240_000;

let browser: Browser;
let folder: string;
let clock: HurriedClock;
let air: Air;
let station: Station;
let people: People;
let kiosk: Visitor;

async function begin(demo: boolean): Promise<void> {
  clock = new HurriedClock();
  air = new Air(clock);
  folder = mkdtempSync(join(tmpdir(), 'prevenance-manager-'));
  const config = loadConfig(undefined, { data: join(folder, 'store'), port: 0, demo, headless: true, radio: 'none' });
  station = await startStation(config, { clock, source: air });
  kiosk = new Visitor(station.origin);
  people = new People(browser);
}

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
afterEach(async () => {
  try {
    await people.leave();
  } finally {
    await station.stop();
    clock.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

const openManager = (language: Language = 'en') => people.open('manager', `${station.origin}/manager`, desk, language);

async function inside(language: Language = 'en'): Promise<Person> {
  const manager = await openManager(language);
  await manager.field('login.password').fill('demo-manager');
  await manager.press('login.enter');
  await manager.page.getByRole('navigation').waitFor();
  return manager;
}

/** Opens a section by its link in the navigation. */
const goTo = (manager: Person, section: Section) =>
  manager.page
    .getByRole('navigation')
    .getByRole('link', { name: manager.say(`section.${section}`), exact: true })
    .click();

/** Chooses a file in one of the two import panels. */
async function upload(manager: Person, panel: string, name: string, ...lines: string[]): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  await manager.page
    .getByRole('region', { name: manager.say(panel) })
    .locator('input[type=file]')
    .setInputFiles(path);
}
const productColumns = 'id,name_fr,name_en,category,aisle,stock,price';

/** Keeps a beacon before the kiosk for some seconds of the station's time. */
function hear(data: () => Uint8Array, seconds: number): void {
  for (let i = 0; i < seconds * 5; i += 1) {
    air.send(data(), -45);
    clock.hurry(200);
  }
}

const visits = async (count: number) => {
  for (let i = 0; i < count; i += 1) {
    await kiosk.call('kiosk/touch', { language: 'fr' });
    await kiosk.call('kiosk/end', {});
    clock.hurry(30_000);
  }
};

describe.each(['fr', 'en'] as const)('the manager page in %s', (language) => {
  beforeEach(() => begin(true));

  test(
    'shows each of its screens without a fault',
    async () => {
      const manager = await openManager(language);
      const look = async (name: string) => {
        await manager.look(name);
        // French words are the longer ones.
        if (language === 'en') return;
        await manager.page.setViewportSize(wide);
        await manager.measure(`${name}, wide`);
        await manager.page.setViewportSize(desk);
        await manager.enlarged(name);
      };
      expect(await manager.page.evaluate(() => document.documentElement.lang)).toBe(language);
      await manager.button('login.enter').waitFor();
      await look('door');
      await manager.field('login.password').fill('open sesame');
      await manager.press('login.enter');
      await manager.sees('login.wrong');
      await look('door after a wrong password');
      await manager.field('login.password').fill('demo-manager');
      await manager.press('login.enter');
      await manager.sees('today.empty');
      await look('a day without visits');

      await visits(1);
      await kiosk.call('kiosk/touch', { language });
      await kiosk.call('kiosk/call', { commandId: 'c', reason: 'asked', language });
      await manager.sees('chart.title');
      await look('a day with two visits and a call');
      await manager.page.locator('summary').click();
      await manager.measure('the chart as a table');
      await manager.field('today.day').fill('2026-01-04');
      await manager.sees('today.empty');
      expect(await manager.page.getByText(manager.say('chart.title')).count()).toBe(0);
      await look('an earlier day without data');

      for (const { id: section } of sections.slice(1)) {
        await goTo(manager, section);
        await manager.page.getByRole('heading', { level: 1, name: manager.say(`section.${section}`) }).waitFor();
        await manager.page.waitForTimeout(300);
        await look(section);
      }
      for (const [section, create] of [
        ['zones', 'zones.new'],
        ['offers', 'offers.new'],
        ['employees', 'employees.new'],
      ] as const) {
        await goTo(manager, section);
        await manager.press(create);
        await manager.press('save');
        await manager.sees('refused.see-fields');
        await look(create);
        await manager.press('cancel');
      }
      await goTo(manager, 'products');
      await upload(manager, 'import.products', 'bad.csv', productColumns, 'tea,,Tea,drinks,A1,many,cheap');
      await manager.sees('row.empty');
      await look('an import with problems');
    },
    TOUR_MS,
  );
});

describe('on the first day', () => {
  beforeEach(() => begin(false));

  test('a manager gets from nothing to a greeting with an offer and a call that is answered', async () => {
    const manager = await openManager();
    await manager.button('setup.enter').waitFor();
    await manager.look('set-up');
    await manager.field('setup.code').fill('WRONG-CODE1');
    await manager.field('setup.password').fill('ten green bottles');
    await manager.press('setup.enter');
    await manager.sees('problem.wrong-code');
    await manager.look('set-up with a wrong code');
    await manager.field('setup.code').fill(station.setupCode ?? '');
    await manager.press('setup.enter');

    await manager.sees('start.title');
    await manager.look('first steps');
    const step = async (id: string) => {
      await goTo(manager, 'today');
      await manager.page.getByRole('link', { name: manager.say(id), exact: true }).click();
    };
    await step('start.store');
    await manager.field('store.name').fill('Halles de Nice');
    await manager.press('store.save');
    await manager.sees('saved');

    await step('start.offer');
    await manager.sees('offers.no-products');
    await manager.look('offers without products');

    await step('start.zone');
    await manager.press('zones.new');
    await manager.field('zone.name').fill('Kiosk by the door');
    expect(await manager.page.getByRole('checkbox', { name: /kiosk-radio/ }).isChecked()).toBe(true);
    await manager.press('save');
    await manager.page.getByRole('heading', { name: 'Kiosk by the door' }).waitFor();

    await step('start.products');
    const file = manager.page.waitForEvent('download');
    await manager.button('import.sample').first().click();
    const sample = join(folder, 'products.csv');
    await (await file).saveAs(sample);
    await manager.page.locator('input[type=file]').first().setInputFiles(sample);
    await manager.page.getByText('2 rows of 2 imported').waitFor();

    await step('start.offer');
    await manager.press('offers.new');
    await manager.field('offer.title-in', { language: 'French' }).fill('Le comté doux');
    await manager.field('offer.title-in', { language: 'English' }).fill('Mild Comté');
    await manager.field('offer.product').selectOption('p-comte');
    await manager.field('offer.price').fill('5,20');
    // The station may be a day ahead of this browser.
    await manager.field('offer.ends').fill('2099-12-31');
    await manager.press('save');
    await manager.page.getByRole('rowheader', { name: /Mild Comté/ }).waitFor();

    await step('start.employee');
    await manager.press('employees.new');
    await manager.field('employee.name').fill('Léa');
    await manager.field('employee.code').fill('LEA');
    await manager.field('employee.pin').fill('1234');
    await manager.press('save');
    await manager.page.getByRole('rowheader', { name: /Léa/ }).waitFor();

    const lea = await people.open('staff', `${station.origin}/staff`, phone);
    await step('start.device');
    await manager.button('devices.enrol').first().click();
    await manager.field('devices.name').fill('Handheld 1');
    await manager.press('devices.make-code');
    await lea.field('enrol.code').fill((await manager.page.locator('.enrol-code').textContent()) ?? '');
    await lea.press('enrol.enter');
    await manager.sees('devices.arrived', { name: 'Handheld 1' });
    await goTo(manager, 'today');
    await manager.page.getByText(manager.say('start.title')).waitFor({ state: 'detached' });
    await lea.field('login.code').fill('LEA');
    await lea.field('login.pin').fill('1234');
    await lea.press('login.enter');
    await lea.press('go-on-duty');
    await lea.sees('calm');

    const { version, en: text } = currentText('recognition');
    await kiosk.call('kiosk/touch', { language: 'en' });
    await kiosk.call('kiosk/join', {
      recognition: { version, language: 'en', text },
      history: null,
      name: 'Alix',
      picture: 'snail',
    });
    hear(() => iBeacon(1), 3);
    expect((await kiosk.look('kiosk')).visit?.enrolment?.state).toBe('done');
    await kiosk.call('kiosk/end', {});
    clock.hurry(30_000);
    hear(() => iBeacon(1), 4);
    const { visit } = await kiosk.look('kiosk');
    expect(visit?.greeting.kind).toBe('personal');
    expect(visit?.offer?.title.en).toBe('Mild Comté');

    await kiosk.call('kiosk/call', { commandId: 'c', reason: 'asked', language: 'en' });
    await lea.page.getByRole('heading', { name: 'Kiosk by the door' }).waitFor();
    await lea.press('claim');
    await lea.button('arrived').waitFor();
    expect((await kiosk.look('kiosk')).visit?.call).toMatchObject({ state: 'claimed', employee: 'Léa' });
    await manager.page.getByText('Léa').first().waitFor();
  });
});

describe('on an ordinary day a manager', () => {
  beforeEach(() => begin(true));

  test('sees a customer in the zone that is being edited, and a half-typed form waits while other sections are read', async () => {
    const manager = await inside();
    await goTo(manager, 'zones');
    await manager.page.getByRole('button', { name: /^Edit / }).click();
    const beacon = demoBeacon('camille', clock);
    const here = setInterval(() => air.send(beacon(), -55), 150);
    try {
      await manager.page.getByText(/Strongest signal now: -55 dBm, near/).waitFor();
    } finally {
      clearInterval(here);
    }
    await manager.field('zone.near').fill('strong');
    await manager.sees('problem.not-a-number');
    await goTo(manager, 'radio');
    await goTo(manager, 'zones');
    expect(await manager.field('zone.near').inputValue()).toBe('strong');
    await manager.press('save');
    await expect.poll(() => manager.field('zone.near').evaluate((field) => field === document.activeElement)).toBe(true);
    await manager.field('zone.near').fill('-60');
    await manager.field('zone.far').fill('-60');
    await manager.sees('problem.far-not-weaker');
    await manager.field('zone.far').fill('-75');
    await manager.press('save');
    await manager.page.getByText('Near from -60 dBm, far below -75 dBm.').waitFor();
  });

  test('takes two deletions back, the last one first, from another section', async () => {
    const manager = await inside();
    await goTo(manager, 'offers');
    const rows = manager.page.locator('tbody tr');
    await rows.first().waitFor();
    const before = await rows.count();
    const names = await manager.page.locator('tbody th').allTextContents();
    const remove = async () => {
      const count = await rows.count();
      await manager.page
        .getByRole('button', { name: /^Delete / })
        .first()
        .click();
      await expect.poll(() => rows.count()).toBe(count - 1);
    };
    await remove();
    await remove();
    await manager.look('something was deleted');
    await goTo(manager, 'store');
    await manager.press('undo');
    await manager.press('undo');
    await manager.button('undo').waitFor({ state: 'detached' });
    await goTo(manager, 'offers');
    await expect.poll(() => rows.count()).toBe(before);
    expect((await manager.page.locator('tbody th').allTextContents()).length).toBe(names.length);
  });

  test('edits an offer, and is told when it would cost more than the product', async () => {
    const manager = await inside();
    await goTo(manager, 'offers');
    await manager.page
      .getByRole('button', { name: /^Edit / })
      .first()
      .click();
    await manager.field('offer.price').fill('999');
    await manager.press('save');
    await manager.sees('problem.offer-dearer');
    await manager.field('offer.price').fill('1.11');
    await manager.press('save');
    await manager.page.getByText('€1.11').waitFor();
    expect(await manager.field('offer.price').count()).toBe(0);
  });

  test('reads what is wrong with an import, line by line, and can mend it', async () => {
    const manager = await inside();
    await goTo(manager, 'products');
    await upload(
      manager,
      'import.products',
      'mixed.csv',
      productColumns,
      'new-tea,Thé vert,Green tea,drinks,A1,4,3.20',
      'bad-tea,,Tea,drinks,A1,4,3.20',
      'odd-tea,Thé,Tea,drinks,A1,many,3.20',
    );
    await manager.page.getByText('1 row of 3 imported. 2 rows were refused.').waitFor();
    const problems = manager.page.getByRole('table', { name: manager.say('import.errors') });
    expect(await problems.locator('tbody tr').allTextContents()).toEqual(['3name_fris empty', '4stockis not a whole number']);
    await manager.page.getByLabel(manager.say('products.filter')).fill('green tea');
    await manager.page.getByRole('rowheader', { name: 'Green tea' }).waitFor();
    await upload(manager, 'import.products', 'sheet.csv', 'PK\u0003\u0004\u0000\u0000');
    await manager.sees('import.unusable');
    await upload(manager, 'import.purchases', 'bought.csv', 'customer,date,product,quantity', ',2026-01-05,new-tea,1');
    await manager.page.getByText('1 row of 1 imported').waitFor();
    await upload(manager, 'import.purchases', 'again.csv', 'customer,date,product,quantity', ',2026-01-05,new-tea,1');
    await manager.sees('refused.already-imported');
  });

  test('gives an employee a new PIN: the new one opens the staff page, the old one no more', async () => {
    const manager = await inside();
    await goTo(manager, 'employees');
    await manager.page.getByRole('button', { name: 'Edit Léa' }).click();
    await manager.field('employee.new-pin').fill('12');
    await manager.sees('problem.bad-pin');
    await manager.field('employee.new-pin').fill('8642');
    await manager.press('save');
    await manager.field('employee.new-pin').waitFor({ state: 'detached' });
    const lea = await people.open('staff', `${station.origin}/staff`, phone);
    await lea.field('login.code').fill('LEA');
    await lea.field('login.pin').fill('1234');
    await lea.press('login.enter');
    await lea.sees('login.wrong');
    await lea.field('login.pin').fill('8642');
    await lea.press('login.enter');
    await lea.button('go-on-duty').waitFor();
  });

  test('reads one visit as too few for a pattern, and many with their busiest hour', async () => {
    await visits(1);
    const manager = await inside();
    await manager.page.getByText('One visit and no call: too few to speak of a pattern.').first().waitFor();
    await visits(11);
    await manager.page.reload();
    await manager.page
      .getByText(/The busiest hour began at|no single busiest hour/)
      .first()
      .waitFor();
    await manager.look('a busy day');
  });

  test('finds no figure about any employee on the page of employees', async () => {
    const manager = await inside();
    await goTo(manager, 'employees');
    const table = manager.page.getByRole('table', { name: manager.say('employees.table') });
    await table.waitFor();
    expect(await table.getByRole('columnheader').allTextContents()).toEqual([
      manager.say('employee.name'),
      manager.say('employee.code'),
      manager.say('employee.role'),
      manager.say('offers.standing'),
      manager.say('employee.doors'),
      manager.say('actions'),
    ]);
  });
});
