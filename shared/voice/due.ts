/**
 * After how many calendar days a number of working days is over.
 * @param weekday of the day that is not counted itself; 0 is Monday
 * @param open whether the store is open, Monday first; a store that never opens is taken to work every day
 */
export function calendarDays(weekday: number, workingDays: number, open: readonly boolean[]): number {
  const works = open.some(Boolean) ? open : open.map(() => true);
  let days = 0;
  for (let left = workingDays; left > 0; ) {
    days += 1;
    if (works[(weekday + days) % works.length]) left -= 1;
  }
  return days;
}
