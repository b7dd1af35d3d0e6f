import { type Millis, millis } from '../../shared/units.ts';

/**
 * The share of one core that looking may take before it slows down to its slowest. Small, because the page, the video and the
 * transfer cost as much again, and all of it together must stay under 15 % while nobody is there.
 */
const CORE_SHARE = 0.06;
const FASTEST = millis(200);
const SLOWEST = millis(500);

/** How long to rest after a look that took `cost`: two to five looks a second. */
export const restAfter = (cost: Millis): Millis =>
  millis(Math.max(0, Math.min(SLOWEST, Math.max(FASTEST, cost / CORE_SHARE)) - cost));
