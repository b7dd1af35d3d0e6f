import { expect, test } from 'vitest';
import { judgePicture, type LastPicture } from '../../../devices/camera/picture.ts';
import { monoMs } from '../../../shared/units.ts';

const picture = (...rgba: number[]) => Uint8ClampedArray.from({ length: 32 * 24 * 4 }, (_, i) => rgba[i % 4]!);
const noisy = (seed: number) =>
  Uint8ClampedArray.from({ length: 32 * 24 * 4 }, (_, i) => (i % 4 === 3 ? 255 : 100 + ((i + seed) % 7)));

test('a covered lens and a black picture are not trusted; the alpha channel is not light', () => {
  expect(judgePicture(null, picture(0, 0, 0, 255), monoMs(0)).fault).toBe('dark');
  expect(judgePicture(null, picture(9, 9, 9, 255), monoMs(0)).fault).toBe('dark');
  expect(judgePicture(null, picture(10, 10, 10, 255), monoMs(0)).fault).toBeNull();
});

test('a picture that stands still for five seconds is not trusted until it moves again', () => {
  let last: LastPicture | null = null;
  const at = (ms: number, pixels: Uint8ClampedArray) => {
    const judged = judgePicture(last, pixels, monoMs(ms));
    last = judged.last;
    return judged.fault;
  };
  expect(at(0, noisy(1))).toBeNull();
  expect(at(4_999, noisy(1))).toBeNull();
  expect(at(5_000, noisy(1))).toBe('frozen');
  expect(at(60_000, noisy(1))).toBe('frozen');
  expect(at(60_500, noisy(2))).toBeNull();
});

test('a living picture is trusted for ever', () => {
  let last: LastPicture | null = null;
  for (let i = 0; i < 100; i++) {
    const judged = judgePicture(last, noisy(i % 3), monoMs(i * 500));
    last = judged.last;
    expect(judged.fault).toBeNull();
  }
});
