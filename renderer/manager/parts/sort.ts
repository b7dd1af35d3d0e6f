/** What a column sorts by. */
export type SortKey = string | number | boolean | null;

export interface Sorting {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** The sorting after the column's heading was pressed: the same column turns round, another starts ascending. */
export function pressed(current: Sorting | null, column: string): Sorting {
  if (current?.column !== column) return { column, direction: 'ascending' };
  return { column, direction: current.direction === 'ascending' ? 'descending' : 'ascending' };
}

/**
 * Sorts without touching the input: text as the language orders it (accents, digits as numbers), missing values last in either
 * direction, and equal rows in the order they came.
 */
export function sorted<R>(
  rows: readonly R[],
  key: (row: R) => SortKey,
  direction: Sorting['direction'],
  language: string,
): readonly R[] {
  const words = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const sign = direction === 'ascending' ? 1 : -1;
  const compare = (a: SortKey, b: SortKey): number => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    if (typeof a === 'string' && typeof b === 'string') return sign * words.compare(a, b);
    return sign * (Number(a) - Number(b));
  };
  return rows.toSorted((a, b) => compare(key(a), key(b)));
}

/** Text made comparable for a filter box: no accents, no capitals. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Whether every word of the filter occurs somewhere in the text. */
export const matches = (text: string, filter: string): boolean => {
  const haystack = plain(text);
  return plain(filter)
    .split(/\s+/)
    .every((word) => haystack.includes(word));
};
