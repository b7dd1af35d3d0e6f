import type { BeaconModelSettings, Output, ReceiverOffset } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import type { Corrections } from '../../shared/presence/correction.ts';
import type { Context } from './context.ts';

/** What the manager knows about how well receivers hear and how strongly makes of beacons send. */
export class CorrectionService {
  readonly #context: Context;
  readonly #use: (corrections: Corrections) => void;

  /** @param use what follows when they change */
  constructor(context: Context, use: (corrections: Corrections) => void) {
    this.#context = context;
    this.#use = use;
  }

  list(): Output<'manager/corrections'> {
    const { corrections } = this.#context.store;
    return { offsets: corrections.offsets(), models: corrections.models() };
  }

  saveOffset(offset: ReceiverOffset): void {
    this.#context.store.corrections.saveOffset(offset, 'manager', this.#context.clock.wall());
    this.apply();
  }

  saveModel(model: BeaconModelSettings): void {
    this.#context.store.corrections.saveModel(model, 'manager', this.#context.clock.wall());
    this.apply();
  }

  deleteModel(id: string): void {
    if (!this.#context.store.corrections.removeModel(id)) throw new CallerError('no-such-model', 'there is no such model', 404);
    this.apply();
  }

  /** Puts what is stored to use. */
  apply(): void {
    const { offsets, models } = this.list();
    this.#use({
      offsets: new Map(offsets.map(({ value }) => [value.receiver, value.offsetDb])),
      models: models.map(({ value }) => ({ match: value.match, measuredPower: value.measuredPowerDbm })),
    });
  }
}
