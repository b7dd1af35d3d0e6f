import { useEffect, useRef } from 'react';
import uPlot from 'uplot';

const HEIGHT = 220;

export interface BarSeries {
  readonly label: string;
  /** One value per group; null draws nothing. */
  readonly values: readonly (number | null)[];
}

/** What a bar chart draws: two bars per group, the first pine, the second apricot. */
export interface BarChart {
  readonly groups: readonly string[];
  readonly series: readonly [BarSeries, BarSeries];
  /** Upper end of the scale when all bars are shorter. */
  readonly atLeast: number;
  /** Distances the grid may have. */
  readonly steps: readonly number[];
}

function options({ groups, series, atLeast, steps }: BarChart, width: number, words: (value: number) => string): uPlot.Options {
  const style = getComputedStyle(document.documentElement);
  const colour = (token: string) => style.getPropertyValue(token).trim();
  const axis = { stroke: colour('--ink-soft'), font: `13px ${style.getPropertyValue('--sans')}`, ticks: { show: false } };
  const bars = (align: 1 | -1) => uPlot.paths.bars?.({ size: [0.36, 40], align, gap: 1 });
  const [first, second] = series;
  return {
    width,
    height: HEIGHT,
    cursor: { show: false },
    legend: { show: false },
    scales: {
      x: { time: false, range: (_plot, min, max) => [min - 0.6, max + 0.6] },
      y: { range: (_plot, _min, max) => [0, Math.max(atLeast, max)] },
    },
    axes: [
      {
        ...axis,
        size: 30,
        grid: { show: false },
        incrs: [1, 2, 3],
        values: (_plot, places) => places.map((place) => groups[place] ?? ''),
      },
      {
        ...axis,
        grid: { stroke: colour('--hairline'), width: 1 },
        incrs: [...steps],
        size: 56,
        values: (_plot, values) => values.map(words),
      },
    ],
    series: [
      {},
      { label: first.label, fill: colour('--pine'), stroke: colour('--pine'), paths: bars(-1), points: { show: false } },
      {
        label: second.label,
        fill: colour('--apricot'),
        stroke: colour('--ink'),
        width: 1,
        paths: bars(1),
        points: { show: false },
      },
    ],
  };
}

/**
 * Bars for those who see them. Whoever draws one writes what it means beneath it and gives the same as a table.
 * @param said the sentence a screen reader speaks instead
 * @param words how a value is written at the axis
 */
export function Bars({ chart, said, words }: { chart: BarChart; said: string; words: (value: number) => string }) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = JSON.stringify(chart);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change only with the language, which remounts the chart
  useEffect(() => {
    const holder = place.current;
    if (holder === null) return;
    const { groups, series } = chart;
    const data = [groups.map((_, i) => i), ...series.map(({ values }) => [...values])] as uPlot.AlignedData;
    const plot = new uPlot(options(chart, holder.clientWidth, words), data, holder);
    const resized = new ResizeObserver(() => plot.setSize({ width: holder.clientWidth, height: HEIGHT }));
    resized.observe(holder);
    return () => {
      resized.disconnect();
      plot.destroy();
    };
  }, [drawn]);
  return <div ref={place} className="chart" role="img" aria-label={said} />;
}
