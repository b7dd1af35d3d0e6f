import { retentionYears } from '../../shared/consent/texts.ts';
import type { Output } from '../../shared/contract/index.ts';
import { minutes } from '../../shared/units.ts';
import type { Store } from '../store/index.ts';
import type { ConsentService } from './consent.ts';
import type { Context } from './context.ts';
import { eraseCustomer } from './erase.ts';
import type { Recognition } from './recognise.ts';
import { daysBefore, yearsBefore } from './store-time.ts';

/** How often the promise of erasure is looked after. */
const EVERY = minutes(6 * 60);

/** Days ahead of which the manager is told how many will be erased. */
const AHEAD = [30, 90] as const;

/** How many customers there are, will be erased unless they come, and were erased. Numbers only. */
export function retentionFigures(store: Store, today: string): Output<'manager/retention'> {
  const limit = yearsBefore(today, retentionYears);
  return {
    customers: store.customers.countAwayBefore('9999-12-31'),
    due: AHEAD.map((days) => ({ days, customers: store.customers.countAwayBefore(daysBefore(limit, -days)) })),
    runs: store.retentionRuns.list(),
  };
}

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
    const due = store.customers.awaySince(daysBefore(limit, 1)).flatMap((id) => store.customers.get(id) ?? []);
    for (const customer of due) {
      eraseCustomer({ context: this.#context, consents: this.#consents, recognition: this.#recognition }, customer, 'expired');
    }
    if (due.length > 0) {
      store.retentionRuns.add(this.#today(), due.length);
      store.scrub();
      log.info({ erased: due.length }, 'customers were erased: three years without a visit');
    }
    return due.length;
  }
}
