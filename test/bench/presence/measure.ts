import { quantile } from '../figure.ts';
import type { Change, Contender } from './contenders.ts';
import type { Packet, Recordings, Scene } from './recordings.ts';

/** The zone everybody is to keep, in metres. */
export const radius = 3;
/** Near enough to the zone to be taken for inside, as multiples of the radius. */
const ring = [1.5, 3] as const;
/** A visit lasts at least so long, bridging shorter stretches outside, in ms. */
const shortest = 1000;
const bridged = 2000;

/** What happened at one receiver in one scene. */
export interface Outcome {
  readonly scene: Scene;
  readonly packets: readonly Packet[];
  readonly truth: readonly Packet[];
  readonly changes: readonly Change[];
}

/** Time inside, of what there was, and times left. */
interface Span {
  readonly inside: number;
  readonly total: number;
  readonly left: number;
}

export interface Quality {
  /** Share of the time within the radius in which the beacon counted as inside … */
  readonly inZone: number;
  /** … and of the time in the near ring. */
  readonly nearRing: number;
  readonly flapsPerHour: number;
  readonly visits: number;
  readonly found: number;
  readonly entryMedian: number;
  readonly entryP90: number;
}

export const youden = (q: Quality): number => q.inZone - q.nearRing;

/** Standing further than the ring, or between it and the zone, is judged by nobody. */
const matters = (packets: readonly Packet[]): boolean => {
  const { distance } = packets[0]!;
  return distance <= radius || (distance >= ring[0] * radius && distance <= ring[1] * radius);
};

/** Lets a contender follow every scene with zones of `believed` metres; one outcome for each receiver. */
export function play(contender: Contender, { scenes, calibration }: Recordings, believed: number = radius): Outcome[] {
  return scenes.flatMap((scene) => {
    const byReceiver = Map.groupBy(scene.packets, (packet) => packet.receiver);
    const changes: Change[] = [];
    const lists = contender.together
      ? [scene.packets]
      : [...byReceiver.values()].filter((packets) => scene.moving || matters(packets));
    for (const packets of lists) {
      const course = contender.start(calibration, believed);
      for (const packet of packets) changes.push(...course.hear(packet));
    }
    const perReceiver = Map.groupBy(changes, (change) => change.receiver);
    const truth = Map.groupBy(scene.truth, (packet) => packet.receiver);
    return [...byReceiver].map(([receiver, packets]) => ({
      scene,
      packets,
      truth: truth.get(receiver)!,
      changes: perReceiver.get(receiver) ?? [],
    }));
  });
}

function spanOf({ packets, changes }: Outcome): Span {
  const end = packets.at(-1)!.t;
  let inside = 0;
  let from: number | null = null;
  for (const change of [...changes, { t: end, inside: false }]) {
    if (change.inside) from ??= change.t;
    else if (from !== null) {
      inside += Math.min(change.t, end) - from;
      from = null;
    }
  }
  return { inside, total: end - packets[0]!.t, left: changes.filter((change) => !change.inside).length };
}

function visitsOf(packets: readonly Packet[]): (readonly [number, number])[] {
  const visits: [number, number][] = [];
  for (const { t, distance } of packets) {
    if (distance > radius) continue;
    const last = visits.at(-1);
    if (last !== undefined && t - last[1] < bridged) last[1] = t;
    else visits.push([t, t]);
  }
  return visits.filter(([from, to]) => to - from >= shortest);
}

/** Milliseconds from the start of each visit until the beacon counted as inside; null where it never did. */
function entriesOf({ truth, changes }: Outcome): (number | null)[] {
  return visitsOf(truth).map(([from, to]) => {
    const before = changes.filter(({ t }) => t <= from).at(-1)?.inside ?? false;
    if (before) return 0;
    const entered = changes.find(({ t, inside }) => inside && t > from && t <= to);
    return entered === undefined ? null : entered.t - from;
  });
}

const sum = (spans: readonly Span[]): Span =>
  spans.reduce((a, b) => ({ inside: a.inside + b.inside, total: a.total + b.total, left: a.left + b.left }), {
    inside: 0,
    total: 0,
    left: 0,
  });

export function judge(outcomes: readonly Outcome[]): Quality {
  const standing = outcomes.filter(({ scene }) => !scene.moving);
  const between = (low: number, high: number) =>
    sum(
      standing.filter(({ packets }) => packets[0]!.distance >= low * radius && packets[0]!.distance <= high * radius).map(spanOf),
    );
  const near = between(0, 1);
  const around = between(...ring);
  const entries = outcomes.filter(({ scene }) => scene.moving).flatMap(entriesOf);
  const found = entries.filter((entry) => entry !== null);
  return {
    inZone: near.inside / near.total,
    nearRing: around.inside / around.total,
    flapsPerHour: near.left / (near.total / 3_600_000),
    visits: entries.length,
    found: found.length,
    entryMedian: quantile(found, 0.5) / 1000,
    entryP90: quantile(found, 0.9) / 1000,
  };
}
