import { join } from 'node:path';
import { NEGATIVE_ABOVE } from '../../../devices/camera/window.ts';
import type { FaceLab } from './face-lab.ts';
import { facesFolder, type LabelledFace } from './labels.ts';
import { auc, bootstrap, type Interval, wilson } from './statistics.ts';

/** Fewer of a kind say nothing about a group. */
const enough = 10;

interface Seen {
  readonly face: LabelledFace;
  /** Null when the engine read nobody, as it does when unsure. */
  readonly negative: number | null;
}

export interface AccuracyRow {
  readonly group: string;
  readonly pictures: number;
  readonly read: number;
  /** How often a negative face scores above another one; null with too few of either. */
  readonly auc: Interval | null;
  /** Negative faces, and others, above the kiosk's threshold. Of those that were read. */
  readonly sensitivity: Interval;
  readonly falseAlarms: Interval;
  /** False alarms among faces labelled neutral alone. */
  readonly falseAlarmsNeutral: Interval;
}

/** Scores every labelled face and sums up, all together and by each group that the list names. */
export async function accuracy(lab: FaceLab, faces: readonly LabelledFace[]): Promise<AccuracyRow[]> {
  const seen: Seen[] = [];
  for (const face of faces) seen.push({ face, negative: (await lab.score(join(facesFolder, face.file)))?.negative ?? null });
  const rows = [judge('all', seen)];
  for (const column of new Set(faces.flatMap(({ groups }) => Object.keys(groups)))) {
    const members = Map.groupBy(seen, ({ face }) => face.groups[column] ?? '');
    for (const [value, some] of [...members].sort(([a], [b]) => (a < b ? -1 : 1)))
      rows.push(judge(`${column}: ${value || '(none)'}`, some));
  }
  return rows;
}

export function judge(group: string, seen: readonly Seen[]): AccuracyRow {
  const read = seen.flatMap(({ face, negative }) => (negative === null ? [] : [{ face, score: negative, truth: face.negative }]));
  const above = (some: typeof read) => wilson(some.filter(({ score }) => score > NEGATIVE_ABOVE).length, some.length);
  const negative = read.filter(({ truth }) => truth);
  const others = read.filter(({ truth }) => !truth);
  return {
    group,
    pictures: seen.length,
    read: read.length,
    auc: negative.length < enough || others.length < enough ? null : bootstrap(read, auc),
    sensitivity: above(negative),
    falseAlarms: above(others),
    falseAlarmsNeutral: above(others.filter(({ face }) => face.label === 'neutral')),
  };
}
