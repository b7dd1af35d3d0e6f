import { type KeyPair, registerBeacon } from '../../devices/beacons/eid-registration.ts';
import { hex } from '../../devices/beacons/hex.ts';
import type { Received } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import { minutes } from '../../shared/units.ts';
import type { NewBeacon } from '../store/beacons.ts';
import type { CarriedBeacons } from './carried.ts';
import type { Context } from './context.ts';

/** How long ago the beacon may have been read: its clock and ours run apart meanwhile, and a wrong moment makes it a stranger. */
const STALE = minutes(24 * 60);

/** Registers rotating beacons of other makers for customers, over the Eddystone configuration service (docs/beacons.md). */
export class BeaconRegistration {
  readonly #context: Context;
  readonly #carried: CarriedBeacons;
  readonly #resolver: () => KeyPair;

  /** @param resolver reads the store's key pair, or makes it */
  constructor(context: Context, carried: CarriedBeacons, resolver: () => KeyPair) {
    this.#context = context;
    this.#carried = carried;
    this.#resolver = resolver;
  }

  /** What is written to the beacon, 64 hex digits. */
  publicKey(): string {
    return hex(this.#resolver().publicKey);
  }

  /** @returns how many beacons the customer carries now. @throws CallerError in words for everything that does not fit together */
  register(request: Received<'operator/beacon-register'>): number {
    const { store, clock, newId } = this.#context;
    const now = clock.wall();
    const customer = store.customers.byNumber(request.number);
    if (customer === undefined) throw new CallerError('no-such-customer', 'there is no customer with this number', 404);
    if (request.readAt > now || now - request.readAt > STALE) {
      throw new CallerError('stale-reading', 'the beacon was read more than a day ago, or in the future; read it again', 409);
    }
    this.#carried.checkRoom(customer);
    const beaconPublic = Uint8Array.from(Buffer.from(request.beaconKey, 'hex'));
    const { exponent, eid, readAt } = request;
    const registration = registerBeacon(this.#resolver(), { beaconPublic, exponent, beaconClock: request.clock, eid }, readAt);
    const known = store.beacons
      .list()
      .some(({ key }) => key !== null && Buffer.compare(key.identityKey, registration.identityKey) === 0);
    if (known) throw new CallerError('known-beacon', 'this beacon is registered already', 409);
    const id = `eid:${newId()}`;
    const beacon: NewBeacon = { id, strength: 'strong', key: { ...registration, knownAt: readAt } };
    store.transaction(() => this.#carried.write(beacon, id, customer.id));
    this.#carried.renew([id]);
    return store.beacons.of(customer.id).length;
  }
}
