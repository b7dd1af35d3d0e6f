import { Trans } from '@lingui/react';
import { MapPin } from 'lucide-react';
import type { Language, ProductView } from '../../../shared/contract/index.ts';
import { money } from '../../ui/format.ts';
import { CategoryArt } from '../art/CategoryArt.tsx';

/** Below this many pieces the shelf may be empty by the time one gets there, so the number is said. */
const FEW = 5;

function Stock({ stock }: { readonly stock: number }) {
  if (stock <= 0) return <Trans id="product.stock.none" message="Not in stock today" />;
  if (stock < FEW) {
    return (
      <Trans id="product.stock.few" message="{stock, plural, one {# left in stock} other {# left in stock}}" values={{ stock }} />
    );
  }
  return <Trans id="product.stock.some" message="In stock" />;
}

/** One product: what it is, where it lies, whether there is some, and its price for everyone. */
export function ProductRow({ product, language }: { readonly product: ProductView; readonly language: Language }) {
  return (
    <li className="product">
      <span className="product-art">
        <CategoryArt category={product.category} />
      </span>
      <div className="product-words">
        <h2 className="product-name">{product.name[language]}</h2>
        <p className="product-where">
          <span className="product-aisle">
            <MapPin className="icon" aria-hidden="true" />
            <Trans id="product.aisle" message="Aisle {aisle}" values={{ aisle: product.aisle }} />
          </span>
          <span className={product.stock > 0 ? 'soft' : 'product-out'}>
            <Stock stock={product.stock} />
          </span>
        </p>
      </div>
      <p className="product-price serif figures">{money(product.priceCents, language)}</p>
    </li>
  );
}
