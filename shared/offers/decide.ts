import type { OfferWhy } from '../contract/kiosk.ts';
import {
  type Declined,
  exclusionsOn,
  type Ineligible,
  type LocalDate,
  type OfferFacts,
  type ProductFacts,
  whyNot,
} from './eligibility.ts';
import { affinities, byScore, type Purchase, relativePopularity, scoreOf } from './rank.ts';
import { isSensitive } from './sensitive.ts';

/** Everything a decision may look at. Nothing else about a customer exists here: no spend, age, name, language or device. */
export interface DecisionInput {
  readonly offers: readonly OfferFacts[];
  readonly products: ReadonlyMap<string, ProductFacts>;
  /** How often the store sold each product, counted in any one unit; missing is never. */
  readonly popularity: ReadonlyMap<string, number>;
  /** The customer's purchases; null without a history consent, and then nothing personal is looked at. */
  readonly history: readonly Purchase[] | null;
  readonly declined: readonly Declined[];
  readonly today: LocalDate;
}

export type NotChosenReason = Ineligible | 'lower-score';

/** The chosen offer, and a reason for each one not chosen. */
export interface OfferDecision {
  readonly chosen: string | null;
  /** The largest term of the chosen offer's score; null when nothing was chosen. */
  readonly why: OfferWhy | null;
  readonly notChosen: readonly { readonly offerId: string; readonly reason: NotChosenReason }[];
}

/**
 * Chooses one offer. When several can be chosen and there is no evidence for any of them, none is: an offer by alphabet would not be
 * "really for them", and its "why this?" would have no true answer. The list of all offers shows them all the same.
 */
export function decide(input: DecisionInput): OfferDecision {
  const { products, today } = input;
  const exclusions = exclusionsOn(input.declined, today);
  // Sensitive purchases are left out of the count itself, not only of the result: they would leak through it.
  const counts = (productId: string): boolean => {
    const product = products.get(productId);
    return product !== undefined && !isSensitive(product.category);
  };
  const popularity = relativePopularity(input.popularity);
  const affinity = affinities(input.history ?? [], counts);

  const notChosen: { offerId: string; reason: NotChosenReason }[] = [];
  const candidates = input.offers.flatMap((offer) => {
    const reason = whyNot(offer, products.get(offer.productId), exclusions, today);
    if (reason !== null) {
      notChosen.push({ offerId: offer.id, reason });
      return [];
    }
    const score = scoreOf(affinity.get(offer.productId), popularity(offer.productId));
    return [{ id: offer.id, productId: offer.productId, ...score }];
  });
  candidates.sort(byScore);

  const [best] = candidates;
  const alone = candidates.length === 1;
  const chosen = best !== undefined && (alone || best.personal + best.popular > 0) ? best : null;
  for (const { id } of candidates) if (id !== chosen?.id) notChosen.push({ offerId: id, reason: 'lower-score' });
  if (chosen === null) return { chosen: null, why: null, notChosen };

  const bought = affinity.get(chosen.productId);
  const why: OfferWhy =
    bought !== undefined && chosen.personal >= chosen.popular
      ? { kind: 'bought-before', times: bought.times, since: bought.since }
      : { kind: alone ? 'only-one' : 'popular', times: null, since: null };
  return { chosen: chosen.id, why, notChosen };
}
