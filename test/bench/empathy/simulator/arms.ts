import { newEmpathy, notice } from '../../../../shared/empathy/policy.ts';
import { defaultEmpathySettings } from '../../../../shared/empathy/settings.ts';
import { helpAt, type Verdict, verdictOf } from '../../../../shared/empathy/verdict.ts';
import { elapsed, type MonoMs, monoMs } from '../../../../shared/units.ts';
import type { Timed } from './face.ts';
import type { Visit } from './shopper.ts';

/** What may bring a person besides the button, which is always there. `face`: everybody has allowed the camera. */
export const arms = ['button only', 'difficulty only', 'difficulty + face'] as const;
export type Arm = (typeof arms)[number];

export interface Lived {
  readonly verdict: Verdict;
  readonly needed: boolean;
  /** Proposals made before a person was needed, or without any need. */
  readonly bothered: number;
  /** Milliseconds from the need to the first help in reach; null without need, without help, or where help came first. */
  readonly waited: number | null;
}

/** Lives through one visit with the kiosk's own rules watching, until a proposal is accepted, the button is pressed, or the shopper leaves. */
export function live(visit: Visit, arm: Arm, proposeFrom: number = defaultEmpathySettings.proposeFrom): Lived {
  let state = newEmpathy;
  let offeredAt: MonoMs | null = null;
  let calledAt: MonoMs | null = null;
  let bothered = 0;
  let proposals = 0;
  for (const { at, event } of arm === 'button only' ? [] : eventsFor(visit, arm)) {
    if (visit.pressesAt !== null && at > visit.pressesAt) break;
    const step = notice(state, event, at, { ...defaultEmpathySettings, proposeFrom });
    state = step.state;
    if (step.decision.action !== 'propose' && step.decision.action !== 'call') continue;
    offeredAt ??= at;
    const needed = visit.neededFrom !== null && at >= visit.neededFrom;
    if (!needed) bothered += 1;
    if ((needed ? visit.acceptsNeeding : visit.acceptsAnyway)[proposals] === true) {
      calledAt = at;
      break;
    }
    proposals += 1;
  }
  calledAt ??= visit.pressesAt;
  const { neededFrom } = visit;
  const needed = neededFrom !== null;
  const course = { needed, neededFrom, offeredAt, calledAt };
  const helped = helpAt(course);
  return {
    verdict: verdictOf(course)!,
    needed,
    bothered,
    waited: neededFrom === null || helped === null || helped < neededFrom ? null : elapsed(neededFrom, helped),
  };
}

function eventsFor({ screen, face }: Visit, arm: Arm): readonly Timed[] {
  if (arm !== 'difficulty + face') return screen;
  const cameraOn: Timed = { at: monoMs(0), event: { kind: 'camera-on' } };
  return [cameraOn, ...[...screen, ...face].toSorted((a, b) => a.at - b.at)];
}
