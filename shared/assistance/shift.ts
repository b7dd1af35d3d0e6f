import type { Duty } from '../contract/assistance.ts';
import type { Shift } from '../contract/rota.ts';

/** A moment on the store's own calendar and clock. */
export interface LocalTime {
  /** 0 is Monday. */
  readonly weekday: number;
  /** `HH:MM` */
  readonly time: string;
}

/** Whether a shift goes on into the next day: the last minute of a day can be written, its end cannot. */
const goesOn = (shifts: readonly Shift[], { weekday, ends }: Shift): boolean =>
  ends === '23:59' && shifts.some((next) => next.weekday === (weekday + 1) % 7 && next.starts === '00:00');

/** The shift going on at a moment, or null. */
export const shiftAt = (shifts: readonly Shift[], { weekday, time }: LocalTime): Shift | null =>
  shifts.find((shift) => shift.weekday === weekday && shift.starts <= time && (time < shift.ends || goesOn(shifts, shift))) ??
  null;

/** Whether the last of the day's shifts is over. Without a shift that day nothing can be over. */
export function shiftIsOver(shifts: readonly Shift[], now: LocalTime): boolean {
  const today = shifts.filter((shift) => shift.weekday === now.weekday);
  return today.length > 0 && today.every((shift) => shift.ends <= now.time && !goesOn(shifts, shift));
}

/** What the rota has to say to an employee. It proposes; only they switch themselves on or off. */
export function dutyReminder(shifts: readonly Shift[], now: LocalTime, onDuty: boolean): Duty['reminder'] {
  if (!onDuty) return shiftAt(shifts, now) === null ? null : 'on';
  return shiftIsOver(shifts, now) ? 'off' : null;
}
