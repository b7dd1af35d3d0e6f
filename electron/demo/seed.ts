import { createHash } from 'node:crypto';
import { currentText } from '../../shared/consent/texts.ts';
import { cents, dbm, seconds } from '../../shared/units.ts';
import { KIOSK_RECEIVER } from '../kiosk-receiver.ts';
import { categoryName } from '../services/categories.ts';
import { ConsentService } from '../services/consent.ts';
import type { Context } from '../services/context.ts';
import type { Secrets } from '../services/secrets.ts';
import { daysBefore, localMoment } from '../services/store-time.ts';
import { demoOffers, demoProducts } from './catalogue.ts';
import { demoCode, demoPlan, demoSynonyms } from './find.ts';
import { demoCustomers, demoEmployees, demoPassword, demoPopularity, demoReceipts } from './people.ts';
import { demoQuestions } from './questions.ts';

const BY = 'demo';
const TIME_ZONE = 'Europe/Paris';

/** A demo customer's secret beacon key. Derived, so that every demo store has the same beacons; a real one is random. */
const demoKey = (customerId: string): Uint8Array =>
  createHash('sha256').update(`prevenance demo beacon ${customerId}`).digest().subarray(0, 16);

/** Fills an empty database with a small shop. */
export async function seedDemo(context: Context, secrets: Secrets): Promise<void> {
  const { store, clock } = context;
  const now = clock.wall();
  const today = localMoment(now, TIME_ZONE).date;
  const passwordHash = await secrets.hash(demoPassword);
  const pins = await Promise.all(demoEmployees.map((employee) => secrets.hash(employee.pin)));
  const consents = new ConsentService(context);

  store.transaction(() => {
    const day = { opens: '08:30', closes: '19:30' };
    store.settings.write(
      'store',
      {
        name: 'Le Petit Marché',
        phone: '01 23 45 67 89',
        timeZone: TIME_ZONE,
        cameraOffered: true,
        week: [day, day, day, day, day, day, null],
      },
      BY,
      now,
    );
    store.settings.write(
      'demo',
      { employees: demoEmployees.map(({ code, name, pin }) => ({ code, name, pin })), password: demoPassword },
      BY,
      now,
    );
    store.settings.write('managerPasswordHash', passwordHash, BY, now);
    store.zones.save(
      {
        id: 'entrance-kiosk',
        name: 'Borne de l’entrée',
        purpose: 'greet',
        receivers: [KIOSK_RECEIVER],
        nearDbm: dbm(-70),
        farDbm: dbm(-76),
        enterDwellMs: seconds(2),
        exitDwellMs: seconds(8),
        exclusive: false,
      },
      BY,
      now,
    );
    for (const [n, [id, fr, en, category, aisle, stock, price]] of demoProducts.entries()) {
      const { fr: categoryFr, en: categoryEn } = categoryName(category);
      store.products.save(
        { id, name: { fr, en }, category, aisle, stock, priceCents: cents(price) },
        `${categoryFr} ${categoryEn}`,
      );
      store.productCodes.set(id, demoCode(n + 1));
    }
    for (const [n, [said, meant]] of demoSynonyms.entries()) store.synonyms.save({ id: `said-${n + 1}`, said, meant }, BY, now);
    store.floorPlan.save(demoPlan, BY, now);
    for (const [id, productId, fr, en, price] of demoOffers) {
      store.offers.save(
        {
          id,
          title: { fr, en },
          productId,
          priceCents: cents(price),
          startsOn: daysBefore(today, 7),
          endsOn: daysBefore(today, -21),
          active: true,
        },
        BY,
        now,
      );
    }
    store.ask.publish(
      demoQuestions.map((intent) => ({ ...intent, writtenOn: today })),
      BY,
      now,
    );
    for (const [index, { id, code, name, manager }] of demoEmployees.entries()) {
      store.employees.save({ id, code, name, manager, active: true, pinHash: pins[index] as string }, BY, now);
    }
    for (const [productId, lines] of Object.entries(demoPopularity)) {
      for (let line = 0; line < lines; line += 1) store.purchases.add(null, { on: today, productId, quantity: 1 });
    }
    demoReceipts
      .flatMap(([products, times]) => Array.from({ length: times }, () => products))
      .forEach((products, place) => {
        store.baskets.add(BY, place, products);
      });
    for (const customer of demoCustomers) {
      const { id, number, name, language } = customer;
      store.customers.add({
        id,
        number,
        principal: `principal-${id}`,
        name,
        picture: null,
        language,
        joinedAt: now,
        lastSeenOn: today,
      });
      const beacon = `eid:${id}`;
      const key = { identityKey: demoKey(id), exponent: 4, clockOffset: 0, knownAt: now };
      store.beacons.add({ id: beacon, strength: 'strong', key });
      store.beacons.carry(beacon, id, `beacon-${id}`, now);
      for (const purpose of customer.history ? (['recognition', 'history'] as const) : (['recognition'] as const)) {
        const text = currentText(purpose);
        consents.answer(`principal-${id}`, purpose, 'given', { version: text.version, language, text: text[language] });
      }
      for (const [productId, days] of Object.entries(customer.bought)) {
        for (const ago of days) store.purchases.add(id, { on: daysBefore(today, ago), productId, quantity: 1 });
      }
    }
  });
}
