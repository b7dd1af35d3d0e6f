import { systemClock } from '../../electron/clock.ts';
import { localMoment } from '../../electron/services/store-time.ts';
import type { Clock } from '../../shared/clock.ts';
import { type EpochMs, epochMs } from '../../shared/units.ts';

const HALF_HOUR = 30 * 60_000;

/** The next moment at which the demo store is open and stays so for a while: what a kiosk says depends on it, and tests run at any hour. */
function nextOpen(from: EpochMs): EpochMs {
  for (let at = from; ; at = epochMs(at + HALF_HOUR)) {
    const { weekday, time } = localMoment(at, 'Europe/Paris');
    if (weekday < 6 && time >= '09:00' && time < '17:00') return at;
  }
}

const ahead = nextOpen(systemClock.wall()) - systemClock.wall();

/** The machine's clock, or that many hours ahead of it that the demo store is open. Ahead, so that what begins today has begun. */
export const openClock: Clock = { ...systemClock, wall: () => epochMs(systemClock.wall() + ahead) };
