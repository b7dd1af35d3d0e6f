import type { Picture } from '../../shared/contract/index.ts';
import { elapsed, type MonoMs } from '../../shared/units.ts';
import { timing } from '../../shared/visit/state.ts';
import type { Customer } from '../store/customers.ts';
import type { CarriedBeacons } from './carried.ts';
import type { Context } from './context.ts';
import type { JoinService } from './join.ts';

export type HelpAct = 'block' | 'unblock' | 'find';

/**
 * Help for a customer whom no beacon names: it is lost, found again, or its clock has run away. Their number and picture are their proof,
 * with as few tries as at the picture question; so it opens no account and names nobody.
 */
export class BeaconHelp {
  readonly #context: Context;
  readonly #carried: CarriedBeacons;
  readonly #join: JoinService;
  /** By number, known or not: the answer must not tell which numbers there are. */
  readonly #mistakes = new Map<string, { count: number; at: MonoMs }>();

  constructor(context: Context, parts: { carried: CarriedBeacons; join: JoinService }) {
    this.#context = context;
    this.#carried = parts.carried;
    this.#join = parts.join;
  }

  ask(number: string, picture: Picture, act: HelpAct): 'done' | 'wrong' | 'closed' {
    const now = this.#context.clock.mono();
    for (const [key, { at }] of this.#mistakes) if (elapsed(at, now) >= timing.picturesAgain) this.#mistakes.delete(key);
    const made = this.#mistakes.get(number)?.count ?? 0;
    // All numbers together, too: one kiosk has few hands, and twelve pictures are soon tried on many numbers.
    const all = [...this.#mistakes.values()].reduce((sum, { count }) => sum + count, 0);
    if (made >= timing.pictures || all >= mostMistakes) return 'closed';
    const customer = this.#context.store.customers.byNumber(number);
    if (customer === undefined || customer.picture !== picture) {
      this.#mistakes.set(number, { count: made + 1, at: now });
      return 'wrong';
    }
    this.#mistakes.delete(number);
    this.#do(customer, act);
    return 'done';
  }

  #do(customer: Customer, act: HelpAct): void {
    if (act === 'find') this.#join.begin({ kind: 'find', customer });
    else this.#carried.blockAll(customer, act === 'block');
  }
}

/** Mistakes at one kiosk within a quarter of an hour. */
const mostMistakes = 10;
