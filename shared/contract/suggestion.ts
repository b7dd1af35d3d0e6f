import * as v from 'valibot';
import { GoodwillReason } from './goodwill.ts';
import { StoreWords } from './store-words.ts';
import { CentsValue } from './values.ts';

/** What a suggestion rests on, told beside it. */
const because = v.picklist([
  'called',
  'complaint',
  'product-advice',
  'searched',
  'search-empty',
  'question-unanswered',
  'fault',
  'out-of-stock',
  'waited',
]);

/** Something that may help the employee. It is never an order, and never says how the shopper feels. */
export const Suggestion = v.variant('kind', [
  /** A first sentence, in the shopper's language. */
  v.strictObject({ kind: v.literal('opening'), words: v.string(), because }),
  v.variant('check', [
    v.strictObject({
      kind: v.literal('check'),
      check: v.literal('product'),
      product: v.strictObject({ name: StoreWords, aisle: v.string(), stock: v.number() }),
      because,
    }),
    v.strictObject({ kind: v.literal('check'), check: v.picklist(['not-listed', 'question']), text: v.string(), because }),
    v.strictObject({ kind: v.literal('check'), check: v.literal('kiosk'), because }),
  ]),
  v.strictObject({ kind: v.literal('gesture'), reason: GoodwillReason, upToCents: CentsValue, because }),
]);
export type Suggestion = v.InferOutput<typeof Suggestion>;
