import { elapsed, type MonoMs } from '../units.ts';
import { type FaceEvidence, faceTips } from './face.ts';
import { logOdds, probability } from './odds.ts';
import { defaultEmpathySettings, type EmpathySettings, type EvidenceKind } from './settings.ts';
import { isTouch, type Signal, type SignalKind, signalKinds, signalTable } from './signals.ts';

/** Estimate before anything was noticed: about one visit in twenty needs a person (a proposal, until employees' answers say otherwise). */
export const startingEstimate = 0.05;
const start = logOdds(startingEstimate);

/** Signals older than this many half-lives count for nothing: less than 1 %. */
const forgottenAfter = 7;

/** What one kind of evidence adds now, and how often it was noticed lately. */
export interface Part {
  readonly kind: EvidenceKind;
  readonly times: number;
  /** Log-odds; above 0. */
  readonly amount: number;
}

/** Everything that speaks for calling a person now, in log-odds over the starting estimate. Nothing speaks against it: no part is below 0. */
export interface Evidence {
  /** Outcomes and words: needs no consent. */
  readonly difficulty: number;
  /** How the screen is touched; 0 without a face, since both come with one consent. */
  readonly touch: number;
  /** 0 without the camera's consent. Never more than `difficulty`: a face may back up what happened, and by itself says nothing. */
  readonly face: number;
  /** Strongest first. */
  readonly parts: readonly Part[];
}

const fresh = (signal: Signal, now: MonoMs, { evidence }: EmpathySettings): boolean =>
  elapsed(signal.at, now) < forgottenAfter * evidence[signal.kind].halfLifeMs;

function part(kind: SignalKind, signals: readonly Signal[], now: MonoMs, settings: EmpathySettings): Part {
  const { weight, halfLifeMs } = settings.evidence[kind];
  const mine = signals.filter((signal) => signal.kind === kind && fresh(signal, now, settings));
  const sum = mine.reduce((total, signal) => total + 2 ** (-Math.max(0, elapsed(signal.at, now)) / halfLifeMs), 0);
  return { kind, times: mine.length, amount: weight * Math.min(signalTable[kind].most, sum) };
}

const total = (parts: readonly Part[]): number => parts.reduce((sum, { amount }) => sum + amount, 0);

/** Weighs what was noticed in a visit. Age, gender, identity, name, language or past purchases are no input, here or anywhere in this folder. */
export function weigh(
  signals: readonly Signal[],
  face: FaceEvidence | null,
  now: MonoMs,
  settings: EmpathySettings = defaultEmpathySettings,
): Evidence {
  // Without a consent there is no face, and then there is no touch either.
  const seen = signalKinds.filter((kind) => signals.some((one) => one.kind === kind) && (face !== null || !isTouch(kind)));
  const parts = seen.map((kind) => part(kind, signals, now, settings)).filter(({ amount }) => amount >= 0.05);
  const ofTouch = parts.filter(({ kind }) => kind !== 'face' && isTouch(kind));
  const difficulty = total(parts.filter((one) => !ofTouch.includes(one)));
  const fromFace = faceTips(face, now) ? Math.min(settings.evidence.face.weight, difficulty) : 0;
  const all = fromFace > 0 ? [...parts, { kind: 'face', times: 1, amount: fromFace } as const] : parts;
  return {
    difficulty,
    touch: total(ofTouch),
    face: fromFace,
    parts: all.toSorted((a, b) => b.amount - a.amount || (a.kind < b.kind ? -1 : 1)),
  };
}

/** The estimate that evidence of so many log-odds makes, 0–1. */
export const estimateOf = (evidence: number): number => probability(start + evidence);

/** The evidence an estimate stands for, in log-odds over the starting estimate. */
export const evidenceFor = (estimate: number): number => logOdds(estimate) - start;

/** Estimate from outcomes and words alone, 0–1. Needs no consent. */
export const difficulty = (signals: readonly Signal[], now: MonoMs, settings: EmpathySettings = defaultEmpathySettings): number =>
  estimateOf(weigh(signals, null, now, settings).difficulty);

/** Estimate that includes face and touch where there is a consent for them, 0–1; equal to the difficulty where there is none. */
export function frustration(
  signals: readonly Signal[],
  face: FaceEvidence | null,
  now: MonoMs,
  settings: EmpathySettings = defaultEmpathySettings,
): number {
  const evidence = weigh(signals, face, now, settings);
  return estimateOf(evidence.difficulty + evidence.touch + evidence.face);
}

/** Drops signals that count for nothing any more, so that a long visit stays small. */
export const prune = (
  signals: readonly Signal[],
  now: MonoMs,
  settings: EmpathySettings = defaultEmpathySettings,
): readonly Signal[] => signals.filter((signal) => fresh(signal, now, settings));
