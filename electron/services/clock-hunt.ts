import { type ClockReach, ClockSearch } from '../../devices/beacons/eid-clock.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { EnrolledBeacon } from '../store/beacons.ts';

/** A beacon whose identifier was heard, and what its clock shows. */
export interface FoundClock {
  readonly beaconId: string;
  readonly clockOffset: number;
}

/** Looks for one identifier among the clocks of several beacons, in portions. */
export class ClockHunt {
  readonly #searches: { readonly beaconId: string; readonly start: () => ClockSearch }[];
  #running: { readonly beaconId: string; readonly search: ClockSearch } | null = null;

  constructor(beacons: readonly EnrolledBeacon[], eid: string, now: EpochMs, reach: ClockReach) {
    this.#searches = beacons.flatMap(({ id, key }) => {
      const knownAt = key?.knownAt;
      // A clock that was never certain gives nothing to search from.
      if (key === null || knownAt === undefined) return [];
      return [{ beaconId: id, start: () => new ClockSearch({ ...key, knownAt }, eid, now, reach) }];
    });
  }

  /** Tries at most `atMost` identifiers, and one beacon more. Null: none of the beacons sends it. */
  step(atMost: number): FoundClock | 'searching' | null {
    for (let left = atMost; left > 0; ) {
      if (this.#running === null) {
        const next = this.#searches.pop();
        if (next === undefined) return null;
        this.#running = { beaconId: next.beaconId, search: next.start() };
      }
      const { beaconId, search } = this.#running;
      const finding = search.step(left);
      if (finding.kind === 'found') return { beaconId, clockOffset: finding.clockOffset };
      // A search has its price even when it has nothing to try: a key to set up.
      left -= Math.max(keyCost, Math.min(left, search.size));
      if (finding.kind === 'absent') this.#running = null;
    }
    return 'searching';
  }
}

/** Setting up a key takes as long as this many blocks. */
const keyCost = 10;
