import { setImmediate as breathe } from 'node:timers/promises';
import type { ProductSettings } from '../../shared/contract/index.ts';
import { isSensitive } from '../../shared/offers/sensitive.ts';
import { TogetherCount } from '../../shared/offers/together.ts';
import { maySell } from '../../shared/visit/reduce.ts';
import type { Context } from './context.ts';
import type { KioskService } from './kiosk.ts';
import { favouriteShelves } from './preferences.ts';

/** Suggestions beside one product. */
const SHOWN = 3;
/** Receipts counted, or products settled, between two turns of the event loop: a call must never wait for this. */
const SLICE = 200;

/** What is bought together, counted in the background whenever receipts have come in. */
export class Together {
  readonly #context: Context;
  readonly #kiosk: KioskService;
  readonly #report: (error: unknown) => void;
  #running = false;
  #stale = false;
  #stopped = false;

  constructor(context: Context, kiosk: KioskService, report: (error: unknown) => void) {
    this.#context = context;
    this.#kiosk = kiosk;
    this.#report = report;
  }

  /** Counts anew, soon; once more if receipts come in meanwhile. */
  refresh(): void {
    this.#stale = true;
    if (this.#running) return;
    this.#running = true;
    void this.#countAll()
      .catch(this.#report)
      .finally(() => {
        this.#running = false;
      });
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Products bought together with this one: in stock, in plain categories, and none at all while nothing is sold. */
  of(productId: string): ProductSettings[] {
    const { store } = this.#context;
    const { visit } = this.#kiosk.state;
    const product = store.products.get(productId);
    if (visit === null || !maySell(visit) || this.#kiosk.session().watching) return [];
    if (product === undefined || isSensitive(product.category)) return [];
    const others = store.baskets.companions(productId).flatMap((id) => store.products.get(id) ?? []);
    const plain = others.filter(({ category, stock }) => stock > 0 && !isSensitive(category));
    return favouriteShelves(store, this.#kiosk)
      .first(plain, ({ category }) => category)
      .slice(0, SHOWN);
  }

  async #countAll(): Promise<void> {
    const { baskets } = this.#context.store;
    while (this.#stale && !this.#stopped) {
      this.#stale = false;
      baskets.prune();
      const count = new TogetherCount();
      for (let page = baskets.after(0, SLICE); page.length > 0; page = baskets.after(page.at(-1)?.seq ?? 0, SLICE)) {
        for (const { products } of page) count.add(products);
        await breathe();
        if (this.#stopped) return;
      }
      const settling = count.companions();
      let step = settling.next();
      for (let n = 1; !step.done; n += 1) {
        if (n % SLICE === 0) await breathe();
        if (this.#stopped) return;
        step = settling.next();
      }
      baskets.replace(step.value);
    }
    this.#context.changed('kiosk');
  }
}
