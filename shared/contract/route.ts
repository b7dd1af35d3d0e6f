import type * as v from 'valibot';

/**
 * Who may call a route. `anyone` needs nothing; `kiosk` is the page on this station's own screen; `device` is an enrolled browser, whoever
 * holds it; `operator` holds the boot secret.
 */
export type Role = 'anyone' | 'kiosk' | 'device' | 'employee' | 'manager' | 'operator';

type AnySchema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

/** One entry of the contract: `POST /api/<name>` with a validated body and a validated answer. */
export interface Route<I extends AnySchema = AnySchema, O extends AnySchema = AnySchema> {
  readonly role: Role;
  readonly input: I;
  readonly output: O;
  /** `bytes`: the body is a file sent as it is (CSV), not JSON. */
  readonly body: 'json' | 'bytes';
}

/** Declares a route that takes and gives JSON. */
export const route = <I extends AnySchema, O extends AnySchema>(role: Role, input: I, output: O): Route<I, O> => ({
  role,
  input,
  output,
  body: 'json',
});

/** Declares a route whose body is a file. */
export const upload = <I extends AnySchema, O extends AnySchema>(role: Role, input: I, output: O): Route<I, O> => ({
  role,
  input,
  output,
  body: 'bytes',
});
