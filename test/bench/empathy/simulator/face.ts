import { look, watchFrom } from '../../../../devices/camera/window.ts';
import type { EmpathyEvent } from '../../../../shared/empathy/policy.ts';
import { type MonoMs, monoMs } from '../../../../shared/units.ts';
import type { Dice } from '../../random.ts';
import { rate } from './rates.ts';

/** Looks a second: the camera's slowest pace is two, its fastest five. */
const looksPerSecond = 3;
/** What the network says of a frame that looks negative, and of one that does not; only the side of 0.9 matters, and the mean at rest. */
const probabilityOf = { negative: 0.97, other: 0.08 };

/** An event and when it happens. */
export interface Timed {
  readonly at: MonoMs;
  readonly event: EmpathyEvent;
}

/**
 * What the camera's worker would report of one person from the first second to `until`: its own window and muting (`devices/camera/window.ts`)
 * over simulated frames. Before `frustratedFrom` the face is at rest.
 */
export function faceReports(random: Dice, until: MonoMs, frustratedFrom: MonoMs | null): Timed[] {
  const resting = rate(random.chance(rate('restsNegative')) ? 'frameRestingNegative' : 'frameResting');
  const smiler = random.chance(rate('smiles'));
  const reports: Timed[] = [];
  let watch = watchFrom(monoMs(0));
  let negative = false;
  let changesAt = 0;
  for (let at = 0; at <= until; at += 1000 / looksPerSecond) {
    if (at >= changesAt) {
      const frustrated = frustratedFrom !== null && at >= frustratedFrom;
      const smiling = frustrated && smiler && random.chance(rate('smileStays'));
      negative = random.chance(smiling ? rate('frameSmiling') : frustrated && !smiler ? rate('frameFrowning') : resting);
      changesAt = at + random.around(rate('expressionSeconds') * 1000, 0.5);
    }
    const now = monoMs(at);
    const step = look(
      watch,
      { faces: 1, quality: 'good', negative: negative ? probabilityOf.negative : probabilityOf.other },
      now,
    );
    watch = step.watch;
    if (step.evidence !== null) reports.push({ at: now, event: { kind: 'expression', expression: step.evidence } });
  }
  return reports;
}
