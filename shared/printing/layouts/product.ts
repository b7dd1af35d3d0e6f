import type { WayView } from '../../contract/find.ts';
import type { ProductView } from '../../contract/kiosk.ts';
import type { Language } from '../../contract/values.ts';
import { wordsIn } from '../../words-in.ts';
import { amount, dayInWords } from '../figures.ts';
import type { Slip } from '../slip.ts';
import { slipWords } from '../words/index.ts';

/** Where a product lies, how one gets there from the kiosk, and what it costs; to be carried to the shelf. */
export function productSlip(product: ProductView, way: WayView | null, language: Language): Slip {
  const words = slipWords[language];
  return [
    { kind: 'title', text: words.aisle(product.aisle) },
    { kind: 'text', text: wordsIn(product.name, language) },
    { kind: 'pair', name: words.price, value: amount(product.priceCents, language) },
    ...(product.offerEndsOn === null
      ? []
      : ([
          { kind: 'pair', name: words.regular, value: amount(product.regularPriceCents, language) },
          { kind: 'text', text: words.until(dayInWords(product.offerEndsOn, language)) },
        ] as const)),
    product.stock > 0
      ? { kind: 'pair', name: words.stock, value: String(product.stock) }
      : { kind: 'text', text: words.outOfStock },
    ...(way === null ? [] : wayWords(way, language).map((text) => ({ kind: 'text', text }) as const)),
  ];
}

function wayWords({ steps, side }: WayView, language: Language): string[] {
  const words = slipWords[language];
  return [words.from, ...steps.map(({ turn, metres, nth }) => words.steps[turn](metres, nth)), words.shelf[side]];
}
