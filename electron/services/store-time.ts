import { Temporal } from 'temporal-polyfill';
import { type EpochMs, epochMs } from '../../shared/units.ts';

/** A moment on the store's own calendar and clock. */
export interface LocalMoment {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` */
  readonly time: string;
  /** 0 is Monday. */
  readonly weekday: number;
  readonly hour: number;
}

const zoned = (at: EpochMs, timeZone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);

/** Whether a time zone name exists on this machine. */
export function isTimeZone(name: string): boolean {
  try {
    zoned(epochMs(0), name);
    return true;
  } catch {
    return false;
  }
}

export function localMoment(at: EpochMs, timeZone: string): LocalMoment {
  const z = zoned(at, timeZone);
  const two = (n: number) => String(n).padStart(2, '0');
  return { date: z.toPlainDate().toString(), time: `${two(z.hour)}:${two(z.minute)}`, weekday: z.dayOfWeek - 1, hour: z.hour };
}

/** First and last instant of a store-local day; a day with a clock change has 23 or 25 hours. */
export function dayBounds(date: string, timeZone: string): { from: EpochMs; to: EpochMs } {
  const start = Temporal.PlainDate.from(date).toZonedDateTime(timeZone);
  return { from: epochMs(start.epochMilliseconds), to: epochMs(start.add({ days: 1 }).epochMilliseconds) };
}

/** 0 is Monday. */
export const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek - 1;

/** `days` before a date. */
export const daysBefore = (date: string, days: number): string => Temporal.PlainDate.from(date).subtract({ days }).toString();

/** `months` before a date; the last day of a month that is shorter. */
export const monthsBefore = (date: string, months: number): string =>
  Temporal.PlainDate.from(date).subtract({ months }).toString();

/** The Monday of a date's week. */
export const mondayOf = (date: string): string => {
  const day = Temporal.PlainDate.from(date);
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
};

/** `years` before a date. */
export const yearsBefore = (date: string, years: number): string => Temporal.PlainDate.from(date).subtract({ years }).toString();
