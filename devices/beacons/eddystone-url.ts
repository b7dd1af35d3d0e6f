import { CallerError } from '../../shared/errors.ts';

/** Eddystone-URL's compression (Eddystone protocol specification, "Eddystone-URL HTTP URL encoding"). */
const schemes = ['http://www.', 'https://www.', 'http://', 'https://'] as const;
const domains = ['.com', '.org', '.edu', '.net', '.info', '.biz', '.gov'] as const;
const expansions: readonly string[] = [...domains.map((domain) => `${domain}/`), ...domains];
/** Bytes after the scheme. */
const longestBody = 17;

/** The URL in `data[from, to)`, or null when a byte of it is reserved or nothing follows the scheme. Only printable ASCII comes out. */
export function expandUrl(data: Uint8Array, from: number, to: number): string | null {
  const scheme = schemes[data[from]!];
  if (scheme === undefined || to - from < 2 || to - from > 1 + longestBody) return null;
  let url: string = scheme;
  for (let i = from + 1; i < to; i++) {
    const byte = data[i]!;
    if (byte < expansions.length) url += expansions[byte]!;
    else if (byte > 0x20 && byte < 0x7f) url += String.fromCharCode(byte);
    else return null;
  }
  return url;
}

/**
 * The shortest form of a URL that `expandUrl` reads back.
 * @throws CallerError for a URL of another scheme, with anything but printable ASCII, or too long for a packet.
 */
export function compressUrl(url: string): number[] {
  const bad = (why: string) => new CallerError('bad-beacon', `a beacon's URL ${why}`);
  // Longest first: `http://www.` before `http://`.
  const scheme = schemes.findIndex((prefix) => url.startsWith(prefix));
  if (scheme === -1) throw bad('begins with http:// or https://');
  const body: number[] = [];
  for (let at = schemes[scheme]!.length; at < url.length; ) {
    const expansion = expansions.findIndex((text) => url.startsWith(text, at));
    const code = expansion === -1 ? url.charCodeAt(at) : expansion;
    if (expansion === -1 && (code <= 0x20 || code >= 0x7f)) throw bad('is printable ASCII');
    body.push(code);
    at += expansions[expansion]?.length ?? 1;
  }
  if (body.length === 0 || body.length > longestBody) throw bad(`has 1 to ${longestBody} bytes after its scheme`);
  return [scheme, ...body];
}
