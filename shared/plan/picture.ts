/** What a picture file is, found by looking at it and not at its name. */
export interface PictureFacts {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp';
  readonly width: number;
  readonly height: number;
}

/** `unknown-picture`: none of the three kinds, or cut off. `picture-tells`: holds more than a picture, such as where it was taken. */
export type PictureFault = 'unknown-picture' | 'picture-tells' | 'picture-too-large';

/** Largest side in pixels: a bigger one only costs memory in every page that shows it. */
const mostPixels = 4096;

/** PNG chunks that hold words or camera data (PNG, third edition, 11.3.3 and 11.3.4.4). */
const tellingChunks = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf']);
/** The same in a WebP container (RFC 9649, 2.7.1.5). */
const tellingRiff = new Set(['EXIF', 'XMP ']);

class Bytes {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  get length(): number {
    return this.#bytes.length;
  }
  byte = (at: number): number => this.#bytes[at] ?? -1;
  text = (at: number, length: number): string => String.fromCharCode(...this.#bytes.subarray(at, at + length));
  big16 = (at: number): number => (at + 2 <= this.length ? this.#view.getUint16(at) : -1);
  big32 = (at: number): number => (at + 4 <= this.length ? this.#view.getUint32(at) : -1);
  little16 = (at: number): number => (at + 2 <= this.length ? this.#view.getUint16(at, true) : -1);
  little24 = (at: number): number => (at + 3 <= this.length ? this.little16(at) | (this.byte(at + 2) << 16) : -1);
  little32 = (at: number): number => (at + 4 <= this.length ? this.#view.getUint32(at, true) : -1);
}

type Found = PictureFacts | 'picture-tells' | null;

function png(b: Bytes): Found {
  let size: { width: number; height: number } | null = null;
  for (let at = 8; at + 12 <= b.length; ) {
    const length = b.big32(at);
    const kind = b.text(at + 4, 4);
    if (tellingChunks.has(kind)) return 'picture-tells';
    if (kind === 'IHDR') size = { width: b.big32(at + 8), height: b.big32(at + 12) };
    at += 12 + length;
    // What follows the end is no part of the picture.
    if (kind === 'IEND') return size === null ? null : at === b.length ? { type: 'image/png', ...size } : 'picture-tells';
  }
  return null;
}

/** Segments up to the first scan (ITU-T T.81, annex B): the frame gives the size; application segments other than JFIF tell more. */
function jpeg(b: Bytes): Found {
  for (let at = 2; b.byte(at) === 0xff; ) {
    const marker = b.byte(at + 1);
    const length = b.big16(at + 2);
    if (length < 2) return null;
    const comment = marker === 0xfe;
    // APP2 with a colour profile and APP14 with a colour transform say how to show the picture; everything else says more.
    if (comment || (marker > 0xe0 && marker < 0xf0 && marker !== 0xe2 && marker !== 0xee)) return 'picture-tells';
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) return { type: 'image/jpeg', height: b.big16(at + 5), width: b.big16(at + 7) };
    at += 2 + length;
  }
  return null;
}

function webp(b: Bytes): Found {
  let facts: PictureFacts | null = null;
  for (let at = 12; at + 8 <= b.length; ) {
    const kind = b.text(at, 4);
    const length = b.little32(at + 4);
    const data = at + 8;
    if (tellingRiff.has(kind)) return 'picture-tells';
    const type = 'image/webp' as const;
    if (kind === 'VP8X') facts = { type, width: b.little24(data + 4) + 1, height: b.little24(data + 7) + 1 };
    else if (kind === 'VP8 ') facts ??= { type, width: b.little16(data + 6) & 0x3fff, height: b.little16(data + 8) & 0x3fff };
    else if (kind === 'VP8L') {
      const bits = b.little32(data + 1);
      facts ??= { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    at = data + length + (length & 1);
  }
  return facts;
}

/** Looks at a picture file. Takes any bytes and never throws. */
export function readPicture(bytes: Uint8Array): PictureFacts | PictureFault {
  const b = new Bytes(bytes);
  const found =
    b.text(0, 8) === '\x89PNG\r\n\x1a\n'
      ? png(b)
      : b.big16(0) === 0xffd8
        ? jpeg(b)
        : b.text(0, 4) === 'RIFF' && b.text(8, 4) === 'WEBP'
          ? webp(b)
          : null;
  if (found === null) return 'unknown-picture';
  if (typeof found === 'string') return found;
  if (!(found.width > 0 && found.height > 0)) return 'unknown-picture';
  return Math.max(found.width, found.height) > mostPixels ? 'picture-too-large' : found;
}
