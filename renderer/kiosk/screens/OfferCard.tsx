import { Trans } from '@lingui/react';
import { MapPin } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Language, OfferView } from '../../../shared/contract/index.ts';
import { StoreText } from '../../i18n/StoreText.tsx';
import { day, money } from '../../ui/format.ts';
import { CategoryArt } from '../art/CategoryArt.tsx';

interface OfferCardProps {
  readonly offer: OfferView;
  readonly language: Language;
  readonly children?: ReactNode;
}

/** An offer as a real thing: what it looks like, what it costs, where it lies. */
export function OfferCard({ offer, language, children }: OfferCardProps) {
  const { product } = offer;
  return (
    <article className="offer">
      <div className="offer-art">
        <CategoryArt category={product.category} />
      </div>
      <div className="offer-words">
        <h2 className="offer-title">
          <StoreText words={offer.title} />
        </h2>
        <p className="offer-price">
          <span className="serif figures">{money(offer.priceCents, language)}</span>
          {offer.regularPriceCents > offer.priceCents && (
            <span className="soft">
              <Trans
                id="offer.instead"
                message="instead of {price}"
                values={{ price: money(offer.regularPriceCents, language) }}
              />
            </span>
          )}
        </p>
        <p className="offer-where">
          <MapPin className="icon" aria-hidden="true" />
          <Trans id="product.aisle" message="Aisle {aisle}" values={{ aisle: product.aisle }} />
        </p>
        <p className="soft offer-until">
          <Trans id="offer.until" message="Until {day}, same price for everyone" values={{ day: day(offer.endsOn, language) }} />
        </p>
      </div>
      {children && <div className="offer-more">{children}</div>}
    </article>
  );
}
