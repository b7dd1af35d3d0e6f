import { millis } from '../../shared/units.ts';

/** What one look at a frame found. Nothing else about the picture is kept. */
export interface Sight {
  readonly faces: number;
  /** P(angry) + P(disgusted) + P(fearful) + P(sad) of the only face; null when no face was read. */
  readonly negative: number | null;
}

/** The only thing about a face that leaves the worker, at most once a second. */
export interface Evidence {
  /** Share of the usable frames of the last ten seconds that look negative, 0 to 1. */
  readonly negative: number;
  readonly usableFrames: number;
  readonly faces: number;
}

/** Why looking ended by itself. */
export type SightEnd = 'nobody' | 'second-face';

/** How sure the detector must be of a face before it is read. */
export const MIN_SCORE = 0.5;
/** Height in pixels of 640×480 below which a face is never read: it is further away than arm's length (83 px is about 1 m). */
export const MIN_HEIGHT_PX = 100;

/** Whether the only face in the picture may be read at all. */
export const readable = (score: number, heightPx: number): boolean => score >= MIN_SCORE && heightPx >= MIN_HEIGHT_PX;

/** How long an empty picture is watched before the camera goes off. */
export const NOBODY_AFTER = millis(10_000);
