import { Temporal } from 'temporal-polyfill';
import type { OfferSettings, ProductSettings } from '../contract/manager.ts';
import { isSensitive } from './sensitive.ts';

/** A calendar day in the store's time zone, `YYYY-MM-DD`; sorts as text. */
export type LocalDate = string;

/** What a decision may know of an offer. No price: personalisation chooses which offer to show, never its terms. */
export type OfferFacts = Pick<OfferSettings, 'id' | 'productId' | 'startsOn' | 'endsOn' | 'active'>;
/** What a decision may know of a product. */
export type ProductFacts = Pick<ProductSettings, 'id' | 'category' | 'stock'>;

/** One "not for me". */
export interface Declined {
  readonly offerId: string;
  /** Category of the offer's product. */
  readonly category: string;
  readonly on: LocalDate;
}

/** How long "not for me" holds, in days. */
const declineDays = 30;

/** Why an offer cannot be chosen. The first that applies, in this order. */
export type Ineligible = 'inactive' | 'not-started' | 'ended' | 'out-of-stock' | 'sensitive-category' | 'declined';

/** What "not for me" rules out today. */
export interface Exclusions {
  readonly offers: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
}

/** Gathers the declines that still hold on `today`. A date in the future (clock set back) holds too: a no is kept when in doubt. */
export function exclusionsOn(declined: readonly Declined[], today: LocalDate): Exclusions {
  const oldest = Temporal.PlainDate.from(today).subtract({ days: declineDays }).toString();
  const held = declined.filter(({ on }) => on > oldest);
  return { offers: new Set(held.map((one) => one.offerId)), categories: new Set(held.map((one) => one.category)) };
}

/** Why an offer does not run on `today`, whatever its product and whoever asks; null when it does. */
export function whyNotRunning(
  offer: Pick<OfferFacts, 'startsOn' | 'endsOn' | 'active'>,
  today: LocalDate,
): Extract<Ineligible, 'inactive' | 'not-started' | 'ended'> | null {
  if (!offer.active) return 'inactive';
  if (today < offer.startsOn) return 'not-started';
  return today > offer.endsOn ? 'ended' : null;
}

/** Why this offer cannot be chosen today, or null when it can. A product the catalogue does not have counts as out of stock. */
export function whyNot(
  offer: OfferFacts,
  product: ProductFacts | undefined,
  exclusions: Exclusions,
  today: LocalDate,
): Ineligible | null {
  const idle = whyNotRunning(offer, today);
  if (idle !== null) return idle;
  if (product === undefined || product.stock <= 0) return 'out-of-stock';
  if (isSensitive(product.category)) return 'sensitive-category';
  return exclusions.offers.has(offer.id) || exclusions.categories.has(product.category) ? 'declined' : null;
}
