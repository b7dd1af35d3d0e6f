import { type Calibration, expectedRssi } from '../../../shared/presence/zone.ts';
import { metres } from '../../../shared/units.ts';

/** One beacon at one receiver, followed in the way of some other project. Times in ms, strengths in dBm. */
export interface Follower {
  /** Takes in a reading. Afterwards `inside` says whether the beacon counts as within the radius, `metres` how far it is taken to be. */
  hear(t: number, rssi: number): void;
  readonly inside: boolean;
  readonly metres: number;
}

/** A way of following that was re-implemented here from its documentation, to be measured in the same run as ours. */
export interface Baseline {
  readonly name: string;
  /** After this many ms without a packet the beacon has left. */
  readonly silence: number;
  follow(ranging: Ranging): Follower;
}

/** The same calibrated path loss for everybody, so that only the following differs. */
export class Ranging {
  readonly radius: number;
  readonly #calibration: Calibration;

  constructor(calibration: Calibration, radius: number) {
    this.#calibration = calibration;
    this.radius = radius;
  }

  /** Metres at which `rssi` is expected. */
  metres(rssi: number): number {
    const { referenceDbm, exponent } = this.#calibration;
    return 10 ** ((referenceDbm - rssi) / (10 * exponent));
  }

  /** Strength expected at so many metres. */
  rssi(distance: number): number {
    return expectedRssi(this.#calibration, metres(distance));
  }
}

/** The readings of the last `length` ms, oldest first. */
export class Window {
  readonly #length: number;
  readonly #most: number;
  #readings: { readonly t: number; readonly rssi: number }[] = [];

  constructor(length: number, most = Number.POSITIVE_INFINITY) {
    this.#length = length;
    this.#most = most;
  }

  /** Adds a reading and returns all there are, weakest first. */
  add(t: number, rssi: number): number[] {
    this.#readings = [...this.#readings.filter((r) => t - r.t <= this.#length), { t, rssi }].slice(-this.#most);
    return this.#readings.map((r) => r.rssi).sort((a, b) => a - b);
  }
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
