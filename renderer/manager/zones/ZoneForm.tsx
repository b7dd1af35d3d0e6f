import { Trans, useLingui } from '@lingui/react';
import { type Input, ZoneSettings } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { problemWords } from '../forms/problem-words.ts';
import { useForm } from '../forms/use-form.ts';
import { useFormFocus } from '../forms/use-form-focus.ts';
import { useActions, useHouse } from '../use-house.tsx';
import { purposeWords } from './purpose-words.ts';
import { KIOSK_RECEIVER, receiverChoice } from './receivers.ts';
import { SignalStrip } from './SignalStrip.tsx';
import { MS_PER_SECOND, readZone, zoneDraft } from './zone-form.ts';

const purposes = ['greet', 'queue', 'entrance', 'count'] as const;

export function ZoneForm(props: {
  readonly zone: Input<'manager/zone-save'>;
  readonly isNew: boolean;
  /** Strongest signal of a customer's beacon now; `unknown` before the zone was saved: nothing is measured for it yet. */
  readonly live: number | null | 'unknown';
  readonly onSaved: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const heard = useHouse((house) => house.snapshot?.receivers);
  const heading = useFormFocus();
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
  const receivers = receiverChoice(
    (heard ?? []).map(({ id }) => id),
    props.zone.receivers,
  );
  const noReceiver = form.problem('receivers');
  const { nearDbm, farDbm } = readZone(draft);
  const drawn = { near: nearDbm ?? props.zone.nearDbm, far: farDbm ?? props.zone.farDbm };

  return (
    <section className="panel">
      <h2 ref={heading} tabIndex={-1}>
        {props.zone.name === '' ? <Trans id="manager.zones.new" message="New zone" /> : props.zone.name}
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
                {id === KIOSK_RECEIVER
                  ? i18n._({ id: 'manager.zone.kiosk-radio', message: 'The kiosk’s own radio ({id})', values: { id } })
                  : id}
              </label>
            ))}
          </div>
          {noReceiver !== null && (
            <span id="receivers-error" className="field-error">
              {problemWords(noReceiver, i18n)}
            </span>
          )}
        </fieldset>
        <label className="check">
          <input
            type="checkbox"
            checked={draft.exclusive}
            onChange={(event) => form.change({ exclusive: event.target.checked })}
          />
          <Trans
            id="manager.zone.exclusive"
            message="Count only whom these receivers hear best. Helps where other receivers stand a few metres away."
          />
        </label>
        <SignalStrip {...drawn} live={props.live} />
        {props.isNew && (
          <p>
            <Trans
              id="manager.zone.proposed"
              message="The figures below suit a kiosk that greets at arm’s length. Save, stand there with a beacon, and change them if need be."
            />
          </p>
        )}
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
