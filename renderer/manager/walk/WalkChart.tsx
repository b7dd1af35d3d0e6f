import { Trans, useLingui } from '@lingui/react';
import { useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import type { WalkView } from '../../../shared/contract/index.ts';
import { Choice } from '../../ui/Choice.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { type Bin, binWidth, busiest, densities, middle } from './distribution.ts';

const HEIGHT = 240;

interface Boundary {
  readonly near: number;
  readonly far: number;
}

/** Options of two overlaid step charts, with the boundaries as upright lines. */
function options(width: number, boundary: () => Boundary | null): uPlot.Options {
  const style = getComputedStyle(document.documentElement);
  const colour = (token: string) => style.getPropertyValue(token).trim();
  const font = `13px ${style.getPropertyValue('--sans')}`;
  const axis = { stroke: colour('--ink-soft'), font, ticks: { show: false } };
  const side = (token: string, line: string, share: string) => ({
    stroke: colour(line),
    fill: `color-mix(in oklab, ${colour(token)} ${share}, transparent)`,
    width: 2,
    paths: uPlot.paths.stepped?.({ align: 1 }),
    points: { show: false },
  });
  return {
    width,
    height: HEIGHT,
    cursor: { show: false },
    legend: { show: false },
    scales: { x: { time: false }, y: { range: (_plot, _min, max) => [0, Math.max(10, max * 1.1)] } },
    axes: [
      {
        ...axis,
        size: 30,
        grid: { show: false },
        space: 56,
        incrs: [5, 10, 20],
      },
      {
        ...axis,
        size: 48,
        grid: { stroke: colour('--hairline'), width: 1 },
        values: (_plot, shares) => shares.map((n) => `${n} %`),
      },
    ],
    series: [{}, side('--apricot', '--ink-soft', '60%'), side('--pine', '--pine', '35%')],
    hooks: {
      draw: [
        (plot) => {
          const lines = boundary();
          if (lines === null) return;
          const { ctx } = plot;
          const { top, height } = plot.bbox;
          ctx.save();
          ctx.strokeStyle = colour('--ink');
          ctx.lineWidth = 2 * devicePixelRatio;
          for (const [dbm, dash] of [
            [lines.near, []],
            [lines.far, [6, 6]],
          ] as const) {
            const x = plot.valToPos(dbm, 'x', true);
            ctx.setLineDash(dash.map((length) => length * devicePixelRatio));
            ctx.beginPath();
            ctx.moveTo(x, top);
            ctx.lineTo(x, top + height);
            ctx.stroke();
          }
          ctx.restore();
        },
      ],
    },
  };
}

function Plot({
  bins,
  boundary,
  label,
}: {
  readonly bins: readonly Bin[];
  readonly boundary: Boundary | null;
  readonly label: string;
}) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const lines = useRef(boundary);
  lines.current = boundary;
  useEffect(() => {
    const holder = place.current;
    if (holder === null) return;
    const made = new uPlot(
      options(holder.clientWidth, () => lines.current),
      [[], [], []],
      holder,
    );
    plot.current = made;
    const resized = new ResizeObserver(() => made.setSize({ width: holder.clientWidth, height: HEIGHT }));
    resized.observe(holder);
    return () => {
      resized.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, []);
  const data = JSON.stringify([densities(bins), boundary]);
  useEffect(() => {
    plot.current?.setData((JSON.parse(data) as [uPlot.AlignedData])[0]);
  }, [data]);
  return <div ref={place} className="chart walk-chart" role="img" aria-label={label} />;
}

/** How strongly the carried beacon was heard inside and outside: a picture, a sentence, and the same as a table. Live. */
export function WalkChart({ walk }: { readonly walk: WalkView }) {
  const { i18n } = useLingui();
  const [picked, setPicked] = useState<string | null>(null);
  const receiver = picked !== null && walk.receivers.includes(picked) ? picked : busiest(walk.histograms);
  const bins = walk.histograms.find((histogram) => histogram.receiver === receiver)?.bins ?? [];
  const boundary = walk.proposal.kind === 'boundary' ? walk.proposal.settings : null;
  const inside = middle(bins, 'inside');
  const outside = middle(bins, 'outside');
  const number = (value: number) => i18n.number(value);
  const said = () => {
    if (inside === null && outside === null)
      return i18n._({ id: 'manager.walk.chart.empty', message: 'Nothing recorded yet at this receiver.' });
    if (outside === null && inside !== null)
      return i18n._({
        id: 'manager.walk.chart.inside',
        message: 'Inside it is heard at about {inside} dBm. Nothing was heard outside.',
        values: { inside: number(inside) },
      });
    if (inside === null && outside !== null)
      return i18n._({
        id: 'manager.walk.chart.outside',
        message: 'Outside it is heard at about {outside} dBm. Nothing was heard inside.',
        values: { outside: number(outside) },
      });
    return i18n._({
      id: 'manager.walk.chart.both',
      message: 'Inside it is heard at about {inside} dBm, outside at about {outside} dBm.',
      values: { inside: number(inside ?? 0), outside: number(outside ?? 0) },
    });
  };
  const title = i18n._({ id: 'manager.walk.chart', message: 'Strength inside and outside' });
  const words = {
    inside: i18n._({ id: 'manager.walk.inside', message: 'Inside' }),
    outside: i18n._({ id: 'manager.walk.outside', message: 'Outside' }),
  };
  return (
    <section className="panel" aria-labelledby="walk-chart-title">
      <div className="panel-head">
        <h2 id="walk-chart-title">{title}</h2>
        <ul className="legend" aria-hidden="true">
          <li data-series="inside">{words.inside}</li>
          <li data-series="outside">{words.outside}</li>
        </ul>
      </div>
      {walk.receivers.length > 1 && receiver !== null && (
        <Choice
          label={<Trans id="manager.walk.chart.receiver" message="Receiver" />}
          value={receiver}
          onChange={setPicked}
          options={walk.receivers.map((id) => ({ value: id, label: id }))}
        />
      )}
      {bins.length > 0 && <Plot key={i18n.locale} bins={bins} boundary={boundary} label={said()} />}
      <p>
        {said()}{' '}
        {boundary !== null && (
          <Trans
            id="manager.walk.chart.lines"
            message="The solid line is the proposed near boundary, the dashed one the far boundary."
          />
        )}
      </p>
      {bins.length > 0 && (
        <details>
          <summary>
            <Trans id="manager.chart.table" message="The same as a table" />
          </summary>
          <DataTable
            caption={title}
            rows={bins}
            rowId={(bin) => String(bin.dbm)}
            empty={null}
            columns={[
              {
                id: 'dbm',
                heading: i18n._({ id: 'manager.walk.chart.dbm', message: 'Strength (dBm)' }),
                key: (bin) => bin.dbm,
                cell: (bin) =>
                  i18n._({
                    id: 'manager.walk.chart.range',
                    message: '{from} to {to}',
                    values: { from: number(bin.dbm), to: number(bin.dbm + binWidth) },
                  }),
              },
              { id: 'inside', heading: words.inside, key: (bin) => bin.inside, cell: (bin) => number(bin.inside), figure: true },
              {
                id: 'outside',
                heading: words.outside,
                key: (bin) => bin.outside,
                cell: (bin) => number(bin.outside),
                figure: true,
              },
            ]}
          />
        </details>
      )}
    </section>
  );
}
