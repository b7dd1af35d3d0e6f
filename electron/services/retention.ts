import { retentionYears } from '../../shared/consent/texts.ts';
import { minutes } from '../../shared/units.ts';
import type { ConsentService } from './consent.ts';
import type { Context } from './context.ts';
import { eraseCustomer } from './erase.ts';
import type { Recognition } from './recognise.ts';
import { yearsBefore } from './store-time.ts';

/** How often the promise of erasure is looked after. */
const EVERY = minutes(6 * 60);

/** Erases customers who have not been seen for the time the consent text promises. */
export class Retention {
  readonly #context: Context;
  readonly #consents: ConsentService;
  readonly #recognition: Recognition;
  readonly #today: () => string;
  #cancel: (() => void) | null = null;

  constructor(context: Context, parts: { consents: ConsentService; recognition: Recognition; today: () => string }) {
    this.#context = context;
    this.#consents = parts.consents;
    this.#recognition = parts.recognition;
    this.#today = parts.today;
  }

  start(): void {
    this.#cancel ??= this.#context.clock.every(EVERY, () => this.run());
    this.run();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  /** Erases who is due; returns how many. */
  run(): number {
    const { store, log } = this.#context;
    const limit = yearsBefore(this.#today(), retentionYears);
    const due = store.customers.list().filter((customer) => customer.lastSeenOn < limit);
    for (const customer of due) {
      eraseCustomer({ context: this.#context, consents: this.#consents, recognition: this.#recognition }, customer, 'expired');
    }
    if (due.length > 0) {
      store.scrub();
      log.info({ erased: due.length }, 'customers were erased: three years without a visit');
    }
    return due.length;
  }
}
