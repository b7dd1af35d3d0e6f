import { FRAME } from '../../../../devices/camera/engine.ts';
import type { Heard } from './listener.ts';

/** Where a picture lies in a frame: its size against its own, and its corner in pixels of the frame. */
export interface Placement {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** Height in pixels of a face at arm's length; see `sight.ts`. */
const arm = 200;
/** A portrait cut tight to the face is closer than anybody stands, and neither detector knows such faces: how much smaller it gets. */
const steppedBack = 0.6;

/** Whole, in the middle, `share` of as large as it goes. A picture of the camera's size stays as it is. */
export function whole({ width, height }: ImageBitmap, share = 1): Placement {
  const scale = share * Math.min(FRAME.width / width, FRAME.height / height);
  return {
    scale,
    left: Math.round((FRAME.width - width * scale) / 2),
    top: Math.round((FRAME.height - height * scale) / 2),
  };
}

/** Where to put the picture for a second look, after a first one at `before` that read nobody: the face nearer, or everything further away. */
export function secondLook(picture: ImageBitmap, before: Placement, box: Heard['box']): Placement {
  if (box === null) return whole(picture, steppedBack);
  const nearer = arm / box.height;
  const middle = { x: (box.x + box.width / 2 - before.left) * nearer, y: (box.y + box.height / 2 - before.top) * nearer };
  return {
    scale: before.scale * nearer,
    left: Math.round(FRAME.width / 2 - middle.x),
    top: Math.round(FRAME.height / 2 - middle.y),
  };
}

/** Draws a picture into a frame, grey around it. */
export function draw(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  picture: ImageBitmap,
  { scale, left, top }: Placement,
): void {
  context.fillStyle = '#808080';
  context.fillRect(0, 0, FRAME.width, FRAME.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, left, top, Math.round(picture.width * scale), Math.round(picture.height * scale));
}
