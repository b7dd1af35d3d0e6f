import type { Controller, TransparencyFacts } from '../../shared/contract/index.ts';
import type { Context } from './context.ts';
import type { StoreHours } from './store-hours.ts';

const nobodyYet: Controller = { name: '', address: '', contact: '', officer: '' };

/** What shoppers are told about this store, and who answers for it. */
export class Transparency {
  readonly #context: Context;
  readonly #hours: StoreHours;
  readonly #origins: () => readonly string[];

  /** @param origins addresses of the station on the store's network, the best first */
  constructor(context: Context, hours: StoreHours, origins: () => readonly string[]) {
    this.#context = context;
    this.#hours = hours;
    this.#origins = origins;
  }

  controller(): Controller {
    return this.#context.store.settings.read('controller') ?? nobodyYet;
  }

  save(controller: Controller, by: string): void {
    this.#context.store.settings.write('controller', controller, by, this.#context.clock.wall());
  }

  facts(): TransparencyFacts {
    const { name, cameraOffered } = this.#hours.settings();
    return {
      store: name,
      cameraOffered,
      controller: this.controller(),
      pages: this.#origins().map((origin) => `${origin}/transparency`),
    };
  }
}
