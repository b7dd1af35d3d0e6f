import type { OfferSettings, ProductSettings, ProductView } from '../../shared/contract/index.ts';
import { whyNotRunning } from '../../shared/offers/eligibility.ts';
import { maySell } from '../../shared/visit/reduce.ts';
import type { Visit } from '../../shared/visit/state.ts';
import type { Store } from '../store/index.ts';

/**
 * Gives a product what everyone pays for it today: the price of the catalogue, or that of the cheapest offer that runs. Once this visit has
 * called a person the price is told and the offer is not.
 * @param today the store's calendar day, `YYYY-MM-DD`
 */
export function todaysPrices(
  store: Pick<Store, 'offers'>,
  today: string,
  visit: Visit | null,
): (product: ProductSettings) => ProductView {
  const cheapest = new Map<string, OfferSettings>();
  // In the order in which they end: of equals the last one stays.
  for (const { value } of store.offers.list()) {
    if (whyNotRunning(value, today) !== null) continue;
    const held = cheapest.get(value.productId);
    if (held === undefined || value.priceCents <= held.priceCents) cheapest.set(value.productId, value);
  }
  return (product) => {
    const offer = cheapest.get(product.id);
    if (offer === undefined || offer.priceCents >= product.priceCents)
      return { ...product, regularPriceCents: product.priceCents, offerEndsOn: null };
    const { priceCents, endsOn } = offer;
    const told = visit === null || maySell(visit);
    return {
      ...product,
      priceCents,
      regularPriceCents: told ? product.priceCents : priceCents,
      offerEndsOn: told ? endsOn : null,
    };
  };
}
