import type { OfferView } from '../../contract/kiosk.ts';
import type { Language } from '../../contract/values.ts';
import { wordsIn } from '../../words-in.ts';
import { amount, dayInWords } from '../figures.ts';
import type { Slip } from '../slip.ts';
import { slipWords } from '../words/index.ts';

/** An offer as it hangs at the shelf: nothing on it says whom it was shown to, or why. */
export function offerSlip(offer: OfferView, language: Language): Slip {
  const words = slipWords[language];
  return [
    { kind: 'title', text: wordsIn(offer.title, language) },
    { kind: 'pair', name: words.offer, value: amount(offer.priceCents, language) },
    ...(offer.regularPriceCents > offer.priceCents
      ? [{ kind: 'pair', name: words.regular, value: amount(offer.regularPriceCents, language) } as const]
      : []),
    { kind: 'text', text: words.aisle(offer.product.aisle) },
    { kind: 'text', text: words.until(dayInWords(offer.endsOn, language)) },
  ];
}
