import { Trans, useLingui } from '@lingui/react';
import { BeaconModelSettings, type Input } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { useForm } from '../forms/use-form.ts';
import { Select } from '../parts/Select.tsx';
import { useActions } from '../use-house.tsx';
import { type Kind, kinds, modelDraft, readModel } from './model-form.ts';

const kindNames: Readonly<Record<Kind, string>> = {
  ibeacon: 'iBeacon',
  altbeacon: 'AltBeacon',
  'eddystone-uid': 'Eddystone-UID',
  eid: 'Eddystone-EID',
};

/** A make of beacon and its strength at one metre. */
export function ModelForm(props: {
  readonly model: Input<'manager/model-save'>;
  readonly onSaved: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const form = useForm({
    initial: modelDraft(props.model, spoken()),
    schema: BeaconModelSettings,
    read: readModel,
    async save(model) {
      await call('manager/model-save', model);
      await props.onSaved();
    },
  });
  const { kind } = form.draft;
  const hints: Readonly<Record<Exclude<Kind, 'eid'>, string>> = {
    ibeacon: i18n._({
      id: 'manager.model.ibeacon',
      message: 'The UUID all beacons of this model send: 32 digits, with or without dashes.',
    }),
    altbeacon: i18n._({ id: 'manager.model.altbeacon', message: 'The first 32 digits of the identifier.' }),
    'eddystone-uid': i18n._({ id: 'manager.model.eddystone', message: 'The namespace: 20 digits.' }),
  };
  return (
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
        <FormField form={form} name="name" label={<Trans id="manager.model.name" message="Name" />} />
        <FormField
          form={form}
          name="measuredPowerDbm"
          inputMode="text"
          label={<Trans id="manager.model.power" message="Strength at one metre (dBm)" />}
        />
        <Select
          label={<Trans id="manager.model.kind" message="What it sends" />}
          value={kind}
          onChange={(next) => form.change({ kind: kinds.find((known) => known === next) ?? 'ibeacon' }, 'match')}
          options={kinds.map((known) => ({ value: known, label: kindNames[known] }))}
        />
        {kind !== 'eid' && (
          <FormField
            form={form}
            name="code"
            path="match"
            label={<Trans id="manager.model.code" message="Identifier" />}
            hint={hints[kind]}
          />
        )}
      </div>
    </FormFrame>
  );
}
