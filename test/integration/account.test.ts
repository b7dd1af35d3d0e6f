import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../electron/store/database.ts';
import { currentText } from '../../shared/consent/texts.ts';
import type { Purpose } from '../../shared/contract/index.ts';
import { demoEid, iBeacon, TestStation, type Visitor } from '../support/station.ts';

/** A customer's own account: what it shows, who may open it, what they tell of themselves, and what is suggested to anybody. */

let house: TestStation;
let kiosk: Visitor;
beforeEach(async () => {
  house = await TestStation.start();
  kiosk = house.visitor();
});
afterEach(() => house.remove());

const secret = (id: string) => createHash('sha256').update(`prevenance demo beacon ${id}`).digest().subarray(0, 16);
const walkUp = (id = 'camille') => house.hear(() => demoEid(secret(id), house.clock), -55, 4_000);
const visit = async () => (await kiosk.look('kiosk')).visit;
const touch = () => kiosk.call('kiosk/touch', { language: 'en' });
const leave = async () => {
  await kiosk.call('kiosk/end', {});
  house.clock.advance(60_000);
};
const answer = (purpose: Purpose, decision: 'given' | 'refused') => {
  const { version, en } = currentText(purpose);
  return kiosk.call('kiosk/consent', { purpose, decision, shown: { version, language: 'en', text: en } });
};
const manager = async () => {
  const page = house.visitor();
  await page.call('auth/manager-login', { password: 'demo-manager' });
  return page;
};
const everythingOnDisk = (): string =>
  readdirSync(house.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n');

describe('what the account shows', () => {
  test('nothing to anybody who is not recognised', async () => {
    await touch();
    for (const route of ['kiosk/facts', 'kiosk/points', 'kiosk/preferences'] as const)
      await expect(kiosk.call(route, {})).rejects.toMatchObject({ body: { code: 'not-recognised' } });
  });

  test('every fact, and the gestures that stand', async () => {
    const odile = await manager();
    await odile.call('manager/goodwill-budget', {
      budget: { perGestureCents: 1_000, perEmployeeCents: 2_000, perDayCents: 3_000 },
    });
    const lea = house.visitor();
    await lea.call('auth/employee-login', { code: 'LEA', pin: '1234' });
    const grant = (amountCents: number) =>
      lea.call('staff/goodwill-grant', {
        commandId: randomUUID(),
        amountCents,
        reason: 'long-wait',
        words: null,
        to: { kind: 'customer', number: 'CAM2LE' },
      });
    await grant(500);
    const { gesture } = await grant(300);
    await odile.call('manager/goodwill-void', { id: gesture.id, voided: true });
    walkUp();
    expect(await kiosk.call('kiosk/points', {})).toMatchObject({ totalCents: 500, items: [{ amountCents: 500 }] });
    const { facts } = await kiosk.call('kiosk/facts', {});
    expect(facts.map(({ kind }) => kind)).toEqual([
      'number',
      'name',
      'language',
      'last-visit',
      'beacons',
      'purchases',
      'gestures',
      'answers',
    ]);
    expect(facts.find(({ kind }) => kind === 'purchases')?.count).toBe(12);
  });
});

test('a copied beacon is shown nothing, told nothing and given nothing until the picture is touched', async () => {
  const { version, en } = currentText('recognition');
  await touch();
  const recognition = { version, language: 'en' as const, text: en };
  await kiosk.call('kiosk/join', { recognition, history: null, name: null, picture: 'moon' });
  house.hear(() => iBeacon(5), -45, 3_000);
  await leave();
  house.hear(() => iBeacon(5), -55, 4_000);
  expect((await visit())?.recognised).toBe(true);
  for (const call of [
    () => kiosk.call('kiosk/facts', {}),
    () => kiosk.call('kiosk/points', {}),
    () => kiosk.call('kiosk/preferences', {}),
    () => kiosk.call('kiosk/preference-keep', { preference: { kind: 'note', text: 'two sugars' } }),
    () => kiosk.call('kiosk/preference-drop', { kind: 'note' }),
    () => kiosk.call('kiosk/proposal-answer', { id: 'any', agreed: true }),
    () => kiosk.call('kiosk/card-make', { picture: 'moon' }),
    () => kiosk.call('kiosk/card-stop', {}),
  ])
    await expect(call()).rejects.toMatchObject({ body: { code: 'confirm-first' } });
  await kiosk.call('kiosk/confirm-picture', { picture: 'moon' });
  expect((await kiosk.call('kiosk/facts', {})).facts).not.toEqual([]);
});

describe('a card', () => {
  const make = async () => {
    walkUp();
    const { code } = await kiosk.call('kiosk/card-make', { picture: null });
    await leave();
    return code ?? '';
  };

  test('opens the account without a beacon, and is readable nowhere', async () => {
    const code = await make();
    await touch();
    expect(await kiosk.call('kiosk/identify', { code: code.toLowerCase() })).toEqual({ result: 'right' });
    expect(await kiosk.call('kiosk/account', {})).toMatchObject({ customerNumber: 'CAM2LE' });
    expect((await visit())?.greeting).toMatchObject({ kind: 'personal', name: 'Camille' });
    expect(JSON.stringify(await kiosk.look('kiosk'))).not.toContain(code);
    await house.halt();
    expect(everythingOnDisk()).not.toContain(code);
  });

  test('neither a number, nor an old card, nor one that was ended opens anything', async () => {
    const old = await make();
    const code = await make();
    await touch();
    for (const wrong of ['CAM2LE', old, 'B'.repeat(30)])
      expect(await kiosk.call('kiosk/identify', { code: wrong })).toEqual({ result: 'wrong' });
    expect((await visit())?.recognised).toBe(false);
    await kiosk.call('kiosk/identify', { code });
    await kiosk.call('kiosk/card-stop', {});
    await leave();
    await touch();
    expect(await kiosk.call('kiosk/identify', { code })).toEqual({ result: 'wrong' });
  });

  test('is given only after the picture, and never to a beacon that could be a copy', async () => {
    const { version, en } = currentText('recognition');
    const enrol = async (minor: number, picture: 'moon' | null) => {
      await touch();
      const recognition = { version, language: 'en' as const, text: en };
      await kiosk.call('kiosk/join', { recognition, history: null, name: null, picture });
      house.hear(() => iBeacon(minor), -45, 3_000);
    };
    const take = (picture: 'moon' | 'cat' | null) => kiosk.call('kiosk/card-make', { picture });
    await enrol(5, 'moon');
    for (const wrong of ['cat', null] as const) expect(await take(wrong)).toEqual({ result: 'wrong', code: null });
    expect(await take('moon')).toMatchObject({ result: 'ready' });
    await leave();
    await enrol(6, null);
    await leave();
    house.hear(() => iBeacon(6), -55, 4_000);
    expect((await visit())?.recognised).toBe(true);
    expect(await take(null)).toEqual({ result: 'weak', code: null });
  });

  test('that is scanned into a field is neither told to the team nor stored', async () => {
    const code = await make();
    await touch();
    await kiosk.call('kiosk/search', { query: code, category: null });
    house.clock.advance(2_000);
    await kiosk.call('kiosk/ask', { question: code.toLowerCase() });
    const lea = house.visitor();
    await lea.call('auth/employee-login', { code: 'LEA', pin: '1234' });
    await lea.call('staff/duty', { onDuty: true });
    const { call } = await kiosk.call('kiosk/call', { commandId: randomUUID(), reason: 'asked', language: 'en' });
    await lea.call('staff/claim', { callId: call.id, commandId: randomUUID(), epoch: 1 });
    const { calls } = await lea.look('staff');
    expect(calls[0]?.tried.length).toBeGreaterThan(0);
    expect(JSON.stringify(calls).toUpperCase()).not.toContain(code);
    expect(everythingOnDisk().toUpperCase()).not.toContain(code);
  });

  test('opens nothing beside somebody else we know, and nothing once its holder has left', async () => {
    const code = await make();
    walkUp('sam');
    expect(await kiosk.call('kiosk/identify', { code })).toEqual({ result: 'unsure' });
    expect((await visit())?.greeting).toEqual({ kind: 'neutral' });
    await leave();
    await touch();
    await kiosk.call('kiosk/identify', { code });
    await kiosk.call('kiosk/withdraw', { purpose: 'recognition' });
    await leave();
    await touch();
    expect(await kiosk.call('kiosk/identify', { code })).toEqual({ result: 'wrong' });
  });
});

describe('preferences', () => {
  const note = { kind: 'note', text: 'two sugars planted' } as const;
  const told = async () => (await kiosk.call('kiosk/preferences', {})).preferences;

  test('are kept in the shopper’s words, sealed, and erased with the rest', async () => {
    walkUp();
    await kiosk.call('kiosk/preference-keep', { preference: note });
    await kiosk.call('kiosk/preference-keep', { preference: { kind: 'size', text: 'shirt 42 planted' } });
    expect(await told()).toMatchObject([{ ...note, proposedBy: null }, { kind: 'size' }]);
    expect((await kiosk.call('kiosk/facts', {})).facts).toContainEqual({ kind: 'preferences', text: null, day: null, count: 2 });
    await kiosk.call('kiosk/preference-drop', { kind: 'size' });
    expect(await told()).toHaveLength(1);
    await leave();
    walkUp();
    expect(await told()).toMatchObject([note]);
    await kiosk.call('kiosk/withdraw', { purpose: 'recognition' });
    await house.halt();
    expect(everythingOnDisk()).not.toContain('planted');
  });

  test('that are removed leave no byte behind, and what is refused is never kept', async () => {
    walkUp();
    const db = openDatabase(join(house.folder, 'store.db'));
    const row = () => (db.prepare('SELECT hex(sealed) FROM preference').pluck().get() as string | undefined) ?? null;
    await kiosk.call('kiosk/preference-keep', { preference: note });
    const sealed = Buffer.from(row() ?? '', 'hex').toString('latin1');
    expect(everythingOnDisk()).toContain(sealed);
    await kiosk.call('kiosk/preference-drop', { kind: 'note' });
    expect(row()).toBeNull();
    db.close();
    expect(everythingOnDisk()).not.toContain(sealed);
    const lea = house.visitor();
    await lea.call('auth/employee-login', { code: 'LEA', pin: '1234' });
    await lea.call('staff/duty', { onDuty: true });
    const { call } = await kiosk.call('kiosk/call', { commandId: randomUUID(), reason: 'asked', language: 'en' });
    await lea.call('staff/claim', { callId: call.id, commandId: randomUUID(), epoch: 1 });
    await lea.call('staff/preference-propose', { callId: call.id, preference: note });
    const { proposals } = await kiosk.call('kiosk/preferences', {});
    await kiosk.call('kiosk/proposal-answer', { id: proposals[0]?.id ?? '', agreed: false });
    expect(await kiosk.call('kiosk/preferences', {})).toMatchObject({ preferences: [], proposals: [] });
  });

  test('a diet needs its own yes, and goes with it', async () => {
    walkUp();
    const diet = { kind: 'diet', diets: ['without-pork'] } as const;
    const keep = () => kiosk.call('kiosk/preference-keep', { preference: { ...diet, diets: [...diet.diets] } });
    await expect(keep()).rejects.toMatchObject({ body: { code: 'no-consent' } });
    await answer('diet', 'refused');
    await expect(keep()).rejects.toMatchObject({ body: { code: 'no-consent' } });
    await answer('diet', 'given');
    await keep();
    expect(await told()).toMatchObject([diet]);
    expect((await kiosk.call('kiosk/receipt', { purpose: 'diet' })).text).toContain('diet: given');
    await kiosk.call('kiosk/withdraw', { purpose: 'diet' });
    expect(await told()).toEqual([]);
    expect((await visit())?.recognised).toBe(true);
  });

  test('favourite shelves put their offers first, at the same price, and only they do', async () => {
    walkUp();
    const before = (await kiosk.call('kiosk/offers', {})).offers;
    await expect(
      kiosk.call('kiosk/preference-keep', { preference: { kind: 'shelves', shelves: ['pharmacy'] } }),
    ).rejects.toMatchObject({ body: { code: 'unknown-shelf' } });
    await kiosk.call('kiosk/preference-keep', { preference: { kind: 'shelves', shelves: ['sweets'] } });
    const { offers } = await kiosk.call('kiosk/offers', {});
    expect(offers[0]?.product.category).toBe('sweets');
    expect(offers.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(before.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  });

  test('an employee proposes, the shopper agrees, and only then it is kept', async () => {
    walkUp();
    await answer('diet', 'given');
    await kiosk.call('kiosk/preference-keep', { preference: { kind: 'diet', diets: ['vegan'] } });
    const lea = house.visitor();
    await lea.call('auth/employee-login', { code: 'LEA', pin: '1234' });
    await lea.call('staff/duty', { onDuty: true });
    const { call } = await kiosk.call('kiosk/call', { commandId: randomUUID(), reason: 'asked', language: 'en' });
    const propose = () => lea.call('staff/preference-propose', { callId: call.id, preference: note });
    expect(await propose()).toEqual({ result: 'not-now' });
    expect((await lea.look('staff')).calls[0]?.preferences).toEqual([]);
    await lea.call('staff/claim', { callId: call.id, commandId: randomUUID(), epoch: 1 });
    expect((await lea.look('staff')).calls[0]?.preferences).toMatchObject([{ kind: 'diet' }]);
    expect(
      await lea.call('staff/preference-propose', { callId: call.id, preference: { kind: 'diet', diets: ['vegan'] } }),
    ).toEqual({ result: 'not-now' });
    expect(await propose()).toEqual({ result: 'proposed' });
    expect(everythingOnDisk()).not.toContain('planted');
    const { preferences, proposals } = await kiosk.call('kiosk/preferences', {});
    expect(preferences).toHaveLength(1);
    expect(proposals).toMatchObject([{ by: 'Léa', preference: note }]);
    await kiosk.call('kiosk/proposal-answer', { id: proposals[0]?.id ?? '', agreed: true });
    expect((await told()).at(-1)).toMatchObject({ ...note, proposedBy: 'Léa' });
    expect((await lea.look('staff')).calls[0]?.preferences).toHaveLength(2);
    // Each under the words that speak of it.
    await kiosk.call('kiosk/withdraw', { purpose: 'history' });
    expect((await lea.look('staff')).calls[0]?.preferences).toMatchObject([{ kind: 'diet' }]);
    await kiosk.call('kiosk/withdraw', { purpose: 'diet' });
    expect((await lea.look('staff')).calls[0]?.preferences).toEqual([]);
  });
});

describe('what is bought together', () => {
  /** Receipts as the till writes them: product lists, each so many times. */
  const receipts = (...kinds: readonly (readonly [string, number])[]) =>
    kinds
      .flatMap(([products, times]) => Array.from({ length: times }, () => products))
      .flatMap((products, at) => products.split(' ').map((product) => `,2026-11-01,${product},1,r${at}`));
  const importing = async (lines: readonly string[]) => {
    const page = await manager();
    const file = ['customer,date,product,quantity,receipt', ...lines].join('\n');
    return page.call('manager/import-purchases', new TextEncoder().encode(file) as never);
  };
  const others = async (productId: string) => {
    const { items } = await kiosk.call('kiosk/together', { productIds: [productId] });
    return items[0]?.others.map(({ id }) => id);
  };

  test('comes from five receipts or more, and from nothing that has a name', async () => {
    await touch();
    const report = await importing(receipts(['lentils carrots', 5], ['soap honey', 4]));
    expect(report).toMatchObject({ imported: 18, refused: 0 });
    await expect.poll(() => others('lentils')).toEqual(['carrots']);
    expect(await others('soap')).toEqual([]);
    // A customer's purchases are theirs: they say nothing to others.
    await importing(
      Array.from({ length: 9 }, (_, i) => ['soap', 'brioche'].map((p) => `CAM2LE,2026-10-0${i + 1},${p},1,c${i}`)).flat(),
    );
    await importing(receipts(['soap honey', 1], ['goat honey', 1]));
    await expect.poll(() => others('soap')).toEqual(['honey']);
  });

  test('a file without the column is imported as before', async () => {
    const page = await manager();
    const file = new TextEncoder().encode('customer,date,product,quantity\n,2026-11-01,pasta,1\n');
    expect(await page.call('manager/import-purchases', file as never)).toMatchObject({ imported: 1, refused: 0 });
  });

  test('never names a sensitive product, one that is sold out, or anything once a person was called', async () => {
    const page = await manager();
    const products = 'id,name_fr,name_en,category,aisle,stock,price\nplaster,Pansements,Plasters,pharmacy,9,20,2.50\n';
    await page.call('manager/import-products', new TextEncoder().encode(products) as never);
    await touch();
    await importing(receipts(['plaster lentils carrots syrup', 12]));
    await expect.poll(() => others('lentils')).toEqual(['carrots']);
    expect(await others('plaster')).toEqual([]);
    // It is not even stored; and what turns sensitive later is no longer shown.
    const db = openDatabase(join(house.folder, 'store.db'));
    const baskets = db.prepare('SELECT products FROM basket').pluck().all() as string[];
    db.close();
    expect(baskets.length).toBeGreaterThan(0);
    for (const basket of baskets) expect(basket).not.toContain('plaster');
    const turned = products.replace('plaster,Pansements,Plasters', 'carrots,Carottes,Carrots');
    await page.call('manager/import-products', new TextEncoder().encode(turned) as never);
    expect(await others('lentils')).toEqual([]);
    await page.call('manager/import-products', new TextEncoder().encode(turned.replace('pharmacy', 'grocery')) as never);
    expect(await others('lentils')).toEqual(['carrots']);
    await kiosk.call('kiosk/call', { commandId: randomUUID(), reason: 'asked', language: 'en' });
    expect(await others('lentils')).toEqual([]);
  });
});
