import * as v from 'valibot';
import { plain, visible } from '../../../shared/contract/values.ts';
import type { ImportTally } from './tally.ts';

/** An identifier cell. */
export const IdCell = v.pipe(
  v.string(),
  v.nonEmpty('is empty'),
  v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'may hold 1 to 64 letters, digits, - and _ only'),
);

/** A text cell of at most `max` characters, as the contract takes it. */
export const TextCell = (max: number) =>
  v.pipe(
    v.string(),
    v.transform(plain),
    v.trim(),
    v.regex(visible, 'is empty'),
    v.maxLength(max, `is longer than ${max} characters`),
  );

/** A whole number between `min` and `max`. */
export const IntegerCell = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.nonEmpty('is empty'),
    v.regex(/^-?\d{1,9}$/, 'is not a whole number'),
    v.transform(Number),
    v.minValue(min, `is less than ${min}`),
    v.maxValue(max, `is more than ${max}`),
  );

/** Reads one row, or reports its first problem with the name of the column. */
export function readRow<S extends v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>>(
  schema: S,
  row: unknown,
  line: number,
  tally: ImportTally,
): v.InferOutput<S> | null {
  const result = v.safeParse(schema, row, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const column = v.getDotPath(issue);
  // Our own words only: valibot's default messages repeat the value.
  tally.refuse(line, column, issue.type === 'string' ? 'is not text' : issue.message);
  return null;
}
