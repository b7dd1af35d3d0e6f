import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import type { Bin } from '../../../shared/empathy/calibration.ts';

const HEIGHT = 260;

function options(width: number, words: (share: number) => string): uPlot.Options {
  const style = getComputedStyle(document.documentElement);
  const colour = (token: string) => style.getPropertyValue(token).trim();
  const axis = {
    stroke: colour('--ink-soft'),
    font: `13px ${style.getPropertyValue('--sans')}`,
    ticks: { show: false },
    grid: { stroke: colour('--hairline'), width: 1 },
    incrs: [0.2, 0.25, 0.5],
    values: (_plot: uPlot, values: number[]) => values.map(words),
  };
  const whole = (): [number, number] => [0, 1];
  return {
    width,
    height: HEIGHT,
    cursor: { show: false },
    legend: { show: false },
    scales: { x: { time: false, range: whole }, y: { range: whole } },
    axes: [
      { ...axis, size: 30 },
      { ...axis, size: 56 },
    ],
    series: [
      {},
      { stroke: colour('--ink-soft'), dash: [6, 6], width: 1, points: { show: false }, spanGaps: true },
      { stroke: 'transparent', points: { show: false }, spanGaps: true },
      { stroke: 'transparent', points: { show: false }, spanGaps: true },
      { stroke: colour('--pine'), width: 2, points: { show: true, size: 9, fill: colour('--pine') }, spanGaps: true },
    ],
    bands: [{ series: [3, 2], fill: colour('--quiet') }],
  };
}

/**
 * Said against found: the nearer the points are to the dashed line, the better; the band is what is known so far.
 * Whoever draws one writes what it means beneath it and gives the same as a table.
 */
export function Reliability(props: {
  readonly bins: readonly Bin[];
  readonly said: string;
  readonly words: (share: number) => string;
}) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = JSON.stringify(props.bins);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change only with the language, which remounts the chart
  useEffect(() => {
    const holder = place.current;
    if (holder === null) return;
    const { bins } = props;
    const among = <T,>(of: (bin: Bin) => T) => [null, ...bins.map(of), null];
    const data = [
      [0, ...bins.map(({ estimate }) => estimate), 1],
      [0, ...bins.map(({ estimate }) => estimate), 1],
      among(({ low }) => low),
      among(({ high }) => high),
      among(({ share }) => share),
    ] as uPlot.AlignedData;
    const plot = new uPlot(options(holder.clientWidth, props.words), data, holder);
    const resized = new ResizeObserver(() => plot.setSize({ width: holder.clientWidth, height: HEIGHT }));
    resized.observe(holder);
    return () => {
      resized.disconnect();
      plot.destroy();
    };
  }, [drawn]);
  return <div ref={place} className="chart" role="img" aria-label={props.said} />;
}
