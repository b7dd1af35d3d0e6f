import { Trans } from '@lingui/react';
import { MapPin } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { Language, OfferView } from '../../../shared/contract/index.ts';
import { StoreText } from '../../i18n/StoreText.tsx';
import { Button } from '../../ui/Button.tsx';
import { day, money } from '../../ui/format.ts';
import { CategoryArt } from '../art/CategoryArt.tsx';
import { openProduct } from '../state/view.ts';
import { Instead } from '../words/instead.tsx';

interface OfferCardProps {
  readonly offer: OfferView;
  readonly language: Language;
  readonly children?: ReactNode;
}

/** An offer as a real thing: what it looks like, what it costs, where it lies. */
export function OfferCard({ offer, language, children }: OfferCardProps) {
  const { product } = offer;
  const title = useId();
  return (
    <article className="offer">
      <div className="offer-art">
        <CategoryArt category={product.category} />
      </div>
      <div className="offer-words">
        <h2 id={title} className="offer-title">
          <StoreText words={offer.title} />
        </h2>
        <p className="offer-price">
          <span className="serif figures">{money(offer.priceCents, language)}</span>
          <Instead prices={offer} language={language} />
        </p>
        <div className="offer-where">
          <Button
            look="bare"
            icon={<MapPin className="icon" aria-hidden="true" />}
            aria-describedby={title}
            onPress={() => openProduct(product.id)}
          >
            <Trans id="offer.way" message="Find aisle {aisle}" values={{ aisle: product.aisle }} />
          </Button>
        </div>
        <p className="soft offer-until">
          <Trans id="offer.until" message="Until {day}, same price for everyone" values={{ day: day(offer.endsOn, language) }} />
        </p>
      </div>
      {children && <div className="offer-more">{children}</div>}
    </article>
  );
}
