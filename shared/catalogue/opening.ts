import { Temporal } from 'temporal-polyfill';

/** Opening hours of one day, `HH:MM` in the store's time zone. Closing at or before opening means after midnight. */
export interface Hours {
  readonly opens: string;
  readonly closes: string;
}

/** Monday first, seven entries; null is closed. */
export type Week = readonly (Hours | null)[];

export interface Opening {
  readonly open: boolean;
  /** Hours of the given day. */
  readonly today: Hours | null;
  /** When it closes, if it is open. */
  readonly closesAt: string | null;
  /** When it opens next, if it is closed; null when it never does. */
  readonly next: { readonly date: string; readonly opens: string } | null;
}

const pastMidnight = (hours: Hours): boolean => hours.closes <= hours.opens;

/** Whether the store is open at a local date (`YYYY-MM-DD`) and time (`HH:MM`). The caller owns the time zone. */
export function openingAt(week: Week, date: string, time: string): Opening {
  const day = Temporal.PlainDate.from(date);
  const hoursOn = (offset: number): Hours | null => week[(((day.dayOfWeek - 1 + offset) % 7) + 7) % 7] ?? null;
  const today = hoursOn(0);
  const yesterday = hoursOn(-1);

  const running =
    today !== null && time >= today.opens && (pastMidnight(today) || time < today.closes)
      ? today
      : yesterday !== null && pastMidnight(yesterday) && time < yesterday.closes
        ? yesterday
        : null;
  if (running !== null) return { open: true, today, closesAt: running.closes, next: null };

  for (let offset = 0; offset <= 7; offset += 1) {
    const hours = hoursOn(offset);
    if (hours === null || (offset === 0 && time >= hours.opens)) continue;
    return { open: false, today, closesAt: null, next: { date: day.add({ days: offset }).toString(), opens: hours.opens } };
  }
  return { open: false, today, closesAt: null, next: null };
}
