import type { Clock } from '../../shared/clock.ts';
import { seconds } from '../../shared/units.ts';
import { type Watch, type WatchEffect, type WatchEvent, watch, watchFrom } from './watchdog.ts';

/** Drives the watchdog's rules with a real clock and hands out what must be done. */
export class PageWatch {
  readonly #clock: Clock;
  readonly #recover: (effect: WatchEffect) => void;
  #state: Watch | null = null;
  #stop: () => void = () => {};

  constructor(clock: Clock, recover: (effect: WatchEffect) => void) {
    this.#clock = clock;
    this.#recover = recover;
  }

  start(): void {
    if (this.#state !== null) return;
    this.#state = watchFrom(this.#clock.mono());
    this.#stop = this.#clock.every(seconds(5), () => this.tell({ type: 'tick' }));
  }

  stop(): void {
    this.#stop();
    this.#state = null;
  }

  tell(event: WatchEvent): void {
    if (this.#state === null) return;
    const [next, effect] = watch(this.#state, event, this.#clock.mono());
    this.#state = next;
    if (effect !== null) this.#recover(effect);
  }
}
