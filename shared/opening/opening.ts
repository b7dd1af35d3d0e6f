import type { Opening } from '../contract/opening.ts';

/** Hours of one day, `HH:MM`; null is closed. */
export type DayHours = { readonly opens: string; readonly closes: string } | null;

export interface Day {
  readonly date: string;
  readonly hours: DayHours;
}

/** From here on a shopper is told how many minutes are left. */
const SOON = 30;

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/**
 * What a store says of itself at a moment of its own day.
 * @param time `HH:MM` in the store
 * @param days today and the days after it, in order
 */
export function openingAt(time: string, [today, ...later]: readonly Day[]): Opening {
  const hours = today?.hours ?? null;
  if (hours !== null && time < hours.opens) return { kind: 'opens-today', opens: hours.opens, closes: hours.closes };
  if (hours !== null && time < hours.closes) {
    const left = minutesOf(hours.closes) - minutesOf(time);
    return { kind: 'open', opens: hours.opens, closes: hours.closes, closesInMinutes: left <= SOON ? left : null };
  }
  const next = later.findIndex((day) => day.hours !== null);
  const day = later[next];
  if (day === undefined || day.hours === null) return { kind: 'closed' };
  return { kind: 'opens-later', date: day.date, opens: day.hours.opens, inDays: next + 1 };
}
