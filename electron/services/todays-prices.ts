import type { OfferSettings, ProductSettings, ProductView } from '../../shared/contract/index.ts';
import type { Store } from '../store/index.ts';

type Offers = Pick<Store, 'offers'>;

function priced(product: ProductSettings, offer: Pick<OfferSettings, 'priceCents' | 'endsOn'> | undefined): ProductView {
  const lower = offer !== undefined && offer.priceCents < product.priceCents ? offer : null;
  return {
    ...product,
    priceCents: lower?.priceCents ?? product.priceCents,
    regularPriceCents: product.priceCents,
    offerEndsOn: lower?.endsOn ?? null,
  };
}

/**
 * Products with what everyone pays for them today: the price of the catalogue, or that of the cheapest offer that runs.
 * @param today the store's calendar day, `YYYY-MM-DD`
 */
export function atTodaysPrices({ offers }: Offers, products: readonly ProductSettings[], today: string): ProductView[] {
  const running = offers.running(
    products.map(({ id }) => id),
    today,
  );
  return products.map((product) => priced(product, running.get(product.id)));
}

/** {@link atTodaysPrices} of one product. */
export const atTodaysPrice = ({ offers }: Offers, product: ProductSettings, today: string): ProductView =>
  priced(product, offers.running([product.id], today).get(product.id));
