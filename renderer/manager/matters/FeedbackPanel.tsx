import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import { type FeedbackReport, feedbackWeeks, feedbackWordDays } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { day } from '../../ui/format.ts';
import { Bars } from '../figures/Bars.tsx';
import { share } from '../figures/honest.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { WhenLoaded } from '../parts/Page.tsx';
import { Select } from '../parts/Select.tsx';
import { useLoaded } from '../use-house.tsx';
import { FeedbackWords } from './FeedbackWords.tsx';

function useSentence({ all }: FeedbackReport): string {
  const { i18n } = useLingui();
  if (all === null)
    return i18n._({ id: 'manager.feedback.few', message: 'Fewer than five shoppers have answered: too few to show.' });
  const whole = all.yes + all.partly + all.no;
  const { percent } = share(all.yes, whole);
  return percent === null
    ? i18n._({
        id: 'manager.feedback.said-few',
        message: '{yes} of {whole} shoppers got what they came for.',
        values: { yes: all.yes, whole },
      })
    : i18n._({
        id: 'manager.feedback.said',
        message: '{percent} % of {whole} shoppers who answered got what they came for; {no} did not.',
        values: { percent, whole, no: all.no },
      });
}

function Weeks({ report }: { readonly report: FeedbackReport }) {
  const { i18n } = useLingui();
  const said = useSentence(report);
  const yes = i18n._({ id: 'manager.feedback.yes', message: 'Got it' });
  const partly = i18n._({ id: 'manager.feedback.partly', message: 'Partly' });
  const no = i18n._({ id: 'manager.feedback.no', message: 'Did not' });
  const rest = i18n._({ id: 'manager.feedback.rest', message: 'Partly or not' });
  const week = (monday: string) => day(monday, spoken());
  const figure = (value: number | undefined) => (value === undefined ? '–' : i18n.number(value));
  return (
    <>
      <ul className="legend" aria-hidden="true">
        <li>{yes}</li>
        <li>{rest}</li>
      </ul>
      <Bars
        chart={{
          groups: report.weeks.map((row) => week(row.week)),
          series: [
            { label: yes, values: report.weeks.map(({ counts }) => counts?.yes ?? null) },
            { label: rest, values: report.weeks.map(({ counts }) => (counts === null ? null : counts.partly + counts.no)) },
          ],
          atLeast: 4,
          steps: [1, 2, 5, 10, 20, 50, 100, 200, 500],
        }}
        said={said}
        words={(count) => i18n.number(count)}
      />
      <p className="chart-said">{said}</p>
      <details>
        <summary>
          <Trans id="manager.chart.table" message="The same as a table" />
        </summary>
        <DataTable
          caption={<Trans id="manager.feedback.title" message="Did you get what you came for?" />}
          rows={report.weeks}
          rowId={(row) => row.week}
          empty={null}
          columns={[
            {
              id: 'week',
              heading: i18n._({ id: 'manager.feedback.week', message: 'Week from' }),
              key: (row) => row.week,
              cell: (row) => week(row.week),
            },
            {
              id: 'yes',
              heading: yes,
              cell: ({ counts }) =>
                counts === null ? i18n._({ id: 'manager.reports.withheld', message: 'too few to show' }) : figure(counts.yes),
              figure: true,
            },
            { id: 'partly', heading: partly, cell: ({ counts }) => figure(counts?.partly), figure: true },
            { id: 'no', heading: no, cell: ({ counts }) => figure(counts?.no), figure: true },
          ]}
        />
      </details>
    </>
  );
}

/** What shoppers answered after service, by week and never by person. */
export function FeedbackPanel() {
  const { i18n } = useLingui();
  const [weeks, setWeeks] = useState<(typeof feedbackWeeks)[number]>(13);
  const loaded = useLoaded('manager/feedback', { weeks });
  return (
    <section className="panel" aria-labelledby="feedback-title">
      <div className="panel-head">
        <h2 id="feedback-title">
          <Trans id="manager.feedback.title" message="Did you get what you came for?" />
        </h2>
        <Select
          label={<Trans id="manager.reports.period" message="Period" />}
          value={String(weeks)}
          onChange={(value) => setWeeks(feedbackWeeks.find((each) => String(each) === value) ?? 13)}
          options={feedbackWeeks.map((each) => ({
            value: String(each),
            label: i18n._({ id: 'manager.feedback.weeks', message: 'the last {weeks} weeks', values: { weeks: each } }),
          }))}
        />
      </div>
      <p className="soft">
        <Trans
          id="manager.feedback.lead"
          message="Asked at the end of a visit and after a call. Weeks with fewer than five answers are not broken down; words are erased within {days} days."
          values={{ days: feedbackWordDays }}
        />
      </p>
      <WhenLoaded loaded={loaded}>
        {(report) =>
          report.weeks.length === 0 ? (
            <p className="empty">
              <Trans id="manager.feedback.empty" message="Nobody has answered in this period." />
            </p>
          ) : (
            <>
              <Weeks key={i18n.locale} report={report} />
              <FeedbackWords words={report.words} />
            </>
          )
        }
      </WhenLoaded>
    </section>
  );
}
