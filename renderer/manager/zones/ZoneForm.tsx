import { Trans, useLingui } from '@lingui/react';
import { type Input, ZoneSettings } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { problemWords } from '../forms/problem-words.ts';
import { useForm } from '../forms/use-form.ts';
import { useActions, useHouse } from '../use-house.tsx';
import { purposeWords } from './purpose-words.ts';
import { SignalStrip } from './SignalStrip.tsx';
import { MS_PER_SECOND, readZone, zoneDraft } from './zone-form.ts';

const purposes = ['greet', 'queue', 'entrance', 'count'] as const;

export function ZoneForm(props: {
  readonly zone: Input<'manager/zone-save'>;
  readonly live: number | null;
  readonly onSaved: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const heard = useHouse((house) => house.snapshot?.receivers);
  const form = useForm({
    initial: zoneDraft(props.zone, spoken()),
    schema: ZoneSettings,
    read: readZone,
    async save(zone) {
      await call('manager/zone-save', zone);
      await props.onSaved();
    },
  });
  const { draft } = form;
  const receivers = [...new Set([...(heard ?? []).map((receiver) => receiver.id), ...props.zone.receivers])].sort();
  const noReceiver = form.problem('receivers');
  const { nearDbm, farDbm } = readZone(draft);
  const drawn = { near: nearDbm ?? props.zone.nearDbm, far: farDbm ?? props.zone.farDbm };

  return (
    <section className="panel">
      <h2>{props.zone.name === '' ? <Trans id="manager.zones.new" message="New zone" /> : props.zone.name}</h2>
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
        <FormField
          form={form}
          name="name"
          label={<Trans id="manager.zone.name" message="Name, as employees read it in a call" />}
        />
        <Choice
          label={<Trans id="manager.zone.purpose" message="Purpose" />}
          value={draft.purpose}
          onChange={(purpose) => form.change({ purpose })}
          options={purposes.map((purpose) => ({ value: purpose, label: i18n._(purposeWords[purpose].name) }))}
        />
        <p className="soft">{i18n._(purposeWords[draft.purpose].effect)}</p>
        <fieldset className="field" aria-describedby={noReceiver === null ? undefined : 'receivers-error'}>
          <legend className="field-label">
            <Trans id="manager.zone.receivers" message="Receivers" />
          </legend>
          <div className="row">
            {receivers.map((id) => (
              <label key={id} className="check">
                <input
                  type="checkbox"
                  checked={draft.receivers.includes(id)}
                  onChange={(event) =>
                    form.change({
                      receivers: event.target.checked
                        ? [...draft.receivers, id]
                        : draft.receivers.filter((other) => other !== id),
                    })
                  }
                />
                {id}
              </label>
            ))}
            {receivers.length === 0 && (
              <span className="soft">
                <Trans id="manager.zone.no-receivers" message="No receiver is known yet. Start the station’s radio first." />
              </span>
            )}
          </div>
          {noReceiver !== null && (
            <span id="receivers-error" className="field-error">
              {problemWords(noReceiver, i18n)}
            </span>
          )}
        </fieldset>
        <SignalStrip {...drawn} live={props.live} />
        <div className="pair">
          <FormField
            form={form}
            name="nearDbm"
            also={['farDbm']}
            inputMode="numeric"
            label={<Trans id="manager.zone.near" message="Near boundary (dBm)" />}
            hint={<Trans id="manager.zone.near-hint" message="At this strength or stronger, a beacon is near." />}
          />
          <FormField
            form={form}
            name="farDbm"
            inputMode="numeric"
            label={<Trans id="manager.zone.far" message="Far boundary (dBm)" />}
            hint={<Trans id="manager.zone.far-hint" message="Weaker than this, it is far. In between, nothing changes." />}
          />
          <FormField
            form={form}
            name="enterSeconds"
            path="enterDwellMs"
            scale={MS_PER_SECOND}
            inputMode="decimal"
            label={<Trans id="manager.zone.enter" message="Seconds before entering counts" />}
            hint={<Trans id="manager.zone.enter-hint" message="Longer keeps passers-by from being greeted." />}
          />
          <FormField
            form={form}
            name="exitSeconds"
            path="exitDwellMs"
            scale={MS_PER_SECOND}
            inputMode="decimal"
            label={<Trans id="manager.zone.exit" message="Seconds before leaving counts" />}
            hint={<Trans id="manager.zone.exit-hint" message="Longer keeps a visit together when somebody turns round." />}
          />
        </div>
      </FormFrame>
    </section>
  );
}
