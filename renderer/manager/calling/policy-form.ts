import type { CallLevel, EscalationPolicy, Input, Language } from '../../../shared/contract/index.ts';
import { parseNumber, writeNumber } from '../forms/parse.ts';

/** The first people to hear of a call. */
export const firstReaches = ['matching', 'available', 'on-duty'] as const;

/** A policy as it is typed: seconds, and minutes for the long waits. An empty step is left out. */
export interface PolicyDraft {
  readonly first: (typeof firstReaches)[number];
  readonly onDuty: string;
  readonly manager: string;
  readonly unanswered: string;
  readonly receipt: string;
  readonly lease: string;
  readonly repeat: string;
  readonly stillThere: string;
  readonly overdue: string;
}

/** A saved policy as the fields of the form. */
export function draftOf(policy: EscalationPolicy, language: Language): PolicyDraft {
  const write = (ms: number, unit: number) => writeNumber(ms / unit, language);
  const step = (reach: CallLevel) => {
    const found = policy.steps.find((one, i) => i > 0 && one.reach === reach);
    return found === undefined ? '' : write(found.afterMs, 1000);
  };
  return {
    first: firstReaches.find((reach) => reach === policy.steps[0]?.reach) ?? 'matching',
    onDuty: step('on-duty'),
    manager: step('manager'),
    unanswered: step('unanswered'),
    receipt: write(policy.receiptWithinMs, 1000),
    lease: write(policy.leaseMs, 1000),
    repeat: write(policy.repeatMs, 1000),
    stillThere: write(policy.stillThereAfterMs, 60_000),
    overdue: write(policy.overdueAfterMs, 60_000),
  };
}

const later = [
  ['onDuty', 'on-duty'],
  ['manager', 'manager'],
  ['unanswered', 'unanswered'],
] as const;

/** The steps after the first that a draft has, in their order. The last is never left out. */
const stepsOf = (draft: PolicyDraft) =>
  later.filter(
    ([field, reach]) =>
      field === 'unanswered' || (draft[field].trim() !== '' && !(reach === 'on-duty' && draft.first === 'on-duty')),
  );

/** The draft as the contract wants it. */
export function readPolicy(draft: PolicyDraft): unknown {
  const times = (text: string, unit: number) => {
    const number = parseNumber(text);
    return typeof number === 'number' ? Math.round(number * unit) : number;
  };
  return {
    steps: [
      { afterMs: 0, reach: draft.first },
      ...stepsOf(draft).map(([field, reach]) => ({ afterMs: times(draft[field], 1000), reach })),
    ],
    receiptWithinMs: times(draft.receipt, 1000),
    leaseMs: times(draft.lease, 1000),
    repeatMs: times(draft.repeat, 1000),
    stillThereAfterMs: times(draft.stillThere, 60_000),
    overdueAfterMs: times(draft.overdue, 60_000),
  } satisfies Record<keyof Input<'manager/escalation-save'>['policy'], unknown>;
}

/** Where the contract finds a field of the draft. */
export function pathOf(draft: PolicyDraft, field: 'onDuty' | 'manager' | 'unanswered'): string {
  const index = stepsOf(draft).findIndex(([name]) => name === field);
  return `steps.${index + 1}.afterMs`;
}
