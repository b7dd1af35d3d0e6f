import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isVoucherCode } from '../../shared/assistance/voucher.ts';
import { consentTexts } from '../../shared/consent/texts.ts';
import type { Input } from '../../shared/contract/index.ts';
import { demoEid, TestStation, type Visitor } from '../support/station.ts';

/** What employees give by themselves, what they may know of whom they come to, and what the manager reads of it. */

let house: TestStation;
let manager: Visitor;
let lea: Visitor;
let karim: Visitor;
const budget = { perGestureCents: 1_000, perEmployeeCents: 2_000, perDayCents: 3_000 };

const login = async (code: string, pin: string) => {
  const visitor = house.visitor();
  await visitor.call('auth/employee-login', { code, pin });
  return visitor;
};
beforeEach(async () => {
  house = await TestStation.start();
  manager = house.visitor();
  await manager.call('auth/manager-login', { password: 'demo-manager' });
  lea = await login('LEA', '1234');
  karim = await login('KARIM', '2345');
});
afterEach(() => house.remove());

const gesture = (commandId: string, more: Partial<Input<'staff/goodwill-grant'>> = {}): Input<'staff/goodwill-grant'> => ({
  commandId,
  amountCents: 500,
  reason: 'long-wait',
  words: null,
  to: { kind: 'voucher' },
  ...more,
});
const grant = (who: Visitor, ...rest: Parameters<typeof gesture>) => who.call('staff/goodwill-grant', gesture(...rest));
const books = () => manager.call('manager/goodwill', { days: 31 });
const left = async (who: Visitor) => (await who.look('staff')).goodwill?.leftCents;

describe('without a budget', () => {
  test('nothing is granted, and the page offers nothing', async () => {
    expect((await lea.look('staff')).goodwill).toBeNull();
    await expect(grant(lea, 'a')).rejects.toMatchObject({ body: { code: 'no-goodwill' } });
  });
});

describe('within a budget', () => {
  beforeEach(() => manager.call('manager/goodwill-budget', { budget }));

  test('a gesture needs nobody’s approval, and the manager reads it in the books', async () => {
    const { gesture: given } = await grant(lea, 'a', { words: 'forty minutes at the counter' });
    expect(isVoucherCode(given.voucher ?? '')).toBe(true);
    expect(await left(lea)).toBe(1_000);
    expect((await books()).items).toEqual([{ ...given, by: 'Léa' }]);
    expect(await books()).toMatchObject({ budget, todayCents: 500, changed: { by: 'manager' } });
    const { items } = await manager.call('manager/audit', { before: null, actor: 'employee:lea', refusedOnly: false });
    expect(items[0]).toMatchObject({ action: 'staff/goodwill-grant', subject: given.id, outcome: 'ok' });
  });

  test('a command that is repeated grants once, and shows the same voucher', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => grant(lea, 'once')));
    expect(new Set(answers.map((answer) => answer.gesture.voucher)).size).toBe(1);
    expect((await books()).todayCents).toBe(500);
    // The same identifier from somebody else is another command.
    await grant(karim, 'once');
    expect((await books()).todayCents).toBe(1_000);
  });

  test('employees who race never spend more than the day has, and each refusal says which limit', async () => {
    const tries = Array.from({ length: 12 }, (_, n) =>
      [lea, karim].map((who) => grant(who, `race-${n}`).catch((e) => e.body.code)),
    );
    const outcomes = await Promise.all(tries.flat());
    const { todayCents, items } = await books();
    expect(todayCents).toBe(3_000);
    expect(items).toHaveLength(6);
    for (const by of ['Léa', 'Karim']) {
      const own = items.filter((entry) => entry.by === by).reduce((sum, entry) => sum + entry.amountCents, 0);
      expect(own).toBeLessThanOrEqual(2_000);
    }
    const refused = outcomes.filter((outcome) => typeof outcome === 'string');
    expect(refused).toHaveLength(18);
    for (const code of refused) expect(['over-own-day', 'over-day']).toContain(code);
  });

  test('one gesture, one employee and one day each have their own limit, to the cent', async () => {
    await expect(grant(lea, 'a', { amountCents: 1_001 })).rejects.toMatchObject({ status: 409, body: { code: 'over-gesture' } });
    await grant(lea, 'b', { amountCents: 1_000 });
    await grant(lea, 'c', { amountCents: 999 });
    await expect(grant(lea, 'd', { amountCents: 2 })).rejects.toMatchObject({ body: { code: 'over-own-day' } });
    await grant(lea, 'e', { amountCents: 1 });
    expect(await left(lea)).toBe(0);
    await grant(karim, 'f', { amountCents: 1_000 });
    await expect(grant(karim, 'g', { amountCents: 1 })).rejects.toMatchObject({ body: { code: 'over-day' } });
  });

  test('the day changes when the store’s clock says so, not the machine’s', async () => {
    const settings = await manager.call('manager/store', {});
    await manager.call('manager/store-save', { ...settings, timeZone: 'Pacific/Kiritimati' });
    const local = () =>
      Intl.DateTimeFormat('en-GB', { timeZone: 'Pacific/Kiritimati', hour: 'numeric', minute: 'numeric', hour12: false }).format(
        house.clock.wall(),
      );
    const [hour = 0, minute = 0] = local().split(':').map(Number);
    const toMidnight = ((23 - (hour % 24)) * 60 + (59 - minute)) * 60_000;
    house.clock.advance(toMidnight);
    lea = await login('LEA', '1234');
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    await grant(lea, 'a', { amountCents: 1_000 });
    await grant(lea, 'b', { amountCents: 1_000 });
    await expect(grant(lea, 'c')).rejects.toMatchObject({ body: { code: 'over-own-day' } });
    house.clock.advance(60_000);
    expect((await grant(lea, 'c')).gesture.day).not.toBe((await books()).items[1]?.day);
    expect((await lea.call('staff/goodwill-today', {})).items).toHaveLength(1);
  });

  test('a voided gesture frees its day’s budget, and comes back only if that still allows', async () => {
    const { gesture: first } = await grant(lea, 'a', { amountCents: 1_000 });
    await grant(lea, 'b', { amountCents: 1_000 });
    await manager.call('manager/goodwill-void', { id: first.id, voided: true });
    await manager.call('manager/goodwill-void', { id: first.id, voided: true });
    expect(await left(lea)).toBe(1_000);
    await grant(lea, 'c', { amountCents: 1_000 });
    const restore = manager.call('manager/goodwill-void', { id: first.id, voided: false });
    await expect(restore).rejects.toMatchObject({ body: { code: 'over-own-day' } });
    await manager.call('manager/goodwill-budget', { budget: { ...budget, perEmployeeCents: 3_000 } });
    await manager.call('manager/goodwill-void', { id: first.id, voided: false });
    expect((await books()).todayCents).toBe(3_000);
    expect((await lea.call('staff/goodwill-today', {})).items.map((entry) => entry.voided)).toEqual([false, false, false]);
  });

  test('a gesture of reason “other” needs words, and an impossible budget is refused beside its field', async () => {
    await expect(grant(lea, 'a', { reason: 'other' })).rejects.toMatchObject({ body: { issues: [{ path: 'words' }] } });
    const set = manager.call('manager/goodwill-budget', { budget: { ...budget, perDayCents: 1_500 } });
    await expect(set).rejects.toMatchObject({ body: { issues: [{ path: 'budget.perDayCents' }] } });
  });

  test('a gesture to a customer keeps no time, and the customer is gone from the books when they leave', async () => {
    await expect(grant(lea, 'a', { to: { kind: 'customer', number: 'NOBODY' } })).rejects.toMatchObject({
      body: { code: 'no-such-customer' },
    });
    const { gesture: given } = await grant(lea, 'b', { to: { kind: 'customer', number: 'CAM2LE' } });
    expect(given).toMatchObject({ at: null, voucher: null, customerNumber: 'CAM2LE' });
    walkUp();
    const kiosk = house.visitor();
    await kiosk.call('kiosk/withdraw', { purpose: 'recognition' });
    expect((await books()).items).toMatchObject([{ amountCents: 500, customerNumber: null, voucher: null }]);
    await house.halt();
    expect(readFileSync(join(house.folder, 'store.db')).includes('CAM2LE')).toBe(false);
  });

  test('the database itself refuses to change or delete a gesture', async () => {
    await grant(lea, 'a');
    const db = new Sqlite(join(house.folder, 'store.db'));
    expect(() => db.prepare('UPDATE goodwill SET amount_cents = 1').run()).toThrow(/never changed/);
    expect(() => db.prepare('DELETE FROM goodwill').run()).toThrow(/never deleted/);
    db.close();
  });

  test('no price and no offer changes by it', async () => {
    const kiosk = house.visitor();
    walkUp();
    const shown = async () => ({
      offer: (await kiosk.look('kiosk')).visit?.offer,
      offers: (await kiosk.call('kiosk/offers', {})).offers,
      products: (await kiosk.call('kiosk/search', { query: 'café', category: null })).products,
    });
    const before = await shown();
    await kiosk.call('kiosk/end', {});
    await grant(lea, 'a', { amountCents: 1_000, to: { kind: 'customer', number: 'CAM2LE' } });
    await kiosk.call('kiosk/touch', { language: 'fr' });
    expect(await shown()).toEqual(before);
  });
});

const camille = createHash('sha256').update('prevenance demo beacon camille').digest().subarray(0, 16);
const nour = createHash('sha256').update('prevenance demo beacon nour').digest().subarray(0, 16);
const walkUp = (key = camille) => house.hear(() => demoEid(key, house.clock), -55, 4_000);

describe('what an employee may know', () => {
  let kiosk: Visitor;
  beforeEach(async () => {
    kiosk = house.visitor();
    await lea.call('staff/duty', { onDuty: true });
    await karim.call('staff/duty', { onDuty: true });
    await manager.call('manager/goodwill-budget', { budget });
  });
  const callFor = async () => {
    await kiosk.call('kiosk/touch', { language: 'fr' });
    await kiosk.call('kiosk/search', { query: 'sirop menthe', category: null });
    house.clock.advance(2_000);
    const { call } = await kiosk.call('kiosk/call', { commandId: 'c', reason: 'asked', language: 'fr' });
    return call.id;
  };
  const claimed = async () => {
    const callId = await callFor();
    await lea.call('staff/claim', { callId, epoch: 1, commandId: 's1' });
    return callId;
  };
  const card = async (who: Visitor) => (await who.look('staff')).calls[0];

  test('of a shopper whom nobody recognised: what was tried, and nothing more', async () => {
    await claimed();
    expect(await card(lea)).toMatchObject({ customer: null, known: null, suggestions: [], tried: [{ text: 'sirop menthe' }] });
  });

  test('of a customer who allowed all of it: name, year, usual things and up to three ideas, once they claimed the call', async () => {
    walkUp();
    const callId = await callFor();
    expect(await card(lea)).toMatchObject({ customer: 'Camille', known: null, suggestions: [] });
    await lea.call('staff/claim', { callId, epoch: 1, commandId: 's1' });
    const shown = await card(lea);
    expect(shown?.known?.sinceYear).toBe(new Date(house.clock.wall()).getUTCFullYear());
    expect(shown?.known?.usual.map(({ en }) => en)).toEqual(['Coffee beans, 500 g', 'Traditional baguette']);
    expect(shown?.suggestions).toEqual([
      { kind: 'opening', words: 'Bonjour Camille, vous cherchiez « sirop menthe » : regardons ensemble.', because: 'searched' },
      {
        kind: 'check',
        check: 'product',
        product: { name: { fr: 'Sirop de menthe, 70 cl', en: 'Mint syrup, 70 cl' }, aisle: '6', stock: 0 },
        because: 'searched',
      },
      { kind: 'gesture', reason: 'not-in-stock', upToCents: 1_000, because: 'out-of-stock' },
    ]);
    expect(JSON.stringify(await card(karim))).not.toContain('sirop de');
  });

  test('of a customer without the consent to history: the name and the ideas, nothing of what was bought', async () => {
    walkUp(nour);
    await claimed();
    expect(await card(lea)).toMatchObject({ customer: 'Nour', known: null, suggestions: [{ kind: 'opening' }, {}, {}] });
  });

  test('of a customer who agreed to words that said nothing of employees: nothing of what was bought', async () => {
    walkUp();
    const old = consentTexts.find(({ version }) => version === 'history-1');
    await kiosk.call('kiosk/withdraw', { purpose: 'history' });
    const shown = { version: 'history-1', language: 'fr' as const, text: old?.fr ?? '' };
    await kiosk.call('kiosk/consent', { purpose: 'history', decision: 'given', shown });
    await claimed();
    expect(await card(lea)).toMatchObject({ customer: 'Camille', known: null });
  });

  test('of a sensitive category: never, however often it was bought', async () => {
    await manager.call(
      'manager/import-products',
      new TextEncoder().encode(
        'id,name_fr,name_en,category,aisle,stock,price\ntest,Test de grossesse,Pregnancy test,health,9,5,7.00\n',
      ),
    );
    const days = ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06', '2026-11-07'];
    const lines = days.map((day) => `CAM2LE,${day},test,1`).join('\n');
    await manager.call('manager/import-purchases', new TextEncoder().encode(`customer,date,product,quantity\n${lines}\n`));
    walkUp();
    await claimed();
    expect((await card(lea))?.known?.usual).toHaveLength(2);
    expect(JSON.stringify(await lea.look('staff'))).not.toContain('Pregnancy');
  });

  test('of a customer who leaves the programme during the call: at once nothing', async () => {
    walkUp();
    await claimed();
    await kiosk.call('kiosk/withdraw', { purpose: 'recognition' });
    expect(await card(lea)).toMatchObject({ customer: null, known: null, suggestions: [] });
  });
});
