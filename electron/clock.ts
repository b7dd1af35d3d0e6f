import type { Clock } from '../shared/clock.ts';
import { epochMs, monoMs } from '../shared/units.ts';

/** The machine's own clocks and timers. Timers never keep the process alive: the server does. */
export const systemClock: Clock = {
  wall: () => epochMs(Date.now()),
  mono: () => monoMs(performance.now()),
  after: (delay, action) => {
    const timer = setTimeout(action, delay);
    timer.unref();
    return () => clearTimeout(timer);
  },
  every: (period, action) => {
    const timer = setInterval(action, period);
    timer.unref();
    return () => clearInterval(timer);
  },
};
