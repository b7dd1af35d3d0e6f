import type { EpochMs, Millis, MonoMs } from './units.ts';

/** The two kinds of time, injected everywhere so that tests can drive them and no rule mixes them up. */
export interface Clock {
  /** Wall time, for records and for what people read. It may jump in either direction. */
  wall(): EpochMs;
  /** Monotonic time, for every duration and deadline. */
  mono(): MonoMs;
  /** Runs `action` once after `delay`; returns a function that cancels it. */
  after(delay: Millis, action: () => void): () => void;
  /** Runs `action` every `period` until the returned function is called. */
  every(period: Millis, action: () => void): () => void;
}
