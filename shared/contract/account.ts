import * as v from 'valibot';
import { GoodwillReason } from './goodwill.ts';
import { ProductView } from './kiosk.ts';
import { Preference, PreferenceDraft, PreferenceKind } from './preference.ts';
import { route } from './route.ts';
import { StoreWords } from './store-words.ts';
import { CentsValue, Id, LocalDate, Picture, Text } from './values.ts';

const done = v.strictObject({ ok: v.literal(true) });
const nothing = v.strictObject({});

/** Everything the store can know about a customer, one kind for each place it lies in. */
export const FactKind = v.picklist([
  'number',
  'name',
  'language',
  'picture',
  'last-visit',
  'beacons',
  'card',
  'purchases',
  'declined',
  'gestures',
  'preferences',
  'answers',
]);
export type FactKind = v.InferOutput<typeof FactKind>;

/** One fact as the account shows it: a word, a day or how many of them there are. */
export const Fact = v.strictObject({
  kind: FactKind,
  text: v.nullable(v.string()),
  day: v.nullable(LocalDate),
  count: v.nullable(v.number()),
});
export type Fact = v.InferOutput<typeof Fact>;

export const accountRoutes = {
  /** What the store knows about the customer at the screen; what it does not know is left out. */
  'kiosk/facts': route('kiosk', nothing, v.strictObject({ facts: v.array(Fact) })),
  /** What employees granted this customer. */
  'kiosk/points': route(
    'kiosk',
    nothing,
    v.strictObject({
      totalCents: CentsValue,
      /** Newest first. */
      items: v.array(v.strictObject({ day: LocalDate, amountCents: CentsValue, reason: GoodwillReason })),
    }),
  ),
  /**
   * A new card after the picture; the one before ends. The code is told this once. `weak`: without a picture, a beacon that could be a copy
   * is not enough.
   */
  'kiosk/card-make': route(
    'kiosk',
    v.strictObject({ picture: v.nullable(Picture) }),
    v.strictObject({ result: v.picklist(['ready', 'wrong', 'closed', 'weak']), code: v.nullable(v.string()) }),
  ),
  'kiosk/card-stop': route('kiosk', nothing, done),
  /** `unsure`: it is a card, but somebody else may be the one at the screen. */
  'kiosk/identify': route(
    'kiosk',
    v.strictObject({ code: Text(64) }),
    v.strictObject({ result: v.picklist(['right', 'wrong', 'unsure']) }),
  ),
  /** What anonymous receipts say is bought together with these products. Nothing while nothing is sold. */
  'kiosk/together': route(
    'kiosk',
    v.strictObject({ productIds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(20)) }),
    v.strictObject({ items: v.array(v.strictObject({ productId: Id, others: v.array(ProductView) })) }),
  ),

  'kiosk/preferences': route(
    'kiosk',
    nothing,
    v.strictObject({
      preferences: v.array(Preference),
      /** What an employee proposes; kept nowhere until the customer agrees. */
      proposals: v.array(v.strictObject({ id: Id, by: v.string(), preference: PreferenceDraft })),
      /** Shelves one can name. */
      shelves: v.array(v.strictObject({ id: Id, name: StoreWords })),
    }),
  ),
  /** Keeps one preference in the place of the one of its kind. A diet needs its own consent. */
  'kiosk/preference-keep': route('kiosk', v.strictObject({ preference: PreferenceDraft }), done),
  'kiosk/preference-drop': route('kiosk', v.strictObject({ kind: PreferenceKind }), done),
  'kiosk/proposal-answer': route('kiosk', v.strictObject({ id: Id, agreed: v.boolean() }), done),
  /** The owner of a recognised customer's call proposes what the customer then agrees to at the kiosk. */
  'staff/preference-propose': route(
    'employee',
    v.strictObject({ callId: Id, preference: PreferenceDraft }),
    v.strictObject({ result: v.picklist(['proposed', 'not-now']) }),
  ),
};
