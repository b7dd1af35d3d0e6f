import { Trans, useLingui } from '@lingui/react';
import { EmpathySettings, type Output } from '../../../shared/contract/index.ts';
import { evidenceFor } from '../../../shared/empathy/estimate.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { check } from '../forms/check.ts';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { useForm } from '../forms/use-form.ts';
import { Versions } from '../parts/Versions.tsx';
import { useActions } from '../use-house.tsx';
import { EvidenceTable } from './EvidenceTable.tsx';
import { Examples } from './Examples.tsx';
import { draftOf, pointsPerOdds, readSettings } from './empathy-form.ts';

/** When screens get simpler and a person is proposed: edited, tried on example visits, saved as a new version. */
export function SettingsForm({
  overview,
  onSaved,
}: {
  readonly overview: Output<'manager/empathy'>;
  readonly onSaved: () => Promise<void>;
}) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const { current, standard, history } = overview;
  const form = useForm({
    initial: draftOf(current.settings, spoken()),
    schema: EmpathySettings,
    read: readSettings,
    async save(settings) {
      await call('manager/empathy-save', { settings, from: current.version });
      await onSaved();
    },
  });
  const typed = readSettings(form.draft);
  const { value } = check(EmpathySettings, typed);
  const points = value === null ? null : Math.ceil(evidenceFor(value.proposeFrom) * pointsPerOdds);
  const take = (settings: EmpathySettings) => form.change(draftOf(settings, spoken()));
  const levels = ['watchFrom', 'proposeFrom', 'callFrom'];
  const percent = { form, scale: 0.01, inputMode: 'decimal' as const, also: levels };
  return (
    <>
      <FormFrame
        onSubmit={form.submit}
        sending={form.sending}
        label={<Trans id="manager.calling.save" message="Save as a new version" />}
        more={
          <Button onPress={() => take(standard.settings)}>
            <Trans id="manager.calling.reset" message="Fill in the house default" />
          </Button>
        }
      >
        <section className="panel">
          <h2>
            <Trans id="manager.empathy.levels" message="What follows, and from when" />
          </h2>
          <div className="pair">
            <FormField
              {...percent}
              name="watchFrom"
              label={<Trans id="manager.empathy.watch" message="Simpler screens, no offers, from %" />}
            />
            <FormField
              {...percent}
              name="proposeFrom"
              label={<Trans id="manager.empathy.propose" message="Propose a person from %" />}
              hint={
                points !== null && (
                  <Trans id="manager.empathy.propose-hint" message="That takes {points} points." values={{ points }} />
                )
              }
            />
            <FormField
              {...percent}
              name="callFrom"
              label={<Trans id="manager.empathy.call" message="Call one unasked from %" />}
              hint={
                <Trans
                  id="manager.empathy.call-hint"
                  message="Only while a proposal stands unanswered, and never on the strength of camera or touch. The shopper can cancel."
                />
              }
            />
          </div>
        </section>
        <section className="panel">
          <h2>
            <Trans id="manager.empathy.examples" message="What would happen" />
          </h2>
          <div aria-live="polite">
            <Examples saved={current.settings} typed={typed} />
          </div>
          <p className="soft">
            <Trans
              id="manager.empathy.rules"
              message="Whatever is set: asking for a person always calls one, three failures in a row always propose one, and “I’m fine” is respected."
            />
          </p>
        </section>
        <section className="panel">
          <h2>
            <Trans id="manager.empathy.evidence" message="What counts, and how much" />
          </h2>
          <p className="soft">
            <Trans
              id="manager.empathy.evidence-lead"
              message="Each adds its points, and fades. Zero points: it does not count. Age, gender, name or past purchases count for nothing."
            />
          </p>
          <EvidenceTable form={form} />
        </section>
      </FormFrame>
      <Versions
        versions={[...history, standard]}
        about={({ settings }) => (
          <Trans
            id="manager.empathy.version-levels"
            message="Simpler from {watch}, proposed from {propose}, called from {call}"
            values={{
              watch: i18n.number(settings.watchFrom, { style: 'percent' }),
              propose: i18n.number(settings.proposeFrom, { style: 'percent' }),
              call: i18n.number(settings.callFrom, { style: 'percent' }),
            }}
          />
        )}
        onTake={(one) => take(one.settings)}
      />
    </>
  );
}
