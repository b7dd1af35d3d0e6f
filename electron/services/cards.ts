import { newCardCode, readCardCode } from '../../shared/identity/card.ts';
import { mayName } from '../../shared/visit/reduce.ts';
import type { Customer } from '../store/customers.ts';
import type { ConsentService } from './consent.ts';
import type { Context } from './context.ts';
import type { KioskService } from './kiosk.ts';

interface Parts {
  readonly consents: ConsentService;
  readonly kiosk: KioskService;
  readonly randomInt: (bound: number) => number;
}

/** Cards: how a customer opens their account where no beacon names them. */
export class Cards {
  readonly #context: Context;
  readonly #parts: Parts;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  /**
   * A new card in the place of the one before, which makes a lost one worthless. Only its hash stays here.
   * @returns null for whoever may be a copy: a copied beacon must not become a card that names its owner
   */
  make(customer: Customer): string | null {
    if (!mayName(this.#parts.kiosk.state)) return null;
    const code = newCardCode(this.#parts.randomInt);
    this.#context.store.cards.give(customer.id, code, this.#context.clock.wall());
    return code;
  }

  stop(customer: Customer): void {
    this.#context.store.cards.take(customer.id);
    this.#context.store.scrub();
  }

  /** Who holds this card is at the screen, if nobody else can be. The number alone, which cashiers read, opens nothing. */
  identify(text: string): 'right' | 'wrong' | 'unsure' {
    const { consents, kiosk } = this.#parts;
    const { store } = this.#context;
    kiosk.visit();
    const code = readCardCode(text);
    const holder = code === null ? null : store.cards.holder(code);
    const customer = holder === null ? undefined : store.customers.get(holder);
    if (customer === undefined || !consents.allows(customer.principal, 'recognition')) return 'wrong';
    kiosk.dispatch({ type: 'identified', customerId: customer.id });
    const { who } = kiosk.visit();
    return who.kind === 'customer' && who.customerId === customer.id && kiosk.mayShowAccount() ? 'right' : 'unsure';
  }
}
