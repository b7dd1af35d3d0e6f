import { Trans } from '@lingui/react';
import type { Language, ProductView } from '../../../shared/contract/index.ts';
import { money } from '../../ui/format.ts';

type Prices = Pick<ProductView, 'priceCents' | 'regularPriceCents'>;

/** The price an offer takes the place of; nothing where there is no lower one. */
export function Instead({ prices, language }: { readonly prices: Prices; readonly language: Language }) {
  if (prices.regularPriceCents <= prices.priceCents) return null;
  return (
    <span className="soft instead">
      <Trans id="offer.instead" message="instead of {price}" values={{ price: money(prices.regularPriceCents, language) }} />
    </span>
  );
}
