import { renderSVG } from 'uqr';
import { expect, it } from 'vitest';
import { qrPath } from '../../../renderer/ui/qr-path.ts';

it('draws the QR code as the library does, quiet zone included', () => {
  const text = 'https://10.0.0.5:7443/staff#enrol=ABCD-EFGH';
  const drawn = [...qrPath(text).path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x},${y}`);
  const theirs = [...renderSVG(text, { ecc: 'M', border: 4, pixelSize: 1 }).matchAll(/M(\d+),(\d+)h1v1h-1z/g)];
  expect(drawn).toEqual(theirs.map(([, x, y]) => `${x},${y}`));
  expect(drawn.length).toBeGreaterThan(300);
});
