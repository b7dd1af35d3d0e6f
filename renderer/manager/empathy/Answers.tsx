import { Trans, useLingui } from '@lingui/react';
import { useMemo, useState } from 'react';
import type { EmpathySettings, Output } from '../../../shared/contract/index.ts';
import { calibrate, enoughOfEach, sameRandom } from '../../../shared/empathy/calibration.ts';
import { withProposal } from '../../../shared/empathy/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { useActions } from '../use-house.tsx';
import { Reliability } from './Reliability.tsx';

type Overview = Output<'manager/empathy'>;

/** What employees' answers say about the estimate, and a threshold they speak for. Nothing changes before the manager says so. */
export function Answers({ overview, reload }: { readonly overview: Overview; readonly reload: () => Promise<void> }) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const { current, samples } = overview;
  const found = useMemo(() => calibrate(samples, sameRandom()), [samples]);
  /** The settings before the threshold was taken over. */
  const [before, setBefore] = useState<EmpathySettings | null>(null);
  const [failed, setFailed] = useState(false);
  const percent = (share: number) => i18n.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const save = async (settings: EmpathySettings, undo: EmpathySettings | null) => {
    try {
      await call('manager/empathy-save', { settings, from: current.version });
      setBefore(undo);
      setFailed(false);
    } catch {
      setFailed(true);
    }
    await reload();
  };
  const level = found.kind === 'better' ? found.proposeFrom : null;

  const said = (): string => {
    switch (found.kind) {
      case 'too-few':
        return i18n._({
          id: 'manager.answers.too-few',
          message:
            '{missing, plural, one {At least one more answer is needed} other {At least # more answers are needed}} before anything can be said, and at least {each} yes and {each} no in all. Until then the settings stay as they are.',
          values: { missing: found.missing, each: enoughOfEach },
        });
      case 'as-good':
        return i18n._({
          id: 'manager.answers.as-good',
          message: 'The estimate is about right: no other reading of the answers does better on those it has not seen.',
        });
      case 'better':
        return level === null
          ? i18n._({
              id: 'manager.answers.unclear',
              message: 'The estimate could be better, but the answers do not agree on a threshold.',
            })
          : i18n._({
              id: 'manager.answers.better',
              message:
                'By these answers, help is needed every second time from an estimate of {at} on (probably between {low} and {high}). A person is proposed from {now} on today.',
              values: {
                at: percent(level.at),
                low: percent(level.low),
                high: percent(level.high),
                now: percent(current.settings.proposeFrom),
              },
            });
    }
  };

  return (
    <section className="panel" aria-labelledby="answers">
      <h2 id="answers">
        <Trans id="manager.answers.title" message="Was help needed?" />
      </h2>
      <p className="soft">
        <Trans
          id="manager.answers.lead"
          message="What employees answered after {count, plural, =0 {no call yet} one {# call} other {# calls}}, against what outcomes and words had said. Kept without visit, customer, employee or day. Visits without a call have no answer."
          values={{ count: found.samples }}
        />
      </p>
      {found.bins.length > 0 && (
        <>
          <Reliability bins={found.bins} said={said()} words={percent} />
          <p className="soft small">
            <Trans
              id="manager.answers.axes"
              message="Across: the estimate. Up: how often help was needed. On the dashed line both agree; the band holds the true share with 95 %."
            />
          </p>
        </>
      )}
      <p className="chart-said">{said()}</p>
      {failed && (
        <Notice tone="problem">
          <Trans
            id="manager.answers.failed"
            message="Not changed: the settings were saved elsewhere meanwhile, or the station did not answer."
          />
        </Notice>
      )}
      {before !== null ? (
        <Notice tone="good">
          <p>
            <Trans
              id="manager.answers.taken"
              message="A person is now proposed from {at} on."
              values={{ at: percent(current.settings.proposeFrom) }}
            />
          </p>
          <Button onPress={() => void save(before, null)}>
            <Trans id="manager.undo" message="Undo" />
          </Button>
        </Notice>
      ) : (
        level !== null &&
        level.settable !== current.settings.proposeFrom && (
          <div className="row">
            <Button onPress={() => void save(withProposal(current.settings, level.settable), current.settings)}>
              <Trans id="manager.answers.take" message="Propose a person from {at} on" values={{ at: percent(level.settable) }} />
            </Button>
          </div>
        )
      )}
      {found.bins.length > 0 && (
        <DataTable
          caption={<Trans id="manager.answers.title" message="Was help needed?" />}
          rows={found.bins}
          rowId={({ from }) => String(from)}
          empty={null}
          columns={[
            {
              id: 'estimate',
              heading: i18n._({ id: 'manager.answers.estimate', message: 'Estimate' }),
              cell: ({ from, to }) => `${percent(from)} – ${percent(to)}`,
            },
            {
              id: 'calls',
              heading: i18n._({ id: 'manager.answers.calls', message: 'Calls' }),
              figure: true,
              cell: (bin) => i18n.number(bin.samples),
            },
            {
              id: 'needed',
              heading: i18n._({ id: 'manager.answers.needed', message: 'Help was needed' }),
              figure: true,
              cell: ({ share }) => percent(share),
            },
            {
              id: 'range',
              heading: i18n._({ id: 'manager.answers.range', message: 'True share, 95 %' }),
              figure: true,
              cell: ({ low, high }) => `${percent(low)} – ${percent(high)}`,
            },
          ]}
        />
      )}
    </section>
  );
}
