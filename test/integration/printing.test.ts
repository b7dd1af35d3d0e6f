import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currentText } from '../../shared/consent/texts.ts';
import type { SlipWish } from '../../shared/contract/index.ts';
import { demoEid, iBeacon, TestStation, type Visitor } from '../support/station.ts';
import { type Manners, VirtualPrinter } from '../support/virtual-printer.ts';

/** What comes out of the printer, for whom, and what never does. */

let house: TestStation;
let kiosk: Visitor;
let printer: VirtualPrinter;
beforeEach(async () => {
  house = await TestStation.start();
  kiosk = house.visitor();
});
afterEach(async () => {
  await house.remove();
  await printer.stop();
});

async function setUp(manners: Manners = {}): Promise<void> {
  printer = new VirtualPrinter({ speaks: true, ...manners });
  const port = await printer.start();
  const manager = house.visitor();
  await manager.call('auth/manager-login', { password: 'demo-manager' });
  const connection = { kind: 'network', host: '127.0.0.1', port } as const;
  await manager.call('manager/printer-save', { connection, codepage: 'auto', paperMm: 80, cut: true });
}

const camille = createHash('sha256').update('prevenance demo beacon camille').digest().subarray(0, 16);
const walkUp = () => house.hear(() => demoEid(camille, house.clock), -55, 4_000);
const touch = () => kiosk.call('kiosk/touch', { language: 'fr' });
const print = (slip: SlipWish) => kiosk.call('kiosk/print', { slip });
const anyOffer = async (): Promise<SlipWish> => ({
  kind: 'offer',
  id: (await kiosk.call('kiosk/offers', {})).offers[0]?.id ?? '',
});

test('an offer is printed at the price it has for everybody, and none once a person was called', async () => {
  await setUp();
  await touch();
  const [offer] = (await kiosk.call('kiosk/offers', {})).offers;
  const wish = await anyOffer();
  expect(await print(wish)).toEqual({ result: 'printed' });
  await kiosk.call('kiosk/end', {});
  house.clock.advance(60_000);
  walkUp();
  expect(await print(wish)).toEqual({ result: 'printed' });
  const [forNobody, forCamille] = printer.slips.map(({ lines }) => lines.filter((line) => !line.includes('Imprimé')));
  expect(forCamille).toEqual(forNobody);
  expect(printer.paper).toContain(((offer?.priceCents ?? 0) / 100).toFixed(2).replace('.', ','));
  await kiosk.call('kiosk/call', { commandId: 'x', reason: 'asked', language: 'fr' });
  await expect(print(wish)).rejects.toMatchObject({ body: { code: 'selling-over' } });
  expect(printer.slips).toHaveLength(2);
});

test('the way to a product is printed in words, and a reference only for whoever wrote in this visit', async () => {
  await setUp();
  await touch();
  const [product] = (await kiosk.call('kiosk/search', { query: 'café', category: null })).products;
  expect(await print({ kind: 'product', id: product?.id ?? '' })).toEqual({ result: 'printed' });
  expect(printer.paper).toContain(`Allée ${product?.aisle}`);
  expect(printer.paper).toMatch(/Tout droit, environ \d+ m/);
  const written = await kiosk.call('kiosk/matter-write', {
    commandId: 'w1',
    kind: 'complaint',
    words: 'Le zinzolin manque encore',
    language: 'fr',
  });
  const slip = { kind: 'matter', id: written.reference } as const;
  expect(await print(slip)).toEqual({ result: 'printed' });
  const plain = printer.paper.replace(/\s/g, '');
  expect(plain).toContain(written.reference);
  expect(plain).toContain(written.code);
  expect(plain).not.toContain('zinzolin');
  await kiosk.call('kiosk/end', {});
  await touch();
  await expect(print(slip)).rejects.toMatchObject({ body: { code: 'no-matter' } });
});

test('a receipt holds the answer and its proof, and neither name nor number', async () => {
  await setUp();
  walkUp();
  const { customerNumber, name } = await kiosk.call('kiosk/account', {});
  expect(await print({ kind: 'receipt', id: 'recognition' })).toEqual({ result: 'printed' });
  const [slip] = printer.slips;
  const all = JSON.stringify(slip);
  expect(slip?.codes[0]).toContain('recognition');
  for (const secret of [customerNumber, name ?? 'no name']) expect(all).not.toContain(secret);
});

test('a receipt is for whoever gave the answer: for nobody else, and not for a copied beacon', async () => {
  await setUp();
  await touch();
  const receipt = { kind: 'receipt', id: 'recognition' } as const;
  await expect(print(receipt)).rejects.toMatchObject({ status: 403 });
  const { version, en } = currentText('recognition');
  const recognition = { version, language: 'en' as const, text: en };
  await kiosk.call('kiosk/join', { recognition, history: null, name: 'Ondine', picture: 'moon' });
  house.hear(() => iBeacon(5), -45, 3_000);
  await kiosk.call('kiosk/end', {});
  house.clock.advance(60_000);
  house.hear(() => iBeacon(5), -55, 4_000);
  await expect(print(receipt)).rejects.toMatchObject({ body: { code: 'confirm-first' } });
  await kiosk.call('kiosk/confirm-picture', { picture: 'moon' });
  expect(await print(receipt)).toEqual({ result: 'printed' });
  expect(printer.slips).toHaveLength(1);
});

describe('what the store knows, on paper', () => {
  const account = (picture: 'moon' | 'cat' | null): SlipWish => ({ kind: 'account', picture });

  test('is printed for its customer after their picture once more, and for nobody else', async () => {
    await setUp();
    await touch();
    await expect(print(account(null))).rejects.toMatchObject({ status: 403 });
    const { version, fr } = currentText('recognition');
    const recognition = { version, language: 'fr' as const, text: fr };
    await kiosk.call('kiosk/join', { recognition, history: null, name: 'Ondine', picture: 'moon' });
    house.hear(() => iBeacon(5), -45, 3_000);
    for (const picture of ['cat', null] as const)
      await expect(print(account(picture))).rejects.toMatchObject({ body: { code: 'confirm-first' } });
    expect(printer.slips).toEqual([]);
    expect(await print(account('moon'))).toEqual({ result: 'printed' });
    expect(printer.paper).toMatch(/Prénom +Ondine/);
    expect(printer.paper).toMatch(/Image secrète +Oui/);
    expect(printer.paper).not.toContain('moon');
    await kiosk.call('kiosk/end', {});
    house.clock.advance(60_000);
    await touch();
    await expect(print(account('moon'))).rejects.toMatchObject({ status: 403 });
    expect(printer.slips).toHaveLength(1);
  });

  test('says since when, to what, and what is bought, in the language of the visit', async () => {
    await setUp();
    walkUp();
    const { customerNumber } = await kiosk.call('kiosk/account', {});
    await kiosk.call('kiosk/preference-keep', { preference: { kind: 'note', text: 'Deux sucres' } });
    expect(await print(account(null))).toEqual({ result: 'printed' });
    const paper = printer.paper.replace(/\s+/g, ' ');
    for (const words of [
      'Membre depuis',
      'Vos achats choisissent vos offres Oui, depuis le',
      'Deux sucres',
      '4 × Baguette',
      'Points, offerts',
    ])
      expect(paper).toContain(words);
    expect(paper).toMatch(/Votre régime alimentaire Non/);
    expect(paper).not.toContain(customerNumber);
    const plain = paper;
    await kiosk.call('kiosk/language', { language: 'en' });
    expect(await print(account(null))).toEqual({ result: 'printed' });
    expect(printer.paper.replace(/\s+/g, ' ').slice(plain.length)).toContain('What you agreed to:');
  });

  test('names no sensitive purchase and no diet', async () => {
    await setUp();
    const manager = house.visitor();
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    const bytes = (lines: string[]) => new TextEncoder().encode(lines.join('\n'));
    const product = 'test-kit,Autotest,Self-test,pharmacy,9,5,12.00';
    await manager.call('manager/import-products', bytes(['id,name_fr,name_en,category,aisle,stock,price', product]));
    await manager.call('manager/import-purchases', bytes(['customer,date,product,quantity', 'CAM2LE,2026-11-20,test-kit,30']));
    walkUp();
    const { version, fr } = currentText('diet');
    await kiosk.call('kiosk/consent', { purpose: 'diet', decision: 'given', shown: { version, language: 'fr', text: fr } });
    await kiosk.call('kiosk/preference-keep', { preference: { kind: 'diet', diets: ['without-pork'] } });
    expect(await print(account(null))).toEqual({ result: 'printed' });
    expect(printer.paper).toMatch(/Préférences +1/);
    expect(printer.paper).not.toMatch(/porc|pork|Autotest/);
  });
});

describe('what was not printed when a visit ended', () => {
  test.each([
    ['says so', () => kiosk.call('kiosk/end', {})],
    ['walks away', async () => house.clock.advance(120_000)],
    ['leaves the programme', () => kiosk.call('kiosk/withdraw', { purpose: 'recognition' })],
  ])('is never printed for the next person, when the shopper %s', async (_name, goes) => {
    await setUp({ deaf: true });
    walkUp();
    const waiting = [print({ kind: 'receipt', id: 'recognition' }), print({ kind: 'receipt', id: 'history' })];
    await expect.poll(() => printer.connections).toBe(1);
    await goes();
    for (const { result } of await Promise.all(waiting)) expect(['stopped', 'no-answer']).toContain(result);
    await kiosk.call('kiosk/end', {});
    await touch();
    printer.manners.deaf = false;
    printer.wake();
    expect(await print(await anyOffer())).toMatchObject({ result: expect.stringMatching(/printed|sent/) });
    expect(printer.slips.flatMap(({ codes }) => codes)).toEqual([]);
  });
});
