import { Refused } from '../../api.ts';

/** Longest side of a stored picture, in pixels: sharp on a desk, small on the store's network. */
const longest = 1600;

export interface ShrunkPicture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a picture anew, at a bounded size, as a JPEG. Only pixels go through a canvas: where and with what the picture was taken, or any
 * other word in the file, stays behind on this machine.
 *
 * @throws Refused `unknown-picture` when the browser cannot read it
 */
export async function shrinkPicture(file: Blob): Promise<ShrunkPicture> {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new Refused('unknown-picture', 'the browser cannot read this picture');
  });
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const ink = canvas.getContext('2d');
  if (ink === null) throw new Refused('unknown-picture', 'the browser cannot draw');
  // A see-through drawing is meant for paper.
  ink.fillStyle = 'white';
  ink.fillRect(0, 0, width, height);
  ink.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
  if (blob === null) throw new Refused('unknown-picture', 'the browser cannot write pictures');
  return { bytes: new Uint8Array(await blob.arrayBuffer()), width, height };
}
