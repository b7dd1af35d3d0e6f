import type { rightsRoutes } from '../../../shared/contract/index.ts';
import { CallerError } from '../../../shared/errors.ts';
import type { Caller } from '../../server/http.ts';
import type { Customer } from '../../store/customers.ts';
import { zip } from '../../zip.ts';
import { accountOwner } from '../account-owner.ts';
import { publishText } from '../consent-texts.ts';
import { exportCustomer } from '../customer-export.ts';
import { eraseCustomer } from '../erase.ts';
import { retentionFigures } from '../retention.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

/** The routes of what people may ask of the store: to see, take away, correct and erase what it knows of them. */
export function rightsHandlers(use: UseCases): HandlersOf<typeof rightsRoutes> {
  const { audit, consents, context, handOver, hours, join, kiosk, network, proof } = use;
  const { store, clock } = context;
  /** Whom a manager acts for; how they made sure of it goes on record under the pseudonym, which outlives an erasure. */
  const named = (number: string, checked: string, caller: Caller): Customer => {
    const customer = store.customers.byNumber(number);
    if (customer === undefined) throw new CallerError('no-such-customer', 'there is no customer with this number', 404);
    caller.identify({ subject: customer.principal });
    audit.record({
      actor: 'manager',
      device: caller.deviceId,
      action: `rights/${checked}`,
      subject: customer.principal,
      outcome: 'ok',
    });
    return customer;
  };
  return {
    'manager/consent-texts': ({ purpose }) => ({ items: consents.texts.versions(purpose) }),
    'manager/consent-text-publish': done((text) => {
      publishText(context, consents, text);
      if (text.purpose === 'camera' && text.asksAgain) kiosk.invalidateCamera();
    }),
    'manager/retention': () => retentionFigures(store, hours.date()),
    'manager/customer-export': ({ number, checked }, caller) =>
      exportCustomer(store, named(number, checked, caller), clock.wall()),
    'manager/customer-erase': done(({ number, checked }, caller) => {
      const customer = named(number, checked, caller);
      eraseCustomer(use, customer, 'withdrawn');
      join.cancel();
      kiosk.dispatch({ type: 'withdrew', customerId: customer.id });
      store.scrub();
    }),
    'kiosk/export': ({ picture }) => {
      const customer = accountOwner(kiosk);
      const refused = (result: 'wrong' | 'closed' | 'no-network') => ({ result, url: null });
      const proven = proof.check(customer, picture);
      if (proven !== 'right') return refused(proven);
      const [origin] = network.standing().mode === 'secure' ? network.origins() : [];
      if (origin === undefined) return refused('no-network');
      const token = handOver.offer(() => {
        const { json, csv } = exportCustomer(store, store.customers.get(customer.id) ?? customer, clock.wall());
        return zip([{ name: 'everything.json', text: json }, ...csv]);
      });
      return { result: 'ready', url: `${origin}/my-data/${token}` };
    },
    'kiosk/rectify': done(({ name, language, picture }) => {
      const customer = accountOwner(kiosk);
      store.customers.rectify({ ...customer, name, language, picture: picture ?? customer.picture });
      if (picture !== undefined) proof.changed();
      store.scrub();
      context.changed('kiosk');
    }),
    'kiosk/receipt': ({ purpose }) => {
      const principal = purpose === 'camera' ? kiosk.visit().id : accountOwner(kiosk).principal;
      return { text: consents.receipt(principal, purpose, hours.settings().name) };
    },
  };
}
