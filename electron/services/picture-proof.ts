import type { Clock } from '../../shared/clock.ts';
import type { Picture } from '../../shared/contract/index.ts';
import type { Customer } from '../store/customers.ts';
import type { KioskService } from './kiosk.ts';
import { Throttle } from './throttle.ts';

/**
 * The picture once more, although the account is open: whoever stands beside an unattended screen must carry nothing away with them that
 * lasts, neither the data nor a card.
 */
export class PictureProof {
  readonly #kiosk: KioskService;
  readonly #tries: Throttle;
  /** The visit in which a picture was changed: it proves nothing before the next. */
  #changedIn: string | null = null;

  constructor(clock: Clock, kiosk: KioskService) {
    this.#kiosk = kiosk;
    this.#tries = new Throttle(clock);
  }

  changed(): void {
    this.#changedIn = this.#kiosk.visit().id;
  }

  /** @param picture what was touched; null where the customer chose none, and then nothing is asked */
  check(customer: Customer, picture: Picture | null): 'right' | 'wrong' | 'closed' {
    if (this.#changedIn === this.#kiosk.visit().id) return 'closed';
    if (customer.picture === null) return 'right';
    if (this.#tries.lockedMinutes(customer.id) !== null) return 'closed';
    this.#tries.admit(customer.id);
    if (picture !== customer.picture) return 'wrong';
    this.#tries.forgive(customer.id);
    return 'right';
  }
}
