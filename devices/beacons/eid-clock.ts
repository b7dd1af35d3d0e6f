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
 * `ahead`: only identifiers that the table does not hold yet and a sound clock may have reached; nobody but the beacon can send one.
 * `around`: those, and everything the beacon may have sent since its clock was certain. Anybody may have recorded one of these: only for
 * somebody who has proven otherwise whose beacon it is.
 */
export type ClockReach = 'ahead' | 'around';

/**
 * Looks for the clock of a beacon that sent an identifier the table does not hold, from where the clock should be outwards. A sound clock
 * gains 150 ppm at most. It loses as much, and more: it stands still without power, and goes on from a time up to a day before; yet never
 * from before the time it was last certain less that day. One AES block per quantum and one per temporary key. Say how much each `step`
 * may do and let the event loop turn between them.
 */
export class ClockSearch {
  readonly #identityKey: KeyObject;
  readonly #exponent: number;
  readonly #eid: string;
  readonly #seconds: number;
  readonly #center: number;
  readonly #first: number;
  readonly #ahead: number;
  readonly #behind: number;
  readonly #reach: ClockReach;
  /** One cipher per temporary key: the search crosses from one to the next with every other block. */
  readonly #ciphers = new Map<number, Encrypt>();
  #next = 0;

  constructor(clock: KnownClock, eid: string, now: EpochMs, reach: ClockReach) {
    const { identityKey, exponent, clockOffset, knownAt } = clock;
    if (identityKey.length !== 16) throw new CallerError('bad-eid-key', 'an identity key has 16 bytes');
    if (!Number.isInteger(exponent) || exponent < 0 || exponent > 15) {
      throw new CallerError('bad-eid-key', 'a rotation exponent is a whole number from 0 to 15');
    }
    this.#identityKey = createSecretKey(identityKey);
    this.#exponent = exponent;
    this.#eid = eid;
    this.#reach = reach;
    this.#seconds = Math.floor(now / 1000);
    const time = this.#seconds + clockOffset;
    const span = 2 ** exponent;
    const drift = driftBetween(knownAt, now);
    this.#center = Math.floor(time / span);
    this.#ahead = Math.floor((time + drift) / span) - this.#center;
    const lost = Math.max(0, now - knownAt) / 1000 + savedEvery + drift;
    // One more, because a beacon may still send the quantum before.
    this.#behind = reach === 'ahead' ? 0 : this.#center - Math.floor((time - lost) / span) + 1;
    // The table holds the present quantum and the next.
    this.#first = reach === 'ahead' ? 2 : 0;
  }

  /** Identifiers the whole search computes at most. */
  get size(): number {
    return Math.max(0, this.#ahead - this.#first + 1) + this.#behind;
  }

  /** Tries at most `atMost` further quanta. Once it has found something or nothing, it stays so. */
  step(atMost: number): ClockFinding {
    const end = Math.min(this.#next + atMost, this.size);
    for (; this.#next < end; this.#next++) {
      const quantum = this.#center + this.#distance(this.#next);
      if (this.#eidOf(quantum) === this.#eid) return { kind: 'found', clockOffset: this.#offsetOf(quantum) };
    }
    return { kind: this.#next === this.size ? 'absent' : 'searching' };
  }

  /** What lies ahead first: there is little of it. Then back from the present. */
  #distance(step: number): number {
    const ahead = Math.max(0, this.#ahead - this.#first + 1);
    return step < ahead ? this.#first + step : ahead - 1 - step;
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

  /** Ahead, the clock has certainly begun the quantum, and no more is believed. Else its middle: nothing says where in it the beacon is. */
  #offsetOf(quantum: number): number {
    const begun = quantum * 2 ** this.#exponent - this.#seconds;
    return this.#reach === 'ahead' ? begun : begun + Math.floor(2 ** this.#exponent / 2);
  }
}
