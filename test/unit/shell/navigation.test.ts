import { expect, test } from 'vitest';
import { isKioskOrigin } from '../../../electron/shell/app-origin.ts';
import { type Leaving, mayGo, mayLoad } from '../../../electron/shell/navigation.ts';

const foreign = [
  'app://kiosk.evil/',
  'app://kiosk:443/',
  'app://kiosk@evil/',
  'app://evil@kiosk/',
  'app://kiosk',
  'app:kiosk/',
  'APP://other/',
  'http://127.0.0.1:8080/kiosk',
  'https://example.org/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,<p>x</p>',
  'blob:app://kiosk/3f2504e0',
  'view-source:app://kiosk/',
  'about:blank',
  'chrome://gpu',
  'mailto:a@example.org',
  '',
];

test('the kiosk page may go to itself, in its own frame', () => {
  for (const how of ['navigate', 'frame-navigate', 'redirect'] as const) {
    expect(mayGo(how, 'app://kiosk/', true)).toBe(true);
    expect(mayGo(how, 'app://kiosk/kiosk.html#top', true)).toBe(true);
    expect(mayGo(how, 'app://kiosk/', false)).toBe(false);
  }
});

test.each(foreign)('nothing leads to %s', (url) => {
  for (const how of ['navigate', 'frame-navigate', 'redirect', 'new-window', 'webview'] satisfies Leaving[]) {
    expect(mayGo(how, url, true)).toBe(false);
  }
  expect(mayLoad(url, true)).toBe(false);
});

test('new windows and embedded browsers are refused even for the kiosk page', () => {
  expect(mayGo('new-window', 'app://kiosk/', true)).toBe(false);
  expect(mayGo('webview', 'app://kiosk/', true)).toBe(false);
});

test('only a developer’s build loads developer tools', () => {
  expect(mayLoad('app://kiosk/assets/kiosk.js', true)).toBe(true);
  expect(mayLoad('devtools://devtools/bundled/inspector.html', true)).toBe(false);
  expect(mayLoad('devtools://devtools/bundled/inspector.html', false)).toBe(true);
});

test.each(['null', '', 'app://kiosk.evil', 'app://kiosk/x', 'http://kiosk', 'APP://KIOSK'])('%s is not the origin', (origin) => {
  expect(isKioskOrigin(origin)).toBe(false);
});
