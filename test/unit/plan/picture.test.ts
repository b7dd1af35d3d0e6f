import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPicture } from '../../../shared/plan/picture.ts';

/** Just enough of each format, written from its specification. */
const latin = (text: string) => [...text].map((c) => c.charCodeAt(0));
const big32 = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const big16 = (n: number) => [n >>> 8, n & 255];
const little32 = (n: number) => big32(n).reverse();
const bytes = (...parts: readonly (readonly number[])[]) => new Uint8Array(parts.flat());

const chunk = (kind: string, data: readonly number[]) => [...big32(data.length), ...latin(kind), ...data, 0, 0, 0, 0];
const png = (...more: readonly (readonly number[])[]) =>
  bytes(
    [0x89, ...latin('PNG\r\n'), 0x1a, 0x0a],
    chunk('IHDR', [...big32(800), ...big32(600), 8, 6, 0, 0, 0]),
    ...more,
    chunk('IDAT', [1, 2, 3]),
    chunk('IEND', []),
  );

const segment = (marker: number, data: readonly number[]) => [0xff, marker, ...big16(data.length + 2), ...data];
const jpeg = (...more: readonly (readonly number[])[]) =>
  bytes(
    [0xff, 0xd8],
    segment(0xe0, latin('JFIF\0')),
    ...more,
    segment(0xdb, [0, 1]),
    segment(0xc0, [8, ...big16(600), ...big16(800), 3]),
    segment(0xda, [0]),
    [1, 2, 0xff, 0xd9],
  );

const riff = (kind: string, data: readonly number[]) => [
  ...latin(kind),
  ...little32(data.length),
  ...data,
  ...(data.length % 2 ? [0] : []),
];
const webp = (...chunks: readonly (readonly number[])[]) => {
  const body = [...latin('WEBP'), ...chunks.flat()];
  return bytes(latin('RIFF'), little32(body.length), body);
};
const extended = riff('VP8X', [0, 0, 0, 0, 799 & 255, 799 >> 8, 0, 599 & 255, 599 >> 8, 0]);
const lossy = riff('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 800 & 255, 800 >> 8, 600 & 255, 600 >> 8]);
const lossless = riff('VP8L', [0x2f, ...little32(799 | (599 << 14))]);

describe('a picture is known by its bytes', () => {
  test.each([
    ['image/png', png()],
    ['image/jpeg', jpeg()],
    ['image/webp', webp(lossy)],
    ['image/webp', webp(lossless)],
    ['image/webp', webp(extended, lossy)],
  ])('%s', (type, file) => expect(readPicture(file)).toEqual({ type, width: 800, height: 600 }));

  test.each([
    ['PNG with words', png(chunk('tEXt', latin('Author\0me')))],
    ['PNG with camera data', png(chunk('eXIf', [1]))],
    ['PNG with something behind its end', bytes([...png()], latin('PK'))],
    ['JPEG with camera data', jpeg(segment(0xe1, latin('Exif\0\0')))],
    ['JPEG with press data', jpeg(segment(0xed, latin('Photoshop')))],
    ['JPEG with a comment', jpeg(segment(0xfe, latin('here')))],
    ['WebP with camera data', webp(extended, lossy, riff('EXIF', [1]))],
    ['WebP with XMP', webp(extended, lossy, riff('XMP ', [1]))],
  ])('%s tells more than a picture', (_name, file) => expect(readPicture(file)).toBe('picture-tells'));

  test.each([
    ['nothing', new Uint8Array()],
    ['a page', bytes(latin('<svg xmlns="http://www.w3.org/2000/svg"/>'))],
    ['a GIF', bytes(latin('GIF89a'))],
    ['a PNG cut off', png().subarray(0, 30)],
    ['a JPEG cut off', jpeg().subarray(0, 12)],
    ['a picture without size', bytes([0xff, 0xd8], segment(0xc0, [8, 0, 0, 0, 0, 3]))],
  ])('%s is none', (_name, file) => expect(readPicture(file)).toBe('unknown-picture'));

  test('one with too many pixels is refused unread', () => {
    const wide = png();
    wide.set(big32(4097), 16);
    expect(readPicture(wide)).toBe('picture-too-large');
  });

  test('takes any bytes and never throws', () => {
    const heads = [png(), jpeg(), webp(extended, lossy)];
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 80 }), fc.nat(120), (head, noise, at) => {
        const file = new Uint8Array([...head.subarray(0, at), ...noise]);
        expect(['string', 'object']).toContain(typeof readPicture(file));
      }),
    );
  });
});
