import { Trans, useLingui } from '@lingui/react';
import type { CallReport, CallReportFigures } from '../../../shared/contract/index.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { durationWords } from '../words/duration-words.ts';
import { useGroupWords } from './group-words.ts';
import { type ReportRow, steps } from './rows.ts';

/** The report as a table: the groups, and all of them together at the end. */
export function ReportTable({ report, by }: { readonly report: CallReport; readonly by: 'hour' | 'zone' }) {
  const { i18n } = useLingui();
  const groupWords = useGroupWords(by);
  const all = i18n._({ id: 'manager.reports.all', message: 'All calls' });
  const headings = {
    toReceipt: i18n._({ id: 'manager.reports.to-receipt', message: 'Until a device has it' }),
    toClaim: i18n._({ id: 'manager.calls.to-claim', message: 'Until claimed' }),
    toArrival: i18n._({ id: 'manager.calls.to-arrival', message: 'Until arrival' }),
  };
  const wait = (figures: CallReportFigures, step: (typeof steps)[number]) => {
    const spread = figures[step];
    if (spread === null) return '–';
    return (
      <>
        {durationWords(spread.median, i18n)}
        {spread.p90 !== null && (
          <div className="small soft">
            <Trans id="manager.reports.p90" message="9 in 10: {wait}" values={{ wait: durationWords(spread.p90, i18n) }} />
          </div>
        )}
      </>
    );
  };
  const count = (id: 'abandoned' | 'raisedAgain' | 'unanswered', heading: string): Column<ReportRow> => ({
    id,
    heading,
    key: ({ figures }) => figures?.[id] ?? null,
    cell: ({ figures }) => (figures === null ? '–' : i18n.number(figures[id])),
    figure: true,
  });
  return (
    <section className="stack">
      <h2>
        <Trans id="manager.reports.table" message="Waits and how calls ended" />
      </h2>
      <DataTable
        caption={<Trans id="manager.reports.table" message="Waits and how calls ended" />}
        rows={[...report.cells, { group: '', figures: report.all }]}
        rowId={({ group }) => group}
        empty={null}
        columns={[
          {
            id: 'group',
            heading:
              by === 'hour'
                ? i18n._({ id: 'manager.chart.hour', message: 'Hour from' })
                : i18n._({ id: 'manager.reports.zone', message: 'Zone' }),
            cell: ({ group }: ReportRow) => (group === '' ? all : groupWords(group)),
          },
          {
            id: 'calls',
            heading: i18n._({ id: 'manager.figure.calls', message: 'Calls' }),
            key: ({ figures }: ReportRow) => figures?.calls ?? null,
            cell: ({ figures }: ReportRow) =>
              figures === null
                ? i18n._({ id: 'manager.reports.withheld', message: 'too few to show' })
                : i18n.number(figures.calls),
            figure: true,
          },
          ...steps.map(
            (step): Column<ReportRow> => ({
              id: step,
              heading: headings[step],
              key: ({ figures }) => figures?.[step]?.median ?? null,
              cell: ({ figures }) => (figures === null ? '–' : wait(figures, step)),
              figure: true,
            }),
          ),
          count('abandoned', i18n._({ id: 'manager.reports.abandoned', message: 'Ended before anyone came' })),
          count('raisedAgain', i18n._({ id: 'manager.reports.raised-again', message: 'Had to be raised again' })),
          count('unanswered', i18n._({ id: 'manager.reports.unanswered', message: 'Nobody had answered' })),
        ]}
      />
    </section>
  );
}
