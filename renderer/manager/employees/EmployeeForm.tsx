import { Trans } from '@lingui/react';
import { EmployeeSettings, type Input } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { useForm } from '../forms/use-form.ts';
import { useFormFocus } from '../forms/use-form-focus.ts';
import { useActions } from '../use-house.tsx';

export function EmployeeForm(props: {
  readonly employee: Input<'manager/employee-save'>;
  readonly isNew: boolean;
  readonly onSaved: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const { call } = useActions();
  const heading = useFormFocus();
  const form = useForm({
    initial: { ...props.employee, pin: '', badge: '' },
    schema: EmployeeSettings,
    // An empty PIN keeps the present one; a new employee has none to keep.
    read: ({ badge, ...draft }) => ({
      ...draft,
      pin: draft.pin === '' ? (props.isNew ? undefined : null) : draft.pin,
      ...(badge === '' ? {} : { badge }),
    }),
    async save(employee) {
      await call('manager/employee-save', employee);
      await props.onSaved();
    },
    fieldOf: { 'code-taken': 'code', 'pin-needed': 'pin', 'badge-taken': 'badge' },
  });
  return (
    <section className="panel">
      <h2 ref={heading} tabIndex={-1}>
        {props.isNew ? <Trans id="manager.employees.new" message="New employee" /> : props.employee.name}
      </h2>
      <FormFrame
        onSubmit={form.submit}
        sending={form.sending}
        label={<Trans id="manager.save" message="Save" />}
        more={
          <Button onPress={props.onClose}>
            <Trans id="manager.cancel" message="Cancel" />
          </Button>
        }
      >
        <div className="pair">
          <FormField
            form={form}
            name="name"
            label={<Trans id="manager.employee.name" message="First name" />}
            hint={<Trans id="manager.employee.name-hint" message="Shoppers read it: “Léa is coming”." />}
          />
          <FormField
            form={form}
            name="code"
            label={<Trans id="manager.employee.code" message="Code" />}
            hint={<Trans id="manager.employee.code-hint" message="Typed at the staff page, 2 to 12 letters or digits." />}
          />
          <FormField
            form={form}
            name="pin"
            type="password"
            inputMode="numeric"
            autoComplete="new-password"
            label={
              props.isNew ? (
                <Trans id="manager.employee.pin" message="PIN" />
              ) : (
                <Trans id="manager.employee.new-pin" message="New PIN" />
              )
            }
            hint={
              props.isNew ? (
                <Trans id="manager.employee.pin-hint" message="4 to 8 digits. It cannot be read again later." />
              ) : (
                <Trans id="manager.employee.new-pin-hint" message="Leave empty to keep the present one." />
              )
            }
          />
          <FormField
            form={form}
            name="badge"
            autoComplete="off"
            label={<Trans id="manager.employee.badge" message="Badge number (optional)" />}
            hint={
              <Trans
                id="manager.employee.badge-hint"
                message="Read it in with the badge reader. It is used instead of the code, always with the PIN."
              />
            }
          />
        </div>
        <Toggle isSelected={form.draft.manager} onChange={(manager) => form.change({ manager })}>
          <Trans id="manager.employee.manager" message="Is told too when nobody answers a call" />
        </Toggle>
        <Toggle isSelected={form.draft.active} onChange={(active) => form.change({ active })}>
          <Trans id="manager.employee.may-log-in" message="May log in" />
        </Toggle>
      </FormFrame>
    </section>
  );
}
