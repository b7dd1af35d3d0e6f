import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currentText } from '../../shared/consent/texts.ts';
import type { Input } from '../../shared/contract/index.ts';
import { timing } from '../../shared/visit/state.ts';
import { demoEid, TestStation, type Visitor } from '../support/station.ts';

/** What managers, disks and crashes do while people are being served. */

let house: TestStation;
let kiosk: Visitor;
let manager: Visitor;
beforeEach(async () => {
  house = await TestStation.start();
  kiosk = house.visitor();
  manager = house.visitor();
  await manager.call('auth/manager-login', { password: 'demo-manager' });
});
afterEach(() => house.remove());

const camille = createHash('sha256').update('prevenance demo beacon camille').digest().subarray(0, 16);
const walkUp = () => house.hear(() => demoEid(camille, house.clock), -55, 4_000);
const visit = async () => (await kiosk.look('kiosk')).visit;
const csv = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);
const products = (...lines: string[]) =>
  manager.call('manager/import-products', csv('id,name_fr,name_en,category,aisle,stock,price', ...lines));
const receipts = (...lines: string[]) => csv('customer,date,product,quantity', ...lines);

/** Changes the database behind the station's back. */
function behindItsBack(work: (db: Sqlite.Database) => void): void {
  const db = new Sqlite(join(house.folder, 'store.db'));
  work(db);
  db.close();
}

describe('an employee', () => {
  const lea: Input<'manager/employee-save'> = { id: 'lea', code: 'LEA', name: 'Léa', manager: false, active: true, pin: null };
  let desk: Visitor;
  beforeEach(async () => {
    const { items } = await manager.call('manager/employees', {});
    lea.id = items.find(({ value }) => value.code === 'LEA')?.value.id ?? '';
    desk = house.visitor();
    await desk.call('auth/employee-login', { code: 'LEA', pin: '1234' });
    await desk.call('staff/duty', { onDuty: true });
  });

  test.each(['claimed', 'arrived'])('whose account is closed gives back the call they have %s', async (state) => {
    const { call } = await kiosk.call('kiosk/call', { commandId: 'c', reason: 'asked', language: 'fr' });
    await desk.call('staff/claim', { callId: call.id, epoch: 1, commandId: 's1' });
    if (state === 'arrived') await desk.call('staff/arrive', { callId: call.id, epoch: 1, commandId: 's2' });
    await manager.call('manager/employee-save', { ...lea, active: false });
    expect((await visit())?.call).toMatchObject({ state: 'raised', employee: null, progress: 'nobody-on-duty' });
    const odile = house.visitor();
    await odile.call('auth/employee-login', { code: 'ODILE', pin: '3456' });
    expect((await odile.look('staff')).calls).toMatchObject([{ id: call.id, epoch: 2 }]);
    expect(await odile.call('staff/claim', { callId: call.id, epoch: 2, commandId: 's1' })).toMatchObject({ result: 'claimed' });
  });

  test.each([
    ['a new PIN', () => manager.call('manager/employee-save', { ...lea, pin: '9999' })],
    ['a closed account', () => manager.call('manager/employee-save', { ...lea, active: false })],
    ['logging out', () => desk.call('auth/logout', { page: 'staff' })],
  ])('sees nothing more on an open page after %s', async (_name, act) => {
    const stream = await desk.follow('staff');
    await act();
    house.clock.advance(5_000);
    await stream.ended;
    expect(stream.text()).not.toContain('event: beat');
  });

  test('who is gone from a visit that is over holds no screen after a restart', async () => {
    const { call } = await kiosk.call('kiosk/call', { commandId: 'c', reason: 'asked', language: 'fr' });
    await desk.call('staff/claim', { callId: call.id, epoch: 1, commandId: 's1' });
    await desk.call('staff/arrive', { callId: call.id, epoch: 1, commandId: 's2' });
    await kiosk.call('kiosk/end', {});
    await house.halt();
    await house.boot();
    kiosk = house.visitor();
    expect(await visit()).toBeNull();
  });
});

describe('an offer on the screen', () => {
  beforeEach(async () => {
    walkUp();
    expect((await visit())?.offer?.product.id).toBe('coffee-beans');
  });

  test('goes when the manager deletes it', async () => {
    await manager.call('manager/offer-delete', { id: (await visit())?.offer?.id ?? '' });
    expect((await visit())?.offer).toBeNull();
  });

  test('goes when an import sells its product out, and shows the new price when one changes it', async () => {
    await products('coffee-beans,Café en grains,Coffee beans,drinks,4,9,99.00');
    expect((await visit())?.offer).toMatchObject({ regularPriceCents: 9_900, personal: true });
    await products('coffee-beans,Café en grains,Coffee beans,drinks,4,0,99.00');
    expect((await visit())?.offer).toBeNull();
  });

  test('is never dearer than its product: not here, not in the list, not at the next greeting', async () => {
    await products('coffee-beans,Café en grains,Coffee beans,drinks,4,9,0.05');
    expect((await visit())?.offer).toBeNull();
    const listed = async () => (await kiosk.call('kiosk/offers', {})).offers.map((offer) => offer.product.id);
    expect(await listed()).not.toContain('coffee-beans');
    await kiosk.call('kiosk/end', {});
    await kiosk.call('kiosk/touch', { language: 'fr' });
    expect((await visit())?.offer?.product.id).not.toBe('coffee-beans');
    behindItsBack((db) => {
      const last = db.prepare('SELECT not_chosen FROM decision ORDER BY at DESC, rowid DESC').pluck().get();
      expect(last).toContain('"reason":"dearer"');
    });
  });
});

describe('receipts', () => {
  test('of an import that was cut off count once when the file is imported again', async () => {
    const file = receipts(...Array.from({ length: 1_200 }, () => ',2026-11-20,milk,1'), ',2026-11-20,butter,1');
    const sold = () => {
      let lines = 0;
      behindItsBack((db) => {
        lines = db.prepare("SELECT lines FROM popularity WHERE product_id = 'milk'").pluck().get() as number;
      });
      return lines;
    };
    const before = sold();
    behindItsBack((db) =>
      db.exec(
        "CREATE TRIGGER cut BEFORE INSERT ON popularity WHEN NEW.product_id = 'butter' BEGIN SELECT RAISE (ABORT, 'cut'); END",
      ),
    );
    await expect(manager.call('manager/import-purchases', file)).rejects.toMatchObject({ status: 500 });
    behindItsBack((db) => db.exec('DROP TRIGGER cut'));
    expect(await manager.call('manager/import-purchases', file)).toMatchObject({ imported: 1_201, refused: 0 });
    expect(sold() - before).toBe(1_200);
    await expect(manager.call('manager/import-purchases', file)).rejects.toMatchObject({ body: { code: 'already-imported' } });
  });

  test('of somebody who withdraws while they are imported are not kept', async () => {
    walkUp();
    const importing = manager.call(
      'manager/import-purchases',
      receipts(...Array.from({ length: 40_000 }, (_, i) => `CAM2LE,20${10 + (i % 10)}-11-${10 + (i % 19)},milk,1`)),
    );
    await kiosk.call('kiosk/withdraw', { purpose: 'history' });
    await importing;
    behindItsBack((db) =>
      expect(db.prepare('SELECT count(*) FROM purchase WHERE customer_id = ?').pluck().get('camille')).toBe(0),
    );
  });
});

describe('a disk that takes nothing', () => {
  const noRoom = (table: string) =>
    behindItsBack((db) =>
      db.exec(`CREATE TRIGGER no_room_${table} BEFORE INSERT ON ${table} BEGIN SELECT RAISE (ABORT, 'no room'); END`),
    );

  test('stops no visit: touching, greeting and ending go on', async () => {
    for (const table of ['visit', 'decision', 'consent_event']) noRoom(table);
    await kiosk.call('kiosk/touch', { language: 'fr' });
    expect((await kiosk.call('kiosk/search', { query: 'lait', category: null })).products.length).toBeGreaterThan(0);
    await kiosk.call('kiosk/end', {});
    walkUp();
    expect((await visit())?.greeting).toMatchObject({ name: 'Camille' });
    house.clock.advance(timing.untouched + 1_000);
    expect(await visit()).toBeNull();
    expect(readFileSync(join(house.folder, 'station.log'), 'utf8')).toContain('could not be stored');
  });

  test('does not keep the camera open', async () => {
    await kiosk.call('kiosk/touch', { language: 'en' });
    const { version, en } = currentText('camera');
    await kiosk.call('kiosk/consent', { purpose: 'camera', decision: 'given', shown: { version, language: 'en', text: en } });
    noRoom('consent_event');
    await expect(kiosk.call('kiosk/withdraw', { purpose: 'camera' })).rejects.toMatchObject({ status: 500 });
    expect((await visit())?.camera).toBe('ended');
  });
});

test('a manager who switches the camera off for the store switches it off now', async () => {
  await kiosk.call('kiosk/touch', { language: 'en' });
  const { version, en } = currentText('camera');
  await kiosk.call('kiosk/consent', { purpose: 'camera', decision: 'given', shown: { version, language: 'en', text: en } });
  await manager.call('manager/store-save', { ...(await manager.call('manager/store', {})), cameraOffered: false });
  expect((await visit())?.camera).toBe('ended');
});

describe('what is written down', () => {
  test.each(['2026-02-30', '2026-04-31', '2027-02-29'])('%s is no day', async (date) => {
    await expect(manager.call('manager/report', { date })).rejects.toMatchObject({ status: 422 });
  });

  test('names hold nothing that hides or turns words', async () => {
    const zone = (await manager.call('manager/zones', {})).items[0]?.value;
    if (zone === undefined) throw new Error('the demo store has no zone');
    await manager.call('manager/zone-save', { ...zone, name: ' Borne\u202E\u200B\n de\u0007 gauche ' });
    expect((await manager.call('manager/zones', {})).items[0]?.value.name).toBe('Borne de gauche');
    for (const name of ['\u200B\u200B', '\u202E', '\u0301\u0301', '\u200D'])
      await expect(manager.call('manager/zone-save', { ...zone, name })).rejects.toMatchObject({ status: 422 });
  });
});
