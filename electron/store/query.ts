import * as v from 'valibot';
import { InternalError } from '../../shared/errors.ts';
import type { Database } from './database.ts';

/** A prepared query whose every row is validated: a database file is input like any other. */
export interface Query<Row> {
  all(...parameters: unknown[]): Row[];
  get(...parameters: unknown[]): Row | undefined;
}

type RowSchema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

/** Reads sealed JSON. @throws InternalError that names only the place and the rule: the value itself is personal data */
export function parsed<S extends RowSchema>(schema: S, json: string, what: string): v.InferOutput<S> {
  const result = v.safeParse(schema, JSON.parse(json));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new InternalError(
    'bad-row',
    `a sealed ${what} does not have the expected shape: ${v.getDotPath(issue) ?? '?'} (${issue.type})`,
  );
}

/** Prepares `sql` and validates each row against `row`. */
export function query<S extends RowSchema>(db: Database, row: S, sql: string): Query<v.InferOutput<S>> {
  const statement = db.prepare(sql);
  const read = (raw: unknown): v.InferOutput<S> => {
    const result = v.safeParse(row, raw);
    if (result.success) return result.output;
    const [issue] = result.issues;
    // The value itself may be personal data: only the place and the rule are named.
    throw new InternalError(
      'bad-row',
      `a stored row does not have the expected shape: ${v.getDotPath(issue) ?? '?'} (${issue.type})`,
      { sql },
    );
  };
  return {
    all: (...parameters) => statement.all(...parameters).map(read),
    get: (...parameters) => {
      const raw = statement.get(...parameters);
      return raw === undefined ? undefined : read(raw);
    },
  };
}

/** A column holding 0 or 1. */
export const Flag = v.pipe(
  v.picklist([0, 1]),
  v.transform((n) => n === 1),
);

/** A column holding JSON of the given shape. */
export const Json = <S extends RowSchema>(shape: S) => v.pipe(v.string(), v.parseJson(), shape);
