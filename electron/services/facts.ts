import type { Fact } from '../../shared/contract/index.ts';
import type { Customer } from '../store/customers.ts';
import type { Store } from '../store/index.ts';
import { localMoment } from './store-time.ts';

type Part = Partial<Omit<Fact, 'kind'>>;

/** What the store knows about a customer, one fact for each place it lies in; what it does not know is left out. */
export function factsOf(store: Store, customer: Customer, timeZone: string): Fact[] {
  const { id, principal } = customer;
  const fact = (kind: Fact['kind'], part: Part): Fact => ({ kind, text: null, day: null, count: null, ...part });
  const some = (kind: Fact['kind'], count: number): Fact[] => (count === 0 ? [] : [fact(kind, { count })]);
  const cardSince = store.cards.since(id);
  return [
    fact('number', { text: customer.number, day: localMoment(customer.joinedAt, timeZone).date }),
    ...(customer.name === null ? [] : [fact('name', { text: customer.name })]),
    fact('language', { text: customer.language }),
    ...(customer.picture === null ? [] : [fact('picture', {})]),
    fact('last-visit', { day: customer.lastSeenOn }),
    ...some('beacons', store.beacons.of(id).length),
    ...(cardSince === null ? [] : [fact('card', { day: localMoment(cardSince, timeZone).date })]),
    ...some('purchases', store.purchases.of(id).length),
    ...some('declined', store.decisions.declined(id).length),
    ...some('gestures', store.goodwill.of(id).length),
    ...some('preferences', store.preferences.of(id).length),
    ...some('answers', store.consents.of(principal).length),
  ];
}
