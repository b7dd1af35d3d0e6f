import type { Customer } from '../store/customers.ts';
import type { ConsentService } from './consent.ts';
import type { Context } from './context.ts';
import type { Recognition } from './recognise.ts';

interface Parts {
  readonly context: Context;
  readonly consents: ConsentService;
  readonly recognition: Recognition;
}

/**
 * Ends a customer's consents and removes everything about them, in one transaction: a consent that ended never stands beside data that
 * stayed. The bytes are gone once the caller has scrubbed the store.
 * @param because the shopper's own wish, or the end of the retention period
 */
export function eraseCustomer(
  { context, consents, recognition }: Parts,
  customer: Customer,
  because: 'withdrawn' | 'expired',
): void {
  const carried = context.store.beacons.of(customer.id).map(({ beacon }) => beacon.id);
  context.store.transaction(() => {
    for (const purpose of ['history', 'diet', 'recognition'] as const) {
      consents.end(customer.principal, purpose, because, because === 'withdrawn' ? 'shopper' : 'station');
      consents.end(customer.principal, purpose, 'erased', 'station');
    }
    context.store.customers.erase(customer.id);
  });
  // Whoever shares one of the beacons keeps it.
  for (const id of carried) {
    const beacon = context.store.beacons.get(id);
    if (beacon === undefined) recognition.forget(id);
    else recognition.enrol(beacon);
  }
}
