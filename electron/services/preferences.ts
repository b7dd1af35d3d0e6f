import type { Preference, PreferenceDraft } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import { isSensitive } from '../../shared/offers/sensitive.ts';
import { elapsed, type MonoMs, minutes } from '../../shared/units.ts';
import type { Customer } from '../store/customers.ts';
import type { Store } from '../store/index.ts';
import type { CallService } from './calls.ts';
import type { ConsentService } from './consent.ts';
import type { Context } from './context.ts';
import type { KioskService } from './kiosk.ts';

type Kind = Preference['kind'];

/** A preference as one text, for files. */
export const preferenceText = (preference: PreferenceDraft): string => {
  if (preference.kind === 'shelves') return preference.shelves.join(' ');
  return preference.kind === 'diet' ? preference.diets.join(' ') : preference.text;
};

export function dropPreference({ preferences }: Store, customerId: string, kind: Kind): void {
  const before = preferences.of(customerId);
  const after = before.filter((one) => one.kind !== kind);
  if (after.length < before.length) preferences.keep(customerId, after);
}

/**
 * Keeps a preference in the place of the one of its kind.
 * @param proposedBy the employee who proposed it; null when the shopper entered it
 * @throws CallerError `no-consent` for a diet without its own consent; `unknown-shelf`
 */
export function keepPreference(
  { store, consents, today }: { store: Store; consents: ConsentService; today: string },
  customer: Customer,
  preference: PreferenceDraft,
  proposedBy: string | null,
): void {
  if (preference.kind === 'diet' && !consents.allows(customer.principal, 'diet'))
    throw new CallerError('no-consent', 'a diet is kept only under its own consent', 403);
  if (preference.kind === 'shelves' && !preference.shelves.every((id) => shelvesOf(store).includes(id)))
    throw new CallerError('unknown-shelf', 'there is no such shelf', 404);
  store.transaction(() => {
    const others = store.preferences.of(customer.id).filter(({ kind }) => kind !== preference.kind);
    store.preferences.keep(customer.id, [...others, { ...preference, proposedBy, on: today }]);
  });
  store.scrub();
}

/** Shelves that can be favourites: those that may appear on a public screen. */
export const shelvesOf = ({ products }: Store): string[] => products.categories().filter((category) => !isSensitive(category));

/** Puts what lies on the favourite shelves of the customer at the screen first; nothing else changes its order. */
export function favouriteShelves(store: Store, kiosk: KioskService) {
  const who = kiosk.state.visit?.who;
  const own = who?.kind === 'customer' ? store.preferences.of(who.customerId) : [];
  const shelves = new Set(own.flatMap((one) => (one.kind === 'shelves' ? one.shelves : [])));
  return {
    first: <T>(things: readonly T[], category: (thing: T) => string): T[] =>
      things.toSorted((a, b) => Number(shelves.has(category(b))) - Number(shelves.has(category(a)))),
  };
}

/** What the employee of a claimed call sees: each kind under the consent that speaks of it. */
export function preferencesTold(store: Store, consents: ConsentService, { id, principal }: Customer): Preference[] {
  const told = (purpose: 'history' | 'diet') => consents.texts.tellsEmployees(consents.version(principal, purpose));
  // Favourite shelves put things in order, and were not told to anybody.
  return store.preferences.of(id).filter(({ kind }) => kind !== 'shelves' && told(kind === 'diet' ? 'diet' : 'history'));
}

/** How long a proposal waits for its answer. */
const OPEN = minutes(30);

interface Proposal {
  readonly id: string;
  readonly customerId: string;
  readonly by: string;
  readonly preference: PreferenceDraft;
  readonly at: MonoMs;
}

/** What employees propose to keep. It lies in memory only, until the customer has agreed to it at the kiosk. */
export class PreferenceProposals {
  readonly #context: Context;
  readonly #calls: CallService;
  #open: readonly Proposal[] = [];

  constructor(context: Context, calls: CallService) {
    this.#context = context;
    this.#calls = calls;
  }

  /** @returns whether the customer will be asked: the call must be the employee's own and of somebody recognised */
  propose(employee: { id: string; name: string }, callId: string, preference: PreferenceDraft): boolean {
    // An employee proposes what was said about habits; a diet is the shopper's alone to tell.
    if (preference.kind === 'diet') return false;
    const record = this.#calls.get(callId);
    if (record === undefined || record.customerId === null || record.call.owner?.id !== employee.id) return false;
    const { customerId } = record;
    const { clock, newId, changed } = this.#context;
    const others = this.of(customerId).filter((one) => one.preference.kind !== preference.kind);
    this.#open = [
      ...this.#open.filter((one) => one.customerId !== customerId),
      ...others,
      { id: newId(), customerId, by: employee.name, preference, at: clock.mono() },
    ];
    changed('kiosk');
    return true;
  }

  of(customerId: string): readonly Proposal[] {
    const now = this.#context.clock.mono();
    this.#open = this.#open.filter(({ at }) => elapsed(at, now) < OPEN);
    return this.#open.filter((one) => one.customerId === customerId);
  }

  /** Takes a proposal off the table. @throws CallerError `no-such-proposal` */
  take(customerId: string, id: string): Proposal {
    const proposal = this.of(customerId).find((one) => one.id === id);
    if (proposal === undefined) throw new CallerError('no-such-proposal', 'this proposal is no longer open', 404);
    this.#open = this.#open.filter((one) => one.id !== id);
    return proposal;
  }
}
