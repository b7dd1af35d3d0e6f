import * as v from 'valibot';

/** Why a value was not accepted, as a code the page has words for. */
export type Problem =
  | 'missing'
  | 'not-a-number'
  | 'too-small'
  | 'too-large'
  | 'too-short'
  | 'too-long'
  | 'none-chosen'
  | 'bad-date'
  | 'bad-time'
  | 'bad-code'
  | 'bad-pin'
  | 'bad-badge'
  | 'less-than-above'
  | 'far-not-weaker'
  | 'ends-before-start'
  | 'not-rising'
  | 'bad-address'
  | 'bad-certificate'
  | 'bad-topic'
  | 'bad-braces'
  | 'bad-email'
  | 'not-later'
  | 'bad-colour'
  | 'not-accepted';

/** A problem beside its field. `limit` is the bound that was broken, `said` the station's own English sentence. */
export interface FieldProblem {
  readonly path: string;
  readonly problem: Problem;
  readonly limit: number | null;
  readonly said: string | null;
}

const byType: Readonly<Record<string, Problem>> = {
  min_value: 'too-small',
  max_value: 'too-large',
  max_length: 'too-long',
  safe_integer: 'not-a-number',
  finite: 'not-a-number',
  number: 'not-a-number',
  email: 'bad-email',
  iso_date: 'bad-date',
};

/** Rules that only a field's name tells apart: a pattern, or a check across two fields. */
const byField: Readonly<Record<string, Problem>> = {
  'regex code': 'bad-code',
  'regex pin': 'bad-pin',
  'regex badge': 'bad-badge',
  'regex opens': 'bad-time',
  'regex closes': 'bad-time',
  'regex url': 'bad-address',
  'regex paper': 'bad-colour',
  'regex ink': 'bad-colour',
  'regex primary': 'bad-colour',
  'regex warm': 'bad-colour',
  'check authority': 'bad-certificate',
  'check topic': 'bad-topic',
  'check name': 'missing',
  'check contact': 'missing',
  'check payload': 'bad-braces',
  'check clearPayload': 'bad-braces',
  'check perEmployeeCents': 'less-than-above',
  'check perDayCents': 'less-than-above',
  'check farDbm': 'far-not-weaker',
  'check proposeFrom': 'not-rising',
  'check callFrom': 'not-rising',
  'raw_check afterMs': 'not-later',
  'check ends': 'not-later',
  'check closes': 'not-later',
  'regex starts': 'bad-time',
  'regex ends': 'bad-time',
  'check endsOn': 'ends-before-start',
  'min_length receivers': 'none-chosen',
  'min_length password': 'too-short',
  'min_length next': 'too-short',
};

function problemOf(issue: v.BaseIssue<unknown>, path: string): Problem {
  const field = path.split('.').at(-1) ?? '';
  if (issue.input === undefined || issue.input === '') return 'missing';
  return byField[`${issue.type} ${field}`] ?? byType[issue.type] ?? (issue.type === 'min_length' ? 'missing' : 'not-accepted');
}

/** Checks a form's values against the contract's own schema: the first problem of each field, or the value to send. */
export function check<S extends v.GenericSchema>(
  schema: S,
  values: unknown,
): { readonly value: v.InferOutput<S> | null; readonly problems: readonly FieldProblem[] } {
  const result = v.safeParse(schema, values);
  if (result.success) return { value: result.output, problems: [] };
  const problems = new Map<string, FieldProblem>();
  for (const issue of result.issues) {
    const path = v.getDotPath(issue) ?? '';
    if (problems.has(path)) continue;
    const limit = typeof issue.requirement === 'number' ? issue.requirement : null;
    problems.set(path, { path, problem: problemOf(issue, path), limit, said: null });
  }
  return { value: null, problems: [...problems.values()] };
}

/** Problems the station found, which this page's own check could not see. */
export const fromStation = (issues: readonly { readonly path: string; readonly message: string }[]): FieldProblem[] =>
  issues.map(({ path, message }) => ({ path, problem: 'not-accepted', limit: null, said: message }));
