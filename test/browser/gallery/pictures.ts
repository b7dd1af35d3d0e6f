import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { root } from '../../../electron/paths.ts';

const baselines = join(import.meta.dirname, 'baselines');
const differences = join(root, 'test', '.out', 'gallery');

/**
 * How far two pixels may be apart, as pixelmatch counts it (0 to 1, in YIQ). 0.02 hides rounding of one or two steps in 255, which another
 * processor's vector code may give; the smallest change of a token that anybody would make is ten times that.
 */
const THRESHOLD = 0.02;
/** A few edges of letters may still round differently; a hairline that moves changes hundreds. */
const FEW_PIXELS = 12;

/** The rows of a picture from `top` on. */
export function cut(picture: PNG, top: number, height: number): PNG {
  const piece = new PNG({ width: picture.width, height });
  PNG.bitblt(picture, piece, 0, top, picture.width, height, 0, 0);
  return piece;
}

/** How many pixels differ, edges of letters included, and a picture of where. */
export function compare(before: PNG, now: PNG): { readonly pixels: number; readonly where: PNG | null } {
  if (before.width !== now.width || before.height !== now.height) return { pixels: Number.POSITIVE_INFINITY, where: null };
  const where = new PNG({ width: now.width, height: now.height });
  const pixels = pixelmatch(before.data, now.data, where.data, now.width, now.height, { threshold: THRESHOLD, includeAA: true });
  return { pixels, where };
}

export const differs = (pixels: number): boolean => pixels > FEW_PIXELS;

/** Without alpha, and unfiltered: flat colours pack best so. */
const packed = (picture: PNG): Buffer =>
  PNG.sync.write(picture, { colorType: 2, inputHasAlpha: true, deflateLevel: 9, deflateStrategy: 0, filterType: 0 });

const baselineFile = (name: string) => join(baselines, `${name}.png`);

/** Makes this picture what the part looks like from now on. */
export function keep(name: string, now: PNG): void {
  mkdirSync(baselines, { recursive: true });
  writeFileSync(baselineFile(name), packed(now));
}

export function forgetAll(): void {
  rmSync(baselines, { recursive: true, force: true });
}

export function baseline(name: string): PNG | null {
  return existsSync(baselineFile(name)) ? PNG.sync.read(readFileSync(baselineFile(name))) : null;
}

/** Leaves what was, what is, and where they differ; returns the folder. */
export function leave(name: string, pictures: Readonly<Record<string, PNG | null>>): string {
  mkdirSync(differences, { recursive: true });
  for (const [what, picture] of Object.entries(pictures))
    if (picture) writeFileSync(join(differences, `${name}-${what}.png`), packed(picture));
  return differences;
}
