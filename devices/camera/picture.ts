import { elapsed, type MonoMs, millis } from '../../shared/units.ts';

/** Mean brightness (0 to 255) below which the lens is covered or the camera gives black. */
const DARK_BELOW = 10;
/** A living camera has noise in every frame: exactly the same picture for this long is a hung driver, or a photo fed as video. */
const FROZEN_AFTER = millis(5_000);

/** The last different picture: a checksum, never the pixels. */
export interface LastPicture {
  readonly checksum: number;
  readonly since: MonoMs;
}

/** Judges a thumbnail (RGBA). Evidence may come only from a picture without a fault. */
export function judgePicture(
  last: LastPicture | null,
  pixels: Uint8ClampedArray,
  now: MonoMs,
): { readonly last: LastPicture; readonly fault: 'dark' | 'frozen' | null } {
  let sum = 0;
  let checksum = 0x811c9dc5;
  for (let i = 0; i < pixels.length; i++) {
    checksum = Math.imul(checksum ^ pixels[i]!, 0x01000193) >>> 0;
    if (i % 4 !== 3) sum += pixels[i]!;
  }
  const same = last !== null && last.checksum === checksum;
  const seen = same ? last : { checksum, since: now };
  const dark = sum / ((pixels.length / 4) * 3) < DARK_BELOW;
  const frozen = elapsed(seen.since, now) >= FROZEN_AFTER;
  return { last: seen, fault: dark ? 'dark' : frozen ? 'frozen' : null };
}
