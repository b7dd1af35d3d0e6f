/**
 * Evidence for docs/evidence.md: `npm run bench:empathy [-- --json FILE] [-- --svg FOLDER] [-- engines|accuracy|visits …]`. Engines side by
 * side on the same frames, accuracy on the labelled faces of this machine, and simulated visits. What cannot be measured here says why.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { accuracy } from './accuracy.ts';
import { drawOperatingCurve } from './curve.ts';
import { FaceLab } from './face-lab.ts';
import { facesFolder, readLabels } from './labels.ts';
import { fetchOriginal } from './original.ts';
import { sideBySide } from './side-by-side.ts';
import { arms } from './simulator/arms.ts';
import { judgeDays, simulateDay, usualThreshold } from './simulator/run.ts';
import type { Interval } from './statistics.ts';

const days = 40;
const visitsADay = 400;
const thresholds = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9, 0.98];
/** Right edge of the picture: nobody would run a kiosk that asks more than this share of those who need nobody. */
const mostUnneeded = 0.2;

const args = process.argv.slice(2);
const option = (name: string): string | undefined => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
};
const json = option('--json');
const svg = option('--svg');
const wanted = (part: string) => args.length === 0 || args.includes(part);

const percent = ({ value, low, high }: Interval): string =>
  Number.isNaN(value) ? 'none' : `${(100 * value).toFixed(1)} % (${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)})`;
const plain = ({ value, low, high }: Interval, digits: number): string =>
  `${value.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]!.length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  console.log([`\n${title}\n`, line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n'));
}

const original = wanted('engines') ? fetchOriginal() : null;
if (original !== null && !original.ok) console.error(`Not compared with the original: ${original.why}.`);
const engines = original === null ? null : await sideBySide(original);
if (original?.ok) rmSync(original.folder, { recursive: true });
if (engines !== null) {
  table(
    'Engines, the same eight frames of 640×480, a Chromium each',
    ['engine', 'backend', 'looks', 'start', 'median', 'p95', 'CPU a look', 'longest task', 'longest gap', 'memory'],
    engines.map((row) => [
      row.engine,
      row.backend,
      String(row.looks),
      ...[row.startMs, row.medianMs, row.p95Ms, row.cpuMs].map((ms) => `${ms.toFixed(0)} ms`),
      row.longestTaskMs === 0 ? 'none' : `${row.longestTaskMs.toFixed(0)} ms`,
      `${row.longestGapMs.toFixed(0)} ms`,
      row.memoryMb === null ? 'not told' : `+${row.memoryMb.toFixed(0)} MB`,
    ]),
  );
}

const labels = wanted('accuracy') ? readLabels() : null;
if (wanted('accuracy') && labels === null)
  console.error(`No accuracy: there is no list of labelled faces at ${facesFolder}/labels.csv.`);
let accurate: Awaited<ReturnType<typeof accuracy>> | null = null;
if (labels !== null) {
  if (labels.unknown.length > 0)
    console.error(`Labels that say neither negative nor not, left out: ${labels.unknown.join(', ')}.`);
  const lab = await FaceLab.start();
  try {
    accurate = await accuracy(lab, labels.faces);
  } finally {
    await lab.close();
  }
  table(
    'Negative faces against others, above 0.9 as the kiosk counts them (95 % confidence)',
    ['group', 'pictures', 'read', 'AUC', 'sensitivity', 'false alarms', 'false alarms, neutral'],
    accurate.map((row) => [
      row.group,
      String(row.pictures),
      String(row.read),
      row.auc === null ? 'too few' : plain(row.auc, 3),
      percent(row.sensitivity),
      percent(row.falseAlarms),
      percent(row.falseAlarmsNeutral),
    ]),
  );
}

let visits: { table: ReturnType<typeof judgeDays>[]; curves: unknown } | null = null;
if (wanted('visits')) {
  const simulated = Array.from({ length: days }, (_, day) => simulateDay(day + 1, visitsADay));
  const results = arms.map((arm) => judgeDays(simulated, arm));
  table(
    `Simulated visits: ${days} days of ${visitsADay}, the kiosk's own rules (95 % confidence over days)`,
    ['with', 'in time', 'too early', 'too late', 'missed', 'unneeded', 'needless asks / 100 visits', 'wait for help'],
    results.map(({ arm, shares, bothered, waitedSeconds }) => [
      arm,
      percent(shares['in-time']),
      percent(shares['too-early']),
      percent(shares['too-late']),
      percent(shares.missed),
      percent(shares.unneeded),
      plain(bothered, 1),
      `${plain(waitedSeconds, 1)} s`,
    ]),
  );
  const curves = arms.map((name) => {
    const swept = name === 'button only' ? [usualThreshold] : [...new Set([...thresholds, usualThreshold])].sort((a, b) => a - b);
    const points = swept.map((threshold) => {
      const { shares } = judgeDays(simulated, name, threshold);
      return { threshold, unneeded: shares.unneeded, inTime: shares['in-time'] };
    });
    return { name, points, usual: swept.indexOf(usualThreshold) };
  });
  visits = { table: results, curves };
  if (svg !== undefined) {
    mkdirSync(svg, { recursive: true });
    writeFileSync(`${svg}/empathy-operating-curve.svg`, drawOperatingCurve(curves, mostUnneeded));
  }
}

if (json !== undefined) {
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: availableParallelism() };
  writeFileSync(json, `${JSON.stringify({ machine, original, engines, accuracy: accurate, visits }, null, 2)}\n`);
}
