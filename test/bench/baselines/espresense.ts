import { type Baseline, type Follower, mean, type Ranging, Window } from './follower.ts';

/** ESPresense counts somebody from the enter distance until beyond the exit distance, twice as far by default. */
const exitFactor = 2;
const silence = 10_000;

abstract class CountFollower implements Follower {
  protected readonly ranging: Ranging;
  metres = Number.POSITIVE_INFINITY;
  inside = false;

  constructor(ranging: Ranging) {
    this.ranging = ranging;
  }

  protected abstract estimate(t: number, rssi: number): number;

  hear(t: number, rssi: number): void {
    this.metres = this.estimate(t, rssi);
    this.inside = this.metres <= (this.inside ? exitFactor : 1) * this.ranging.radius;
  }
}

/** The value below which `share` of the sorted values lie, interpolated. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)]!;
  return low + (at % 1) * ((sorted[Math.floor(at) + 1] ?? low) - low);
}

class TukeyFollower extends CountFollower {
  readonly #window = new Window(15_000, 200);

  protected estimate(t: number, rssi: number): number {
    const sorted = this.#window.add(t, rssi);
    const [q1, q3] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
    const fence = 1.5 * (q3 - q1);
    return this.ranging.metres(mean(sorted.filter((value) => value >= q1 - fence && value <= q3 + fence)));
  }
}

/** Cut-offs in Hz and slope of ESPresense's One Euro filter (`ONE_EURO_FCMIN`, `_BETA`, `_DCUTOFF`). */
const oneEuro = { minimum: 0.1, slope: 1e-3, derivative: 5e-3 };

class OneEuroFollower extends CountFollower {
  #last: { readonly t: number; readonly value: number; readonly speed: number } | null = null;

  protected estimate(t: number, rssi: number): number {
    const raw = this.ranging.metres(rssi);
    const last = this.#last;
    const seconds = last === null ? 0 : (t - last.t) / 1000;
    if (last === null || seconds <= 0) {
      this.#last ??= { t, value: raw, speed: 0 };
      return this.#last.value;
    }
    const weight = (cutoff: number) => 1 / (1 + 1 / (2 * Math.PI * cutoff * seconds));
    const speed = last.speed + weight(oneEuro.derivative) * ((raw - last.value) / seconds - last.speed);
    const value = last.value + weight(oneEuro.minimum + oneEuro.slope * Math.abs(speed)) * (raw - last.value);
    this.#last = { t, value, speed };
    return value;
  }
}

/** ESPresense: the mean of what lies inside Tukey's fences over 15 s (`AdaptivePercentileRSSI`), with the count's enter and exit distance. */
export const espresense: Baseline = {
  name: 'ESPresense (Tukey, exit 2×)',
  silence,
  follow: (ranging) => new TukeyFollower(ranging),
};

/** ESPresense before that: a One Euro filter (Casiez et al., CHI 2012) on the distance. */
export const espresenseOneEuro: Baseline = {
  name: 'ESPresense (One Euro, exit 2×)',
  silence,
  follow: (ranging) => new OneEuroFollower(ranging),
};
