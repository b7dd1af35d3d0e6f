import { Trans } from '@lingui/react';
import { MapPin } from 'lucide-react';
import type { Language, ProductView } from '../../../shared/contract/index.ts';
import { wordsIn } from '../../../shared/words-in.ts';
import { StoreText } from '../../i18n/StoreText.tsx';
import { money } from '../../ui/format.ts';
import { useAnswer } from '../state/use-answer.ts';

interface SuggestionsForProps {
  readonly product: Pick<ProductView, 'id' | 'name'>;
  readonly language: Language;
}

/** What is often bought with a product, and where that is from. Nothing when too few receipts say so, or nothing is sold. */
export function SuggestionsFor({ product, language }: SuggestionsForProps) {
  const { answer } = useAnswer('kiosk/together', { productIds: [product.id] });
  const others = answer?.items.find(({ productId }) => productId === product.id)?.others ?? [];
  if (others.length === 0) return null;
  return (
    <section className="together">
      <h2>
        <Trans
          id="together.title"
          message="People who bought “{name}” often also bought"
          values={{ name: wordsIn(product.name, language) }}
        />
      </h2>
      <ul className="lines">
        {others.map((other) => (
          <li key={other.id}>
            <span>
              <StoreText words={other.name} />
            </span>
            <span className="together-where">
              <MapPin className="icon" aria-hidden="true" />
              <Trans id="product.aisle" message="Aisle {aisle}" values={{ aisle: other.aisle }} />
              <span className="figures">{money(other.priceCents, language)}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="soft">
        <Trans id="together.from" message="This is from receipts without names, never from who you are." />
      </p>
    </section>
  );
}
