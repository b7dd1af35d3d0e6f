import { Trans, useLingui } from '@lingui/react';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import type { DayReport } from '../../../shared/contract/index.ts';
import { reading, span } from '../figures/honest.ts';
import { DataTable } from '../parts/DataTable.tsx';

const HEIGHT = 220;

/** Options of a bar chart with one group of two bars per hour, in the page's own colours and type. */
function options(
  width: number,
  labels: { readonly visits: string; readonly calls: string; readonly hour: (hour: number) => string },
): uPlot.Options {
  const style = getComputedStyle(document.documentElement);
  const colour = (token: string) => style.getPropertyValue(token).trim();
  const font = `13px ${style.getPropertyValue('--sans')}`;
  const axis = { stroke: colour('--ink-soft'), font, ticks: { show: false } };
  const bars = (align: 1 | -1) => uPlot.paths.bars?.({ size: [0.36, 40], align, gap: 1 });
  return {
    width,
    height: HEIGHT,
    cursor: { show: false },
    legend: { show: false },
    scales: {
      x: { time: false, range: (_plot, min, max) => [min - 0.6, max + 0.6] },
      y: { range: (_plot, _min, max) => [0, Math.max(4, max)] },
    },
    axes: [
      { ...axis, size: 30, grid: { show: false }, incrs: [1, 2, 3], values: (_plot, hours) => hours.map(labels.hour) },
      { ...axis, grid: { stroke: colour('--hairline'), width: 1 }, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500], size: 40 },
    ],
    series: [
      {},
      { label: labels.visits, fill: colour('--pine'), stroke: colour('--pine'), paths: bars(-1), points: { show: false } },
      {
        label: labels.calls,
        fill: colour('--apricot'),
        stroke: colour('--ink'),
        width: 1,
        paths: bars(1),
        points: { show: false },
      },
    ],
  };
}

/** Visits and calls by hour: a picture, a sentence that says what it means, and the same as a table. */
export function DayChart({ hours }: { readonly hours: DayReport['hours'] }) {
  const { i18n } = useLingui();
  const place = useRef<HTMLDivElement>(null);
  const shown = span(hours);
  const hourWords = (hour: number) => i18n._({ id: 'manager.hour', message: '{hour}:00', values: { hour } });
  const visits = i18n._({ id: 'manager.figure.visits', message: 'Visits' });
  const calls = i18n._({ id: 'manager.figure.calls', message: 'Calls' });
  const data = JSON.stringify([shown.map((h) => h.hour), shown.map((h) => h.visits), shown.map((h) => h.calls)]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change only with the language, which remounts the chart
  useEffect(() => {
    const holder = place.current;
    if (holder === null) return;
    const plot = new uPlot(
      options(holder.clientWidth, { visits, calls, hour: hourWords }),
      JSON.parse(data) as uPlot.AlignedData,
      holder,
    );
    const resized = new ResizeObserver(() => plot.setSize({ width: holder.clientWidth, height: HEIGHT }));
    resized.observe(holder);
    return () => {
      resized.disconnect();
      plot.destroy();
    };
  }, [data]);

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
          <li data-series="visits">{visits}</li>
          <li data-series="calls">{calls}</li>
        </ul>
      </div>
      <div ref={place} className="chart" role="img" aria-label={sentence()} />
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
