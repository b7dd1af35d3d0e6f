import { Trans, useLingui } from '@lingui/react';
import { EscalationPolicy, type Output } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { useForm } from '../forms/use-form.ts';
import { Select } from '../parts/Select.tsx';
import { Versions } from '../parts/Versions.tsx';
import { useActions } from '../use-house.tsx';
import { Preview } from './Preview.tsx';
import { draftOf, firstReaches, type PolicyDraft, pathOf, readPolicy } from './policy-form.ts';
import { reachWords } from './reach-words.ts';

/** How calls climb: edited, previewed, saved as a new version; every earlier one can be taken up again. */
export function PolicyForm({
  overview,
  onSaved,
}: {
  readonly overview: Output<'manager/escalation'>;
  readonly onSaved: () => Promise<void>;
}) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const { current, standard, history } = overview;
  const form = useForm({
    initial: draftOf(current.policy, spoken()),
    schema: EscalationPolicy,
    read: readPolicy,
    async save(policy) {
      await call('manager/escalation-save', { policy, from: current.version });
      await onSaved();
    },
  });
  const { draft } = form;
  const take = (policy: EscalationPolicy) => form.change(draftOf(policy, spoken()));
  const step = (name: 'onDuty' | 'manager' | 'unanswered') => pathOf(draft, name);
  const steps = ['steps.1.afterMs', 'steps.2.afterMs', 'steps.3.afterMs'];
  const seconds = { form, scale: 1000, inputMode: 'decimal' as const };
  const minutes = { form, scale: 60_000, inputMode: 'decimal' as const };
  return (
    <>
      <FormFrame
        onSubmit={form.submit}
        sending={form.sending}
        label={<Trans id="manager.calling.save" message="Save as a new version" />}
        more={
          <Button onPress={() => take(standard.policy)}>
            <Trans id="manager.calling.reset" message="Fill in the house default" />
          </Button>
        }
      >
        <section className="panel">
          <h2>
            <Trans id="manager.calling.steps" message="Who hears a call, and when" />
          </h2>
          <div className="pair">
            <Select
              label={<Trans id="manager.calling.first" message="At once" />}
              value={draft.first}
              onChange={(first) => form.change({ first: first as PolicyDraft['first'] }, ...steps)}
              options={firstReaches.map((value) => ({ value, label: i18n._(reachWords[value]) }))}
            />
            {draft.first !== 'on-duty' && (
              <FormField
                {...seconds}
                name="onDuty"
                path={step('onDuty')}
                also={steps}
                label={<Trans id="manager.calling.on-duty" message="Everyone on duty, after seconds" />}
                hint={<Trans id="manager.calling.skip" message="Leave empty to leave this step out." />}
              />
            )}
            <FormField
              {...seconds}
              name="manager"
              path={step('manager')}
              also={steps}
              label={<Trans id="manager.calling.manager" message="The managers too, after seconds" />}
              hint={<Trans id="manager.calling.skip" message="Leave empty to leave this step out." />}
            />
            <FormField
              {...seconds}
              name="unanswered"
              path={step('unanswered')}
              also={steps}
              label={<Trans id="manager.calling.unanswered" message="The shopper is told, after seconds" />}
              hint={<Trans id="manager.calling.unanswered-hint" message="At most ten minutes: silence is the worst answer." />}
            />
          </div>
          <div aria-live="polite">
            <Preview policy={readPolicy(draft)} />
          </div>
        </section>
        <section className="panel">
          <h2>
            <Trans id="manager.calling.times" message="Other times" />
          </h2>
          <div className="pair">
            <FormField
              {...seconds}
              name="receipt"
              path="receiptWithinMs"
              label={<Trans id="manager.calling.receipt" message="Other channels without a device, after seconds" />}
            />
            <FormField
              {...seconds}
              name="lease"
              path="leaseMs"
              label={<Trans id="manager.calling.lease" message="From “I’m coming” to being there, seconds" />}
            />
            <FormField
              {...seconds}
              name="repeat"
              path="repeatMs"
              label={<Trans id="manager.calling.repeat" message="Ring everyone again every, seconds" />}
            />
            <FormField
              {...minutes}
              name="stillThere"
              path="stillThereAfterMs"
              label={<Trans id="manager.calling.still-there" message="Ask whether anybody still waits, after minutes" />}
            />
            <FormField
              {...minutes}
              name="overdue"
              path="overdueAfterMs"
              label={<Trans id="manager.calling.overdue" message="Remind to note how it ended, after minutes" />}
            />
          </div>
        </section>
      </FormFrame>
      <Versions
        versions={[...history, standard]}
        lead={
          <Trans
            id="manager.calling.history-lead"
            message="Version {version} holds now. Calls that are open keep the version they began with."
            values={{ version: current.version }}
          />
        }
        onTake={(one) => take(one.policy)}
      />
    </>
  );
}
