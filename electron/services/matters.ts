import type { MatterReceipt, MatterView, Opened, Output, Received } from '../../shared/contract/index.ts';
import { seconds } from '../../shared/units.ts';
import { isWaiting, react, reactionsTo, type Standing } from '../../shared/voice/matter.ts';
import {
  codeDigits,
  isReference,
  plainReference,
  referenceAlphabet,
  referenceLength,
  referenceOf,
} from '../../shared/voice/reference.ts';
import type { Matter } from '../store/matters.ts';
import type { Context } from './context.ts';
import type { KioskService } from './kiosk.ts';
import { dueFrom } from './matter-due.ts';
import { managerInCharge, matterSettings, ownerOfNew } from './matter-owner.ts';
import type { Secrets } from './secrets.ts';
import type { StoreHours } from './store-hours.ts';
import { keptIn, Throttle } from './throttle.ts';

/** Five wrong codes at one kiosk cost half a minute: long for a machine, short for the next shopper. */
const KIOSK_WAIT = seconds(30);

interface Parts {
  readonly hours: StoreHours;
  readonly kiosk: KioskService;
  readonly secrets: Secrets;
  /** A random whole number below the given one. */
  readonly randomInt: (below: number) => number;
}

/** Complaints and ideas as shoppers use them: written down, followed, answered to, erased. */
export class Matters {
  readonly #context: Context;
  readonly #parts: Parts;
  /** Wrong codes for one reference, whether it exists or not. They outlive a restart: whoever can pull the plug gets no more tries. */
  readonly #byReference: Throttle;
  readonly #byKiosk: Throttle;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
    this.#byReference = new Throttle(context.clock, keptIn(context, 'matterTries'));
    this.#byKiosk = new Throttle(context.clock, undefined, KIOSK_WAIT);
  }

  /** Writes it down; on disk when this returns. */
  write({ commandId, kind, words, language }: Received<'kiosk/matter-write'>): MatterReceipt {
    const { store, newId } = this.#context;
    const { hours, kiosk, secrets, randomInt } = this.#parts;
    const session = kiosk.session();
    // An answer that was lost on its way must not make a second complaint.
    if (session.written?.commandId === commandId) return session.written.receipt;
    const id = newId();
    const code = Array.from({ length: codeDigits }, () => String(randomInt(10))).join('');
    const owner = ownerOfNew(store, hours.now());
    const dueOn = dueFrom(hours, matterSettings(store).dueDays);
    const reference = store.transaction(() => {
      const free = this.#newReference();
      store.matters.add({
        id,
        reference: free,
        kind,
        state: 'received',
        outcome: null,
        answer: null,
        reopened: false,
        words,
        language,
        codeHash: secrets.seal('matter-code', `${id} ${code}`),
        ownerId: owner?.id ?? null,
        receivedOn: hours.date(),
        dueOn,
        endedOn: null,
      });
      return free;
    });
    const receipt = { kind, reference, code, owner: owner?.name ?? null, dueOn };
    session.written = { commandId, receipt };
    session.wrote(words);
    this.#context.changed('staff', 'manager', 'kiosk');
    return receipt;
  }

  open(reference: string, code: string): Opened {
    return this.#with(reference, code, (matter) => ({ result: 'open', matter: this.#view(matter) }));
  }

  /** The shopper says whether the answer settles it; what cannot be said any more changes nothing. */
  react(reference: string, code: string, settles: boolean): Opened {
    return this.#with(reference, code, (matter) => {
      const next = react(matter, settles);
      if (typeof next === 'string') return { result: 'open', matter: this.#view(matter) };
      const saved = { ...matter, ...this.#after(next) };
      this.#context.store.matters.save(saved);
      this.#context.changed('staff', 'manager');
      return { result: 'open', matter: this.#view(saved) };
    });
  }

  erase(reference: string, code: string): Output<'kiosk/matter-erase'> {
    const { store, changed } = this.#context;
    const { result } = this.#with(reference, code, (matter) => {
      store.matters.erase(matter.id);
      store.scrub();
      changed('staff', 'manager');
      return { result: 'erased' as const };
    });
    return { result: result === 'erased' || result === 'wait' ? result : 'unknown' };
  }

  /** Reopened, it goes to a manager with a new promise; else it has ended today. */
  #after(next: Standing): Partial<Matter> {
    const { store } = this.#context;
    const { hours } = this.#parts;
    if (next.state !== 'reopened') return { ...next, endedOn: hours.date() };
    const manager = managerInCharge(store, hours.now());
    return {
      ...next,
      ownerId: manager?.id ?? null,
      dueOn: dueFrom(hours, matterSettings(store).dueDays),
      endedOn: null,
    };
  }

  /** Unknown and wrong are the same answer, and cost the same try. */
  #with<T>(typed: string, code: string, use: (matter: Matter) => T): T | Exclude<Opened, { result: 'open' }> {
    const { store, kioskId } = this.#context;
    if (!isReference(typed)) return { result: 'unknown' };
    const reference = plainReference(typed);
    const key = this.#parts.secrets.seal('matter-try', reference);
    const wait = Math.max(this.#byReference.lockedFor(key) ?? 0, this.#byKiosk.lockedFor(kioskId) ?? 0);
    if (wait > 0) return { result: 'wait', seconds: Math.ceil(wait / 1000) };
    this.#byReference.admit(key);
    this.#byKiosk.admit(kioskId);
    const matter = store.matters.byReference(reference);
    const right = this.#parts.secrets.sealed('matter-code', `${matter?.id} ${code}`, matter?.codeHash ?? '');
    if (matter === undefined || !right) return { result: 'unknown' };
    this.#byReference.clear(key);
    this.#byKiosk.forgive(kioskId);
    return use(matter);
  }

  #view(matter: Matter): MatterView {
    const owner = matter.ownerId === null ? undefined : this.#context.store.employees.get(matter.ownerId);
    const { kind, state, outcome, receivedOn, dueOn, language, words, answer } = matter;
    const overdue = isWaiting(matter) && dueOn < this.#parts.hours.date();
    return {
      ...{ kind, state, outcome, receivedOn, dueOn, overdue, language, words, answer },
      owner: owner?.active ? owner.name : null,
      ...reactionsTo(matter),
    };
  }

  #newReference(): string {
    for (;;) {
      const random = Array.from({ length: referenceLength }, () => this.#parts.randomInt(referenceAlphabet.length));
      const reference = referenceOf(random);
      if (this.#context.store.matters.byReference(reference) === undefined) return reference;
    }
  }
}
