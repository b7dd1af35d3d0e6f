import type { Dbm, MonoMs } from '../units.ts';

/** More readings than this in one window say nothing more; it bounds the memory and time a fast sender can cost. */
const capacity = 64;

/**
 * Weaker readings that do not count. A beacon sends on three channels in turn and each fades by itself, always downwards: the weakest third
 * of the readings tells of the worst channel, not of the distance.
 */
const faded = 1 / 3;
/** What the stronger two thirds usually lie above the mean that calibrations describe, in dB … */
const usualExcess = 2.25;
/** … unless the readings scatter so little that this share of the distance between strong and weak is less. */
const excessShare = 0.5;
/** Waves that add up make a reading 6 dB stronger, never this much above its middle, in dB: it is an error of the receiver's. */
const highest = 15;

/** The latest readings of one beacon at one receiver, kept sorted by strength. */
export class Readings {
  readonly #times = new Float64Array(capacity);
  readonly #values = new Float32Array(capacity);
  readonly #sorted = new Float32Array(capacity);
  #first = 0;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Adds a reading and drops those older than `since`, or the oldest when full. */
  add(t: MonoMs, value: Dbm, since: number): void {
    while (this.#count > 0 && (this.#count === capacity || this.#times[this.#first]! < since)) this.#dropFirst();
    const at = (this.#first + this.#count) % capacity;
    this.#times[at] = t;
    this.#values[at] = value;
    const place = this.#place(this.#values[at]!);
    this.#sorted.copyWithin(place + 1, place, this.#count);
    this.#sorted[place] = value;
    this.#count++;
  }

  /** How strong the beacon is heard, as one number that compares with a calibrated mean. Meaningless while empty. */
  level(): Dbm {
    const count = this.#count;
    const weak = Math.floor(count * faded);
    const cap = this.#sorted[count >> 1]! + highest;
    let below = 0;
    let above = 0;
    for (let i = 0; i < weak; i++) below += this.#sorted[i]!;
    for (let i = weak; i < count; i++) above += Math.min(this.#sorted[i]!, cap);
    const strong = above / (count - weak);
    return (weak === 0 ? strong : strong - Math.min(usualExcess, excessShare * (strong - below / weak))) as Dbm;
  }

  #dropFirst(): void {
    const place = this.#place(this.#values[this.#first]!);
    this.#sorted.copyWithin(place, place + 1, this.#count);
    this.#first = (this.#first + 1) % capacity;
    this.#count--;
  }

  /** Index of the first sorted value that is not smaller. */
  #place(value: number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sorted[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
