import type { ConsentService } from './consent.ts';
import type { Context } from './context.ts';

/**
 * Erases again whom a copy of the database has brought back: their keys were erased, and stay so. Runs before anybody can be recognised.
 * @param remembered the erased keys that the file beside the database remembers
 */
export function finishErasures(
  { store }: Pick<Context, 'store'>,
  consents: ConsentService,
  remembered: Iterable<string>,
): number {
  const erased = store.transaction(() => {
    store.erasedKeys.remember(remembered);
    const back = store.erasedKeys.resurrected().flatMap((id) => store.customers.get(id) ?? []);
    for (const customer of back) {
      for (const purpose of ['history', 'diet', 'recognition'] as const)
        consents.end(customer.principal, purpose, 'erased', 'station');
      store.customers.erase(customer.id);
    }
    return back.length + store.erasedKeys.dropBeacons() + store.matters.dropErased() + store.feedback.dropErased();
  });
  store.scrub();
  return erased;
}
