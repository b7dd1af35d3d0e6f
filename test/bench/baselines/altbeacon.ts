import { type Baseline, type Follower, mean, type Ranging, Window } from './follower.ts';

class TrimmedMeanFollower implements Follower {
  readonly #ranging: Ranging;
  readonly #window = new Window(20_000);
  metres = Number.POSITIVE_INFINITY;

  constructor(ranging: Ranging) {
    this.#ranging = ranging;
  }

  hear(t: number, rssi: number): void {
    const sorted = this.#window.add(t, rssi);
    const tenth = Math.floor(sorted.length / 10) + 1;
    this.metres = this.#ranging.metres(mean(sorted.length > 2 ? sorted.slice(tenth, -tenth) : sorted));
  }

  get inside(): boolean {
    return this.metres <= this.#ranging.radius;
  }
}

/**
 * Android Beacon Library: the average of 20 s without the highest and lowest tenth and one more (`RunningAverageRssiFilter`); a region
 * is left after 30 s of silence.
 */
export const altBeacon: Baseline = {
  name: 'AltBeacon (trimmed mean 20 s)',
  silence: 30_000,
  follow: (ranging) => new TrimmedMeanFollower(ranging),
};
