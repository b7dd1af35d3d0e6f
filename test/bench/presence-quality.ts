/**
 * How well zones follow people, on surveyed recordings, beside other projects' ways of following in the same run:
 * `npm run bench:presence [-- --json FILE] [-- --svg FOLDER]`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { altBeacon } from './baselines/altbeacon.ts';
import { bermuda } from './baselines/bermuda.ts';
import { espresense, espresenseOneEuro } from './baselines/espresense.ts';
import { medianDwell } from './baselines/median-dwell.ts';
import { roomAssistant } from './baselines/room-assistant.ts';
import { type Contender, others, ours } from './presence/contenders.ts';
import { drawCurves } from './presence/curve.ts';
import { judge, type Outcome, play, type Quality, radius, youden } from './presence/measure.ts';
import { type Recordings, readRecordings, thinned } from './presence/recordings.ts';
import { confidence, crossValidated } from './presence/spread.ts';

const baselines = [roomAssistant, altBeacon, bermuda, espresense, espresenseOneEuro, medianDwell];
const alone: readonly Contender[] = [ours(false), ...baselines.map((baseline) => others(baseline, false))];
const together: readonly Contender[] = [ours(true), ...[roomAssistant, bermuda, medianDwell].map((b) => others(b, true))];
/** The one knob that everybody has: the radius they are told, in metres. */
const sweep = [1.5, 1.9, 2.3, 2.6, radius, 3.4, 3.9, 4.6, 6];
/** Packets a second of slow senders. */
const rates = [1, 0.5, 0.2, 0.1];

interface Row {
  readonly part: string;
  readonly name: string;
  readonly quality: Quality;
  readonly confidence: readonly [number, number] | null;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function cells({ name, quality: q, confidence: c }: Row): string[] {
  return [
    name,
    percent(youden(q)) + (c === null ? '' : ` (${(100 * c[0]).toFixed(0)}–${(100 * c[1]).toFixed(0)})`),
    percent(q.inZone),
    percent(q.nearRing),
    q.flapsPerHour.toFixed(1),
    `${q.found} of ${q.visits}`,
    `${q.entryMedian.toFixed(1)} / ${q.entryP90.toFixed(1)} s`,
  ];
}

function print(part: string, rows: readonly Row[]): void {
  const head = [part, 'J (90 % confidence)', 'in zone', 'near ring false', 'flaps/h', 'visits found', 'entry median / p90'];
  const table = [head, ...rows.map(cells)];
  const widths = head.map((_, i) => Math.max(...table.map((row) => row[i]!.length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  console.log([line(head), line(widths.map((width) => '-'.repeat(width))), ...table.slice(1).map(line), ''].join('\n'));
}

/** One contender over its sweep, the radius that was asked for among it. */
const swept = (contender: Contender, recordings: Recordings): ReadonlyMap<number, readonly Outcome[]> =>
  new Map(sweep.map((believed) => [believed, play(contender, recordings, believed)]));

/** The rows of docs/presence.md, and the curves. */
function everything(recordings: Recordings, svg: string | undefined): Row[] {
  const rows: Row[] = [];
  const section = (part: string, made: readonly Row[]) => {
    print(part, made);
    rows.push(...made);
  };
  for (const [part, contenders, file] of [
    ['one receiver', alone, 'presence-one-receiver.svg'],
    ['all receivers', together, 'presence-all-receivers.svg'],
  ] as const) {
    const sweeps = contenders.map((contender) => ({ name: contender.name, outcomes: swept(contender, recordings) }));
    section(
      part,
      sweeps.map(({ name, outcomes }) => {
        const nominal = outcomes.get(radius)!;
        return { part, name, quality: judge(nominal), confidence: confidence(nominal) };
      }),
    );
    const validated = `${part}, radius by cross-validation`;
    section(
      validated,
      sweeps.map(({ name, outcomes }) => ({ part: validated, name, quality: crossValidated(outcomes), confidence: null })),
    );
    if (svg !== undefined) {
      const lines = sweeps.map(({ name, outcomes }) => ({
        name,
        sweep: [...outcomes.values()].map(judge),
        nominal: judge(outcomes.get(radius)!),
      }));
      mkdirSync(svg, { recursive: true });
      writeFileSync(`${svg}/${file}`, drawCurves(lines));
    }
  }
  for (const rate of rates) {
    const part = `one receiver, ${rate} packets a second`;
    const slow = thinned(recordings, rate);
    section(
      part,
      alone.map((contender) => ({ part, name: contender.name, quality: judge(play(contender, slow)), confidence: null })),
    );
  }
  return rows;
}

/** The engine and the best of the published practices at the radius asked for; null when the recordings are not on this machine. */
export function presenceQuality(): { alone: Quality; together: Quality; baseline: Quality } | null {
  const recordings = readRecordings();
  if (recordings === null) return null;
  const quality = (contender: Contender) => judge(play(contender, recordings));
  return { alone: quality(ours(false)), together: quality(ours(true)), baseline: quality(others(medianDwell, false)) };
}

if (import.meta.main) {
  const option = (name: string) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
  const recordings = readRecordings();
  if (recordings === null) {
    console.error(
      'There are no recordings (presence/stationary.csv.gz and others) in the folder PREVENANCE_DATA: nothing measured.',
    );
    process.exit(2);
  }
  const rows = everything(recordings, option('--svg'));
  const json = option('--json');
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ node: process.version, radius, rows }, null, 2)}\n`);
}
