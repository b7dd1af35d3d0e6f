import type { OfferView, OfferWhy, ProductSettings } from '../../shared/contract/index.ts';
import { decide } from '../../shared/offers/decide.ts';
import { whyNot } from '../../shared/offers/eligibility.ts';
import type { Customer } from '../store/customers.ts';
import type { Context } from './context.ts';

/** The offer of one greeting and why it was chosen. */
export interface Greeting {
  readonly decisionId: string;
  readonly offer: OfferView;
  readonly why: OfferWhy;
}

/**
 * Chooses the offer of a greeting and records the decision with a reason for each offer not chosen.
 * @param history whether the customer allows their purchases to be looked at
 */
export function chooseOffer(
  context: Context,
  visitId: string,
  customer: Customer,
  history: boolean,
  today: string,
): Greeting | null {
  const { store, clock, newId } = context;
  const offers = store.offers.list().map((listed) => listed.value);
  const products = new Map(store.products.list().map((product) => [product.id, product]));
  const decision = decide({
    offers,
    products,
    popularity: store.purchases.popularity(),
    history: history ? store.purchases.of(customer.id) : null,
    declined: store.decisions.declined(customer.id),
    today,
  });
  const decisionId = newId();
  store.decisions.add({
    id: decisionId,
    at: clock.wall(),
    visitId,
    // Linking decisions to a person is history, and needs the consent for it.
    customerId: history ? customer.id : null,
    chosen: decision.chosen,
    why: decision.why,
    notChosen: decision.notChosen,
  });
  const offer = offers.find((candidate) => candidate.id === decision.chosen);
  const product = offer === undefined ? undefined : products.get(offer.productId);
  if (offer === undefined || product === undefined || decision.why === null) return null;
  return { decisionId, offer: offerView(offer, product, decision.why.kind === 'bought-before'), why: decision.why };
}

const offerView = (
  offer: { id: string; title: OfferView['title']; priceCents: OfferView['priceCents']; endsOn: string },
  product: ProductSettings,
  personal: boolean,
): OfferView => ({
  id: offer.id,
  title: offer.title,
  product,
  priceCents: offer.priceCents,
  regularPriceCents: product.priceCents,
  endsOn: offer.endsOn,
  personal,
});

/** Today's offers, the same list and prices for everyone. */
export function offersOfToday(context: Context, today: string): OfferView[] {
  const { store } = context;
  const nothingExcluded = { offers: new Set<string>(), categories: new Set<string>() };
  return store.offers.list().flatMap(({ value }) => {
    const product = store.products.get(value.productId);
    return product !== undefined && whyNot(value, product, nothingExcluded, today) === null
      ? [offerView(value, product, false)]
      : [];
  });
}
