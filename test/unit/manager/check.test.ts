import { describe, expect, it } from 'vitest';
import { check, fromStation } from '../../../renderer/manager/forms/check.ts';
import { EmployeeSettings, OfferSettings, StoreChange, ZoneSettings } from '../../../shared/contract/index.ts';

const zone = {
  id: 'z1',
  name: 'Entrance',
  purpose: 'greet',
  receivers: ['kiosk-1'],
  nearDbm: -70,
  farDbm: -80,
  enterDwellMs: 2_000,
  exitDwellMs: 8_000,
};
const problems = (schema: Parameters<typeof check>[0], values: unknown) =>
  check(schema, values).problems.map(({ path, problem }) => `${path} ${problem}`);

describe('a form checked by the contract', () => {
  it('hands over a good value', () => {
    expect(check(ZoneSettings, zone).value).toMatchObject({ id: 'z1', nearDbm: -70 });
  });

  it.each([
    [{ name: '' }, 'name missing'],
    [{ name: 'x'.repeat(61) }, 'name too-long'],
    [{ receivers: [] }, 'receivers none-chosen'],
    [{ nearDbm: undefined }, 'nearDbm missing'],
    [{ nearDbm: null }, 'nearDbm not-a-number'],
    [{ nearDbm: -5 }, 'nearDbm too-large'],
    [{ farDbm: -69 }, 'farDbm far-not-weaker'],
    [{ exitDwellMs: 700_000 }, 'exitDwellMs too-large'],
    [{ enterDwellMs: -1 }, 'enterDwellMs too-small'],
  ])('names the field and the reason: %j', (change, expected) => {
    expect(problems(ZoneSettings, { ...zone, ...change })).toEqual([expected]);
  });

  it('tells the bound that was broken', () => {
    expect(check(ZoneSettings, { ...zone, enterDwellMs: 90_000 }).problems[0]).toMatchObject({ limit: 60_000 });
  });

  it('knows the other forms’ rules', () => {
    const employee = { id: 'e', code: 'LEA', name: 'Léa', manager: false, active: true, pin: null };
    expect(problems(EmployeeSettings, { ...employee, code: 'Lé' })).toEqual(['code bad-code']);
    expect(problems(EmployeeSettings, { ...employee, pin: '12' })).toEqual(['pin bad-pin']);
    const offer = {
      id: 'o',
      title: { fr: '', en: 'Tea' },
      productId: 'p',
      priceCents: 100,
      startsOn: '2026-02-30',
      endsOn: '2026-03-01',
      active: true,
    };
    expect(problems(OfferSettings, offer)).toContain('title.fr missing');
    expect(problems(OfferSettings, { ...offer, title: { fr: 'Thé', en: 'Tea' }, startsOn: '2026-03-02' })).toEqual([
      'endsOn ends-before-start',
    ]);
    const store = { name: 'S', phone: '', timeZone: 'Europe/Paris', cameraOffered: false };
    const week = [{ opens: '09:0', closes: '19:00' }, null, null, null, null, null, null];
    expect(problems(StoreChange, { ...store, week })).toEqual(['week.0.opens bad-time']);
    week[0] = { opens: '18:00', closes: '02:00' };
    expect(problems(StoreChange, { ...store, week })).toEqual(['week.0.closes not-later']);
  });

  it('keeps the station’s own sentence', () => {
    expect(fromStation([{ path: 'code', message: 'in use' }])).toEqual([
      { path: 'code', problem: 'not-accepted', limit: null, said: 'in use' },
    ]);
  });
});
