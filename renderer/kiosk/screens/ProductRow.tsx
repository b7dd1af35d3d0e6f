import { Trans } from '@lingui/react';
import { ChevronRight, MapPin } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { Language, ProductView } from '../../../shared/contract/index.ts';
import { StoreText } from '../../i18n/StoreText.tsx';
import { money } from '../../ui/format.ts';
import { CategoryArt } from '../art/CategoryArt.tsx';
import { hideKeyboard } from '../keyboard/field-focus.ts';
import { openProduct } from '../state/view.ts';
import { Instead } from '../words/instead.tsx';
import { Stock } from '../words/stock.tsx';

/** A product at a glance; touched, it shows the way. */
export function ProductRow({ product, language }: { readonly product: ProductView; readonly language: Language }) {
  const open = () => {
    hideKeyboard();
    openProduct(product.id);
  };
  return (
    <li>
      <AriaButton className="product" onPress={open}>
        <span className="product-art">
          <CategoryArt category={product.category} />
        </span>
        <span className="product-words">
          <span className="product-name">
            <StoreText words={product.name} />
          </span>
          <span className="product-where">
            <span className="product-aisle">
              <MapPin className="icon" aria-hidden="true" />
              <Trans id="product.aisle" message="Aisle {aisle}" values={{ aisle: product.aisle }} />
            </span>
            <span className={product.stock > 0 ? 'soft' : 'product-out'}>
              <Stock stock={product.stock} />
            </span>
          </span>
        </span>
        <span className="product-price">
          <span className="serif figures">{money(product.priceCents, language)}</span>
          <Instead prices={product} language={language} />
        </span>
        <ChevronRight className="icon product-open" aria-hidden="true" />
      </AriaButton>
    </li>
  );
}
