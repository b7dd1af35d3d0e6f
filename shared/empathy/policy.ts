import type { CallReason } from '../contract/values.ts';
import { elapsed, type Millis, type MonoMs, seconds } from '../units.ts';
import { type Evidence, evidenceFor, prune, weigh } from './estimate.ts';
import { blindFace, type Expression, type FaceEvidence, look } from './face.ts';
import { defaultEmpathySettings, type EmpathySettings, type EvidenceKind } from './settings.ts';
import { failureKinds, isTouch, type Signal, type SignalKind } from './signals.ts';
import type { WordSense } from './words.ts';

/** Outcomes without a result, one after the other, that propose a person whatever the estimate says. */
const failuresPropose = 3;
const proposalsPerVisit = 2;
/** Between two proposals, so that nobody is pestered. */
const coolDown: Millis = seconds(90);
/** A proposal must have stood on the screen this long before anything may be concluded from its having no answer. */
const timeToAnswer: Millis = seconds(10);
/** "Worse than before": more than the last proposal stood for, by this much (log-odds; 2.7 times the odds). */
const worseBy = 1;
/** A level that was reached is left only below this share of its evidence: an estimate that wobbles changes nothing on the screen. */
const leavesBelow = 0.5;

/** One piece of why a person is proposed, as the pages word it. */
export interface Because {
  readonly code: EvidenceKind | 'repeated-failure' | Exclude<WordSense, 'giving-up' | 'anger'>;
  /** How often it was noticed lately. */
  readonly times: number;
}

/**
 * What to do now. `watch`: simpler screens, no offers. `propose`: ask whether to call somebody. `call`: call at once.
 * `reason` is what a call would be raised with.
 */
export type EmpathyDecision =
  | { readonly action: 'calm' | 'watch' }
  | { readonly action: 'propose' | 'call'; readonly because: readonly Because[]; readonly reason: CallReason };

/** The last proposal of a visit. */
export interface Proposed {
  readonly at: MonoMs;
  /** Evidence it stood for, log-odds. */
  readonly evidence: number;
  readonly reason: CallReason;
  /** `declined`: the shopper said that they were fine. */
  readonly answer: 'open' | 'declined';
  /** Whether the evidence has fallen well below the proposal since. */
  readonly calmedDown: boolean;
}

/** What the kiosk noticed in this visit. In memory only, dropped with the visit, never stored and never joined to a person. */
export interface Empathy {
  readonly signals: readonly Signal[];
  /** Searches and questions without a result since the last one that had one, or since the last proposal. */
  readonly failures: number;
  /** Null without camera consent. */
  readonly face: FaceEvidence | null;
  /** Whether the screens are simpler. */
  readonly watching: boolean;
  readonly proposals: number;
  readonly proposed: Proposed | null;
  /** Once a call was opened the kiosk proposes nothing more in this visit. */
  readonly callOpened: boolean;
}

export const newEmpathy: Empathy = {
  signals: [],
  failures: 0,
  face: null,
  watching: false,
  proposals: 0,
  proposed: null,
  callOpened: false,
};

/** Everything that changes what the kiosk thinks of the visit. */
export type EmpathyEvent =
  | { readonly kind: 'signal'; readonly signal: SignalKind }
  /** A search or a question had a result. */
  | { readonly kind: 'success' }
  /** What the words of a search, question or complaint ask for. */
  | { readonly kind: 'words'; readonly sense: WordSense }
  /** The camera was allowed on this visit; until then every expression and every signal of touch is ignored. */
  | { readonly kind: 'camera-on' }
  /** Also forgets what face and touch had said. */
  | { readonly kind: 'camera-off' }
  | { readonly kind: 'expression'; readonly expression: Expression }
  /** "I'm fine": the proposal was turned down. */
  | { readonly kind: 'declined' }
  | { readonly kind: 'call-opened' };

/** Whether the event brought evidence: only then may it lead to a proposal or a call. A camera that saw nothing has brought nothing. */
const brings = (event: EmpathyEvent, state: Empathy, evidence: Evidence): boolean =>
  event.kind === 'words' ||
  (event.kind === 'signal' && (state.face !== null || !isTouch(event.signal))) ||
  (event.kind === 'expression' && evidence.face > 0);

/** Takes in one event and says what to do now. Time alone never does anything: evidence only fades. */
export function notice(
  before: Empathy,
  event: EmpathyEvent,
  now: MonoMs,
  settings: EmpathySettings = defaultEmpathySettings,
): { readonly state: Empathy; readonly decision: EmpathyDecision } {
  const taken = takeIn(faded(before, now, settings), event, now, settings);
  const evidence = weigh(taken.signals, taken.face, now, settings);
  const all = sum(evidence);
  // Simpler screens show no offers, and neither face nor touch may change an offer: they can only bring a person.
  const state = { ...taken, watching: taken.watching || evidence.difficulty >= evidenceFor(settings.watchFrom) };
  const still: EmpathyDecision = { action: state.watching ? 'watch' : 'calm' };

  const asked = event.kind === 'words' ? event.sense : null;
  if (asked === 'danger' || asked === 'person' || asked === 'complaint') {
    // Whoever asks for a person gets one, also after an earlier call or an "I'm fine": nothing here may swallow it.
    const because = [{ code: asked, times: 1 }];
    return { state, decision: { action: 'call', because, reason: asked === 'complaint' ? 'complaint' : 'asked' } };
  }
  if (!brings(event, state, evidence) || state.callOpened) return { state, decision: still };

  if (callsUnasked(state, evidence, event, now, settings)) {
    const because = reasons(evidence, null, 0);
    return { state, decision: { action: 'call', because, reason: state.proposed?.reason ?? 'difficulty' } };
  }

  const failing = state.failures >= failuresPropose && event.kind === 'signal' && failureKinds.has(event.signal);
  const rule = asked === 'health' ? 'health' : failing ? 'repeated-failure' : null;
  const tipping = all >= evidenceFor(settings.proposeFrom);
  if (!(rule !== null || tipping) || !mayPropose(state, all, rule !== null, now)) return { state, decision: still };

  const reason = asked === 'health' ? 'product-advice' : failing ? 'repeated-failure' : 'difficulty';
  const proposed: Proposed = { at: now, evidence: all, reason, answer: 'open', calmedDown: false };
  return {
    state: { ...state, failures: 0, proposals: state.proposals + 1, proposed },
    decision: { action: 'propose', because: reasons(evidence, rule, state.failures), reason },
  };
}

/** What fading alone has changed since the last event. Evidence fades monotonically, so its lowest point since then is right before this one. */
function faded(state: Empathy, now: MonoMs, settings: EmpathySettings): Empathy {
  const evidence = weigh(state.signals, state.face, now, settings);
  const { proposed } = state;
  const calmedDown = proposed !== null && sum(evidence) < leavesBelow * evidenceFor(settings.proposeFrom);
  return {
    ...state,
    signals: prune(state.signals, now, settings),
    watching: state.watching && evidence.difficulty >= leavesBelow * evidenceFor(settings.watchFrom),
    proposed: calmedDown ? { ...proposed, calmedDown } : proposed,
  };
}

function takeIn(state: Empathy, event: EmpathyEvent, now: MonoMs, settings: EmpathySettings): Empathy {
  const add = (kind: SignalKind): readonly Signal[] => [...state.signals, { kind, at: now }];
  switch (event.kind) {
    case 'signal':
      if (isTouch(event.signal) && state.face === null) return state;
      return {
        ...state,
        signals: add(event.signal),
        failures: state.failures + (failureKinds.has(event.signal) ? 1 : 0),
      };
    case 'words':
      return event.sense === 'giving-up' || event.sense === 'anger' ? { ...state, signals: add(event.sense) } : state;
    case 'success':
      return { ...state, failures: 0 };
    case 'camera-on':
      return { ...state, face: state.face ?? blindFace(now) };
    case 'camera-off':
      return { ...state, face: null, signals: state.signals.filter(({ kind }) => !isTouch(kind)) };
    case 'expression':
      return { ...state, face: state.face === null ? null : look(state.face, event.expression, now) };
    case 'declined':
      return {
        ...state,
        failures: 0,
        proposed:
          state.proposed === null
            ? null
            : // What was going on when they said so is what they were fine with.
              {
                ...state.proposed,
                answer: 'declined',
                evidence: Math.max(state.proposed.evidence, sum(weigh(state.signals, state.face, now, settings))),
              },
      };
    case 'call-opened':
      return { ...state, callOpened: true };
  }
}

const sum = ({ difficulty, touch, face }: Evidence): number => difficulty + touch + face;

/**
 * A proposal stands unanswered while things get much worse, and something new has just happened: somebody is there, and in no state to read
 * a question. Face and touch have no say in this: all they can do is propose. Whoever said that they were fine is left alone.
 */
function callsUnasked(
  { proposed }: Empathy,
  evidence: Evidence,
  event: EmpathyEvent,
  now: MonoMs,
  settings: EmpathySettings,
): boolean {
  if (proposed === null || proposed.answer !== 'open') return false;
  if (event.kind === 'expression' || (event.kind === 'signal' && isTouch(event.signal))) return false;
  return elapsed(proposed.at, now) >= timeToAnswer && evidence.difficulty >= evidenceFor(settings.callFrom);
}

/** Once in a visit, unless things get worse: worse than then or, where nobody said that they were fine, bad again after they were good. */
function mayPropose(state: Empathy, evidence: number, rule: boolean, now: MonoMs): boolean {
  const { proposed } = state;
  if (proposed === null) return true;
  if (state.proposals >= proposalsPerVisit || elapsed(proposed.at, now) < coolDown) return false;
  return rule || evidence >= proposed.evidence + worseBy || (proposed.calmedDown && proposed.answer !== 'declined');
}

/** The evidence, strongest first; a rule that fired stands before what merely adds up. */
function reasons(evidence: Evidence, rule: 'health' | 'repeated-failure' | null, failures: number): Because[] {
  const parts = evidence.parts.map(({ kind, times }): Because => ({ code: kind, times }));
  return rule === null ? parts : [{ code: rule, times: rule === 'health' ? 1 : failures }, ...parts];
}
