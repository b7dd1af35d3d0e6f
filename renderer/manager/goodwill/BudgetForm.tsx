import { Trans } from '@lingui/react';
import type { GoodwillBudget } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { Toggle } from '../../ui/Toggle.tsx';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { useForm } from '../forms/use-form.ts';
import { useActions } from '../use-house.tsx';
import { BudgetSettings, budgetDraft, readBudget } from './budget-form.ts';

const CENTS_PER_EURO = 100;

interface BudgetFormProps {
  readonly budget: GoodwillBudget | null;
  readonly onSaved: () => Promise<void>;
}

/** What employees may give without asking. */
export function BudgetForm({ budget, onSaved }: BudgetFormProps) {
  const { call } = useActions();
  const form = useForm({
    initial: budgetDraft(budget, spoken()),
    schema: BudgetSettings,
    read: readBudget,
    async save(settings) {
      await call('manager/goodwill-budget', settings);
      await onSaved();
    },
  });
  const field = { form, scale: CENTS_PER_EURO, inputMode: 'decimal' } as const;
  return (
    <FormFrame onSubmit={form.submit} sending={form.sending} label={<Trans id="manager.save" message="Save" />}>
      <Toggle isSelected={form.draft.allowed} onChange={(allowed) => form.change({ allowed })}>
        <Trans id="manager.goodwill.allowed" message="Employees make gestures by their own judgement, without asking" />
      </Toggle>
      {form.draft.allowed && (
        <div className="pair">
          <FormField
            {...field}
            name="perGesture"
            path="budget.perGestureCents"
            also={['budget.perEmployeeCents']}
            label={<Trans id="manager.goodwill.per-gesture" message="One gesture at most (€)" />}
          />
          <FormField
            {...field}
            name="perEmployee"
            path="budget.perEmployeeCents"
            also={['budget.perDayCents']}
            label={<Trans id="manager.goodwill.per-employee" message="One employee, in a day (€)" />}
          />
          <FormField
            {...field}
            name="perDay"
            path="budget.perDayCents"
            label={<Trans id="manager.goodwill.per-day" message="The whole store, in a day (€)" />}
            hint={<Trans id="manager.goodwill.per-day-hint" message="The day ends at midnight in the store’s time zone." />}
          />
        </div>
      )}
    </FormFrame>
  );
}
