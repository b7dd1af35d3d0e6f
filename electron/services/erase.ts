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
  context.store.transaction(() => {
    for (const purpose of ['history', 'recognition'] as const) {
      consents.end(customer.principal, purpose, because, because === 'withdrawn' ? 'shopper' : 'station');
      consents.end(customer.principal, purpose, 'erased', 'station');
    }
    context.store.customers.erase(customer.id);
  });
  recognition.forget(customer.id);
}
