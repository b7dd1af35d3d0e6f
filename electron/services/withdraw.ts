import type { Purpose } from '../../shared/contract/index.ts';
import type { ConsentService } from './consent.ts';
import type { Context } from './context.ts';
import { eraseCustomer } from './erase.ts';
import type { JoinService } from './join.ts';
import type { KioskService } from './kiosk.ts';
import { dropPreference } from './preferences.ts';
import type { Recognition } from './recognise.ts';

interface Parts {
  readonly context: Context;
  readonly consents: ConsentService;
  readonly join: JoinService;
  readonly kiosk: KioskService;
  readonly recognition: Recognition;
}

/**
 * Withdraws one consent, at once and completely. Leaving recognition leaves the programme: without it no touch-point is left at which
 * the customer could see or withdraw the rest, so everything about them is erased.
 */
export function withdraw(parts: Parts, purpose: Purpose): void {
  const { consents, context, join, kiosk } = parts;
  if (purpose === 'camera') {
    // First the camera, then its record: a disk that takes no record must not keep it open.
    kiosk.stopCamera();
    consents.end(kiosk.visit().id, 'camera', 'withdrawn', 'shopper');
    return;
  }
  const customer = kiosk.customer();
  if (purpose === 'history') {
    endHistory(parts, () => consents.end(customer.principal, 'history', 'withdrawn', 'shopper'));
    return;
  }
  if (purpose === 'diet') {
    endDiet(parts, () => consents.end(customer.principal, 'diet', 'withdrawn', 'shopper'));
    return;
  }
  eraseCustomer(parts, customer, 'withdrawn');
  // Its outcome shows the number of whoever has just joined.
  join.cancel();
  kiosk.dispatch({ type: 'withdrew', customerId: customer.id });
  context.store.scrub();
}

/** Forgets what a customer bought and declined, together with the record of their no. */
export function endHistory({ context, kiosk }: Pick<Parts, 'context' | 'kiosk'>, recordNo: () => void): void {
  const { store } = context;
  const { id } = kiosk.customer();
  store.transaction(() => {
    recordNo();
    store.purchases.forget(id);
    store.decisions.forget(id);
  });
  kiosk.forgetOffer();
  store.scrub();
}

/** Forgets the diet a customer told, together with the record of their no. */
export function endDiet({ context, kiosk }: Pick<Parts, 'context' | 'kiosk'>, recordNo: () => void): void {
  const { store } = context;
  const { id } = kiosk.customer();
  store.transaction(() => {
    recordNo();
    dropPreference(store, id, 'diet');
  });
  store.scrub();
}
