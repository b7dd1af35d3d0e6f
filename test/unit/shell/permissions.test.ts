import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mayUse, type PermissionQuestion } from '../../../electron/shell/permissions.ts';

const camera: PermissionQuestion = {
  permission: 'media',
  media: ['video'],
  origin: 'app://kiosk',
  url: 'app://kiosk/',
  isMainFrame: true,
};

/** Every permission name of the Electron that is installed, read from its type declarations. */
const declared = (() => {
  const types = readFileSync('node_modules/electron/electron.d.ts', 'utf8');
  const line = types.split('\n').find((text) => text.trim().startsWith('setPermissionCheckHandler('))!;
  const names = line.slice(line.indexOf('permission:'), line.indexOf('requestingOrigin')).matchAll(/'([^']+)'/g);
  return [...names].map((match) => match[1]!);
})();

test('the list of names was found', () => {
  expect(declared.length).toBeGreaterThan(40);
  expect(declared).toEqual(expect.arrayContaining(['media', 'geolocation', 'usb', 'hid', 'openExternal', 'unknown']));
});

test('the camera is allowed to the kiosk page while the visit allows it', () => {
  expect(mayUse(camera, true)).toBe(true);
  expect(mayUse({ ...camera, origin: 'app://kiosk/' }, true)).toBe(true);
});

test.each(declared.filter((name) => name !== 'media'))('%s is refused', (permission) => {
  expect(mayUse({ ...camera, permission }, true)).toBe(false);
  expect(mayUse({ ...camera, permission, media: [] }, true)).toBe(false);
});

const refused: [string, Partial<PermissionQuestion>][] = [
  ['a microphone', { media: ['audio'] }],
  ['a camera with a microphone', { media: ['video', 'audio'] }],
  ['an unnamed device', { media: ['unknown'] }],
  ['a question that names no device', { media: [] }],
  ['a frame inside the page', { isMainFrame: false }],
  ['another origin', { origin: 'https://example.org' }],
  ['an opaque origin', { origin: 'null' }],
  ['no origin', { origin: '' }],
  ['a page that lies elsewhere', { url: 'http://127.0.0.1:8080/kiosk' }],
  ['no page', { url: '' }],
  ['a name from the future', { permission: 'media2' }],
];
test.each(refused)('%s is refused', (_name, change) => {
  expect(mayUse({ ...camera, ...change }, true)).toBe(false);
});

test('without the consent of this visit not even the camera', () => {
  expect(mayUse(camera, false)).toBe(false);
});
