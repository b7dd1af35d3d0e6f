import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Chunks that are needed to draw (PNG, third edition, §11). Words, dates, camera data and animation stay behind. */
const drawing = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** Longest side in pixels: enough for a sign across the largest screen. */
const longest = 2048;

/** Samples in a pixel, by colour type (PNG, §11.2.1). */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function chunk(kind: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** Inflates the picture's rows; null when they are not exactly as many as the header says. */
function rows(packed: Buffer, size: number): Buffer | null {
  try {
    const raw = inflateSync(packed, { maxOutputLength: size + 1 });
    return raw.length === size ? raw : null;
  } catch {
    return null;
  }
}

/** A PNG written anew from its header, palette and pixels; null for anything that is not one. Interlaced pictures are refused. */
export function cleanPng(bytes: Uint8Array): Uint8Array | null {
  const file = Buffer.from(bytes);
  const kept = new Map<string, Buffer[]>();
  let at = 8;
  for (let kind = ''; kind !== 'IEND'; ) {
    if (at + 12 > file.length) return null;
    const length = file.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > file.length || file.readUInt32BE(end) !== crc32(file.subarray(at + 4, end))) return null;
    kind = file.toString('latin1', at + 4, at + 8);
    if (drawing.has(kind)) kept.set(kind, [...(kept.get(kind) ?? []), file.subarray(at + 8, end)]);
    at = end + 4;
  }
  const [header, ...more] = kept.get('IHDR') ?? [];
  if (header === undefined || header.length !== 13 || more.length > 0) return null;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth = 0, colour = 0, , , interlaced] = header.subarray(8);
  const perPixel = samples[colour];
  if (perPixel === undefined || interlaced !== 0 || width < 1 || height < 1 || Math.max(width, height) > longest) return null;
  const size = height * (1 + Math.ceil((width * perPixel * depth) / 8));
  const pixels = rows(Buffer.concat(kept.get('IDAT') ?? []), size);
  if (pixels === null) return null;
  const once = (kind: string) => (kept.get(kind) ?? []).slice(0, 1).map((data) => chunk(kind, data));
  return Buffer.concat([
    file.subarray(0, 8),
    chunk('IHDR', header),
    ...once('PLTE'),
    ...once('tRNS'),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
