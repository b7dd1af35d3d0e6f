import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoCode } from '../../electron/demo/find.ts';
import { cents } from '../../shared/units.ts';
import { TestStation, type Visitor } from '../support/station.ts';

/** Finding a product at a running station: the way to it, what is there instead, the scanner, and the manager's words. */

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

const scan = (code: string) => kiosk.call('kiosk/scan', { code, language: 'fr' });
const search = (query: string) => kiosk.call('kiosk/search', { query, category: null });

describe('a product', () => {
  beforeEach(() => kiosk.call('kiosk/touch', { language: 'fr' }));

  test('is shown with the way from the kiosk, which ends at its shelf', async () => {
    const { product, way, alternatives } = await kiosk.call('kiosk/product', { id: 'coffee-beans' });
    expect(product).toMatchObject({ aisle: '4', regularPriceCents: 890 });
    expect(alternatives).toEqual([]);
    expect(way?.floor.shelves.filter(({ wanted }) => wanted)).toMatchObject([{ aisle: '4' }]);
    expect(way?.steps[0]).toMatchObject({ turn: 'ahead', nth: null });
    expect(way?.side).toBe('left');
  });

  test('costs the same wherever the kiosk tells its price: on its page, in a search, in an answer, beside another and in the offers', async () => {
    const { offers } = await kiosk.call('kiosk/offers', {});
    const offer = offers.find(({ product }) => product.id === 'coffee-beans');
    const price = { priceCents: 690, regularPriceCents: 890 };
    expect(offer).toMatchObject(price);
    const shown = { id: 'coffee-beans', ...price, offerEndsOn: offer?.endsOn };
    expect((await kiosk.call('kiosk/product', { id: 'coffee-beans' })).product).toMatchObject(shown);
    expect((await search('café en grains')).products[0]).toMatchObject(shown);
    const { answer } = await kiosk.call('kiosk/ask', { question: 'combien coûte le café en grains ?' });
    expect(answer).toMatchObject({ kind: 'products', about: 'price', products: [shown] });
    const besides = async () => (await kiosk.call('kiosk/together', { productIds: ['biscuits'] })).items[0]?.others;
    await expect.poll(besides).toContainEqual(expect.objectContaining(shown));
  });

  test('keeps its price, and is no offer any more, once a person was called', async () => {
    await kiosk.call('kiosk/call', { reason: 'asked', commandId: 'a-first-call', language: 'fr' });
    const price = { priceCents: 690, regularPriceCents: 690, offerEndsOn: null };
    expect((await kiosk.call('kiosk/product', { id: 'coffee-beans' })).product).toMatchObject(price);
    expect((await search('café en grains')).products[0]).toMatchObject(price);
    const { answer } = await kiosk.call('kiosk/ask', { question: 'combien coûte le café en grains ?' });
    expect(answer).toMatchObject({ products: [price] });
  });

  test('costs what the cheapest of its offers says, on the days it runs, and never more than its own price', async () => {
    const offer = (id: string, priceCents: number, startsOn: string, endsOn: string, active = true) =>
      manager.call('manager/offer-save', {
        id,
        title: { fr: 'Offre', en: 'Offer' },
        productId: 'milk',
        priceCents: cents(priceCents),
        startsOn,
        endsOn,
        active,
      });
    const milk = async () => (await kiosk.call('kiosk/product', { id: 'milk' })).product;
    const { regularPriceCents } = await milk();
    await offer('over', 10, '2020-01-01', '2020-01-31');
    await offer('to-come', 20, '2098-01-01', '2098-12-31');
    await offer('withdrawn', 30, '2020-01-01', '2098-12-31', false);
    await offer('same', regularPriceCents, '2020-01-01', '2098-12-31');
    expect(await milk()).toMatchObject({ priceCents: regularPriceCents, regularPriceCents, offerEndsOn: null });
    await offer('long', 80, '2020-01-01', '2098-12-31');
    await offer('low', 70, '2020-01-01', '2098-11-30');
    expect(await milk()).toMatchObject({ priceCents: 70, regularPriceCents, offerEndsOn: '2098-11-30' });
  });

  test('that is sold out gives way to others of its kind that are there, the nearest first', async () => {
    const { alternatives } = await kiosk.call('kiosk/product', { id: 'syrup' });
    expect(alternatives.map(({ id }) => id)).toEqual(['water', 'orange-juice', 'lemonade']);
    expect(alternatives.every(({ stock, category }) => stock > 0 && category === 'drinks')).toBe(true);
  });

  test('keeps its aisle in words without a plan', async () => {
    await manager.call('manager/plan-delete', {});
    expect(await kiosk.call('kiosk/product', { id: 'coffee-beans' })).toMatchObject({ way: null, product: { aisle: '4' } });
  });

  test('says which skill a call from it needs', async () => {
    const { items } = await manager.call('manager/rota', {});
    const karim = items.find(({ name }) => name === 'Karim');
    await manager.call('manager/skills-save', {
      skills: [{ id: 'wine', name: 'Boissons', categories: ['drinks'], reasons: [] }],
    });
    await manager.call('manager/rota-save', { ...karim!.value, skills: ['wine'] });
    const staff = await Promise.all(
      [
        ['LEA', '1234'],
        ['KARIM', '2345'],
      ].map(async ([code = '', pin = '']) => {
        const visitor = house.visitor();
        await visitor.call('auth/employee-login', { code, pin });
        await visitor.call('staff/duty', { onDuty: true });
        return visitor;
      }),
    );
    await kiosk.call('kiosk/product', { id: 'water' });
    await kiosk.call('kiosk/call', { commandId: 'c1', reason: 'product-advice', language: 'fr' });
    const heard = await Promise.all(staff.map(async (visitor) => (await visitor.look('staff')).calls.length));
    expect(heard).toEqual([0, 1]);
  });
});

describe('the scanner', () => {
  test('begins a visit with the product, and a reload stays there', async () => {
    expect(await scan(demoCode(1).slice(1))).toEqual({ result: 'product', id: 'coffee-beans' });
    expect((await kiosk.look('kiosk')).visit?.view).toEqual({ screen: 'product', text: 'coffee-beans' });
  });

  test('says what it could not read and what it does not know; the same again is a difficulty', async () => {
    expect(await scan('2000000000016')).toEqual({ result: 'misread' });
    for (let i = 0; i < 4; i += 1) expect(await scan('4006381333931')).toEqual({ result: 'unknown' });
    const { visit } = await kiosk.look('kiosk');
    expect(visit?.view).toEqual({ screen: 'scan', text: '4006381333931' });
    expect(visit?.proposal?.because.map(({ code }) => code)).toContain('scan-repeated');
  });

  test.each(['', '12345', 'DROP TABLE', '1'.repeat(21)])('takes no "%s"', async (code) => {
    await expect(scan(code)).rejects.toMatchObject({ status: 422 });
  });
});

describe('codes from a file', () => {
  const csv = (...lines: string[]) =>
    new TextEncoder().encode(['id,name_fr,name_en,category,aisle,stock,price,barcode', ...lines].join('\n'));

  test('are read in every printed length, kept when a file says nothing, and refused when a digit is wrong', async () => {
    const row = (id: string, code: string) => `${id},Stylo,Pen,stationery,9,3,1.20,${code}`;
    const report = await manager.call(
      'manager/import-products',
      csv(row('a', '4006381333931'), row('b', '036000291452'), row('c', '4006381333932'), row('d', '0036000291452')),
    );
    expect(report).toMatchObject({ imported: 2, refused: 2 });
    expect(report.errors.map(({ line, column }) => `${line} ${column}`)).toEqual(['4 barcode', '5 barcode']);
    await manager.call(
      'manager/import-products',
      new TextEncoder().encode('id,name_fr,name_en,category,aisle,stock,price\na,Crayon,Pencil,stationery,9,3,1.20'),
    );
    expect(await scan('4006381333931')).toEqual({ result: 'product', id: 'a' });
    expect(await scan('0036000291452')).toEqual({ result: 'product', id: 'b' });
  });
});

describe('shoppers’ words', () => {
  const word = { id: 'said-x', said: 'truc qui mousse', meant: 'savon, lessive' };

  test('count at the next search, and can be taken back', async () => {
    await kiosk.call('kiosk/touch', { language: 'fr' });
    expect((await search('le truc qui mousse')).products.map(({ id }) => id)).toEqual([]);
    await manager.call('manager/synonym-save', word);
    const { products, how } = await search('le truc qui mousse');
    expect({ ids: products.map(({ id }) => id).sort(), how }).toEqual({ ids: ['soap', 'washing-powder'], how: 'words' });
    await manager.call('manager/synonym-delete', { id: word.id });
    expect((await search('le truc qui mousse')).how).toBe('none');
    await expect(manager.call('manager/synonym-delete', { id: word.id })).rejects.toMatchObject({ status: 404 });
  });

  test('come from a file, the same file twice without doubling, and what is wrong in it is told', async () => {
    const file = new TextEncoder().encode('said,meant\nwingdings,savon\nPop,jus d’orange\nwingdings,riz\n,rien\n');
    const before = (await manager.call('manager/synonyms', {})).items.length;
    for (let i = 0; i < 2; i += 1)
      expect(await manager.call('manager/import-synonyms', file)).toMatchObject({ imported: 2, refused: 2 });
    const { items } = await manager.call('manager/synonyms', {});
    expect(items.length).toBe(before + 1);
    expect(items.find(({ value }) => value.said === 'Pop')?.value.meant).toBe('jus d’orange');
  });
});
