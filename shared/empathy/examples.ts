import { type Millis, monoMs, seconds } from '../units.ts';
import { type EmpathyDecision, type EmpathyEvent, newEmpathy, notice } from './policy.ts';
import type { EmpathySettings } from './settings.ts';
import type { SignalKind } from './signals.ts';

type Script = readonly (readonly [second: number, event: EmpathyEvent])[];

const signal = (second: number, kind: SignalKind) => [second, { kind: 'signal', signal: kind }] as const;
/** A look of the camera every two seconds: neutral at first, then negative. */
const face = (from: number, to: number): Script =>
  Array.from({ length: Math.floor((to - from) / 2) }, (_, i) => [
    from + i * 2,
    { kind: 'expression', expression: { negative: i < 2 ? 0.1 : 0.9, usableFrames: 20, faces: 1 } },
  ]);

/** Visits a manager knows from the shop floor, to see what settings would make of them. */
export const exampleVisits = {
  /** One search without result, then the product is found. */
  'one-slip': [signal(10, 'search-empty'), [25, { kind: 'success' }]],
  /** Three searches without result, half a minute apart. */
  'three-empty': [signal(10, 'search-empty'), signal(40, 'search-empty'), signal(70, 'search-empty')],
  /** Goes back and forth, asks a question twice, gets no answer. */
  lost: [signal(20, 'back-and-forth'), signal(30, 'question-unanswered'), signal(45, 'question-repeated')],
  /** The kiosk fails twice while somebody waits. */
  faults: [signal(10, 'error'), signal(20, 'time-out'), signal(25, 'error')],
  /** "I give up." */
  'gives-up': [[15, { kind: 'words', sense: 'giving-up' }]],
  /** Camera allowed: a face that looks negative for a minute, and nothing else. */
  'face-only': [[0, { kind: 'camera-on' }], ...face(2, 60)],
  /** Camera allowed: the same face while a search finds nothing and is made again. */
  'face-and-search': [
    [0, { kind: 'camera-on' }],
    ...face(2, 20),
    signal(20, 'search-empty'),
    signal(24, 'search-empty'),
    ...face(26, 40),
  ],
} as const satisfies Record<string, Script>;

export type ExampleVisit = keyof typeof exampleVisits;

/** The furthest a visit goes, and when it first gets there. */
export interface Course {
  readonly action: EmpathyDecision['action'];
  readonly after: Millis;
}

const order: readonly EmpathyDecision['action'][] = ['calm', 'watch', 'propose', 'call'];

/** Plays an example visit with these settings. */
export function play(visit: ExampleVisit, settings: EmpathySettings): Course {
  let state = newEmpathy;
  let furthest: Course = { action: 'calm', after: seconds(0) };
  for (const [second, event] of exampleVisits[visit] as Script) {
    const step = notice(state, event, monoMs(seconds(second)), settings);
    state = step.state;
    if (order.indexOf(step.decision.action) > order.indexOf(furthest.action))
      furthest = { action: step.decision.action, after: seconds(second) };
  }
  return furthest;
}
