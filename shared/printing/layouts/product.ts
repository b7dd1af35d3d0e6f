import type { ProductView } from '../../contract/kiosk.ts';
import type { Language } from '../../contract/values.ts';
import { amount } from '../figures.ts';
import type { Slip } from '../slip.ts';
import { slipWords } from '../words.ts';

/** Where a product lies and what it costs, to be carried to the shelf. */
export function productSlip(product: ProductView, language: Language): Slip {
  const words = slipWords[language];
  return [
    { kind: 'title', text: words.aisle(product.aisle) },
    { kind: 'text', text: product.name[language] },
    { kind: 'pair', name: words.price, value: amount(product.priceCents, language) },
    product.stock > 0
      ? { kind: 'pair', name: words.stock, value: String(product.stock) }
      : { kind: 'text', text: words.outOfStock },
  ];
}
