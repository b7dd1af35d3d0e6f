import type { BeaconId } from '../presence/types.ts';
import { type Dbm, dbm, elapsed, type Millis, type MonoMs, millis, seconds } from '../units.ts';

/** How the beacon held against the screen is told from every other one. */
export interface EnrolmentPolicy {
  /** A beacon at the screen is at least this strong. People's beacons at under a metre read -79 dBm in the median; contact is far above. */
  readonly held: Dbm;
  /** How much stronger than any other unknown beacon it must be, dB. */
  readonly margin: number;
  /** Packets needed: a single strong one may be a reflection. */
  readonly packets: number;
  /** Packets older than this no longer count. */
  readonly window: Millis;
  /** Silence or ambiguity for this long ends the attempt. */
  readonly patience: Millis;
}

export const enrolmentPolicy: EnrolmentPolicy = {
  held: dbm(-62),
  margin: 6,
  packets: 3,
  window: millis(3_500),
  patience: seconds(30),
};

/**
 * The telephone that has just read a key off the screen: nothing else sends what that key makes, so it need not touch the screen, and it
 * may take a while to find the right app.
 */
export const phonePolicy: EnrolmentPolicy = { ...enrolmentPolicy, held: dbm(-80), patience: seconds(120) };

/** `found`: exactly one; `several`: two compete; `waiting`: nothing certain yet. */
export type Finding =
  | { readonly kind: 'found'; readonly beacon: BeaconId }
  | { readonly kind: 'several' }
  | { readonly kind: 'waiting' };

/** Beacons remembered at once while enrolling: more strangers than a shop holds. */
const MOST_CANDIDATES = 500;

/**
 * Finds the beacon that is being held against the screen among all unknown ones.
 * Exists only while a shopper enrols; dropping the object forgets every stranger it heard.
 */
export class EnrolmentSearch {
  readonly #policy: EnrolmentPolicy;
  readonly #heard = new Map<BeaconId, { t: MonoMs; rssi: Dbm }[]>();

  constructor(policy: EnrolmentPolicy = enrolmentPolicy) {
    this.#policy = policy;
  }

  hear(beacon: BeaconId, rssi: Dbm, t: MonoMs): void {
    const packets = this.#heard.get(beacon);
    if (packets !== undefined) packets.push({ t, rssi });
    else if (this.#heard.size < MOST_CANDIDATES) this.#heard.set(beacon, [{ t, rssi }]);
  }

  find(now: MonoMs): Finding {
    const strengths: { beacon: BeaconId; median: number; packets: number }[] = [];
    for (const [beacon, packets] of this.#heard) {
      const recent = packets.filter((p) => elapsed(p.t, now) <= this.#policy.window);
      if (recent.length === 0) this.#heard.delete(beacon);
      else {
        this.#heard.set(beacon, recent);
        const sorted = recent.map((p) => p.rssi).sort((a, b) => a - b);
        strengths.push({ beacon, median: sorted[sorted.length >> 1] as number, packets: recent.length });
      }
    }
    const [first, second] = strengths.filter((s) => s.packets >= this.#policy.packets).sort((a, b) => b.median - a.median);
    if (first === undefined || first.median < this.#policy.held) return { kind: 'waiting' };
    return second !== undefined && first.median - second.median < this.#policy.margin
      ? { kind: 'several' }
      : { kind: 'found', beacon: first.beacon };
  }
}
