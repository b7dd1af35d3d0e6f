import type { Clock } from '../../shared/clock.ts';
import { type EpochMs, epochMs, type Millis, type MonoMs, monoMs } from '../../shared/units.ts';

interface Timer {
  due: number;
  readonly period: number | null;
  readonly action: () => void;
}

/**
 * Both clocks under the test's control. Mirrors the real ones: timers fire in order of their due time, an action may cancel or add
 * timers, and the wall clock can jump without moving the monotonic one.
 */
export class VirtualClock implements Clock {
  #mono = 1_000;
  #wall: number;
  readonly #timers = new Set<Timer>();

  constructor(start = '2026-11-23T10:00:00Z') {
    this.#wall = Date.parse(start);
  }

  wall = (): EpochMs => epochMs(this.#wall);
  mono = (): MonoMs => monoMs(this.#mono);

  after(delay: Millis, action: () => void): () => void {
    return this.#add({ due: this.#mono + delay, period: null, action });
  }

  every(period: Millis, action: () => void): () => void {
    return this.#add({ due: this.#mono + period, period, action });
  }

  /** Timers that would still run. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Moves both clocks on, firing what falls due on the way. */
  advance(ms: number): void {
    const end = this.#mono + ms;
    for (;;) {
      const next = this.#next();
      if (next === undefined || next.due > end) break;
      this.#moveTo(Math.max(this.#mono, next.due));
      if (next.period === null) this.#timers.delete(next);
      else next.due += next.period;
      next.action();
    }
    this.#moveTo(end);
  }

  /** Somebody sets the wall clock; no time passes. */
  jump(ms: number): void {
    this.#wall += ms;
  }

  /** The timer that is due first; of several, the one that was set first. */
  #next(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers) if (first === undefined || timer.due < first.due) first = timer;
    return first;
  }

  #moveTo(mono: number): void {
    this.#wall += mono - this.#mono;
    this.#mono = mono;
  }

  #add(timer: Timer): () => void {
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }
}
