import { isAbsolute, join, relative, win32 } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveAppUrl } from '../../../electron/shell/app-path.ts';

test.each([
  ['app://kiosk/', 'kiosk.html', 'text/html; charset=utf-8'],
  ['app://kiosk/kiosk.html', 'kiosk.html', 'text/html; charset=utf-8'],
  ['app://kiosk/assets/kiosk-B1x_9-Q.js', 'assets/kiosk-B1x_9-Q.js', 'text/javascript; charset=utf-8'],
  ['app://kiosk/assets/atkinson.latin-wght.woff2', 'assets/atkinson.latin-wght.woff2', 'font/woff2'],
  ['app://kiosk/face/tfjs-backend-wasm-simd.wasm', 'face/tfjs-backend-wasm-simd.wasm', 'application/wasm'],
  // Resolved by the address parser before we see it, and harmless then.
  ['app://kiosk/assets/../kiosk.html', 'kiosk.html', 'text/html; charset=utf-8'],
  ['app://kiosk/../../kiosk.html', 'kiosk.html', 'text/html; charset=utf-8'],
  ['app://kiosk/%6biosk.html#part', 'kiosk.html', 'text/html; charset=utf-8'],
])('serves %s', (url, path, contentType) => {
  expect(resolveAppUrl(url)).toEqual({ kind: 'file', path, contentType });
});

test.each([
  ['app://kiosk/api/kiosk/call', '/api/kiosk/call'],
  ['app://kiosk/api/kiosk/call-cancel', '/api/kiosk/call-cancel'],
  ['app://kiosk/api/events/kiosk', '/api/events/kiosk'],
  ['app://kiosk/api/health', '/api/health'],
])('hands %s to the station', (url, path) => {
  expect(resolveAppUrl(url)).toEqual({ kind: 'station', path });
});

test.each([
  // Other origins.
  ['app://kiosk.evil/kiosk.html', 403],
  ['app://evil/kiosk.html', 403],
  ['app://kiosk:80/kiosk.html', 403],
  ['http://kiosk/kiosk.html', 403],
  ['file:///etc/passwd', 403],
  ['app://user@kiosk/kiosk.html', 400],
  ['app://user:word@kiosk/kiosk.html', 400],
  ['not an address', 400],
  // Ways out of the folder.
  ['app://kiosk/..%2f..%2fetc/passwd', 400],
  ['app://kiosk/assets/..%2F..%2F..%2Fetc%2Fpasswd', 400],
  ['app://kiosk/%2e%2e%2f%2e%2e%2fpackage.json', 400],
  ['app://kiosk/..\\..\\package.json', 400],
  ['app://kiosk/assets%5c..%5c..%5cpackage.json', 400],
  ['app://kiosk/%252e%252e%252fpackage.json', 400],
  ['app://kiosk//etc/passwd', 400],
  ['app://kiosk/assets//kiosk.js', 400],
  ['app://kiosk/C:/windows/win.ini', 400],
  ['app://kiosk/assets/..../kiosk.js', 400],
  // Names that mean something else to a file system.
  ['app://kiosk/kiosk.html%00.js', 400],
  ['app://kiosk/kiosk.html::$DATA', 400],
  ['app://kiosk/con.js', 400],
  ['app://kiosk/assets/NUL', 400],
  ['app://kiosk/kiosk.html.', 400],
  ['app://kiosk/kiosk.html%20', 400],
  ['app://kiosk/.env', 400],
  ['app://kiosk/%ff', 400],
  ['app://kiosk/%', 400],
  ['app://kiosk/caf%C3%A9.html', 400],
  // Not the kiosk's.
  ['app://kiosk/staff.html', 403],
  ['app://kiosk/manager.html', 403],
  ['app://kiosk/kiosk.html?x=1', 400],
  ['app://kiosk', 404],
  ['app://kiosk/assets', 404],
  ['app://kiosk/kiosk.constructor', 404],
  ['app://kiosk/assets/kiosk.js.map', 404],
  ['app://kiosk/assets/store.sqlite', 404],
  // Doors of other people.
  ['app://kiosk/api/staff/claim', 403],
  ['app://kiosk/api/auth/employee-login', 403],
  ['app://kiosk/api/manager/zones', 403],
  ['app://kiosk/api/operator/walk', 403],
  ['app://kiosk/api/events/staff', 403],
  ['app://kiosk/api/kiosk/call/extra', 403],
  ['app://kiosk/api/kiosk/..%2fstaff/claim', 400],
  ['app://kiosk/api', 403],
  ['app://kiosk/api/kiosk/call?x=1', 400],
])('refuses %s', (url, status) => {
  expect(resolveAppUrl(url)).toMatchObject({ kind: 'refused', status });
});

test('no address ever names a file outside the folder, on either kind of path', () => {
  const piece = fc.constantFrom(
    '..',
    '.',
    '%2e',
    '%2f',
    '%5c',
    '\\',
    '/',
    'a',
    'C:',
    '%00',
    '~',
    ' ',
    'x.js',
    '%',
    ':',
    '//',
    '..%2f',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 8 }), (pieces) => {
      const target = resolveAppUrl(`app://kiosk/${pieces.join('')}`);
      if (target.kind !== 'file') return;
      const posix = relative('/pages', join('/pages', target.path));
      expect(posix.startsWith('..') || isAbsolute(posix)).toBe(false);
      const windows = win32.relative('C:\\pages', win32.join('C:\\pages', target.path));
      expect(windows.startsWith('..') || win32.isAbsolute(windows)).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});
