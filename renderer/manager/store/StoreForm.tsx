import { Trans, useLingui } from '@lingui/react';
import { type Input, StoreChange } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { Field } from '../../ui/Field.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { problemWords } from '../forms/problem-words.ts';
import { useForm } from '../forms/use-form.ts';
import { dayName } from '../rota/day-name.ts';
import { useActions } from '../use-house.tsx';

type Store = Input<'manager/store-save'>;
type Week = Store['week'];

/** Hours proposed when a closed day is opened. */
const USUAL = { opens: '09:00', closes: '19:00' };

export function StoreForm({ settings }: { readonly settings: Store }) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const form = useForm({
    initial: settings,
    schema: StoreChange,
    read: (draft) => draft,
    save: (store) => call('manager/store-save', store),
    fieldOf: { 'no-such-time-zone': 'timeZone' },
  });
  const { week } = form.draft;
  const setDay = (index: number, hours: Week[number], ...paths: string[]) =>
    form.change({ week: week.map((present, i) => (i === index ? hours : present)) }, ...paths);

  return (
    <FormFrame onSubmit={form.submit} sending={form.sending} label={<Trans id="manager.store.save" message="Save the store" />}>
      <section className="panel">
        <h2>
          <Trans id="manager.store.what" message="Name and phone" />
        </h2>
        <div className="pair">
          <FormField form={form} name="name" label={<Trans id="manager.store.name" message="Name of the store" />} />
          <FormField
            form={form}
            name="phone"
            type="tel"
            label={<Trans id="manager.store.phone" message="Phone" />}
            hint={<Trans id="manager.store.phone-hint" message="Shown when nobody answers a call." />}
          />
          <FormField
            form={form}
            name="timeZone"
            label={<Trans id="manager.store.time-zone" message="Time zone" />}
            hint={
              <Trans id="manager.store.time-zone-hint" message="For example Europe/Paris. Days and hours in reports follow it." />
            }
          />
        </div>
      </section>
      <section className="panel">
        <h2>
          <Trans id="manager.store.hours" message="Opening hours" />
        </h2>
        <ul className="week">
          {week.map((hours, index) => {
            const name = dayName(index, spoken());
            const label = (which: 'opens' | 'closes') =>
              which === 'opens'
                ? i18n._({ id: 'manager.store.opens', message: '{day}, opens', values: { day: name } })
                : i18n._({ id: 'manager.store.closes', message: '{day}, closes', values: { day: name } });
            return (
              <li key={name} className="week-day">
                <Toggle isSelected={hours !== null} onChange={(open) => setDay(index, open ? USUAL : null)}>
                  <span className="week-name">{name}</span>
                </Toggle>
                {hours === null ? (
                  <span className="soft">
                    <Trans id="manager.store.closed" message="closed" />
                  </span>
                ) : (
                  (['opens', 'closes'] as const).map((which) => {
                    const path = `week.${index}.${which}`;
                    const problem = form.problem(path);
                    return (
                      <Field
                        key={which}
                        type="time"
                        label={<span className="unseen">{label(which)}</span>}
                        value={hours[which]}
                        onChange={(text) => setDay(index, { ...hours, [which]: text }, path)}
                        error={problem === null ? undefined : problemWords(problem, i18n)}
                      />
                    );
                  })
                )}
              </li>
            );
          })}
        </ul>
      </section>
      <section className="panel">
        <h2>
          <Trans id="manager.store.camera" message="Camera" />
        </h2>
        <Toggle isSelected={form.draft.cameraOffered} onChange={(cameraOffered) => form.change({ cameraOffered })}>
          <Trans id="manager.store.camera-offered" message="The kiosk may ask shoppers whether the camera may help" />
        </Toggle>
        <p>
          <Trans
            id="manager.store.camera-law"
            message="Reading an expression from a face is emotion recognition under the EU AI Act: people must be told (Article 50), and under the GDPR each shopper must agree for each visit. The kiosk asks, shows when the camera is on, keeps no image and identifies nobody. It must never be turned on employees; that is forbidden (Article 5). You answer for this switch."
          />
        </p>
      </section>
    </FormFrame>
  );
}
