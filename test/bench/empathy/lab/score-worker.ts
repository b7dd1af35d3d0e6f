import { FRAME } from '../../../../devices/camera/engine.ts';
import { FaceApiEngine } from '../../../../devices/camera/face-api-engine.ts';
import type { Quality } from '../../../../devices/camera/sight.ts';
import { surface } from '../../../../devices/camera/surface.ts';
import type { Expressions } from '../expressions.ts';
import { listen } from './listener.ts';
import { draw, type Placement, secondLook, whole } from './place.ts';

/** What the kiosk's engine makes of a picture, and of which frame; null when it cannot be decoded. */
export type Scored = {
  readonly faces: number;
  /** Whether the only face is good enough to be read, and if not why; null without exactly one. */
  readonly quality: Quality | null;
  /** Null, both, unless there is exactly one face that the engine reads. */
  readonly expressions: Expressions | null;
  readonly negative: number | null;
  readonly placement: Placement;
} | null;

const engine = new FaceApiEngine(new URL('/', self.location.href));
const started = engine.start();
const heard = listen();
const { canvas, context } = surface(FRAME.width, FRAME.height);

async function look(picture: ImageBitmap, placement: Placement): Promise<NonNullable<Scored>> {
  draw(context, picture, placement);
  heard.box = null;
  const { faces, quality, negative } = await engine.look(canvas, true);
  return { faces, quality, expressions: negative === null ? null : heard.expressions, negative, placement };
}

async function score(address: string): Promise<Scored> {
  await started;
  const picture = await fetch(address)
    .then((response) => response.blob())
    .then((blob) => createImageBitmap(blob))
    .catch(() => null);
  if (picture === null) return null;
  const first = await look(picture, whole(picture));
  const done = first.faces > 1 || first.negative !== null;
  const second = done ? first : await look(picture, secondLook(picture, first.placement, heard.box));
  picture.close();
  // A face that is lost again on the second look was still there on the first.
  return second.faces >= first.faces ? second : first;
}

self.onmessage = async ({ data }: MessageEvent<string>) => {
  self.postMessage(await score(data));
};
