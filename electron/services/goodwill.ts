import { brokenLimit, goodwillLeft } from '../../shared/assistance/goodwill.ts';
import { voucherCode, voucherDigits } from '../../shared/assistance/voucher.ts';
import type { GoodwillBudget, OwnGesture, Received } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import type { Cents } from '../../shared/units.ts';
import type { StoredGesture } from '../store/goodwill.ts';
import type { Context } from './context.ts';
import type { StoreHours } from './store-hours.ts';
import { daysBefore } from './store-time.ts';

const MANAGER = 'manager';
const messages = {
  'over-gesture': 'more than one gesture may be',
  'over-own-day': 'more than is left of this employee’s budget of today',
  'over-day': 'more than is left of the store’s budget of today',
} as const;

/** What employees give by themselves within the manager's budget. Prices and offers know nothing of it. */
export class GoodwillService {
  readonly #context: Context;
  readonly #hours: StoreHours;
  readonly #randomInt: (below: number) => number;

  constructor(context: Context, hours: StoreHours, randomInt: (below: number) => number) {
    this.#context = context;
    this.#hours = hours;
    this.#randomInt = randomInt;
  }

  /** The most an employee can give now, and in one gesture at all; null when the manager has set no budget. */
  allowance(employeeId: string): { readonly leftCents: Cents; readonly perGestureCents: Cents } | null {
    const budget = this.#budget();
    if (budget === null) return null;
    const spent = this.#context.store.goodwill.spent(employeeId, this.#hours.date());
    return { leftCents: goodwillLeft(budget, spent), perGestureCents: budget.perGestureCents };
  }

  /**
   * Grants a gesture, or returns the one this command granted before.
   * @throws CallerError `no-goodwill`, `over-gesture`, `over-own-day`, `over-day`, `no-such-customer`
   */
  grant(employeeId: string, { commandId, amountCents, reason, words, to }: Received<'staff/goodwill-grant'>): OwnGesture {
    const { store, clock, newId } = this.#context;
    const granted = store.transaction(() => {
      const present = store.goodwill.byCommand(employeeId, commandId);
      if (present !== undefined) return present;
      const day = this.#hours.date();
      this.#mustFit(amountCents, employeeId, day);
      const customer = to.kind === 'customer' ? store.customers.byNumber(to.number) : null;
      if (customer === undefined) throw new CallerError('no-such-customer', 'no customer has this number', 404);
      store.goodwill.add({
        id: newId(),
        employeeId,
        commandId,
        day,
        at: customer === null ? clock.wall() : null,
        amountCents,
        reason,
        words,
        customerId: customer?.id ?? null,
        voucher: customer === null ? this.#newVoucher() : null,
      });
      return store.goodwill.byCommand(employeeId, commandId) as StoredGesture;
    });
    this.#changed();
    return own(granted);
  }

  /** An employee's own gestures of today, newest first. */
  today(employeeId: string): OwnGesture[] {
    return this.#context.store.goodwill
      .since(this.#hours.date())
      .filter((gesture) => gesture.employeeId === employeeId)
      .map(own);
  }

  overview(days: number) {
    const { store } = this.#context;
    const today = this.#hours.date();
    return {
      budget: this.#budget(),
      changed: store.settings.changed('goodwill'),
      todayCents: store.goodwill.spent('', today).all,
      items: store.goodwill.since(daysBefore(today, days - 1)).map(({ entry }) => entry),
    };
  }

  setBudget(budget: GoodwillBudget | null): void {
    this.#context.store.settings.write('goodwill', { budget }, MANAGER, this.#context.clock.wall());
    this.#changed();
  }

  /** @throws CallerError `no-such-gesture`, or as {@link grant} when it no longer fits into the budget of its day */
  setVoided(id: string, voided: boolean): void {
    const { store } = this.#context;
    store.transaction(() => {
      const gesture = store.goodwill.get(id);
      if (gesture === undefined) throw new CallerError('no-such-gesture', 'there is no such gesture', 404);
      const { entry, employeeId } = gesture;
      if (entry.voided === voided) return;
      if (!voided) this.#mustFit(entry.amountCents, employeeId, entry.day);
      store.goodwill.setVoided(id, voided);
    });
    this.#changed();
  }

  #budget(): GoodwillBudget | null {
    return this.#context.store.settings.read('goodwill')?.budget ?? null;
  }

  /** Inside the transaction that writes: whoever comes second reads what the first has spent. */
  #mustFit(amount: Cents, employeeId: string, day: string): void {
    const budget = this.#budget();
    if (budget === null) throw new CallerError('no-goodwill', 'the manager has set no budget for gestures', 409);
    const broken = brokenLimit(amount, budget, this.#context.store.goodwill.spent(employeeId, day));
    if (broken !== null) throw new CallerError(broken, messages[broken], 409);
  }

  #newVoucher(): string {
    return voucherCode(Array.from({ length: voucherDigits }, () => String(this.#randomInt(10))).join(''));
  }

  #changed(): void {
    this.#context.changed('staff');
  }
}

const own = ({ entry: { by: _, ...gesture } }: StoredGesture): OwnGesture => gesture;
