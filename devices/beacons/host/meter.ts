import type { MonoMs } from '../../../shared/units.ts';

const span = 5;

/** Advertisements per second over the last few seconds, and when the last one came. */
export class Meter {
  readonly #counts: number[] = [];
  #current = 0;
  last: MonoMs | null = null;

  heard(at: MonoMs): void {
    this.#current++;
    this.last = at;
  }

  /** Closes one second. */
  tick(): void {
    this.#counts.push(this.#current);
    this.#current = 0;
    if (this.#counts.length > span) this.#counts.shift();
  }

  get perSecond(): number {
    if (this.#counts.length === 0) return 0;
    return this.#counts.reduce((sum, n) => sum + n, 0) / this.#counts.length;
  }
}
