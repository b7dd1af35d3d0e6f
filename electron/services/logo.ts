import { CallerError } from '../../shared/errors.ts';
import { cleanSvg } from '../../shared/look/svg.ts';
import { cleanPng } from './logo-png.ts';

const pngStart = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/**
 * Writes a logo anew, so that nothing is kept but what draws.
 * @throws CallerError `unknown-logo`, or `logo-tells` naming what of it is more than a drawing
 */
export function cleanLogo(bytes: Uint8Array): { readonly kind: 'svg' | 'png'; readonly clean: Uint8Array } {
  const unknown = () => new CallerError('unknown-logo', 'this file is not an SVG or PNG drawing, or it is damaged', 422);
  if (pngStart.equals(bytes.subarray(0, pngStart.length))) {
    const clean = cleanPng(bytes);
    if (clean === null) throw unknown();
    return { kind: 'png', clean };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unknown();
  }
  const found = cleanSvg(text);
  if ('fault' in found) {
    if (found.fault === 'not-svg') throw unknown();
    throw new CallerError('logo-tells', 'this drawing holds something that a logo must not', 422, { found: found.fault });
  }
  return { kind: 'svg', clean: Buffer.from(found.svg) };
}
