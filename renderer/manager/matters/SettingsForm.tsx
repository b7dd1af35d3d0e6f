import { Trans, useLingui } from '@lingui/react';
import { MatterSettings, type Output } from '../../../shared/contract/index.ts';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { parseNumber } from '../forms/parse.ts';
import { useForm } from '../forms/use-form.ts';
import { Changed } from '../parts/Changed.tsx';
import { Select } from '../parts/Select.tsx';
import { useActions } from '../use-house.tsx';

interface SettingsFormProps {
  readonly known: Output<'manager/matters'>;
  readonly onSaved: () => Promise<void>;
}

/** What shoppers are promised, and who gets what they write. */
export function SettingsForm({ known, onSaved }: SettingsFormProps) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const { settings, employees, changed } = known;
  const form = useForm({
    initial: { dueDays: String(settings.dueDays), keptMonths: String(settings.keptMonths), owner: settings.owner ?? '' },
    schema: MatterSettings,
    read: ({ dueDays, keptMonths, owner }) => ({
      dueDays: parseNumber(dueDays),
      keptMonths: parseNumber(keptMonths),
      owner: owner === '' ? null : owner,
    }),
    async save(next) {
      await call('manager/matter-settings', next);
      await onSaved();
    },
  });
  return (
    <section className="panel">
      <h2>
        <Trans id="manager.matter.settings" message="What is promised" />
      </h2>
      <FormFrame onSubmit={form.submit} sending={form.sending} label={<Trans id="manager.save" message="Save" />}>
        <div className="pair">
          <FormField
            form={form}
            name="dueDays"
            inputMode="numeric"
            label={<Trans id="manager.matter.due-days" message="An answer within (working days)" />}
            hint={<Trans id="manager.matter.due-days.hint" message="Days on which the store opens. The kiosk says the date." />}
          />
          <FormField
            form={form}
            name="keptMonths"
            inputMode="numeric"
            label={<Trans id="manager.matter.kept" message="Erased after (months)" />}
            hint={<Trans id="manager.matter.kept.hint" message="From the answer or the end on, whichever is later." />}
          />
        </div>
        <Select
          label={<Trans id="manager.matter.default-owner" message="New ones go to" />}
          value={form.draft.owner}
          onChange={(owner) => form.change({ owner })}
          options={[
            {
              value: '',
              label: i18n._({ id: 'manager.matter.by-rota', message: 'a manager who is expected by the rota at that moment' }),
            },
            ...employees.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </FormFrame>
      <p className="soft small">
        <Changed changed={changed} />
      </p>
    </section>
  );
}
