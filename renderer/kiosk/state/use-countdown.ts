import { useEffect, useState } from 'react';
import { useStation } from './station.ts';

/** Counts down from a remaining time that came with the last snapshot. */
export function useCountdown(remainingMs: number, tickMs = 250): number {
  const arrivedAt = useStation((s) => s.arrivedAt);
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), tickMs);
    return () => clearInterval(timer);
  }, [tickMs]);
  return Math.max(0, remainingMs - Math.max(0, now - arrivedAt));
}

/** Counts on from a duration that came with the last snapshot. */
export function useCountup(sinceMs: number, tickMs = 1_000): number {
  const gone = useCountdown(Number.MAX_SAFE_INTEGER, tickMs);
  return sinceMs + (Number.MAX_SAFE_INTEGER - gone);
}
