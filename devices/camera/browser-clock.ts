import type { Clock } from '../../shared/clock.ts';
import { epochMs, monoMs } from '../../shared/units.ts';

/** The clock of a page or a worker. */
export const browserClock: Clock = {
  wall: () => epochMs(Date.now()),
  mono: () => monoMs(performance.now()),
  after(delay, action) {
    const timer = setTimeout(action, delay);
    return () => clearTimeout(timer);
  },
  every(period, action) {
    const timer = setInterval(action, period);
    return () => clearInterval(timer);
  },
};
