import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { cleanPng } from '../../../electron/services/logo-png.ts';

const picture = () => {
  const png = new PNG({ width: 3, height: 2 });
  for (let i = 0; i < png.data.length; i += 1) png.data[i] = (i * 37) & 255;
  return png;
};
const plain = PNG.sync.write(picture());

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind), data]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(data.length);
  named.copy(out, 4);
  out.writeUInt32BE(crc32(named), named.length + 4);
  return out;
}
const header = plain.subarray(0, 33);
const end = chunk('IEND', Buffer.alloc(0));

describe('a PNG logo', () => {
  it('keeps its pixels and loses its words', () => {
    const telling = Buffer.concat([header, chunk('tEXt', Buffer.from('Author\0Someone')), plain.subarray(33)]);
    const clean = Buffer.from(cleanPng(telling) ?? []);
    expect(clean.includes('Someone')).toBe(false);
    expect(PNG.sync.read(clean).data).toEqual(picture().data);
  });

  it('loses what follows its end', () => {
    const clean = Buffer.from(cleanPng(Buffer.concat([plain, Buffer.from('<script>')])) ?? []);
    expect(clean.includes('script')).toBe(false);
  });

  it.each([
    ['is cut off', plain.subarray(0, plain.length - 6)],
    ['is damaged', Buffer.from(plain).fill(1, 20, 22)],
    ['inflates to more than its size', Buffer.concat([header, chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))), end])],
    ['inflates to less', Buffer.concat([header, chunk('IDAT', deflateSync(Buffer.alloc(3))), end])],
    ['holds no pixels', Buffer.concat([header, end])],
    ['has two headers', Buffer.concat([header, header.subarray(8), plain.subarray(33)])],
  ])('is refused when it %s', (_, bytes) => {
    expect(cleanPng(bytes)).toBeNull();
  });
});
