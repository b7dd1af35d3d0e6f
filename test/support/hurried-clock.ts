import { systemClock } from '../../electron/clock.ts';
import { monoMs } from '../../shared/units.ts';
import { openClock } from './open-clock.ts';
import { VirtualClock } from './virtual-clock.ts';

/** How often the real time that has passed is handed on. */
const STEP_MS = 20;

/**
 * The time of {@link openClock}, which a test can also hurry: it runs at the ordinary pace, and `hurry` lets a wait of the station pass at once,
 * with every timer fired in its order. Timers come up to {@link STEP_MS} late, as on a busy machine.
 */
export class HurriedClock extends VirtualClock {
  #last = systemClock.mono();
  #held = false;
  readonly #pump = setInterval(() => {
    // Whole milliseconds: the wall clock of a real machine has no others.
    const passed = Math.floor(systemClock.mono() - this.#last);
    this.#last = monoMs(this.#last + passed);
    if (!this.#held) this.advance(passed);
  }, STEP_MS);

  constructor() {
    super(new Date(openClock.wall()).toISOString());
  }

  hurry(ms: number): void {
    this.advance(ms);
  }

  /** Stands still, so that no wait of the station ends while a slow machine looks at a screen. */
  hold(): void {
    this.#held = true;
  }

  release(): void {
    this.#held = false;
  }

  stop(): void {
    clearInterval(this.#pump);
  }
}
