import type { Input, Language } from '../../../shared/contract/index.ts';
import { fromForm, type InForm, inForm } from '../forms/in-languages.ts';
import { parseEuros, writeEuros } from '../forms/parse.ts';

export type Offer = Input<'manager/offer-save'>;

/** An offer as it stands in the form: the price as typed. */
export interface OfferDraft extends InForm<'title'> {
  readonly id: string;
  readonly productId: string;
  readonly price: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly active: boolean;
}

export const CENTS_PER_EURO = 100;

export const offerDraft = (offer: Offer, language: Language): OfferDraft => ({
  id: offer.id,
  ...inForm('title', offer.title, (text) => text),
  productId: offer.productId,
  // A new offer has no price yet; an empty field says so better than 0.00.
  price: offer.priceCents === 0 ? '' : writeEuros(offer.priceCents, language),
  startsOn: offer.startsOn,
  endsOn: offer.endsOn,
  active: offer.active,
});

export const newOffer = (id: string, today: string): Offer => ({
  id,
  title: { fr: '', en: '' },
  productId: '',
  priceCents: 0,
  startsOn: today,
  endsOn: today,
  active: true,
});

/** The form as the contract wants it. */
export const readOffer = (draft: OfferDraft) => ({
  id: draft.id,
  title: fromForm('title', draft, (text) => text),
  productId: draft.productId,
  priceCents: parseEuros(draft.price),
  startsOn: draft.startsOn,
  endsOn: draft.endsOn,
  active: draft.active,
});

/** How an offer stands on a day. Days compare as text. */
export function offerStanding(
  offer: Pick<Offer, 'active' | 'startsOn' | 'endsOn'>,
  today: string,
): 'off' | 'later' | 'now' | 'over' {
  if (!offer.active) return 'off';
  if (today < offer.startsOn) return 'later';
  return today > offer.endsOn ? 'over' : 'now';
}
