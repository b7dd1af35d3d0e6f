import type { Dbm, MonoMs } from '../units.ts';

/** More readings than this in one window say nothing more; it bounds the memory and time a fast sender can cost. */
const capacity = 64;

/** The latest readings of one beacon at one receiver, kept sorted so that any quantile is one look-up. */
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

  /** The value that `share` of the readings do not exceed (0 weakest, 1 strongest), the weaker one between two. Meaningless while empty. */
  quantile(share: number): Dbm {
    return this.#sorted[Math.floor(share * (this.#count - 1))]! as Dbm;
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
