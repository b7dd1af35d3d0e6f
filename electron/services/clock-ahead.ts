import { driftBetween } from '../../devices/beacons/eid-clock.ts';
import { elapsed, type MonoMs, millis, minutes, seconds } from '../../shared/units.ts';
import type { EnrolledBeacon } from '../store/beacons.ts';
import { ClockHunt } from './clock-hunt.ts';
import type { Context } from './context.ts';
import type { Recognition } from './recognise.ts';
import { daysBefore } from './store-time.ts';

/** Whoever was here since has taught the table their beacon's clock. */
const AWAY_DAYS = 2;
/** How long the list of those who are away is good for. */
const LIST_FOR = minutes(10);
/** Rest between two searches: strangers carry beacons of this kind, too, and each of their identifiers is new. */
const REST = seconds(5);
/** Identifiers tried at once, and how often: about a tenth of one core at most. */
const STEP = 1_000;
const EVERY = millis(50);

interface Parts {
  readonly recognition: Recognition;
  readonly today: () => string;
  /** Writes down what was found. */
  readonly learn: (beaconId: string, clockOffset: number) => void;
}

/**
 * Finds beacons that have been away for so long that their clock has run ahead of the table. Only ahead: what lies behind may have been
 * recorded, and is found for nobody but the customer who asks (ADR 7). One identifier at a time; it is forgotten with the search.
 */
export class ClockAhead {
  readonly #context: Context;
  readonly #parts: Parts;
  #away: { readonly at: MonoMs; readonly beacons: readonly EnrolledBeacon[] } | null = null;
  #stop: (() => void) | null = null;
  #rested: MonoMs | null = null;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  /** A packet carried an identifier that no key of ours makes now. */
  heard(eid: string): void {
    const { clock } = this.#context;
    const now = clock.mono();
    if (this.#stop !== null || (this.#rested !== null && elapsed(this.#rested, now) < REST)) return;
    const beacons = this.#candidates(now);
    if (beacons.length === 0) return;
    const hunt = new ClockHunt(beacons, eid, clock.wall(), 'ahead');
    this.#stop = clock.every(EVERY, () => {
      const found = hunt.step(STEP);
      if (found === 'searching') return;
      this.stop();
      this.#rested = clock.mono();
      if (found !== null) this.#parts.learn(found.beaconId, found.clockOffset);
    });
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
  }

  #candidates(now: MonoMs): readonly EnrolledBeacon[] {
    if (this.#away === null || elapsed(this.#away.at, now) >= LIST_FOR) {
      const { clock, store } = this.#context;
      const away = new Set(store.customers.awaySince(daysBefore(this.#parts.today(), AWAY_DAYS)));
      const wall = clock.wall();
      const beacons = [...this.#parts.recognition.known()].filter(({ key, blocked, customers }) => {
        if (key?.knownAt === undefined || blocked || !customers.every((id) => away.has(id))) return false;
        // Less than a quantum ahead, the table holds it anyway.
        return driftBetween(key.knownAt, wall) > 2 ** key.exponent;
      });
      this.#away = { at: now, beacons };
    }
    return this.#away.beacons;
  }
}
