import type { Dbm, Millis } from '../../units.ts';
import type { ReceiverId } from '../types.ts';

export type Place = 'inside' | 'outside';

/** What a receiver heard of the carried beacon. */
export interface WalkReading {
  /** Since the recording at this spot began. */
  readonly t: Millis;
  readonly receiver: ReceiverId;
  /** Corrected, as the zones take it. */
  readonly rssi: Dbm;
  readonly filtered: boolean;
}

/** One place somebody stood at, in order of time. */
export interface Spot {
  readonly place: Place;
  readonly readings: readonly WalkReading[];
}

/** How long a spot is recorded. */
export const spotLength = 20_000 as Millis;

/** The value that `share` of them do not exceed. The values need no order; there is at least one. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))]!;
}

/**
 * How well one receiver tells inside from outside: the probability that a reading inside is stronger than one outside (the
 * Mann-Whitney statistic; 0.5 is a coin, below it the two are the wrong way round). Silence is weaker than any reading; null when the
 * receiver heard nothing inside.
 */
export function separation(spots: readonly Spot[], receiver: ReceiverId): number | null {
  const at = (place: Place) =>
    spots
      .filter((spot) => spot.place === place)
      .flatMap((spot) => {
        const levels = spot.readings.filter((reading) => reading.receiver === receiver).map((reading) => reading.rssi as number);
        return levels.length > 0 ? levels : [Number.NEGATIVE_INFINITY];
      })
      .sort((a, b) => a - b);
  const inside = at('inside');
  const outside = at('outside');
  if (outside.length === 0 || !inside.some(Number.isFinite)) return null;
  let below = 0;
  let upTo = 0;
  let wins = 0;
  for (const level of inside) {
    while (below < outside.length && outside[below]! < level) below++;
    while (upTo < outside.length && outside[upTo]! <= level) upTo++;
    wins += (below + upTo) / 2;
  }
  return wins / (inside.length * outside.length);
}
