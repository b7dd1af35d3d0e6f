import * as v from 'valibot';
import { GoodwillBudget, type Language } from '../../../shared/contract/index.ts';
import { parseEuros, writeEuros } from '../forms/parse.ts';

export const BudgetSettings = v.strictObject({ budget: v.nullable(GoodwillBudget) });

/** The budget as it stands in the form: amounts as typed. */
export interface BudgetDraft {
  readonly allowed: boolean;
  readonly perGesture: string;
  readonly perEmployee: string;
  readonly perDay: string;
}

/** Amounts proposed to a store that never had a budget, in cents. */
const usual = { perGestureCents: 1_000, perEmployeeCents: 3_000, perDayCents: 10_000 };

export function budgetDraft(budget: GoodwillBudget | null, language: Language): BudgetDraft {
  const { perGestureCents, perEmployeeCents, perDayCents } = budget ?? usual;
  return {
    allowed: budget !== null,
    perGesture: writeEuros(perGestureCents, language),
    perEmployee: writeEuros(perEmployeeCents, language),
    perDay: writeEuros(perDayCents, language),
  };
}

/** The form as the contract wants it. */
export const readBudget = (draft: BudgetDraft) => ({
  budget: draft.allowed
    ? {
        perGestureCents: parseEuros(draft.perGesture),
        perEmployeeCents: parseEuros(draft.perEmployee),
        perDayCents: parseEuros(draft.perDay),
      }
    : null,
});
