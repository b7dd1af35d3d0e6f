import { useState } from 'react';
import type * as v from 'valibot';
import { Refused } from '../../api.ts';
import { check, type FieldProblem, fromStation } from './check.ts';

/** How sending a form stands. `refused` carries a code the page has words for. */
export type Sending = { readonly kind: 'idle' | 'sending' | 'saved' } | { readonly kind: 'refused'; readonly code: string };

export interface Form<D> {
  readonly draft: D;
  readonly sending: Sending;
  /** Changes part of the draft; its fields are judged from now on. */
  change(part: Partial<D>, ...paths: string[]): void;
  /** The problem to show beside a field: nothing before it was touched. */
  problem(path: string): FieldProblem | null;
  submit(): Promise<void>;
}

interface Rules<D, S extends v.GenericSchema> {
  readonly initial: D;
  readonly schema: S;
  /** The draft as the contract wants it; what cannot be read becomes null, what is missing undefined. */
  read(draft: D): unknown;
  save(value: v.InferInput<S>): Promise<unknown>;
  /** Refusals of the station that belong to one field. */
  readonly fieldOf?: Readonly<Record<string, string>>;
}

/** A form that is checked as it is typed, by the contract's own schema, and keeps everything typed whatever the station answers. */
export function useForm<D, S extends v.GenericSchema>(rules: Rules<D, S>): Form<D> {
  const [draft, setDraft] = useState(rules.initial);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const [found, setFound] = useState<readonly FieldProblem[]>([]);
  const [sending, setSending] = useState<Sending>({ kind: 'idle' });
  const { value, problems } = check(rules.schema, rules.read(draft));

  return {
    draft,
    sending,
    change(part, ...paths) {
      const changed = [...Object.keys(part as object), ...paths];
      setDraft((before) => ({ ...before, ...part }));
      setTouched((before) => new Set([...before, ...changed]));
      setFound((before) => before.filter((problem) => !changed.includes(problem.path)));
      setSending({ kind: 'idle' });
    },
    problem: (path) =>
      found.find((problem) => problem.path === path) ??
      (all || touched.has(path) ? (problems.find((problem) => problem.path === path) ?? null) : null),
    async submit() {
      setAll(true);
      setFound([]);
      if (value === null) return setSending({ kind: 'refused', code: 'see-fields' });
      setSending({ kind: 'sending' });
      try {
        await rules.save(value as v.InferInput<S>);
        setSending({ kind: 'saved' });
      } catch (error) {
        const refused = error instanceof Refused ? error : new Refused('unreachable', '');
        const field = rules.fieldOf?.[refused.code];
        const issues = fromStation(field === undefined ? refused.issues : [{ path: field, message: refused.code }]);
        setFound(issues);
        setSending({ kind: 'refused', code: issues.length > 0 ? 'see-fields' : refused.code });
      }
    },
  };
}
