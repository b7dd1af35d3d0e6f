/**
 * How well zones follow people, on surveyed recordings: `node test/bench/presence-quality.ts`. Prints J (in-zone share minus near-ring
 * false share), flaps, visits found and entry delay of the engine and of a plain median-and-dwell baseline in the same run.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { PresenceEngine } from '../../shared/presence/engine.ts';
import { boundaryAt, type Calibration, makeZone } from '../../shared/presence/zone.ts';
import { type Dbm, dbm, metres, monoMs } from '../../shared/units.ts';

const radius = metres(3);
const root = process.env.PREVENANCE_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));

interface Packet {
  readonly t: number;
  readonly rssi: Dbm;
  readonly distance: number;
}
interface Recording {
  readonly receiver: string;
  readonly packets: readonly Packet[];
}
/** Feeds one receiver's packets; answers whether the beacon is inside just after each, and every change as [t, inside]. */
type Detector = (receiver: string) => { hear(packet: Packet): readonly (readonly [number, boolean])[] };

export interface Quality {
  inZone: number;
  nearRing: number;
  flapsPerHour: number;
  visits: number;
  found: number;
  entryMedian: number;
}

const json = <T>(name: string): T => JSON.parse(readFileSync(`${root}/presence/${name}`, 'utf8')) as T;
const rows = (name: string): string[][] =>
  gunzipSync(readFileSync(`${root}/presence/${name}`))
    .toString()
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

function load(): { stationary: Recording[]; walks: Recording[]; calibration: Record<string, Calibration> } {
  const places = json<Record<string, [number, number, number]>>('receivers.json');
  const group = (
    name: string,
    column: (row: string[]) => { key: string; receiver: string; at: number[]; t: number; rssi: number },
  ) => {
    const recordings = new Map<string, { receiver: string; packets: Packet[] }>();
    for (const row of rows(name)) {
      const { key, receiver, at, t, rssi } = column(row);
      const place = places[receiver]!;
      const distance = Math.hypot(...place.map((p, i) => p - at[i]!));
      let recording = recordings.get(key);
      if (recording === undefined) {
        recording = { receiver, packets: [] };
        recordings.set(key, recording);
      }
      recording.packets.push({ t, rssi: dbm(rssi), distance });
    }
    return [...recordings.values()];
  };
  const numbers = (row: string[], ...columns: number[]) => columns.map((c) => Number(row[c]));
  return {
    calibration: json('calibration.json'),
    stationary: group('stationary.csv.gz', (r) => ({
      key: r[0]!,
      receiver: r[1]!,
      at: numbers(r, 2, 3, 4),
      t: Number(r[5]),
      rssi: Number(r[6]),
    })),
    walks: group('walks.csv.gz', (r) => ({
      key: `${r[0]} ${r[1]}`,
      receiver: r[1]!,
      at: numbers(r, 4, 5, 6),
      t: Number(r[2]),
      rssi: Number(r[3]),
    })),
  };
}

function measure(detector: Detector, data: ReturnType<typeof load>): Quality {
  const share = (recordings: readonly Recording[]) => {
    let inside = 0;
    let total = 0;
    let flaps = 0;
    for (const { receiver, packets } of recordings) {
      const detect = detector(receiver);
      const changes = packets.flatMap((packet) => detect.hear(packet));
      const end = packets.at(-1)!.t;
      total += end - packets[0]!.t;
      let from: number | null = null;
      for (const [t, is] of [...changes, [end, false] as const]) {
        if (is) from = t;
        else if (from !== null) {
          inside += t - from;
          from = null;
        }
      }
      flaps += changes.filter(([, is]) => !is).length;
    }
    return { share: inside / total, perHour: flaps / (total / 3_600_000) };
  };
  const distance = (r: Recording) => r.packets[0]!.distance;
  const near = share(data.stationary.filter((r) => distance(r) <= radius));
  const ring = share(data.stationary.filter((r) => distance(r) >= 1.5 * radius && distance(r) <= 3 * radius));
  const entries: number[] = [];
  let visits = 0;
  for (const { receiver, packets } of data.walks) {
    const detect = detector(receiver);
    const changes: (readonly [number, boolean])[] = packets.flatMap((packet) => detect.hear(packet));
    for (const [from, to] of visitsOf(packets)) {
      visits++;
      const before = changes.filter(([t]) => t <= from).at(-1)?.[1] ?? false;
      const entry = before ? from : changes.find(([t, is]) => is && t > from && t <= to)?.[0];
      if (entry !== undefined) entries.push(entry - from);
    }
  }
  entries.sort((a, b) => a - b);
  return {
    inZone: near.share,
    nearRing: ring.share,
    flapsPerHour: near.perHour,
    visits,
    found: entries.length,
    entryMedian: (entries[entries.length >> 1] ?? Number.NaN) / 1000,
  };
}

/** Stretches within the radius, of at least one second, bridging gaps of under two. */
function visitsOf(packets: readonly Packet[]): [number, number][] {
  const visits: [number, number][] = [];
  for (const { t, distance } of packets) {
    if (distance > radius) continue;
    const last = visits.at(-1);
    if (last !== undefined && t - last[1] < 2000) last[1] = t;
    else visits.push([t, t]);
  }
  return visits.filter(([from, to]) => to - from >= 1000);
}

/** Median over five seconds, out at 1.5 times the radius, dwell 2 s and 8 s: the best of the published practices. */
function baseline(calibration: Record<string, Calibration>): Detector {
  return (receiver) => {
    const { near, far } = boundaryAt(radius, calibration[receiver]!);
    let window: Packet[] = [];
    let inside = false;
    let since: number | null = null;
    return {
      hear(packet) {
        window = [...window.filter((p) => packet.t - p.t <= 5000), packet];
        const sorted = window.map((p) => p.rssi).sort((a, b) => a - b);
        const level = (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
        if (inside ? level >= far : level < near) since = null;
        else since ??= packet.t;
        if (since === null || packet.t - since < (inside ? 8000 : 2000)) return [];
        inside = !inside;
        since = null;
        return [[packet.t, inside]];
      },
    };
  };
}

function engine(calibration: Record<string, Calibration>): Detector {
  return (receiver) => {
    const zone = makeZone({ id: 'z', receivers: [[receiver, boundaryAt(radius, calibration[receiver]!)]] });
    const presence = new PresenceEngine([zone]);
    return {
      hear: ({ t, rssi }) =>
        presence.observe({ t: monoMs(t), receiver, beacon: 'b', rssi }).map((e) => [e.t, e.event === 'enter'] as const),
    };
  };
}

/** Both rows; null when the recordings are not on this machine. */
export function presenceQuality(): { engine: Quality; baseline: Quality } | null {
  if (!existsSync(`${root}/presence/stationary.csv.gz`)) return null;
  const data = load();
  return { engine: measure(engine(data.calibration), data), baseline: measure(baseline(data.calibration), data) };
}

if (import.meta.main) {
  const quality = presenceQuality();
  if (quality === null) console.log(`no recordings in ${root} (set PREVENANCE_DATA): nothing measured`);
  else {
    const percent = (x: number) => `${(100 * x).toFixed(1)} %`;
    console.table(
      Object.entries(quality).map(([what, q]) => ({
        what,
        J: percent(q.inZone - q.nearRing),
        'in zone': percent(q.inZone),
        'near ring false': percent(q.nearRing),
        'flaps/h': q.flapsPerHour.toFixed(1),
        visits: `${q.found} of ${q.visits}`,
        'entry median s': q.entryMedian.toFixed(1),
      })),
    );
  }
}
