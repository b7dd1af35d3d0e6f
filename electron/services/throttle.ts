import type { Clock } from '../../shared/clock.ts';
import { CallerError } from '../../shared/errors.ts';
import { after, elapsed, type MonoMs, minutes } from '../../shared/units.ts';

/** A PIN has at least 10 000 values and argon2id takes about 50 ms: without a limit all of them fall in minutes. */
const TRIES = 5;
const WINDOW = minutes(15);
/** Keys come from outside: they are bounded. */
const MOST_KEYS = 10_000;

/** Limits failed tries: five in a quarter of an hour per key. Kept in memory, by the monotonic clock: setting the time back frees nobody. */
export class Throttle {
  readonly #clock: Clock;
  readonly #tries = new Map<string, MonoMs[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Counts a try for every key, before the slow check, so that tries sent side by side are limited too.
   * @throws CallerError `throttled` when one of them has had too many
   */
  admit(...keys: readonly string[]): void {
    const wait = Math.max(0, ...keys.map((key) => this.lockedMinutes(key) ?? 0));
    if (wait > 0) throw new CallerError('throttled', `too many tries; wait ${wait} min`, 429, { minutes: wait });
    for (const key of keys) this.#tries.set(key, [...this.#recent(key), this.#clock.mono()]);
    while (this.#tries.size > MOST_KEYS) this.#tries.delete(this.#tries.keys().next().value ?? '');
  }

  /** The last try of a key was right: it does not count. Those before it do. */
  forgive(key: string): void {
    this.#tries.set(key, this.#recent(key).slice(0, -1));
  }

  clear(key: string): void {
    this.#tries.delete(key);
  }

  /** Whole minutes until a key may be tried again; null when it may now. */
  lockedMinutes(key: string): number | null {
    const recent = this.#recent(key);
    const [oldest] = recent;
    if (recent.length < TRIES || oldest === undefined) return null;
    return Math.ceil(elapsed(this.#clock.mono(), after(oldest, WINDOW)) / 60_000);
  }

  #recent(key: string): MonoMs[] {
    const now = this.#clock.mono();
    return (this.#tries.get(key) ?? []).filter((at) => elapsed(at, now) < WINDOW);
  }
}
