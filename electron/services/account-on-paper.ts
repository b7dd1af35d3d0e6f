import type { AccountOnPaper } from '../../shared/printing/layouts/account.ts';
import { cents } from '../../shared/units.ts';
import type { Customer } from '../store/customers.ts';
import type { Store } from '../store/index.ts';
import { plainPurchases } from './account-purchases.ts';
import { categoryName } from './categories.ts';
import type { ConsentService } from './consent.ts';
import { factsOf } from './facts.ts';
import { localMoment } from './store-time.ts';

/** Products that fit on a slip. */
const MOST = 10;

/** What is known of a customer, as far as it may stand on a slip that can be lost: no number, no diet, nothing from sensitive shelves. */
export function accountOnPaper(store: Store, consents: ConsentService, customer: Customer, timeZone: string): AccountOnPaper {
  const { id, principal } = customer;
  const gestures = store.goodwill.of(id).flatMap(({ entry }) => (entry.voided ? [] : [entry.amountCents]));
  return {
    facts: factsOf(store, customer, timeZone),
    consents: (['recognition', 'history', 'diet'] as const).map((purpose) => {
      const at = consents.allows(principal, purpose) ? consents.since(principal, purpose) : null;
      return { purpose, since: at === null ? null : localMoment(at, timeZone).date };
    }),
    points: cents(gestures.reduce<number>((sum, amount) => sum + amount, 0)),
    habits: store.preferences.of(id).flatMap((one) => {
      if (one.kind === 'diet') return [];
      if (one.kind !== 'shelves') return [{ fr: one.text, en: one.text }];
      return one.shelves.map(categoryName);
    }),
    purchases: plainPurchases(store, id, MOST),
  };
}
