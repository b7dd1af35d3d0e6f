import type { Clock } from '../../../shared/clock.ts';
import { epochMs, type Millis, monoMs } from '../../../shared/units.ts';

/** A clock that stands still until told otherwise. Mirrors the real one's rule that a cancelled action never runs. */
export class VirtualClock implements Clock {
  #now = 0;
  #timers: { at: number; period: number | null; action: () => void }[] = [];

  wall = () => epochMs(1_700_000_000_000 + this.#now);
  mono = () => monoMs(this.#now);

  after(delay: Millis, action: () => void): () => void {
    return this.#add(delay, null, action);
  }

  every(period: Millis, action: () => void): () => void {
    return this.#add(period, period, action);
  }

  /** Timers that would still run. */
  get pending(): number {
    return this.#timers.length;
  }

  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = this.#timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#now = due.at;
      if (due.period === null) this.#timers = this.#timers.filter((timer) => timer !== due);
      else due.at += due.period;
      due.action();
    }
    this.#now = end;
  }

  #add(delay: number, period: number | null, action: () => void): () => void {
    const timer = { at: this.#now + delay, period, action };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }
}
