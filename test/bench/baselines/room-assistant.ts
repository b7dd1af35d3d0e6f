import type { Baseline, Follower, Ranging } from './follower.ts';

/** Variance of the process and of a measurement, room-assistant's defaults (`bluetooth-low-energy.config.ts`, 2.20). */
const process = 0.008;
const measurement = 4;

class KalmanFollower implements Follower {
  readonly #ranging: Ranging;
  #estimate: number | null = null;
  #variance = measurement;

  constructor(ranging: Ranging) {
    this.#ranging = ranging;
  }

  hear(_t: number, rssi: number): void {
    if (this.#estimate === null) {
      this.#estimate = rssi;
      return;
    }
    const predicted = this.#variance + process;
    const gain = predicted / (predicted + measurement);
    this.#estimate += gain * (rssi - this.#estimate);
    this.#variance = (1 - gain) * predicted;
  }

  get metres(): number {
    return this.#estimate === null ? Number.POSITIVE_INFINITY : this.#ranging.metres(this.#estimate);
  }

  get inside(): boolean {
    return this.metres <= this.#ranging.radius;
  }
}

/** room-assistant: a Kalman filter on the strength; inside while within `maxDistance`; gone after a minute of silence. */
export const roomAssistant: Baseline = {
  name: 'room-assistant (Kalman)',
  silence: 60_000,
  follow: (ranging) => new KalmanFollower(ranging),
};
