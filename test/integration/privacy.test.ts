import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../electron/store/database.ts';
import { openStore } from '../../electron/store/index.ts';
import { currentText } from '../../shared/consent/texts.ts';
import { demoEid, iBeacon, TestStation, type Visitor } from '../support/station.ts';

/** The lines that are never crossed, as far as they end up on disk, in a log or in an answer. */

let house: TestStation;
let kiosk: Visitor;
beforeEach(async () => {
  house = await TestStation.start();
  kiosk = house.visitor();
});
afterEach(() => house.remove());

const camille = createHash('sha256').update('prevenance demo beacon camille').digest().subarray(0, 16);
const walkUp = () => house.hear(() => demoEid(camille, house.clock), -55, 4_000);
const shown = (purpose: 'recognition' | 'history' | 'camera') => {
  const text = currentText(purpose);
  return { version: text.version, language: 'en' as const, text: text.en };
};

/** Every byte the station left in its folder: database, write-ahead log, station log, all of it. */
const everythingOnDisk = (): string =>
  readdirSync(house.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n');

async function join_(minor: number, name: string): Promise<void> {
  await kiosk.call('kiosk/touch', { language: 'en' });
  await kiosk.call('kiosk/join', { recognition: shown('recognition'), history: shown('history'), name, picture: 'moon' });
  house.hear(() => iBeacon(minor), -45, 3_000);
}

describe('line 1: no consent, no recognition', () => {
  test('an unknown beacon starts nothing and leaves no trace on disk, in the log or on any page', async () => {
    const manager = house.visitor();
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    house.hear(() => iBeacon(4242), -45, 30_000);
    const pages = JSON.stringify([await kiosk.look('kiosk'), await manager.look('manager')]);
    const health = await (await fetch(`${house.station.origin}/api/health`)).text();
    await house.halt();
    for (const text of [pages, health, everythingOnDisk()]) {
      expect(text).not.toContain('f7826da6');
      expect(text).not.toContain('4c1122334455');
      // As a number of its own: some of its digits stand in one hash in a thousand.
      expect(text).not.toMatch(/\b4242\b/);
    }
    expect(everythingOnDisk()).not.toContain(Buffer.from(iBeacon(4242).subarray(9, 25)).toString('latin1'));
  });

  test('beacons heard while somebody joins are forgotten, except the one that joined', async () => {
    await kiosk.call('kiosk/touch', { language: 'en' });
    await kiosk.call('kiosk/join', { recognition: shown('recognition'), history: null, name: null, picture: null });
    for (let i = 0; i < 15; i += 1) {
      house.air.send(iBeacon(777), -80);
      house.hear(() => iBeacon(1), -45, 200);
    }
    expect((await kiosk.look('kiosk')).visit?.enrolment?.state).toBe('done');
    await house.halt();
    const db = openDatabase(join(house.folder, 'store.db'));
    const ids = openStore(db)
      .beacons.list()
      .map(({ id }) => id);
    db.close();
    expect(ids.filter((id) => id.endsWith(':7:1'))).toHaveLength(1);
    expect(ids.filter((id) => id.endsWith(':7:777'))).toEqual([]);
    // Not even the one that joined can be read without its key.
    for (const secret of [':7:1', ':7:777']) expect(everythingOnDisk()).not.toContain(secret);
  });

  test('two beacons at the screen are never guessed between', async () => {
    await kiosk.call('kiosk/touch', { language: 'en' });
    await kiosk.call('kiosk/join', { recognition: shown('recognition'), history: null, name: null, picture: null });
    for (let i = 0; i < 160; i += 1) {
      house.air.send(iBeacon(2), -46);
      house.hear(() => iBeacon(1), -45, 200);
    }
    expect((await kiosk.look('kiosk')).visit?.enrolment?.state).toBe('several-heard');
  });
});

test.each([
  ['puts the beacon away before the zone has noticed it', async () => house.hear(() => iBeacon(5), -90, 5_000)],
  [
    'finds no zone at all',
    async () => {
      const manager = house.visitor();
      await manager.call('auth/manager-login', { password: 'demo-manager' });
      await manager.call('manager/zone-delete', { id: 'entrance-kiosk' });
    },
  ],
])('line 1: whoever joins and %s is not greeted in the place of the next shopper', async (_name, act) => {
  await kiosk.call('kiosk/touch', { language: 'en' });
  await kiosk.call('kiosk/join', { recognition: shown('recognition'), history: null, name: 'Ondine', picture: null });
  house.hear(() => iBeacon(5), -45, 800);
  expect((await kiosk.look('kiosk')).visit?.greeting).toMatchObject({ name: 'Ondine' });
  await act();
  await kiosk.call('kiosk/end', {});
  house.clock.advance(60_000);
  await kiosk.call('kiosk/touch', { language: 'en' });
  expect((await kiosk.look('kiosk')).visit).toMatchObject({ recognised: false, greeting: { kind: 'neutral' } });
});

describe('line 4: a frustration estimate is stored nowhere', () => {
  test('no row of the database leads from a visit, and so from the reason of its call, to a customer', async () => {
    walkUp();
    for (const query of ['caviar', 'truffes', 'homard']) {
      await kiosk.call('kiosk/search', { query, category: null });
      house.clock.advance(2_000);
    }
    await kiosk.call('kiosk/call', { commandId: 'x', reason: 'difficulty', language: 'fr' });
    await kiosk.call('kiosk/end', {});
    await house.halt();
    const db = openDatabase(join(house.folder, 'store.db'));
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
    const naming = (what: string) =>
      tables.filter((table) =>
        db
          .prepare(`SELECT * FROM "${table}"`)
          .all()
          .some((row) => JSON.stringify(row).includes(what)),
      );
    const visitId = db.prepare('SELECT id FROM visit').pluck().get() as string;
    expect(naming(visitId).toSorted()).toEqual(['call', 'decision', 'visit']);
    for (const table of ['call', 'decision', 'visit']) expect(naming('camille')).not.toContain(table);
    db.close();
  });

  test('an expression needs camera consent, changes no offer, and leaves no byte', async () => {
    walkUp();
    await kiosk.call('kiosk/touch', { language: 'fr' });
    const evidence = { negative: 0.93751234, usableFrames: 20, faces: 1 };
    await expect(kiosk.call('kiosk/expression', evidence)).rejects.toMatchObject({ status: 403, body: { code: 'no-consent' } });
    const before = (await kiosk.look('kiosk')).visit?.offer;
    await kiosk.call('kiosk/consent', { purpose: 'camera', decision: 'given', shown: shown('camera') });
    await kiosk.call('kiosk/expression', { ...evidence, negative: 0.1 });
    for (let i = 0; i < 20; i += 1) {
      await kiosk.call('kiosk/expression', evidence);
      house.hear(() => demoEid(camille, house.clock), -55, 1_000);
    }
    const after = (await kiosk.look('kiosk')).visit;
    expect(after?.offer).toEqual(before);
    // Never alone on the strength of a face.
    expect(after?.proposal).toBeNull();
    expect(after?.call).toBeNull();
    await house.halt();
    expect(everythingOnDisk()).not.toMatch(/0\.9375|negative|frustration/);
  });
});

describe('line 5: consent is one tap to withdraw, and counts at once', () => {
  test('camera consent ends with the visit', async () => {
    await kiosk.call('kiosk/touch', { language: 'en' });
    await kiosk.call('kiosk/consent', { purpose: 'camera', decision: 'given', shown: shown('camera') });
    const visitId = (await kiosk.look('kiosk')).visit?.id ?? '';
    await kiosk.call('kiosk/end', {});
    await house.halt();
    const db = openDatabase(join(house.folder, 'store.db'));
    const { consents } = openStore(db);
    expect(consents.of(visitId).map((event) => event.kind)).toEqual(['requested', 'given', 'expired']);
    expect(consents.verify().ok).toBe(true);
    db.close();
  });

  test('words that are not ours are no consent', async () => {
    await kiosk.call('kiosk/touch', { language: 'en' });
    const forged = { ...shown('recognition'), text: 'May we sell your data?' };
    await expect(
      kiosk.call('kiosk/join', { recognition: forged, history: null, name: null, picture: null }),
    ).rejects.toMatchObject({ body: { code: 'unknown-text' } });
  });

  test('withdrawing history takes the personal offer away and forgets the purchases', async () => {
    walkUp();
    await kiosk.call('kiosk/withdraw', { purpose: 'history' });
    const visit = (await kiosk.look('kiosk')).visit;
    expect(visit?.consents.history).toBe(false);
    expect(visit?.offer).toBeNull();
    expect((await kiosk.call('kiosk/account', {})).purchases).toEqual([]);
  });
});

describe('line 5: what a no takes away', () => {
  /** Rows that name the customer. */
  const kept = () => {
    const db = openDatabase(join(house.folder, 'store.db'));
    const rows = ['purchase', 'declined_offer'].map((table) =>
      db.prepare(`SELECT count(*) FROM ${table} WHERE customer_id = 'camille'`).pluck().get(),
    );
    db.close();
    return rows;
  };

  test.each([
    ['withdrawing history', () => kiosk.call('kiosk/withdraw', { purpose: 'history' })],
    ['a no to history', () => kiosk.call('kiosk/consent', { purpose: 'history', decision: 'refused', shown: shown('history') })],
  ])('%s forgets purchases and declined offers alike', async (_name, sayNo) => {
    walkUp();
    await kiosk.call('kiosk/offer-decline', {});
    expect(kept()).toEqual([expect.any(Number), 1]);
    await sayNo();
    expect((await kiosk.look('kiosk')).visit?.consents.history).toBe(false);
    expect(kept()).toEqual([0, 0]);
    // And after a no, a new yes is possible.
    await kiosk.call('kiosk/consent', { purpose: 'history', decision: 'given', shown: shown('history') });
    expect((await kiosk.look('kiosk')).visit?.consents.history).toBe(true);
  });

  test('the camera can be allowed again after it was withdrawn', async () => {
    await kiosk.call('kiosk/touch', { language: 'en' });
    for (let i = 0; i < 2; i += 1) {
      await kiosk.call('kiosk/consent', { purpose: 'camera', decision: 'given', shown: shown('camera') });
      expect((await kiosk.look('kiosk')).visit?.camera).toBe('allowed');
      await kiosk.call('kiosk/withdraw', { purpose: 'camera' });
      expect((await kiosk.look('kiosk')).visit?.camera).toBe('ended');
    }
  });

  test('leaving works after three wrong pictures, in the middle of a call, and takes the new number off the screen', async () => {
    await join_(5, 'Ondine');
    await kiosk.call('kiosk/call', { commandId: 'x', reason: 'asked', language: 'en' });
    for (const picture of ['cat', 'sun', 'boat'] as const) await kiosk.call('kiosk/confirm-picture', { picture });
    await kiosk.call('kiosk/withdraw', { purpose: 'recognition' });
    const visit = (await kiosk.look('kiosk')).visit;
    expect(visit).toMatchObject({ recognised: false, enrolment: null, call: { state: 'raised' } });
  });

  test('an erasure that fails leaves the consent as it was, and can be tried again', async () => {
    await join_(5, 'Ondine');
    const db = openDatabase(join(house.folder, 'store.db'));
    db.exec("CREATE TRIGGER stuck BEFORE DELETE ON beacon BEGIN SELECT RAISE (ABORT, 'stuck'); END");
    await expect(kiosk.call('kiosk/withdraw', { purpose: 'recognition' })).rejects.toMatchObject({ status: 500 });
    db.exec('DROP TRIGGER stuck');
    db.close();
    expect((await kiosk.look('kiosk')).visit?.recognised).toBe(true);
    await kiosk.call('kiosk/withdraw', { purpose: 'recognition' });
    expect(everythingOnDisk()).not.toContain('Ondine');
  });
});

describe('line 6: a person can be called by anybody, at any time', () => {
  test('without visit, login, consent or reason', async () => {
    const { call } = await kiosk.call('kiosk/call', { commandId: 'x', reason: 'asked', language: 'fr' });
    expect(call.state).toBe('raised');
    expect(call.progress).toBe('nobody-on-duty');
  });

  test('the same command twice is one call', async () => {
    const first = await kiosk.call('kiosk/call', { commandId: 'x', reason: 'asked', language: 'fr' });
    const second = await kiosk.call('kiosk/call', { commandId: 'x', reason: 'asked', language: 'fr' });
    expect(second.call.id).toBe(first.call.id);
    await kiosk.call('kiosk/call-cancel', { commandId: 'y', callId: first.call.id });
    expect((await kiosk.call('kiosk/call', { commandId: 'x', reason: 'asked', language: 'fr' })).call).toMatchObject({
      id: first.call.id,
      state: 'cancelled',
    });
    expect((await kiosk.call('kiosk/call', { commandId: 'z', reason: 'asked', language: 'fr' })).call.id).not.toBe(first.call.id);
  });
});

describe('line 7: nothing is sold after a call', () => {
  test('no greeting offer and no list of offers until the visit is over', async () => {
    walkUp();
    const { call } = await kiosk.call('kiosk/call', { commandId: 'x', reason: 'asked', language: 'fr' });
    expect((await kiosk.call('kiosk/offers', {})).offers).toEqual([]);
    await kiosk.call('kiosk/call-cancel', { commandId: 'y', callId: call.id });
    const visit = (await kiosk.look('kiosk')).visit;
    expect(visit?.call?.progress).toBe('cancelled');
    expect(visit?.offer).toBeNull();
    expect((await kiosk.call('kiosk/offers', {})).offers).toEqual([]);
    await kiosk.call('kiosk/end', {});
    await kiosk.call('kiosk/touch', { language: 'fr' });
    expect((await kiosk.call('kiosk/offers', {})).offers.length).toBeGreaterThan(3);
  });

  test('nothing is proposed in the place of what is sold out, and no offer is printed', async () => {
    const manager = house.visitor();
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    const products =
      'id,name_fr,name_en,category,aisle,stock,price\npasta-gone,Pâtes,Pasta,grocery,4,0,1.00\npasta-there,Pâtes,Pasta,grocery,4,9,1.50\n';
    await manager.call('manager/import-products', new TextEncoder().encode(products) as never);
    const printer = { connection: { kind: 'device', path: '/dev/lp9' }, codepage: 'auto', paperMm: 80, cut: true } as const;
    await manager.call('manager/printer-save', printer);
    await kiosk.call('kiosk/touch', { language: 'fr' });
    const others = async () => (await kiosk.call('kiosk/product', { id: 'pasta-gone' })).alternatives.map(({ id }) => id);
    const [offer] = (await kiosk.call('kiosk/offers', {})).offers;
    expect(await others()).toContain('pasta-there');
    const { call } = await kiosk.call('kiosk/call', { commandId: 'x', reason: 'asked', language: 'fr' });
    expect(await others()).toEqual([]);
    await kiosk.call('kiosk/call-cancel', { commandId: 'y', callId: call.id });
    expect(await others()).toEqual([]);
    await expect(kiosk.call('kiosk/print', { slip: { kind: 'offer', id: offer?.id ?? '' } })).rejects.toMatchObject({
      body: { code: 'selling-over' },
    });
  });
});

describe('line 8 and 9: what a public screen may show', () => {
  test('sensitive purchases are not read out in the account', async () => {
    const manager = house.visitor();
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    const bytes = (text: string) => new TextEncoder().encode(text);
    await manager.call(
      'manager/import-products',
      bytes('id,name_fr,name_en,category,aisle,stock,price\ntest-kit,Autotest,Self-test,pharmacy,9,5,12.00\n'),
    );
    const lines = ['customer,date,product,quantity', 'CAM2LE,2026-11-20,test-kit,3', 'CAM2LE,2026-11-21,pasta,1'];
    expect(await manager.call('manager/import-purchases', bytes(lines.join('\n')))).toMatchObject({ imported: 2 });
    walkUp();
    const names = (await kiosk.call('kiosk/account', {})).purchases.map((purchase) => purchase.name.en);
    expect(names).toContain('Penne pasta, 500 g');
    expect(names).not.toContain('Self-test');
  });

  test('account details of a copyable beacon wait for the picture', async () => {
    await join_(5, 'Ondine');
    await kiosk.call('kiosk/end', {});
    house.clock.advance(30_000);
    house.hear(() => iBeacon(5), -55, 4_000);
    await expect(kiosk.call('kiosk/account', {})).rejects.toMatchObject({ body: { code: 'confirm-first' } });
    const { call } = await kiosk.call('kiosk/call', { commandId: 'x', reason: 'asked', language: 'en' });
    const lea = house.visitor();
    await lea.call('auth/employee-login', { code: 'ODILE', pin: '3456' });
    expect((await lea.look('staff')).calls.find((one) => one.id === call.id)?.customer).toBeNull();
  });
});

describe('line 8: a copied beacon', () => {
  beforeEach(async () => {
    await join_(5, 'Ondine');
    await kiosk.call('kiosk/withdraw', { purpose: 'history' });
    await kiosk.call('kiosk/end', {});
    house.clock.advance(30_000);
    house.hear(() => iBeacon(5), -55, 4_000);
  });

  test('has three pictures, not three a visit, until a quarter of an hour has passed', async () => {
    for (const picture of ['cat', 'sun', 'boat'] as const) await kiosk.call('kiosk/confirm-picture', { picture });
    const again = async () => {
      await kiosk.call('kiosk/end', {});
      house.clock.advance(30_000);
      house.hear(() => iBeacon(5), -55, 4_000);
      return kiosk.call('kiosk/confirm-picture', { picture: 'moon' });
    };
    expect(await again()).toEqual({ result: 'closed' });
    expect((await kiosk.look('kiosk')).visit?.greeting).toEqual({ kind: 'personal', name: null, confirm: false });
    house.clock.advance(15 * 60_000);
    expect(await again()).toEqual({ result: 'right' });
  });

  test('says no for its owner, and never yes', async () => {
    const answer = (decision: 'given' | 'refused') =>
      kiosk.call('kiosk/consent', { purpose: 'history', decision, shown: shown('history') });
    await expect(answer('given')).rejects.toMatchObject({ body: { code: 'confirm-first' } });
    await answer('refused');
    await kiosk.call('kiosk/confirm-picture', { picture: 'moon' });
    await answer('given');
  });
});

describe('line 11: erasing means gone', () => {
  test('whoever stays away for three years is erased', async () => {
    await join_(9, 'Philomène');
    await kiosk.call('kiosk/end', {});
    await house.halt();
    house.clock.jump(3 * 366 * 86_400_000);
    await house.boot();
    expect(everythingOnDisk()).not.toContain(Buffer.from('Philomène').toString('latin1'));
  });

  test('after leaving, no byte of the name, the beacon or the number is left in database, log or write-ahead log', async () => {
    await join_(31337, 'Zéphirine-Aglaé');
    const enrolment = (await kiosk.look('kiosk')).visit?.enrolment;
    const number = enrolment?.state === 'done' ? enrolment.customerNumber : '';
    const name = Buffer.from('Zéphirine-Aglaé').toString('latin1');
    const account = await kiosk.call('kiosk/account', {});
    expect(account).toMatchObject({ name: 'Zéphirine-Aglaé', customerNumber: number });
    for (const secret of [name, ':7:31337', number]) expect(everythingOnDisk()).not.toContain(secret);
    await kiosk.call('kiosk/withdraw', { purpose: 'recognition' });
    for (const secret of [name, ':7:31337', number]) expect(everythingOnDisk()).not.toContain(secret);
    await house.halt();
    for (const secret of [name, ':7:31337', number]) expect(everythingOnDisk()).not.toContain(secret);
  });
});

test('the log holds no search, name or question', async () => {
  walkUp();
  await kiosk.call('kiosk/search', { query: 'quelque chose de secret', category: null });
  await kiosk.call('kiosk/ask', { question: 'ma question secrète' });
  await kiosk.call('kiosk/view', { screen: 'ask', text: 'brouillon secret' });
  await expect(kiosk.call('kiosk/search', { query: 'x'.repeat(200), category: null })).rejects.toMatchObject({ status: 422 });
  const log = readFileSync(join(house.folder, 'station.log'), 'utf8');
  expect(log).not.toMatch(/secr|Camille|brouillon/);
});
