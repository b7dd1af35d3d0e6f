import type { Sight } from './sight.ts';

/** The frames every part works with. */
export const FRAME = { width: 640, height: 480 } as const;

/** Looks at frames. The seam between the rules of the camera and whatever network does the looking. */
export interface FaceEngine {
  /** Loads everything and looks once at nothing, so that the first real look is not a slow one. Throws when it cannot work. */
  start(): Promise<void>;
  /** Counts the faces and, if `mayRead` and there is exactly one that is near enough, reads it. */
  look(frame: OffscreenCanvas, mayRead: boolean): Promise<Sight>;
}
