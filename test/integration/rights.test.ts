import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../electron/store/database.ts';
import { openStore, type Store } from '../../electron/store/index.ts';
import { initTls } from '../../electron/tls/folder.ts';
import { currentText } from '../../shared/consent/texts.ts';
import type { Purpose } from '../../shared/contract/index.ts';
import { epochMs } from '../../shared/units.ts';
import { demoEid, iBeacon, TestStation, type Visitor } from '../support/station.ts';

let house: TestStation;
let kiosk: Visitor;
let manager: Visitor;
const begin = async (options: Parameters<typeof TestStation.start>[0] = {}) => {
  house = await TestStation.start(options);
  kiosk = house.visitor();
  manager = house.visitor();
  await manager.call('auth/manager-login', { password: 'demo-manager' });
};
afterEach(() => house.remove());

const camille = createHash('sha256').update('prevenance demo beacon camille').digest().subarray(0, 16);
const walkUp = () => house.hear(() => demoEid(camille, house.clock), -55, 4_000);
const visit = async () => (await kiosk.look('kiosk')).visit;
const shown = async (purpose: Purpose) => {
  const { version, en } = (await kiosk.look('kiosk')).texts[purpose];
  return { version, language: 'en' as const, text: en };
};
const leave = async () => {
  await kiosk.call('kiosk/end', {});
  house.clock.advance(60_000);
};

async function join_(minor: number, name: string): Promise<string> {
  await kiosk.call('kiosk/touch', { language: 'en' });
  await kiosk.call('kiosk/join', {
    recognition: await shown('recognition'),
    history: await shown('history'),
    name,
    picture: 'moon',
  });
  house.hear(() => iBeacon(minor), -45, 3_000);
  const enrolment = (await visit())?.enrolment;
  return enrolment?.state === 'done' ? enrolment.customerNumber : '';
}

/** Looks at the store beside the running station. */
function inStore<T>(look: (store: Store) => T): T {
  const db = openDatabase(join(house.folder, 'store.db'));
  try {
    return look(openStore(db));
  } finally {
    db.close();
  }
}

describe('access and portability', () => {
  test('an export holds every personal column there is', async () => {
    await begin();
    const number = await join_(31337, 'Zéphirine');
    const today = '2026-11-20';
    inStore((store) => {
      const { id, principal } = store.customers.byNumber(number) ?? { id: '', principal: '' };
      store.purchases.add(id, { on: today, productId: 'pasta', quantity: 4711 });
      store.decisions.decline('none', id, { offerId: 'offer-planted', category: 'category-planted', on: today });
      const [employee] = store.employees.list();
      store.goodwill.add({
        id: 'gesture',
        employeeId: employee?.id ?? '',
        commandId: 'c',
        day: today,
        at: null,
        amountCents: 123 as never,
        reason: 'other',
        words: 'words-planted',
        customerId: id,
        voucher: null,
      });
      store.beacons.add({
        id: 'eid:planted',
        strength: 'strong',
        key: { identityKey: Buffer.alloc(16, 0xab), exponent: 9, clockOffset: -4242, knownAt: epochMs(1_700_000_000_000) },
      });
      store.beacons.carry('eid:planted', id, 'handle', epochMs(1_700_000_000_000));
      store.cards.give(id, 'card-planted', epochMs(1_600_000_000_000));
      store.preferences.keep(id, [{ kind: 'note', text: 'preference-planted', proposedBy: 'proposer-planted', on: today }]);
      expect(store.consents.of(principal)).toHaveLength(4);
    });
    const { json, csv } = await manager.call('manager/customer-export', { number, checked: 'identity-document' });
    const tables = csv.map(({ text }) => text).join('\n');
    const marks = [
      number,
      'Zéphirine',
      'moon',
      'en',
      new Date(house.clock.wall()).toISOString().slice(0, 10),
      'f7826da6',
      'eid:planted',
      'ab'.repeat(16),
      '-4242',
    ];
    const more = [
      '2020-09-13T12:26:40',
      'preference-planted',
      'proposer-planted',
      '2023-11-14T22:13:20',
      'pasta',
      'Penne',
      '4711',
      'offer-planted',
      'category-planted',
      'words-planted',
      '123',
    ];
    for (const mark of [...marks, ...more, 'recognition', 'given', 'touched-yes'])
      for (const [form, text] of Object.entries({ json, tables })) expect(text.includes(mark), `${mark} in ${form}`).toBe(true);
    expect(csv.map(({ name }) => name)).toEqual([
      'customer.csv',
      'beacons.csv',
      'purchases.csv',
      'declined_offers.csv',
      'gestures.csv',
      'cards.csv',
      'preferences.csv',
      'consents.csv',
    ]);
    const [record] = JSON.parse(json).consents;
    expect(record).toMatchObject({
      schema_version: 'iso27560:2023/prevenance-1',
      pii_processing: { purposes: [{ id: 'recognition' }], retention_period: 'P3Y', recipient_third_parties: [] },
      party_identification: [{ party_name: 'Le Petit Marché', party_role: 'pii_controller' }],
      events: [{ event_state: 'requested' }, { event_state: 'given', event_type: 'explicit', gesture: 'touched-yes' }],
    });
    // Who took it, and how they knew the person, is on record; the number is not.
    const { items } = await manager.call('manager/audit', { before: null, actor: null, refusedOnly: false });
    const said = JSON.stringify(items);
    for (const deed of ['rights/identity-document', 'manager/customer-export', record.pii_principal_id])
      expect(said).toContain(deed);
    expect(said).not.toContain(number);
    // Every table that names a customer is in the export: a new one must be added to it.
    const db = openDatabase(join(house.folder, 'store.db'));
    const naming = db
      .prepare(
        "SELECT DISTINCT m.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'customer_id'",
      )
      .pluck()
      .all();
    db.close();
    expect(naming.toSorted()).toEqual(['card', 'carrier', 'declined_offer', 'goodwill', 'preference', 'purchase']);
  });

  test('without an encrypted network the kiosk sends the shopper to a person, and never without the picture', async () => {
    await begin();
    await join_(5, 'Ondine');
    expect(await kiosk.call('kiosk/export', { picture: null })).toEqual({ result: 'wrong', url: null });
    expect(await kiosk.call('kiosk/export', { picture: 'cat' })).toEqual({ result: 'wrong', url: null });
    expect(await kiosk.call('kiosk/export', { picture: 'moon' })).toEqual({ result: 'no-network', url: null });
  });

  describe('by a link on the encrypted network', () => {
    const fetched = (url: string): Promise<{ status: number; body: Buffer }> =>
      new Promise((answered, failed) => {
        request(url, { rejectUnauthorized: false }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => answered({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
        })
          .on('error', failed)
          .end();
      });
    beforeEach(() =>
      begin({
        config: { listen: { host: '127.0.0.1', port: 0, handOutPort: 0 } },
        prepare: (test) => initTls(test.folder, { dns: [], ip: ['127.0.0.1'] }, test.clock.wall()),
      }),
    );

    test('works once, for ten minutes, and holds all files', async () => {
      await join_(5, 'Ondine');
      const take = async () => (await kiosk.call('kiosk/export', { picture: 'moon' })).url ?? '';
      const url = await take();
      expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/my-data\/[\w-]{32}$/);
      const { status, body } = await fetched(url);
      expect(status).toBe(200);
      expect(body.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
      for (const part of ['everything.json', 'customer.csv', 'consents.csv', 'Ondine']) expect(body.includes(part)).toBe(true);
      expect((await fetched(url)).status).toBe(404);
      const late = await take();
      house.clock.advance(10 * 60_000 + 1);
      expect((await fetched(late)).status).toBe(404);
      expect((await fetched(late.replace(/.$/, 'x'))).status).toBe(404);
    });
  });
});

describe('rectification and erasure', () => {
  beforeEach(() => begin());

  test('name, language and picture at the kiosk; the number stays', async () => {
    const number = await join_(5, 'Ondine');
    await kiosk.call('kiosk/rectify', { name: 'Aglaé', language: 'fr', picture: 'cat' });
    expect(await kiosk.call('kiosk/account', {})).toMatchObject({
      name: 'Aglaé',
      language: 'fr',
      hasPicture: true,
      customerNumber: number,
    });
    expect((await visit())?.greeting).toMatchObject({ name: 'Aglaé' });
    expect(inStore((store) => store.customers.byNumber(number)?.picture)).toBe('cat');
    // Whoever changes the picture on an unattended screen carries nothing away with it.
    expect(await kiosk.call('kiosk/export', { picture: 'cat' })).toEqual({ result: 'closed', url: null });
    await kiosk.call('kiosk/rectify', { name: null, language: 'fr' });
    expect(inStore((store) => store.customers.byNumber(number))).toMatchObject({ name: null, picture: 'cat' });
  });

  test('a manager erases by number, also in the middle of a visit, and nothing can be read any more', async () => {
    const number = await join_(5, 'Ondine');
    await expect(manager.call('manager/customer-erase', { number: 'NOBODY', checked: 'known-in-person' })).rejects.toMatchObject({
      status: 404,
    });
    await manager.call('manager/customer-erase', { number, checked: 'known-in-person' });
    expect(await visit()).toMatchObject({ recognised: false, enrolment: null });
    expect(inStore((store) => store.customers.byNumber(number))).toBeUndefined();
    expect(readFileSync(join(house.folder, 'erased.keys'), 'utf8').match(/[0-9a-f]{32}/g)).toHaveLength(2);
  });
});

describe('the words', () => {
  beforeEach(() => begin());
  const publish = (purpose: Purpose, fr: string, en: string, asksAgain: boolean) =>
    manager.call('manager/consent-text-publish', { purpose, fr, en, asksAgain });
  const add = (purpose: Purpose, asksAgain: boolean) => {
    const { fr, en } = currentText(purpose);
    return publish(purpose, `${fr} Merci de votre lecture.`, `${en} Thank you for reading.`, asksAgain);
  };

  test('of the diet with another meaning erase every diet at once, and nothing else that was told', async () => {
    const number = await join_(77, 'Zoé');
    const { version, en: text } = currentText('diet');
    await kiosk.call('kiosk/consent', { purpose: 'diet', decision: 'given', shown: { version, language: 'en', text } });
    await kiosk.call('kiosk/preference-keep', { preference: { kind: 'diet', diets: ['without-pork'] } });
    await kiosk.call('kiosk/preference-keep', { preference: { kind: 'size', text: '42' } });
    const kinds = () =>
      inStore((store) => store.preferences.of(store.customers.byNumber(number)?.id ?? '').map(({ kind }) => kind));
    await add('diet', false);
    expect(kinds()).toEqual(['diet', 'size']);
    await add('diet', true);
    expect(kinds()).toEqual(['size']);
  });

  test('that leave out what must be said, or one language, are not published', async () => {
    const { fr, en } = currentText('history');
    for (const [badFr, badEn] of [
      [fr, en.replace('one tap', 'a letter')],
      [fr.replace('Si vous refusez', 'Sinon'), en],
      [fr, 'Words.'],
      [en, en],
    ] as const)
      await expect(publish('history', badFr, badEn, false)).rejects.toMatchObject({ status: 422 });
    await expect(publish('history', fr, ' ', false)).rejects.toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(
      (await manager.call('manager/consent-texts', { purpose: 'history' })).items.every(({ changed }) => changed === null),
    ).toBe(true);
  });

  test('of better wording leave every answer standing, and are what is asked with from then on', async () => {
    walkUp();
    await add('history', false);
    expect(await visit()).toMatchObject({ consents: { history: true }, askAgain: null });
    expect((await shown('history')).version).toMatch(/^history-s\d$/);
    await kiosk.call('kiosk/withdraw', { purpose: 'history' });
    await kiosk.call('kiosk/consent', { purpose: 'history', decision: 'given', shown: await shown('history') });
    expect((await visit())?.consents.history).toBe(true);
  });

  test('of another meaning close a camera that is open under the old ones, and are asked with', async () => {
    await kiosk.call('kiosk/touch', { language: 'en' });
    await kiosk.call('kiosk/consent', { purpose: 'camera', decision: 'given', shown: await shown('camera') });
    const principal = (await visit())?.id ?? '';
    await add('camera', false);
    expect((await visit())?.camera).toBe('allowed');
    await add('camera', true);
    expect(await visit()).toMatchObject({ camera: 'ended', cameraNote: null });
    await expect(kiosk.call('kiosk/expression', { negative: 1, usableFrames: 9, faces: 1 })).rejects.toMatchObject({
      status: 403,
    });
    expect(inStore((store) => store.consents.of(principal).at(-1)?.kind)).toBe('invalidated');
    await kiosk.call('kiosk/consent', { purpose: 'camera', decision: 'given', shown: await shown('camera') });
    expect((await visit())?.camera).toBe('allowed');
  });

  test('of another meaning end the use of purchases at once, and are asked at the kiosk', async () => {
    walkUp();
    const old = await shown('history');
    await add('history', true);
    expect(await visit()).toMatchObject({ consents: { history: false }, askAgain: 'history' });
    await expect(kiosk.call('kiosk/consent', { purpose: 'history', decision: 'given', shown: old })).rejects.toMatchObject({
      body: { code: 'unknown-text' },
    });
    await kiosk.call('kiosk/consent', { purpose: 'history', decision: 'given', shown: await shown('history') });
    expect(await visit()).toMatchObject({ consents: { history: true }, askAgain: null });
    expect(inStore((store) => store.consents.of('principal-camille').map(({ kind }) => kind)).slice(-3)).toEqual([
      'invalidated',
      'requested',
      'given',
    ]);
  });

  test.each([
    ['given', { recognised: true, askAgain: null }],
    ['refused', { recognised: false, askAgain: null }],
  ] as const)('of another meaning for recognition are asked at the next visit: %s', async (decision, after) => {
    await add('recognition', true);
    walkUp();
    expect(await visit()).toMatchObject({ recognised: true, askAgain: 'recognition' });
    await kiosk.call('kiosk/consent', { purpose: 'recognition', decision, shown: await shown('recognition') });
    expect(await visit()).toMatchObject(after);
    await leave();
  });

  test('a receipt holds the answer and the hash under which the ledger keeps it, and no address', async () => {
    walkUp();
    const { text } = await kiosk.call('kiosk/receipt', { purpose: 'recognition' });
    const event = inStore((store) => store.consents.of('principal-camille').find(({ kind }) => kind === 'given'));
    expect(text).toContain(event?.hash);
    expect(text).toMatch(/^Le Petit Marché\nrecognition: given\n/);
    expect(text).not.toMatch(/http|Camille|CAM2LE/);
    expect(text.length).toBeLessThan(400);
  });
});

test('the manager is told ahead how many will be erased, and afterwards how many were, never who', async () => {
  await begin();
  await join_(5, 'Ondine');
  await kiosk.call('kiosk/end', {});
  const figures = () => manager.call('manager/retention', {});
  expect(await figures()).toEqual({
    customers: 4,
    due: [
      { days: 30, customers: 0 },
      { days: 90, customers: 0 },
    ],
    runs: [],
  });
  await house.halt();
  house.clock.jump((3 * 365 - 60) * 86_400_000);
  await house.boot();
  manager = house.visitor();
  await manager.call('auth/manager-login', { password: 'demo-manager' });
  expect((await figures()).due).toEqual([
    { days: 30, customers: 0 },
    { days: 90, customers: 4 },
  ]);
  await house.halt();
  house.clock.jump(90 * 86_400_000);
  await house.boot();
  manager = house.visitor();
  await manager.call('auth/manager-login', { password: 'demo-manager' });
  expect(await figures()).toMatchObject({ customers: 0, runs: [{ erased: 4 }] });
});
