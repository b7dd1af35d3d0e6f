import { type Baseline, type Follower, type Ranging, Window } from './follower.ts';

const enterDwell = 2000;
const exitDwell = 8000;
const exitFactor = 1.5;

class MedianFollower implements Follower {
  readonly #ranging: Ranging;
  readonly #window = new Window(5000);
  #since: number | null = null;
  inside = false;
  metres = Number.POSITIVE_INFINITY;

  constructor(ranging: Ranging) {
    this.#ranging = ranging;
  }

  hear(t: number, rssi: number): void {
    const sorted = this.#window.add(t, rssi);
    const middle = (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
    this.metres = this.#ranging.metres(middle);
    const { radius } = this.#ranging;
    if (this.inside ? this.metres <= exitFactor * radius : this.metres > radius) {
      this.#since = null;
      return;
    }
    this.#since ??= t;
    if (t - this.#since < (this.inside ? exitDwell : enterDwell)) return;
    this.inside = !this.inside;
    this.#since = null;
  }
}

/** What careful installations end up with: the median of 5 s, a wider exit, and dwell on either side. */
export const medianDwell: Baseline = {
  name: 'median 5 s, exit 1.5×, dwell 2/8 s',
  silence: 30_000,
  follow: (ranging) => new MedianFollower(ranging),
};
