import { elapsed, type MonoMs, millis } from '../../shared/units.ts';
import { type Evidence, NOBODY_AFTER, type Sight, type SightEnd } from './sight.ts';

/** Evidence covers this much of the past; nothing older is kept. */
const WINDOW = millis(10_000);
/** Fewer usable frames than this say nothing. */
const MIN_FRAMES = 8;
/** A frame looks negative above this probability (at 0.5 one neutral photo in five would; see docs/camera.md). */
const NEGATIVE_ABOVE = 0.9;
/** The first seconds of a face tell whether the network misreads it at rest. */
const BASELINE = millis(5_000);
/** A resting face that scores above this on average is misread: it is not used at all. */
const MUTED_ABOVE = 0.3;
/** A second face that stays this long ends the camera. */
const SECOND_FACE_AFTER = millis(3_000);
/** A second face counts as still there for this long after it was last found: detectors blink. */
const SECOND_FACE_HOLD = millis(1_000);
/** A face that was away longer than this may be somebody else's. */
const SAME_FACE_GAP = millis(2_000);
/** Least time between two messages towards the station. */
const SEND_EVERY = millis(1_000);

/** What the worker remembers while the camera is on: at most ten seconds of yes and no, no picture. */
export interface Watch {
  readonly frames: readonly { readonly at: MonoMs; readonly negative: boolean }[];
  /** Start and running sum of the current face's first seconds; null before its first usable frame. */
  readonly baseline: { readonly since: MonoMs; readonly sum: number; readonly frames: number; readonly done: boolean } | null;
  /** Once set it stays: a misread face is never given a second chance in one visit. */
  readonly muted: boolean;
  /** The latest stay of a second face; counts until {@link mayRead} again. */
  readonly several: { readonly since: MonoMs; readonly last: MonoMs } | null;
  readonly lastFaceAt: MonoMs;
  readonly sentAt: MonoMs | null;
}

/** The state in which the camera opens. */
export const watchFrom = (now: MonoMs): Watch => ({
  frames: [],
  baseline: null,
  muted: false,
  several: null,
  lastFaceAt: now,
  sentAt: null,
});

/** False while a second face is, or just was, in the picture: then nobody's may be read. */
export const mayRead = (watch: Watch, now: MonoMs): boolean =>
  watch.several === null || elapsed(watch.several.last, now) > SECOND_FACE_HOLD;

/** What follows from one look. */
export interface Step {
  readonly watch: Watch;
  readonly evidence: Evidence | null;
  readonly end: SightEnd | null;
}

/** Takes one look into account. Times must not go backwards. */
export function look(before: Watch, sight: Sight, now: MonoMs): Step {
  if (sight.faces > 1) return lookAtSeveral(before, now);
  if (!mayRead(before, now)) {
    return { watch: { ...before, lastFaceAt: sight.faces > 0 ? now : before.lastFaceAt }, evidence: null, end: null };
  }
  const away = elapsed(before.lastFaceAt, now);
  if (sight.faces === 0) {
    const watch = { ...before, frames: recent(before.frames, now) };
    return away >= NOBODY_AFTER ? { watch, evidence: null, end: 'nobody' } : weigh(watch, sight, now);
  }
  const known = away <= SAME_FACE_GAP ? before : forgetFace(before);
  const seen = { ...known, lastFaceAt: now, frames: recent(known.frames, now) };
  return weigh(sight.negative === null ? seen : use(seen, sight.negative, now), sight, now);
}

function lookAtSeveral(before: Watch, now: MonoMs): Step {
  const since = before.several && !mayRead(before, now) ? before.several.since : now;
  const watch = { ...forgetFace(before), several: { since, last: now }, lastFaceAt: now };
  return { watch, evidence: null, end: elapsed(since, now) >= SECOND_FACE_AFTER ? 'second-face' : null };
}

const forgetFace = (watch: Watch): Watch => ({ ...watch, frames: [], baseline: null });

const recent = (frames: Watch['frames'], now: MonoMs): Watch['frames'] => frames.filter(({ at }) => elapsed(at, now) <= WINDOW);

function use(watch: Watch, negative: number, now: MonoMs): Watch {
  if (watch.muted) return watch;
  const frames = [...watch.frames, { at: now, negative: negative > NEGATIVE_ABOVE }];
  const old = watch.baseline ?? { since: now, sum: 0, frames: 0, done: false };
  if (old.done) return { ...watch, frames };
  const sum = old.sum + negative;
  const count = old.frames + 1;
  const done = elapsed(old.since, now) >= BASELINE && count >= MIN_FRAMES;
  if (done && sum / count > MUTED_ABOVE) return { ...forgetFace(watch), muted: true };
  return { ...watch, frames, baseline: { since: old.since, sum, frames: count, done } };
}

function weigh(watch: Watch, sight: Sight, now: MonoMs): Step {
  const usableFrames = watch.frames.length;
  const due = watch.sentAt === null || elapsed(watch.sentAt, now) >= SEND_EVERY;
  if (!watch.baseline?.done || usableFrames < MIN_FRAMES || !due) return { watch, evidence: null, end: null };
  const negative = watch.frames.filter((frame) => frame.negative).length / usableFrames;
  return { watch: { ...watch, sentAt: now }, evidence: { negative, usableFrames, faces: sight.faces }, end: null };
}
