import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../../renderer/manager/forms/check.ts';
import { newOffer, offerDraft, offerStanding, readOffer } from '../../../renderer/manager/offers/offer-form.ts';
import { todayHere } from '../../../renderer/manager/parts/today-here.ts';
import { newZone, readZone, zoneDraft } from '../../../renderer/manager/zones/zone-form.ts';
import { OfferSettings, ZoneSettings } from '../../../shared/contract/index.ts';

const language = fc.constantFrom('fr' as const, 'en' as const);

describe('a zone in the form', () => {
  it('comes back as it went in, in both languages', () => {
    const zone = fc.record({
      id: fc.constant('z'),
      name: fc.constant('Entrée'),
      purpose: fc.constantFrom('greet' as const, 'queue' as const),
      receivers: fc.array(fc.constant('kiosk-1'), { minLength: 1, maxLength: 1 }),
      nearDbm: fc.integer({ min: -60, max: -20 }),
      farDbm: fc.integer({ min: -110, max: -70 }),
      enterDwellMs: fc.integer({ min: 0, max: 600 }).map((tenths) => tenths * 100),
      exitDwellMs: fc.integer({ min: 0, max: 6000 }).map((tenths) => tenths * 100),
      exclusive: fc.boolean(),
    });
    fc.assert(
      fc.property(zone, language, (z, lang) => {
        expect(check(ZoneSettings, readZone(zoneDraft(z, lang))).value).toEqual(z);
      }),
    );
  });

  it('starts with values that need a name only', () => {
    const draft = zoneDraft(newZone('zone-1'), 'fr');
    expect(check(ZoneSettings, readZone(draft)).problems.map(({ path }) => path)).toEqual(['name']);
  });

  it('keeps an unreadable number apart from a missing one', () => {
    const draft = zoneDraft({ ...newZone('zone-1'), name: 'X' }, 'fr');
    const problems = (text: string) => check(ZoneSettings, readZone({ ...draft, nearDbm: text })).problems;
    expect(problems('abc')[0]).toMatchObject({ path: 'nearDbm', problem: 'not-a-number' });
    expect(problems('')[0]).toMatchObject({ path: 'nearDbm', problem: 'missing' });
  });
});

describe('an offer in the form', () => {
  const offer = { ...newOffer('o', '2026-11-22'), title: { fr: 'Thé', en: 'Tea' }, productId: 'p' };

  it('comes back with its price to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), language, (priceCents, lang) => {
        const read = readOffer(offerDraft({ ...offer, priceCents }, lang));
        expect(check(OfferSettings, read).value).toEqual({ ...offer, priceCents });
      }),
    );
  });

  it('starts without a price and asks for one', () => {
    expect(check(OfferSettings, readOffer(offerDraft(offer, 'fr'))).problems).toMatchObject([
      { path: 'priceCents', problem: 'missing' },
    ]);
  });

  it.each([
    [{ active: false, startsOn: '2026-01-01', endsOn: '2026-12-31' }, 'off'],
    [{ active: true, startsOn: '2026-11-23', endsOn: '2026-12-31' }, 'later'],
    [{ active: true, startsOn: '2026-11-22', endsOn: '2026-11-22' }, 'now'],
    [{ active: true, startsOn: '2026-11-01', endsOn: '2026-11-21' }, 'over'],
  ] as const)('stands on its day: %j', (days, standing) => {
    expect(offerStanding(days, '2026-11-22')).toBe(standing);
  });
});

describe('todayHere', () => {
  it('is this device’s day, not UTC’s', () => {
    expect(todayHere(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
    expect(todayHere(new Date(2026, 10, 22, 0, 1))).toBe('2026-11-22');
  });
});
