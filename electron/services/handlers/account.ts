import type { accountRoutes } from '../../../shared/contract/index.ts';
import { cents } from '../../../shared/units.ts';
import { accountOwner } from '../account-owner.ts';
import { categoryName } from '../categories.ts';
import { factsOf } from '../facts.ts';
import { dropPreference, keepPreference, shelvesOf } from '../preferences.ts';
import { todaysPrices } from '../todays-prices.ts';
import { employeeOf } from './staff.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

/** The routes of a customer's own account, and of what is suggested without one. */
export function accountHandlers(use: UseCases): HandlersOf<typeof accountRoutes> {
  const { cards, consents, context, hours, kiosk, proof, proposals, together } = use;
  const { store } = context;
  const keep = (preference: Parameters<typeof keepPreference>[2], by: string | null) => {
    keepPreference({ store, consents, today: hours.date() }, accountOwner(kiosk), preference, by);
    context.changed('kiosk', 'staff');
  };
  return {
    'kiosk/facts': () => ({ facts: factsOf(store, accountOwner(kiosk), hours.settings().timeZone) }),
    'kiosk/points': () => {
      const granted = store.goodwill.of(accountOwner(kiosk).id).flatMap(({ entry }) => (entry.voided ? [] : [entry]));
      return {
        totalCents: cents(granted.reduce((sum, { amountCents }) => sum + amountCents, 0)),
        items: granted.map(({ day, amountCents, reason }) => ({ day, amountCents, reason })).reverse(),
      };
    },
    'kiosk/card-make': ({ picture }) => {
      const customer = accountOwner(kiosk);
      const proven = proof.check(customer, picture);
      if (proven !== 'right') return { result: proven, code: null };
      const code = cards.make(customer);
      return { result: code === null ? 'weak' : 'ready', code };
    },
    'kiosk/card-stop': done(() => cards.stop(accountOwner(kiosk))),
    'kiosk/identify': ({ code }) => ({ result: cards.identify(code) }),
    'kiosk/together': ({ productIds }) => {
      const priced = todaysPrices(store, hours.date(), kiosk.state.visit);
      return { items: productIds.map((productId) => ({ productId, others: together.of(productId).map(priced) })) };
    },
    'kiosk/preferences': () => {
      const { id } = accountOwner(kiosk);
      return {
        preferences: store.preferences.of(id),
        proposals: proposals.of(id).map(({ id: proposal, by, preference }) => ({ id: proposal, by, preference })),
        shelves: shelvesOf(store).map((shelf) => ({ id: shelf, name: categoryName(shelf) })),
      };
    },
    'kiosk/preference-keep': done(({ preference }) => keep(preference, null)),
    'kiosk/preference-drop': done(({ kind }) => {
      dropPreference(store, accountOwner(kiosk).id, kind);
      store.scrub();
      context.changed('kiosk', 'staff');
    }),
    'kiosk/proposal-answer': done(({ id, agreed }) => {
      const { by, preference } = proposals.take(accountOwner(kiosk).id, id);
      if (agreed) keep(preference, by);
    }),
    'staff/preference-propose': ({ callId, preference }, caller) => ({
      result: proposals.propose(employeeOf(caller, context), callId, preference) ? 'proposed' : 'not-now',
    }),
  };
}
