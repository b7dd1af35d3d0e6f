import { createSecretKey, type KeyObject } from 'node:crypto';
import { CallerError } from '../../shared/errors.ts';
import type { EpochMs } from '../../shared/units.ts';
import { aes, type Encrypt, eidUnder, temporaryKey, temporaryKeySpan } from './eid.ts';

/** Largest error of a beacon's clock, as a share (Eddystone-EID: 150 ppm). */
const worstDrift = 150e-6;
/** A beacon writes its clock down once a day; after a power loss it goes on from there. */
const savedEvery = 86_400;

/** Seconds that a beacon's clock can have drifted between two moments, in either direction. */
export const driftBetween = (earlier: EpochMs, later: EpochMs): number => (Math.max(0, later - earlier) / 1000) * worstDrift;

/** A registered beacon whose clock was last certain at `knownAt`. */
export interface KnownClock {
  readonly identityKey: Uint8Array;
  /** K, 0 to 15. */
  readonly exponent: number;
  /** Seconds to add to wall time to get the beacon's clock, as of `knownAt`. */
  readonly clockOffset: number;
  readonly knownAt: EpochMs;
}

/** `found`: the beacon's clock is wall time plus `clockOffset`, give or take half a quantum. */
export type ClockFinding =
  | { readonly kind: 'found'; readonly clockOffset: number }
  | { readonly kind: 'absent' }
  | { readonly kind: 'searching' };

/**
 * Looks for the clock of a beacon that sent an identifier the table does not hold, as after a change of battery: from where the clock
 * should be outwards, as far as drift and a lost day can have taken it. One AES block per quantum and one per temporary key: 180 at
 * K = 10, 180,000 at K = 0, plus 0.3 % of the time since. Say how much each `step` may do and let the event loop turn between them.
 */
export class ClockSearch {
  readonly #identityKey: KeyObject;
  readonly #exponent: number;
  readonly #eid: string;
  readonly #seconds: number;
  readonly #center: number;
  readonly #reach: number;
  /** One cipher per temporary key: the search crosses from one to the next with every other block. */
  readonly #ciphers = new Map<number, Encrypt>();
  #next = 0;

  constructor(clock: KnownClock, eid: string, now: EpochMs) {
    const { identityKey, exponent, clockOffset, knownAt } = clock;
    if (identityKey.length !== 16) throw new CallerError('bad-eid-key', 'an identity key has 16 bytes');
    if (!Number.isInteger(exponent) || exponent < 0 || exponent > 15) {
      throw new CallerError('bad-eid-key', 'a rotation exponent is a whole number from 0 to 15');
    }
    this.#identityKey = createSecretKey(identityKey);
    this.#exponent = exponent;
    this.#eid = eid;
    this.#seconds = Math.floor(now / 1000);
    this.#center = Math.floor((this.#seconds + clockOffset) / 2 ** exponent);
    // One more, because a beacon may still send the quantum before.
    this.#reach = Math.ceil((savedEvery + driftBetween(knownAt, now)) / 2 ** exponent) + 1;
  }

  /** Identifiers the whole search computes at most. */
  get size(): number {
    return 2 * this.#reach + 1;
  }

  /** Tries at most `atMost` further quanta. Once it has found something or nothing, it stays so. */
  step(atMost: number): ClockFinding {
    const end = Math.min(this.#next + atMost, this.size);
    for (; this.#next < end; this.#next++) {
      // 0, 1, -1, 2, -2, …
      const distance = this.#next % 2 === 0 ? -this.#next / 2 : (this.#next + 1) / 2;
      const quantum = this.#center + distance;
      if (this.#eidOf(quantum) === this.#eid) return { kind: 'found', clockOffset: this.#offsetOf(quantum) };
    }
    return { kind: this.#next === this.size ? 'absent' : 'searching' };
  }

  #eidOf(quantum: number): string {
    const time = quantum * 2 ** this.#exponent;
    const span = Math.floor(time / temporaryKeySpan);
    let cipher = this.#ciphers.get(span);
    if (cipher === undefined) {
      cipher = aes(temporaryKey(this.#identityKey, time));
      this.#ciphers.set(span, cipher);
    }
    return eidUnder(cipher, this.#exponent, time);
  }

  /** The middle of the quantum: nothing says where in it the beacon is. */
  #offsetOf(quantum: number): number {
    return Math.floor((quantum + 0.5) * 2 ** this.#exponent) - this.#seconds;
  }
}
