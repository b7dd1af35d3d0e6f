import { Trans, useLingui } from '@lingui/react';
import type { DayReport } from '../../../shared/contract/index.ts';
import { Bars } from '../figures/Bars.tsx';
import { reading, span } from '../figures/honest.ts';
import { DataTable } from '../parts/DataTable.tsx';

/** Visits and calls by hour: a picture, a sentence that says what it means, and the same as a table. */
export function DayChart({ hours }: { readonly hours: DayReport['hours'] }) {
  const { i18n } = useLingui();
  const shown = span(hours);
  const hourWords = (hour: number) => i18n._({ id: 'manager.hour', message: '{hour}:00', values: { hour } });
  const visits = i18n._({ id: 'manager.figure.visits', message: 'Visits' });
  const calls = i18n._({ id: 'manager.figure.calls', message: 'Calls' });
  const said = reading(hours);
  const sentence = () => {
    switch (said.kind) {
      case 'empty':
        return i18n._({ id: 'manager.chart.empty', message: 'Nothing happened on this day.' });
      case 'few':
        return i18n._({
          id: 'manager.chart.few',
          message:
            '{visits, plural, =0 {No visit} one {One visit} other {# visits}} and {calls, plural, =0 {no call} one {one call} other {# calls}}: too few to speak of a pattern.',
          values: { visits: said.visits, calls: said.calls },
        });
      case 'even':
        return i18n._({
          id: 'manager.chart.even',
          message: '{visits} visits, and no single busiest hour.',
          values: { visits: said.visits },
        });
      case 'peak':
        return i18n._({
          id: 'manager.chart.peak',
          message:
            'The busiest hour began at {from}, with {visits} of {all} visits and {callsThen, plural, =0 {no call} one {one call} other {# calls}}.',
          values: { from: hourWords(said.hour), visits: said.visits, all: said.all, callsThen: said.callsThen },
        });
    }
  };

  return (
    <section className="panel" aria-labelledby="chart-title">
      <div className="panel-head">
        <h2 id="chart-title">
          <Trans id="manager.chart.title" message="Visits and calls by hour" />
        </h2>
        <ul className="legend" aria-hidden="true">
          <li>{visits}</li>
          <li>{calls}</li>
        </ul>
      </div>
      <Bars
        chart={{
          groups: shown.map((row) => hourWords(row.hour)),
          series: [
            { label: visits, values: shown.map((row) => row.visits) },
            { label: calls, values: shown.map((row) => row.calls) },
          ],
          atLeast: 4,
          steps: [1, 2, 5, 10, 20, 50, 100, 200, 500],
        }}
        said={sentence()}
        words={(count) => i18n.number(count)}
      />
      <p className="chart-said">{sentence()}</p>
      <details>
        <summary>
          <Trans id="manager.chart.table" message="The same as a table" />
        </summary>
        <DataTable
          caption={<Trans id="manager.chart.title" message="Visits and calls by hour" />}
          rows={shown}
          rowId={(row) => String(row.hour)}
          empty={null}
          columns={[
            {
              id: 'hour',
              heading: i18n._({ id: 'manager.chart.hour', message: 'Hour from' }),
              key: (row) => row.hour,
              cell: (row) => hourWords(row.hour),
            },
            { id: 'visits', heading: visits, key: (row) => row.visits, cell: (row) => i18n.number(row.visits), figure: true },
            { id: 'calls', heading: calls, key: (row) => row.calls, cell: (row) => i18n.number(row.calls), figure: true },
          ]}
        />
      </details>
    </section>
  );
}
