import { type CarriedBeacon, mostBeacons, mostSharers } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import type { EnrolledBeacon, NewBeacon } from '../store/beacons.ts';
import type { Customer } from '../store/customers.ts';
import type { Context } from './context.ts';
import type { Recognition } from './recognise.ts';

/** Which beacons customers carry: on disk and, in the same moment, in the recognition. */
export class CarriedBeacons {
  readonly #context: Context;
  readonly #recognition: Recognition;
  readonly #onChange: () => void;

  /** @param onChange who is recognised may have changed */
  constructor(context: Context, recognition: Recognition, onChange: () => void) {
    this.#context = context;
    this.#recognition = recognition;
    this.#onChange = onChange;
  }

  /** A customer's beacons as their account shows them. */
  of(customer: Customer): CarriedBeacon[] {
    return this.#context.store.beacons.of(customer.id).map(({ beacon, handle, addedAt }) => ({
      handle,
      strength: beacon.strength,
      addedAt,
      sharers: beacon.customers.length - 1,
      blocked: beacon.blocked,
    }));
  }

  /** The beacon behind a handle. @throws CallerError `no-such-beacon` unless this customer carries it */
  find(customer: Customer, handle: string): EnrolledBeacon {
    const carried = this.#context.store.beacons.of(customer.id).find((one) => one.handle === handle);
    if (carried === undefined) throw new CallerError('no-such-beacon', 'this customer carries no such beacon', 404);
    return carried.beacon;
  }

  /** @throws CallerError `too-many-beacons` */
  checkRoom(customer: Customer): void {
    if (this.#context.store.beacons.of(customer.id).length < mostBeacons) return;
    throw new CallerError('too-many-beacons', `a customer carries at most ${mostBeacons} beacons`, 409);
  }

  /** @throws CallerError `too-many-sharers` */
  checkShares(beacon: EnrolledBeacon): void {
    if (beacon.customers.length < mostSharers) return;
    throw new CallerError('too-many-sharers', `at most ${mostSharers} customers share a beacon`, 409);
  }

  /** Inside the caller's transaction; {@link renew} follows once it is on disk. */
  write(beacon: NewBeacon | null, beaconId: string, customerId: string): void {
    const { store, clock, newId } = this.#context;
    if (beacon !== null) store.beacons.add(beacon);
    store.beacons.carry(beaconId, customerId, newId(), clock.wall());
  }

  /** Makes the recognition know these beacons as they are on disk. */
  renew(ids: readonly string[]): void {
    for (const id of ids) {
      const beacon = this.#context.store.beacons.get(id);
      if (beacon === undefined) this.#recognition.forget(id);
      else this.#recognition.enrol(beacon);
    }
  }

  /** Writes down what was learnt of a rotating beacon's clock, and uses it. A beacon blocked meanwhile stays so. */
  learnClock(beaconId: string, clockOffset: number): void {
    const { store, clock } = this.#context;
    store.beacons.learnClock(beaconId, clockOffset, clock.wall());
    this.renew([beaconId]);
  }

  block(beacons: readonly EnrolledBeacon[], blocked: boolean): void {
    const { store, clock } = this.#context;
    store.transaction(() => {
      for (const { id } of beacons) store.beacons.block(id, blocked ? clock.wall() : null);
    });
    this.renew(beacons.map(({ id }) => id));
    this.#onChange();
  }

  /** Blocks or unblocks all of a customer's beacons; returns how many. */
  blockAll(customer: Customer, blocked: boolean): number {
    const beacons = this.#context.store.beacons.of(customer.id).map(({ beacon }) => beacon);
    this.block(beacons, blocked);
    return beacons.length;
  }

  /** @throws CallerError `last-beacon`: without any the customer could not get at their account; they may leave the programme */
  remove(customer: Customer, handle: string): void {
    const { store } = this.#context;
    const { id } = this.find(customer, handle);
    if (store.beacons.of(customer.id).length === 1) throw new CallerError('last-beacon', 'this is the only beacon', 409);
    store.beacons.remove(id, customer.id);
    this.renew([id]);
    this.#onChange();
    store.scrub();
  }
}
