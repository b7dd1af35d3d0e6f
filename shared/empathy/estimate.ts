import { elapsed, type Millis, type MonoMs, seconds } from '../units.ts';
import { type Signal, type SignalKind, signalHalfLife, signalKinds } from './signals.ts';

/** A face reading counts this long: the worker reports about every two seconds, so an older one says nothing about now. */
const faceFreshFor: Millis = seconds(10);
/** Fewer frames say too little. */
const enoughFrames = 8;
/** A face that looks negative from the first look is read as such whatever its owner feels: measured false alarms fall from .151 to .046. */
const mutedFrom = 0.3;
/** From this share of negative frames on the face may tip the balance. */
const faceTipsFrom = 0.5;
/** What a tipping face adds. Less than any threshold, so it never decides alone. */
export const faceWeight = 0.25;

/** What the camera worker contributed. Exists only under a camera consent given on this visit; in memory only. */
export interface FaceEvidence {
  /** Share of usable frames that look negative, 0–1; null until enough frames were usable. */
  readonly negative: number | null;
  readonly at: MonoMs;
  /** Undecided until the first usable reading. */
  readonly muted: boolean | null;
}

/** One report of the camera worker. */
export interface Expression {
  readonly negative: number;
  readonly usableFrames: number;
  readonly faces: number;
}

/** A face reading after the camera was allowed and before the first report. */
export const blindFace = (now: MonoMs): FaceEvidence => ({ negative: null, at: now, muted: null });

/** Takes in one report. Without exactly one face, or with too few frames, nothing is known. */
export function look(face: FaceEvidence, report: Expression, now: MonoMs): FaceEvidence {
  if (report.faces !== 1 || report.usableFrames < enoughFrames) return { ...face, negative: null, at: now };
  const muted = face.muted ?? report.negative > mutedFrom;
  return { negative: muted ? null : report.negative, at: now, muted };
}

/** What one kind of signal adds now. */
function contribution(kind: SignalKind, signals: readonly Signal[], now: MonoMs): number {
  const { weight, cap } = signalKinds[kind];
  const sum = signals
    .filter((signal) => signal.kind === kind)
    .reduce((total, signal) => total + weight * 2 ** (-Math.max(0, elapsed(signal.at, now)) / signalHalfLife), 0);
  return Math.min(cap, sum);
}

/** What each kind adds now, strongest first; kinds without weight left are missing. */
export const contributions = (signals: readonly Signal[], now: MonoMs): { kind: SignalKind; amount: number }[] =>
  [...new Set(signals.map((signal) => signal.kind))]
    .map((kind) => ({ kind, amount: contribution(kind, signals, now) }))
    .filter(({ amount }) => amount >= 0.01)
    .sort((a, b) => b.amount - a.amount || (a.kind < b.kind ? -1 : 1));

/** Estimate from outcomes and words alone, 0–1. Needs no consent. */
export const difficulty = (signals: readonly Signal[], now: MonoMs): number =>
  Math.min(
    1,
    contributions(signals, now).reduce((total, { amount }) => total + amount, 0),
  );

/** Whether the face tips the balance now. A smile never takes anything away: nine in ten people smile when truly frustrated. */
export const faceTips = (face: FaceEvidence | null, now: MonoMs): boolean =>
  face !== null && face.negative !== null && face.negative >= faceTipsFrom && elapsed(face.at, now) <= faceFreshFor;

/** Estimate that includes the face where there is a consent for it, 0–1; equal to the difficulty where there is none. */
export const frustration = (signals: readonly Signal[], face: FaceEvidence | null, now: MonoMs): number =>
  Math.min(1, difficulty(signals, now) + (faceTips(face, now) ? faceWeight : 0));

/** Drops signals that count for nothing any more (under 1 % after seven half-lives), so that a long visit stays small. */
export const prune = (signals: readonly Signal[], now: MonoMs): readonly Signal[] =>
  signals.filter((signal) => elapsed(signal.at, now) < 7 * signalHalfLife);
