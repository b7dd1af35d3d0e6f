import { elapsed, type MonoMs, millis } from '../../shared/units.ts';
import { type Evidence, NOBODY_AFTER, type Quality, type Seen, type Sight, type SightEnd } from './sight.ts';

/** Evidence covers this much of the past; nothing older is kept. */
const WINDOW = millis(10_000);
/** Fewer usable frames than this say nothing. */
const MIN_FRAMES = 8;
/** A frame looks negative above this probability (at 0.5 one neutral photo in five would; see docs/camera.md). */
export const NEGATIVE_ABOVE = 0.9;
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
  readonly seen: Seen;
  readonly evidence: Evidence | null;
  readonly end: SightEnd | null;
}

/** Takes one look into account. Times must not go backwards. */
export function look(before: Watch, sight: Sight, now: MonoMs): Step {
  if (sight.faces > 1) return lookAtSeveral(before, sight.faces, now);
  if (!mayRead(before, now)) {
    const watch = { ...before, lastFaceAt: sight.faces > 0 ? now : before.lastFaceAt };
    return { watch, seen: { faces: sight.faces, quality: null, negative: null }, evidence: null, end: null };
  }
  return sight.faces === 0 ? lookAtNobody(before, sight.quality, now) : lookAtOne(before, sight, now);
}

function lookAtSeveral(before: Watch, faces: number, now: MonoMs): Step {
  const since = before.several && !mayRead(before, now) ? before.several.since : now;
  const { watch: forgotten, evidence } = takeBack(before, faces);
  const watch = { ...forgotten, several: { since, last: now }, lastFaceAt: now };
  const end = elapsed(since, now) >= SECOND_FACE_AFTER ? 'second-face' : null;
  return { watch, seen: { faces, quality: null, negative: null }, evidence, end };
}

function lookAtNobody(before: Watch, quality: Quality | null, now: MonoMs): Step {
  const away = elapsed(before.lastFaceAt, now);
  // What a standing picture showed while it was still believed is no evidence.
  const { watch, evidence } =
    quality === 'frozen' || away > SAME_FACE_GAP
      ? takeBack(before, 0)
      : { watch: { ...before, frames: recent(before.frames, now) }, evidence: null };
  const fault = quality === 'dark' || quality === 'frozen' ? quality : 'nobody';
  const end = away >= NOBODY_AFTER ? fault : null;
  return { watch, seen: { faces: 0, quality, negative: null }, evidence, end };
}

function lookAtOne(before: Watch, { quality, negative }: Sight, now: MonoMs): Step {
  const known = elapsed(before.lastFaceAt, now) <= SAME_FACE_GAP ? before : forgetFace(before);
  const present = { ...known, lastFaceAt: now, frames: recent(known.frames, now) };
  const watch = negative === null ? present : use(present, negative, now);
  const share = shareOf(watch);
  const seen: Seen = { faces: 1, quality: watch.muted && quality === 'good' ? 'muted' : quality, negative: share };
  const due = watch.sentAt === null || elapsed(watch.sentAt, now) >= SEND_EVERY;
  if (share === null || !due) return { watch, seen, evidence: null, end: null };
  const evidence = { negative: share, usableFrames: watch.frames.length, faces: 1 };
  return { watch: { ...watch, sentAt: now }, seen, evidence, end: null };
}

const forgetFace = (watch: Watch): Watch => ({ ...watch, frames: [], baseline: null });

/** Forgets the face, and says so to whoever would go by the last message about it for ten seconds more. */
function takeBack(watch: Watch, faces: number): Pick<Step, 'watch' | 'evidence'> {
  const told = watch.sentAt !== null && watch.frames.length > 0;
  const forgotten = forgetFace(watch);
  return told
    ? { watch: { ...forgotten, sentAt: null }, evidence: { negative: 0, usableFrames: 0, faces } }
    : { watch: forgotten, evidence: null };
}

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

/** The share of usable frames that look negative; null while there are too few to say anything. */
function shareOf({ baseline, frames }: Watch): number | null {
  if (!baseline?.done || frames.length < MIN_FRAMES) return null;
  return frames.filter(({ negative }) => negative).length / frames.length;
}
