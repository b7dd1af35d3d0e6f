import { encode } from 'uqr';

/** Light modules around the code, as ISO/IEC 18004 demands. */
const QUIET = 4;

/**
 * A QR code as one SVG path, a unit square per dark module. Medium correction (15 %): a scratched screen still reads.
 * @returns the path, and the side of its square in modules, quiet zone included
 */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter(Boolean)
    .join('');
  return { path, size };
}
