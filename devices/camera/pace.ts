import { type Millis, millis } from '../../shared/units.ts';

/** Period between looks that keeps the worker near this share of one core. */
const CORE_SHARE = 0.12;
const FASTEST = millis(200);
const SLOWEST = millis(500);

/** How long to rest after a look that took `cost`: two to five looks a second. */
export const restAfter = (cost: Millis): Millis =>
  millis(Math.max(0, Math.min(SLOWEST, Math.max(FASTEST, cost / CORE_SHARE)) - cost));
