import { randomBytes } from 'node:crypto';
import type { DemoWalkSource } from '../../devices/beacons/demo-walk.ts';
import { computeEid } from '../../devices/beacons/eid.ts';
import { encodeEddystoneEid, encodeIBeacon } from '../../devices/beacons/encode.ts';
import { CallerError } from '../../shared/errors.ts';
import { dbm } from '../../shared/units.ts';
import type { Context } from './context.ts';

/** How long a demo customer stands in front of the kiosk. */
const STAY_SECONDS = 45;
const MEASURED_POWER = dbm(-59);
/** Walks with a beacon that nobody has enrolled: to see a stranger go unnoticed, or to try joining. */
const STRANGER = 'stranger';

/** Makes people with beacons walk past a demo kiosk, as raw advertising bytes through the ordinary path. */
export class DemoWalks {
  readonly #context: Context;
  readonly #source: DemoWalkSource;

  constructor(context: Context, source: DemoWalkSource) {
    this.#context = context;
    this.#source = source;
  }

  /** Who can be made to walk. */
  names(): string[] {
    const { beacons, customers } = this.#context.store;
    const strong = new Set(beacons.list().flatMap((beacon) => (beacon.key === null ? [] : beacon.customers)));
    return [
      ...customers.list().flatMap((customer) => (strong.has(customer.id) && customer.name !== null ? customer.name : [])),
      STRANGER,
    ];
  }

  /** @throws CallerError `no-such-customer`, naming those there are */
  walk(name: string): { name: string; seconds: number } {
    const { duration } = this.#source.walk({ advertisingData: this.#dataOf(name), seconds: STAY_SECONDS });
    return { name, seconds: Math.round(duration / 1000) };
  }

  #dataOf(name: string): () => Uint8Array {
    if (name.toLowerCase() === STRANGER) {
      const data = encodeIBeacon({ uuid: randomBytes(16).toString('hex'), major: 1, minor: 1, measuredPower: MEASURED_POWER });
      return () => data;
    }
    const { beacons, customers } = this.#context.store;
    const customer =
      customers.list().find((one) => one.name?.toLowerCase() === name.toLowerCase()) ?? customers.byNumber(name.toUpperCase());
    const key = beacons.of(customer?.id ?? '').find(({ beacon }) => beacon.key !== null)?.beacon.key;
    if (key == null)
      throw new CallerError(
        'no-such-customer',
        `there is no demo customer "${name}"; there are: ${this.names().join(', ')}`,
        404,
      );
    return () => {
      const beaconTime = Math.floor(this.#context.clock.wall() / 1000) + key.clockOffset;
      return encodeEddystoneEid({ eid: computeEid(key.identityKey, key.exponent, beaconTime), measuredPower: MEASURED_POWER });
    };
  }
}
