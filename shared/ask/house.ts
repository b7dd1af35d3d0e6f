import { askWords, setOf } from './words/index.ts';

/** Identifier of the one question that every store's own data answers. */
export const HOURS = 'hours';

/** Weekdays, Monday first, in every language. */
const weekdays = Array.from({ length: 7 }, (_, day) =>
  setOf(
    Object.values(askWords)
      .map((words) => words.weekdays[day])
      .join(' '),
  ),
);
const todays = setOf(
  Object.values(askWords)
    .map((words) => words.todays)
    .join(' '),
);

const tomorrows = new Set(Object.values(askWords).map((words) => words.tomorrow));

/** Days from today of the one day that was asked for; null when none was, or several were. @param today 0 is Monday */
export function daysAhead(words: readonly string[], today: number): number | null {
  const found = new Set<number>();
  for (const word of words) {
    const weekday = weekdays.findIndex((names) => names.has(word));
    if (weekday >= 0) found.add((weekday - today + 7) % 7);
    if (tomorrows.has(word)) found.add(1);
  }
  // "Dimanche soir" is about Sunday.
  if (found.size === 0 && words.some((word) => todays.has(word))) return 0;
  return found.size === 1 ? ([...found][0] as number) : null;
}

/** Identifier of what people ask a machine and no store answers. It is never shown; it only keeps other entries from being taken for it. */
export const NOT_OURS = 'not-ours';
