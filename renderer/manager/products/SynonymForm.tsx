import { Trans } from '@lingui/react';
import { SynonymSettings } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { useForm } from '../forms/use-form.ts';
import { useFormFocus } from '../forms/use-form-focus.ts';
import { useActions } from '../use-house.tsx';

export function SynonymForm(props: {
  readonly synonym: SynonymSettings;
  readonly onSaved: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const { call } = useActions();
  const heading = useFormFocus();
  const form = useForm({
    initial: props.synonym,
    schema: SynonymSettings,
    read: (draft) => draft,
    async save(synonym) {
      await call('manager/synonym-save', synonym);
      await props.onSaved();
    },
  });
  return (
    <section className="panel">
      <h2 ref={heading} tabIndex={-1}>
        {props.synonym.said === '' ? <Trans id="manager.synonyms.new" message="New word" /> : props.synonym.said}
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
          <FormField form={form} name="said" label={<Trans id="manager.synonyms.said" message="Shoppers say" />} />
          <FormField
            form={form}
            name="meant"
            label={<Trans id="manager.synonyms.meant" message="The catalogue says" />}
            hint={<Trans id="manager.synonyms.meant.hint" message="One word or several, separated by commas" />}
          />
        </div>
      </FormFrame>
    </section>
  );
}
