import { describe, expect, it } from 'vitest';
import { check } from '../../../renderer/manager/forms/check.ts';
import { BudgetSettings, budgetDraft, readBudget } from '../../../renderer/manager/goodwill/budget-form.ts';
import { csvRows } from '../../../renderer/manager/goodwill/rows.ts';
import type { GoodwillEntry } from '../../../shared/contract/index.ts';
import { cents, epochMs } from '../../../shared/units.ts';

const draft = { allowed: true, perGesture: '10,00', perEmployee: '30', perDay: '100' };

describe('the budget form', () => {
  it('reads what it wrote, and switched off it is no budget', () => {
    const { value } = check(BudgetSettings, readBudget(draft));
    expect(value).toEqual({ budget: { perGestureCents: 1_000, perEmployeeCents: 3_000, perDayCents: 10_000 } });
    expect(readBudget(budgetDraft(value?.budget ?? null, 'fr'))).toEqual(value);
    expect(check(BudgetSettings, readBudget({ ...draft, allowed: false, perDay: 'x' })).value).toEqual({ budget: null });
  });
  it('says beside the field that a limit is below the one before it', () => {
    const { problems } = check(BudgetSettings, readBudget({ ...draft, perEmployee: '9' }));
    expect(problems).toMatchObject([{ path: 'budget.perEmployeeCents', problem: 'less-than-above' }]);
  });
});

it('the books leave as they were written, in the order of the days', () => {
  const entry = (id: string, more: Partial<GoodwillEntry>): GoodwillEntry => ({
    id,
    day: '2026-11-22',
    at: epochMs(0),
    amountCents: cents(550),
    reason: 'other',
    words: 'a, b',
    voucher: '123456789012',
    customerNumber: null,
    voided: false,
    by: 'Léa',
    ...more,
  });
  const rows = csvRows([entry('b', { voided: true }), entry('a', { day: '2026-11-21' })]);
  expect(rows.slice(1)).toEqual([
    ['2026-11-21', 'Léa', '5.50', 'other', 'a, b', '123456789012', null, 'no'],
    ['2026-11-22', 'Léa', '5.50', 'other', 'a, b', '123456789012', null, 'yes'],
  ]);
});
