import type { CallReason } from '../contract/values.ts';
import { elapsed, type Millis, type MonoMs, seconds } from '../units.ts';
import {
  blindFace,
  contributions,
  type Expression,
  type FaceEvidence,
  faceTips,
  faceWeight,
  frustration,
  look,
  prune,
} from './estimate.ts';
import { failureKinds, type Signal, type SignalKind } from './signals.ts';
import type { WordSense } from './words.ts';

/** When a person is proposed. */
export interface EmpathyPolicy {
  /** A person is proposed from this estimate on. */
  readonly proposeFrom: number;
  /** After a proposal the estimate must once fall below this before it may propose again: one that wobbles asks only once. */
  readonly calmBelow: number;
  /** Outcomes without a result, one after the other, that propose a person whatever the estimate says. */
  readonly failures: number;
  readonly proposalsPerVisit: number;
  readonly coolDown: Millis;
}

/** `proposeFrom` and the weight of the face make the rule "I ≥ .6, or I ≥ .35 and F ≥ .5, and F alone never". */
export const defaultEmpathyPolicy: EmpathyPolicy = {
  proposeFrom: 0.6,
  calmBelow: 0.4,
  failures: 3,
  proposalsPerVisit: 2,
  coolDown: seconds(90),
};

/** Code of one piece of evidence, as the kiosk words it. */
export type Because = SignalKind | 'repeated-failure' | 'face' | Exclude<WordSense, 'giving-up'>;

/** What to do now. `propose`: ask whether to call somebody. `call`: call at once. `reason` is what a call would be raised with. */
export type EmpathyDecision =
  | { readonly action: 'calm' }
  | { readonly action: 'propose' | 'call'; readonly because: readonly Because[]; readonly reason: CallReason };

/** What the kiosk noticed in this visit. In memory only, dropped with the visit, never stored and never joined to a person. */
export interface Empathy {
  readonly signals: readonly Signal[];
  /** Searches and questions without a result since the last one that had one, or since the last proposal. */
  readonly failures: number;
  /** Null without camera consent. */
  readonly face: FaceEvidence | null;
  /** Whether the estimate may propose; see {@link EmpathyPolicy.calmBelow}. */
  readonly armed: boolean;
  readonly proposals: number;
  readonly proposedAt: MonoMs | null;
  /** Once a call was opened the kiosk proposes nothing more in this visit. */
  readonly callOpened: boolean;
}

export const newEmpathy: Empathy = {
  signals: [],
  failures: 0,
  face: null,
  armed: true,
  proposals: 0,
  proposedAt: null,
  callOpened: false,
};

/** Everything that changes what the kiosk thinks of the visit. */
export type EmpathyEvent =
  | { readonly kind: 'signal'; readonly signal: SignalKind }
  /** A search or a question had a result. */
  | { readonly kind: 'success' }
  /** What the words of a search, question or complaint ask for. */
  | { readonly kind: 'words'; readonly sense: WordSense }
  /** The camera was allowed on this visit; until then every expression is ignored. */
  | { readonly kind: 'camera-on' }
  | { readonly kind: 'camera-off' }
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'call-opened' };

const calm: EmpathyDecision = { action: 'calm' };

/** Takes in one event and says what to do now. Time alone never does anything: evidence only fades. */
export function notice(
  before: Empathy,
  event: EmpathyEvent,
  now: MonoMs,
  policy: EmpathyPolicy = defaultEmpathyPolicy,
): { readonly state: Empathy; readonly decision: EmpathyDecision } {
  // Evidence fades monotonically between events, so its lowest point since the last one is right before this one.
  const armed = before.armed || frustration(before.signals, before.face, now) < policy.calmBelow;
  const state = takeIn({ ...before, armed, signals: prune(before.signals, now) }, event, now);

  const asked = event.kind === 'words' ? event.sense : null;
  if (asked === 'danger' || asked === 'person' || asked === 'complaint') {
    // Whoever asks for a person gets one, also after an earlier call: nothing here may swallow it.
    return { state, decision: { action: 'call', because: [asked], reason: asked === 'complaint' ? 'complaint' : 'asked' } };
  }

  const health = asked === 'health';
  const failing = state.failures >= policy.failures && event.kind === 'signal' && failureKinds.has(event.signal);
  const fresh = event.kind === 'signal' || event.kind === 'words' || event.kind === 'expression';
  const tipping = fresh && armed && frustration(state.signals, state.face, now) >= policy.proposeFrom;
  if (!(health || failing || tipping) || !mayPropose(state, now, policy)) return { state, decision: calm };

  return {
    state: { ...state, failures: 0, armed: false, proposals: state.proposals + 1, proposedAt: now },
    decision: {
      action: 'propose',
      because: evidence(state, now, health ? 'health' : failing ? 'repeated-failure' : null),
      reason: health ? 'product-advice' : failing ? 'repeated-failure' : 'difficulty',
    },
  };
}

function takeIn(state: Empathy, event: EmpathyEvent, now: MonoMs): Empathy {
  switch (event.kind) {
    case 'signal': {
      const signals = [...state.signals, { kind: event.signal, at: now }];
      return { ...state, signals, failures: state.failures + (failureKinds.has(event.signal) ? 1 : 0) };
    }
    case 'words':
      if (event.sense !== 'giving-up') return state;
      return { ...state, signals: [...state.signals, { kind: 'giving-up', at: now }] };
    case 'success':
      return { ...state, failures: 0 };
    case 'camera-on':
      return { ...state, face: state.face ?? blindFace(now) };
    case 'camera-off':
      return { ...state, face: null };
    case 'expression':
      return { ...state, face: state.face === null ? null : look(state.face, event.expression, now) };
    case 'call-opened':
      return { ...state, callOpened: true };
  }
}

const mayPropose = (state: Empathy, now: MonoMs, policy: EmpathyPolicy): boolean =>
  !state.callOpened &&
  state.proposals < policy.proposalsPerVisit &&
  (state.proposedAt === null || elapsed(state.proposedAt, now) >= policy.coolDown);

/** Codes of the evidence, strongest first; a rule that fired stands before what merely adds up. */
function evidence(state: Empathy, now: MonoMs, rule: 'health' | 'repeated-failure' | null): Because[] {
  const parts: { kind: Because; amount: number }[] = contributions(state.signals, now);
  if (faceTips(state.face, now)) parts.push({ kind: 'face', amount: faceWeight });
  const sorted = parts.sort((a, b) => b.amount - a.amount).map(({ kind }) => kind);
  return rule === null ? sorted : [rule, ...sorted];
}
