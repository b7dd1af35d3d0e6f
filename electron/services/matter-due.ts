import { calendarDays } from '../../shared/voice/due.ts';
import type { StoreHours } from './store-hours.ts';
import { daysBefore } from './store-time.ts';

/** The day by which an answer is promised, from today on. @param workingDays days on which the store is open */
export function dueFrom(hours: StoreHours, workingDays: number): string {
  const { date, weekday } = hours.now();
  const open = hours.settings().week.map((day) => day !== null);
  return daysBefore(date, -calendarDays(weekday, workingDays, open));
}
