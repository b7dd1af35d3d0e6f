import { describe, expect, test } from 'vitest';
import { draftOf, pathOf, readPolicy } from '../../../renderer/manager/calling/policy-form.ts';
import { check } from '../../../renderer/manager/forms/check.ts';
import { defaultCallPolicy } from '../../../shared/assistance/policy.ts';
import { EscalationPolicy } from '../../../shared/contract/index.ts';

const { version: _, ...standard } = defaultCallPolicy;
const draft = draftOf(standard, 'fr');
const problems = (change: Partial<typeof draft>) => check(EscalationPolicy, readPolicy({ ...draft, ...change })).problems;

describe('the policy form', () => {
  test('gives back what it was given', () => {
    expect(check(EscalationPolicy, readPolicy(draft))).toEqual({ value: standard, problems: [] });
  });
  test('an empty step is left out, and the places of the others move up', () => {
    const without = { ...draft, onDuty: '' };
    expect(check(EscalationPolicy, readPolicy(without)).value?.steps.map((step) => step.reach)).toEqual([
      'matching',
      'manager',
      'unanswered',
    ]);
    expect(pathOf(without, 'unanswered')).toBe('steps.2.afterMs');
  });
  test('starting with everyone on duty needs no second step for them', () => {
    expect(problems({ first: 'on-duty' })).toEqual([]);
  });
  test('says beside which field what is wrong', () => {
    expect(problems({ manager: '20' })).toMatchObject([{ path: 'steps.2.afterMs', problem: 'not-later' }]);
    expect(problems({ unanswered: '' })).toMatchObject([{ path: 'steps.3.afterMs', problem: 'missing' }]);
    expect(problems({ unanswered: '700' })).toMatchObject([{ path: 'steps.3.afterMs', problem: 'too-large', limit: 600_000 }]);
    expect(problems({ lease: 'soon' })).toMatchObject([{ path: 'leaseMs', problem: 'not-a-number' }]);
  });
});
