import { appHost, appScheme } from './app-origin.ts';

/** What an `app:` address asks for. */
export type AppTarget =
  /** A file of the built pages; `path` is relative, with `/` between segments that are each safe on every platform. */
  | { readonly kind: 'file'; readonly path: string; readonly contentType: string }
  /** A request for the station; `path` starts with `/api/`, or is a file of the store's look. */
  | { readonly kind: 'station'; readonly path: string }
  | { readonly kind: 'refused'; readonly status: 400 | 403 | 404; readonly reason: string };

const refused = (status: 400 | 403 | 404, reason: string): AppTarget => ({ kind: 'refused', status, reason });

/** File types the build produces. Anything else is not served. */
const contentTypes: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['mjs', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['json', 'application/json; charset=utf-8'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
  ['ico', 'image/x-icon'],
  ['woff2', 'font/woff2'],
  ['wasm', 'application/wasm'],
  ['bin', 'application/octet-stream'],
  ['mp3', 'audio/mpeg'],
  ['ogg', 'audio/ogg'],
]);

/** Letters, digits, `_`, `-` and inner dots: no traversal, no drive letter, no stream, no device trailing dot, no hidden file. */
const safeSegment = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*$/;

/** Names that open a device instead of a file on Windows, with any extension. */
const windowsDevice = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The kiosk window needs these of the station and no others; staff and manager doors stay shut from a public screen. */
const stationPaths = /^\/api\/(?:kiosk\/[a-z-]+|events\/kiosk|health)$/;

/** The look the store has chosen: the station serves it, at the same addresses as to browsers. */
const lookFiles = /^theme(?:-\d{1,9}\.css|\.css|-logo-[0-9a-f]{16}\.(?:svg|png))$/;

/** Built pages that belong on other screens. */
const otherPages = new Set(['staff.html', 'manager.html', 'preview.html']);

/**
 * Decides what `url` may fetch. Pure: the caller still checks that the file's real path lies inside the pages' folder.
 */
export function resolveAppUrl(url: string): AppTarget {
  const parsed = URL.parse(url);
  if (parsed === null) return refused(400, 'not an address');
  if (parsed.protocol !== `${appScheme}:` || parsed.host !== appHost) return refused(403, 'another origin');
  if (parsed.username !== '' || parsed.password !== '') return refused(400, 'an address with credentials');
  const segments: string[] = [];
  for (const raw of parsed.pathname.split('/').slice(1)) {
    const segment = decode(raw);
    if (segment === null) return refused(400, 'broken percent encoding');
    segments.push(segment);
  }
  if (segments.length === 1 && segments[0] === '') segments[0] = 'kiosk.html';
  if (!segments.every((segment) => safeSegment.test(segment) && !windowsDevice.test(segment))) {
    return refused(400, 'a path with unsafe characters');
  }
  const path = segments.join('/');
  if (segments[0] === 'api') return stationTarget(`/${path}`, parsed.search);
  if (parsed.search !== '') return refused(400, 'a file has no query');
  if (lookFiles.test(path)) return { kind: 'station', path: `/${path}` };
  if (otherPages.has(path)) return refused(403, 'a page of another screen');
  const contentType = contentTypes.get(path.slice(path.lastIndexOf('.') + 1));
  if (contentType === undefined || !path.includes('.')) return refused(404, 'not a file of the pages');
  return { kind: 'file', path, contentType };
}

function stationTarget(path: string, search: string): AppTarget {
  if (search !== '') return refused(400, 'the contract has no queries');
  if (!stationPaths.test(path)) return refused(403, 'not a route of the kiosk');
  return { kind: 'station', path };
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
