import { type FoundFace, INPUT_SIDE } from './blazeface.ts';
import { FRAME } from './engine.ts';

/** How a face is held. Both are 0 for a face that looks straight into the lens. */
export interface Pose {
  /** How far the nose lies beside the middle of the eyes, in distances between the eyes: about half the tangent of the angle. */
  readonly turn: number;
  /** Angle of the line through the eyes, in degrees. */
  readonly tilt: number;
}

const SCALE_X = FRAME.width / INPUT_SIDE;
const SCALE_Y = FRAME.height / INPUT_SIDE;

/** Reads the pose from three points that the detector gives anyway; they are kept no longer than this takes. */
export function poseOf({ points }: FoundFace): Pose {
  // The square picture is a squeezed one: angles are true only in the frame's own pixels.
  const [right, left, nose] = points.map(({ x, y }) => ({ x: x * SCALE_X, y: y * SCALE_Y })) as unknown as FoundFace['points'];
  const across = { x: left.x - right.x, y: left.y - right.y };
  const squared = across.x ** 2 + across.y ** 2;
  if (squared === 0) return { turn: 1, tilt: 0 };
  const fromMiddle = { x: nose.x - (right.x + left.x) / 2, y: nose.y - (right.y + left.y) / 2 };
  return {
    turn: Math.abs(fromMiddle.x * across.x + fromMiddle.y * across.y) / squared,
    tilt: Math.abs((Math.atan2(across.y, across.x) * 180) / Math.PI),
  };
}

/** Height of a face in pixels of the frame. */
export const heightOf = ({ top, bottom }: FoundFace): number => (bottom - top) * SCALE_Y;
