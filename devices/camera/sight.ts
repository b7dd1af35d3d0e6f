import { millis } from '../../shared/units.ts';

/**
 * Whether a frame could be read, and if not, why: nobody's expression is worth a guess from a bad picture.
 * `muted`: the network misreads this face at rest.
 */
export type Quality = 'good' | 'far' | 'turned' | 'blurred' | 'unclear' | 'muted' | 'dark' | 'frozen';

/** What one look at a frame found. Nothing else about the picture is kept. */
export interface Sight {
  readonly faces: number;
  /** Null when there is not exactly one face to judge. */
  readonly quality: Quality | null;
  /** P(angry) + P(disgusted) + P(fearful) + P(sad) of the only face; null unless the quality is good. */
  readonly negative: number | null;
}

/** What the page may know of one look: for the shopper who wants to see it, at most five times a second. */
export interface Seen {
  readonly faces: number;
  readonly quality: Quality | null;
  /** As in {@link Evidence}; null while there is no evidence. */
  readonly negative: number | null;
}

/** What the station may know, at most once a second. No usable frames: what was said last no longer holds. */
export interface Evidence {
  /** Share of the usable frames of the last ten seconds that look negative, 0 to 1. */
  readonly negative: number;
  readonly usableFrames: number;
  readonly faces: number;
}

/** Why looking ended by itself. */
export type SightEnd = 'nobody' | 'second-face' | 'dark' | 'frozen';

/** How sure the detector must be of a face before it is read. */
const MIN_SCORE = 0.5;
/** Height in pixels of 640×480 below which a face is never read: it is further away than arm's length (83 px is about 1 m). */
export const MIN_HEIGHT_PX = 100;
/** Limits of turn, tilt and sharpness beyond which the network reads worse; measured, see docs/camera.md. */
export const MAX_TURN = 0.3;
export const MAX_TILT_DEGREES = 20;
export const MIN_SHARPNESS = 0.12;

/** What is known of the only face in a frame. */
export interface FaceFacts {
  readonly score: number;
  readonly heightPx: number;
  readonly turn: number;
  readonly tilt: number;
  readonly sharpness: number;
}

/** Whether the only face in the picture may be read at all. */
export function judgeFace({ score, heightPx, turn, tilt, sharpness }: FaceFacts): Quality {
  if (heightPx < MIN_HEIGHT_PX) return 'far';
  if (score < MIN_SCORE) return 'unclear';
  if (turn > MAX_TURN || tilt > MAX_TILT_DEGREES) return 'turned';
  return sharpness < MIN_SHARPNESS ? 'blurred' : 'good';
}

/** How long an empty picture is watched before the camera goes off. */
export const NOBODY_AFTER = millis(10_000);
