/** Context that helps whoever reads the error; never personal data. */
export type ErrorContext = Readonly<Record<string, string | number | boolean | null>>;

/** Root of every error this project throws. The subclass says whose fault it is. */
export abstract class PrevenanceError extends Error {
  readonly code: string;
  readonly context: ErrorContext;

  constructor(code: string, message: string, context: ErrorContext = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.context = context;
    this.name = new.target.name;
  }
}

/** The operator can mend it: configuration, disk, port, rights. The message says how. */
export class OperatorError extends PrevenanceError {}

/** The caller sent something that cannot be done. Becomes a 4xx answer. */
export class CallerError extends PrevenanceError {
  readonly status: number;

  constructor(code: string, message: string, status = 400, context: ErrorContext = {}) {
    super(code, message, context);
    this.status = status;
  }
}

/** Our own mistake: an invariant did not hold. */
export class InternalError extends PrevenanceError {}
