import type { ReceiverId } from '../types.ts';
import type { Place, Spot } from './walk.ts';

/** Width of a bar in dB: finer says more about the radio's rounding than about the place. */
export const binWidth = 2;

/** How many readings fell into `[dbm, dbm + binWidth)`. */
export interface Bin {
  readonly dbm: number;
  readonly inside: number;
  readonly outside: number;
}

/** The readings of one receiver by strength, weakest first, with no gap between the bins. Empty when it heard nothing. */
export function histogram(spots: readonly Spot[], receiver: ReceiverId): Bin[] {
  const counts = new Map<number, Record<Place, number>>();
  for (const { place, readings } of spots) {
    for (const reading of readings) {
      if (reading.receiver !== receiver) continue;
      const dbm = Math.floor(reading.rssi / binWidth) * binWidth;
      let bin = counts.get(dbm);
      if (bin === undefined) {
        bin = { inside: 0, outside: 0 };
        counts.set(dbm, bin);
      }
      bin[place]++;
    }
  }
  if (counts.size === 0) return [];
  const low = Math.min(...counts.keys());
  const high = Math.max(...counts.keys());
  return Array.from({ length: (high - low) / binWidth + 1 }, (_, i) => {
    const dbm = low + i * binWidth;
    return { dbm, ...(counts.get(dbm) ?? { inside: 0, outside: 0 }) };
  });
}
