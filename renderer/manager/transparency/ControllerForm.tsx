import { Trans } from '@lingui/react';
import { Controller, type Input } from '../../../shared/contract/index.ts';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { useForm } from '../forms/use-form.ts';
import { useActions } from '../use-house.tsx';

type Draft = Input<'manager/controller-save'>;

/** Who answers for the data of this store. */
export function ControllerForm({ controller }: { readonly controller: Draft }) {
  const { call } = useActions();
  const form = useForm({
    initial: controller,
    schema: Controller,
    read: (draft) => draft,
    save: (value) => call('manager/controller-save', value),
  });
  return (
    <FormFrame onSubmit={form.submit} sending={form.sending} label={<Trans id="manager.save" message="Save" />}>
      <section className="panel">
        <h2>
          <Trans id="manager.transparency.who" message="Who answers" />
        </h2>
        <p>
          <Trans
            id="manager.transparency.who.why"
            message="The law wants shoppers to know who decides about their data and how to reach them. Until you fill this in, they are told to ask the team."
          />
        </p>
        <div className="pair">
          <FormField
            form={form}
            name="name"
            also={['contact']}
            label={<Trans id="manager.transparency.name" message="Company" />}
          />
          <FormField
            form={form}
            name="address"
            also={['name']}
            label={<Trans id="manager.transparency.address" message="Address" />}
          />
          <FormField
            form={form}
            name="contact"
            also={['name']}
            label={<Trans id="manager.transparency.contact" message="Contact" />}
            hint={<Trans id="manager.transparency.contact-hint" message="An e-mail address or a telephone number." />}
          />
          <FormField
            form={form}
            name="officer"
            also={['name']}
            label={<Trans id="manager.transparency.officer" message="Data protection officer" />}
            hint={<Trans id="manager.transparency.officer-hint" message="Their contact, if the company has one." />}
          />
        </div>
      </section>
    </FormFrame>
  );
}
