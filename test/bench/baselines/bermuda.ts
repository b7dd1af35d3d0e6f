import { type Baseline, type Follower, mean, type Ranging } from './follower.ts';

/** Bermuda's defaults: nobody walks away faster (m/s), so many distances are kept, and one is taken this often (ms). */
const fastest = 3;
const kept = 20;
const interval = 1050;

class MinimumFollower implements Follower {
  readonly #ranging: Ranging;
  /** Newest first. */
  #history: number[] = [];
  #last: { readonly t: number; readonly metres: number } | null = null;
  #due = Number.NEGATIVE_INFINITY;
  metres = Number.POSITIVE_INFINITY;

  constructor(ranging: Ranging) {
    this.#ranging = ranging;
  }

  hear(t: number, rssi: number): void {
    const raw = this.#ranging.metres(rssi);
    const last = this.#last;
    if (last !== null && t > last.t && (raw - last.metres) / ((t - last.t) / 1000) > fastest) return;
    this.#last = { t, metres: raw };
    if (t < this.#due) return;
    this.#due = t + interval;
    this.#history = [raw, ...this.#history].slice(0, kept);
    let least = Number.POSITIVE_INFINITY;
    const hugging = this.#history.map((metres) => {
      least = Math.min(least, metres);
      return least;
    });
    this.metres = Math.min(mean(hugging), raw);
  }

  get inside(): boolean {
    return this.metres <= this.#ranging.radius;
  }
}

/**
 * Bermuda BLE Trilateration: distances that retreat too fast are dropped, and the average of the running minima over 20 slots "hugs the
 * bottom" (`bermuda_advert.py`, `calculate_data`); away after 30 s.
 */
export const bermuda: Baseline = {
  name: 'Bermuda (min-hug)',
  silence: 30_000,
  follow: (ranging) => new MinimumFollower(ranging),
};
