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

/** The same clock, whose timers survive a fault in what they run: it is reported, and a periodic one goes on. */
export function guarded(clock: Clock, report: (error: unknown) => void): Clock {
  const guard = (action: () => void) => () => {
    try {
      action();
    } catch (error) {
      report(error);
    }
  };
  return {
    wall: () => clock.wall(),
    mono: () => clock.mono(),
    after: (delay, action) => clock.after(delay, guard(action)),
    every: (period, action) => clock.every(period, guard(action)),
  };
}
