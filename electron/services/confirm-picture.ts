import type { Picture } from '../../shared/contract/index.ts';
import { mayTryPicture } from '../../shared/visit/reduce.ts';
import type { Context } from './context.ts';
import type { KioskService } from './kiosk.ts';

/** The second proof: says that the customer is who their beacon says, or which of those who share the beacon. */
export function confirmPicture({ store }: Context, kiosk: KioskService, picture: Picture): 'right' | 'wrong' | 'closed' {
  // A closed question must not tell which picture would have been right.
  if (!mayTryPicture(kiosk.visit().who)) return 'closed';
  const { who } = kiosk.visit();
  const candidates = who.kind === 'customer' ? [who.customerId] : who.kind === 'sharer' ? who.customers : [];
  const theirs = candidates.filter((id) => store.customers.get(id)?.picture === picture);
  const [one = null, ...others] = theirs;
  kiosk.dispatch({ type: 'picture', customerId: others.length === 0 ? one : null });
  if (one !== null && others.length === 0) return 'right';
  return mayTryPicture(kiosk.visit().who) ? 'wrong' : 'closed';
}
