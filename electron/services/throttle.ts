import type { Clock } from '../../shared/clock.ts';
import { CallerError } from '../../shared/errors.ts';
import { after, type EpochMs, elapsed, epochMs, type Millis, type MonoMs, millis, minutes } from '../../shared/units.ts';
import type { Context } from './context.ts';

/** A PIN has at least 10 000 values and argon2id takes about 50 ms: without a limit all of them fall in minutes. */
const TRIES = 5;
const WINDOW = minutes(15);
/** Keys come from outside: they are bounded. */
const MOST_KEYS = 10_000;

/** One try, as it is kept over a restart. */
export interface Try {
  readonly key: string;
  readonly at: EpochMs;
}

/** Where tries outlive the process. */
export interface TryMemory {
  read(): readonly Try[];
  write(tries: readonly Try[]): void;
}

/** Tries that are kept in a setting of the store. */
export const keptIn = ({ store, clock }: Context, key: 'pinTries' | 'matterTries'): TryMemory => ({
  read: () => store.settings.read(key) ?? [],
  write: (tries) => store.settings.write(key, [...tries], 'station', clock.wall()),
});

const forgetful: TryMemory = { read: () => [], write: () => {} };

/** Limits failed tries: five in a quarter of an hour (or another time) per key, by the monotonic clock: setting the time back frees nobody. */
export class Throttle {
  readonly #clock: Clock;
  readonly #memory: TryMemory;
  readonly #window: Millis;
  readonly #tries = new Map<string, MonoMs[]>();

  /** @param memory tries of before a restart count as long as the wall clock says, and never longer than a whole window */
  constructor(clock: Clock, memory: TryMemory = forgetful, window: Millis = WINDOW) {
    this.#clock = clock;
    this.#window = window;
    this.#memory = memory;
    for (const { key, at } of memory.read()) {
      const age = millis(Math.min(Math.max(clock.wall() - at, 0), window));
      this.#tries.set(key, [...(this.#tries.get(key) ?? []), after(clock.mono(), millis(-age))]);
    }
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
    this.#keep();
  }

  /** The last try of a key was right: it does not count. Those before it do. */
  forgive(key: string): void {
    this.#tries.set(key, this.#recent(key).slice(0, -1));
    this.#keep();
  }

  clear(key: string): void {
    this.#tries.delete(key);
    this.#keep();
  }

  /** Whole minutes until a key may be tried again; null when it may now. */
  lockedMinutes(key: string): number | null {
    const left = this.lockedFor(key);
    return left === null ? null : Math.ceil(left / 60_000);
  }

  /** Time until a key may be tried again; null when it may now. */
  lockedFor(key: string): Millis | null {
    const recent = this.#recent(key);
    const [oldest] = recent;
    if (recent.length < TRIES || oldest === undefined) return null;
    return elapsed(this.#clock.mono(), after(oldest, this.#window));
  }

  #keep(): void {
    const now = this.#clock.mono();
    const wall = this.#clock.wall();
    this.#memory.write(
      [...this.#tries.keys()].flatMap((key) =>
        this.#recent(key).map((at) => ({ key, at: epochMs(Math.round(wall - elapsed(at, now))) })),
      ),
    );
  }

  #recent(key: string): MonoMs[] {
    const now = this.#clock.mono();
    return (this.#tries.get(key) ?? []).filter((at) => elapsed(at, now) < this.#window);
  }
}
