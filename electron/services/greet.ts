import type { OfferSettings, OfferView, OfferWhy, ProductSettings } from '../../shared/contract/index.ts';
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
  // Before the decision, which must not see a price.
  const dearer = offers.filter((offer) => isDearer(offer, products.get(offer.productId)));
  const decision = decide({
    offers: offers.filter((offer) => !dearer.includes(offer)),
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
    chosen: decision.chosen,
    why: decision.why?.kind ?? null,
    notChosen: [...decision.notChosen, ...dearer.map(({ id }) => ({ offerId: id, reason: 'dearer' as const }))],
  });
  const offer = offers.find((candidate) => candidate.id === decision.chosen);
  const product = offer === undefined ? undefined : products.get(offer.productId);
  if (offer === undefined || product === undefined || decision.why === null) return null;
  return { decisionId, offer: offerView(offer, product, decision.why.kind === 'bought-before'), why: decision.why };
}

/** The greeting's offer with its words, stock and prices as they are now; null when it may not be shown any more. */
export function offerNow(context: Context, { offer }: Greeting, today: string): OfferView | null {
  const now = offersOfToday(context, today).find(({ id, product }) => id === offer.id && product.id === offer.product.id);
  return now === undefined ? null : { ...now, personal: offer.personal };
}

/** An offer dearer than its product is none; a new price list can make one. */
const isDearer = (offer: OfferSettings, product: ProductSettings | undefined): boolean =>
  product !== undefined && offer.priceCents > product.priceCents;

const offerView = (
  offer: { id: string; title: OfferView['title']; priceCents: OfferView['priceCents']; endsOn: string },
  { priceCents: regularPriceCents, ...product }: ProductSettings,
  personal: boolean,
): OfferView => ({
  id: offer.id,
  title: offer.title,
  product,
  priceCents: offer.priceCents,
  regularPriceCents,
  endsOn: offer.endsOn,
  personal,
});

/** Today's offers, the same list and prices for everyone. */
export function offersOfToday(context: Context, today: string): OfferView[] {
  const { store } = context;
  const nothingExcluded = { offers: new Set<string>(), categories: new Set<string>() };
  return store.offers.list().flatMap(({ value }) => {
    const product = store.products.get(value.productId);
    return product !== undefined && !isDearer(value, product) && whyNot(value, product, nothingExcluded, today) === null
      ? [offerView(value, product, false)]
      : [];
  });
}
