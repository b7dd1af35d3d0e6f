import type { Language, SlipWish } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import { accountSlip } from '../../shared/printing/layouts/account.ts';
import { framed } from '../../shared/printing/layouts/frame.ts';
import { matterSlip } from '../../shared/printing/layouts/matter.ts';
import { offerSlip } from '../../shared/printing/layouts/offer.ts';
import { productSlip } from '../../shared/printing/layouts/product.ts';
import { receiptSlip } from '../../shared/printing/layouts/receipt.ts';
import type { Slip } from '../../shared/printing/slip.ts';
import { mayName, maySell } from '../../shared/visit/reduce.ts';
import { accountOnPaper } from './account-on-paper.ts';
import { accountOwner } from './account-owner.ts';
import type { ConsentService } from './consent.ts';
import type { Context } from './context.ts';
import { offersOfToday } from './greet.ts';
import type { KioskService } from './kiosk.ts';
import type { PictureProof } from './picture-proof.ts';
import type { StoreHours } from './store-hours.ts';
import { localMoment } from './store-time.ts';
import { todaysPrices } from './todays-prices.ts';
import { wayToShelf } from './way-to-shelf.ts';

/** What the content of a slip is taken from. */
export interface SlipSources {
  readonly context: Context;
  readonly consents: ConsentService;
  readonly hours: StoreHours;
  readonly kiosk: KioskService;
  readonly proof: PictureProof;
}

/**
 * The slip a shopper asked for, in the words of their visit.
 * @throws CallerError when no visit is going on, or the slip is none of this visit's
 */
export function slipFor(sources: SlipSources, wish: SlipWish): Slip {
  const { language } = sources.kiosk.visit();
  return frameNow(sources, language, content(sources, wish));
}

/** A slip with the store's name above it and the present moment below. */
export function frameNow({ context, hours }: Pick<SlipSources, 'context' | 'hours'>, language: Language, slip: Slip): Slip {
  const { name, timeZone } = hours.settings();
  return framed({ store: name, ...localMoment(context.clock.wall(), timeZone) }, language, slip);
}

function content({ context, consents, hours, kiosk, proof }: SlipSources, wish: SlipWish): Slip {
  const visit = kiosk.visit();
  switch (wish.kind) {
    case 'product': {
      const product = context.store.products.get(wish.id);
      if (product === undefined) throw new CallerError('no-such-product', 'this product is not sold here', 404);
      const priced = todaysPrices(context.store, hours.date(), visit);
      return productSlip(priced(product), wayToShelf(context.store, product.aisle), visit.language);
    }
    case 'offer': {
      if (!maySell(visit)) throw new CallerError('selling-over', 'nothing is sold once a person was called', 409);
      const offer = offersOfToday(context, hours.date()).find(({ id }) => id === wish.id);
      if (offer === undefined) throw new CallerError('no-offer', 'this offer is not one of today', 404);
      return offerSlip(offer, visit.language);
    }
    case 'matter': {
      const receipt = kiosk.session().written?.receipt;
      if (receipt?.reference !== wish.id) throw new CallerError('no-matter', 'this was not written in this visit', 403);
      return matterSlip(receipt, visit.language);
    }
    case 'account': {
      const customer = accountOwner(kiosk);
      if (proof.check(customer, wish.picture) !== 'right')
        throw new CallerError('confirm-first', 'choose your picture first', 403);
      const name = mayName(kiosk.state) ? customer.name : null;
      return accountSlip(
        accountOnPaper(context.store, consents, { ...customer, name }, hours.settings().timeZone),
        visit.language,
      );
    }
    case 'receipt': {
      if (wish.id !== 'camera' && !kiosk.mayShowAccount())
        throw new CallerError('confirm-first', 'choose your picture first', 403);
      const principal = wish.id === 'camera' ? visit.id : kiosk.customer().principal;
      const answer = consents.answered(principal, wish.id);
      const { name, timeZone } = hours.settings();
      return receiptSlip(
        {
          purpose: wish.id,
          yes: answer.kind !== 'refused',
          date: localMoment(answer.at, timeZone).date,
          version: answer.shown.version,
          proof: consents.receipt(principal, wish.id, name),
        },
        visit.language,
      );
    }
  }
}
