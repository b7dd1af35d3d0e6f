import type { Purpose } from '../../shared/contract/index.ts';
import type { ConsentService } from './consent.ts';
import type { Context } from './context.ts';
import type { KioskService } from './kiosk.ts';
import type { Recognition } from './recognise.ts';

interface Parts {
  readonly context: Context;
  readonly consents: ConsentService;
  readonly kiosk: KioskService;
  readonly recognition: Recognition;
}

/**
 * Withdraws one consent, at once and completely. Leaving recognition leaves the programme: without it no touch-point is left at which
 * the customer could see or withdraw the rest, so everything about them is erased.
 */
export function withdraw({ kiosk, consents, context, recognition }: Parts, purpose: Purpose): void {
  const visit = kiosk.visit();
  if (purpose === 'camera') {
    consents.end(visit.id, 'camera', 'withdrawn', 'shopper');
    kiosk.session().notice({ kind: 'camera-off' });
    kiosk.dispatch({ type: 'camera', decision: 'stopped' });
    return;
  }
  const customer = kiosk.customer();
  if (purpose === 'history') {
    consents.end(customer.principal, 'history', 'withdrawn', 'shopper');
    context.store.purchases.forget(customer.id);
    kiosk.forgetOffer();
    return;
  }
  for (const ended of ['history', 'recognition'] as const) {
    consents.end(customer.principal, ended, 'withdrawn', 'shopper');
    consents.end(customer.principal, ended, 'erased', 'station');
  }
  recognition.forget(customer.id);
  kiosk.dispatch({ type: 'withdrew', customerId: customer.id });
  context.store.customers.erase(customer.id);
}
