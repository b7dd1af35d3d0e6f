import { expect, test } from 'vitest';
import { guardContents } from '../../../electron/shell/guard-contents.ts';
import { guardSession } from '../../../electron/shell/guard-session.ts';
import { FakeContents, FakeEvent, FakeSession } from './fakes.ts';

function guarded(packaged = true) {
  const contents = new FakeContents();
  const refused: string[] = [];
  const state = { textFocused: false };
  guardContents(contents.real, { packaged, textFocused: () => state.textFocused, refused: (what) => refused.push(what) });
  return { contents, refused, state };
}

test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s: out is prevented, the own page is not', (name) => {
  const { contents, refused } = guarded();
  expect(contents.prevented(name, new FakeEvent('https://example.org/?q=private'))).toBe(true);
  expect(contents.prevented(name, new FakeEvent('app://kiosk/', false))).toBe(true);
  expect(contents.prevented(name, new FakeEvent('app://kiosk/'))).toBe(false);
  expect(refused).toHaveLength(2);
  expect(refused.join(' ')).not.toContain('private');
});

test('windows, embedded browsers and "leave this page?" never come', () => {
  const { contents } = guarded();
  expect(contents.openHandler?.()).toEqual({ action: 'deny' });
  expect(contents.prevented('will-attach-webview')).toBe(true);
  expect(contents.prevented('will-prevent-unload')).toBe(true);
});

test('keys follow the rule, with the focus as it is at that moment', () => {
  const { contents, state } = guarded();
  const key = (value: string, control = false) => ({ type: 'keyDown', key: value, control, alt: false, meta: false });
  expect(contents.prevented('before-input-event', new FakeEvent(), key('Backspace'))).toBe(true);
  state.textFocused = true;
  expect(contents.prevented('before-input-event', new FakeEvent(), key('Backspace'))).toBe(false);
  expect(contents.prevented('before-input-event', new FakeEvent(), key('r', true))).toBe(true);
});

test('developer tools close again in a package, and zoom stays at one', () => {
  const { contents, refused } = guarded();
  contents.emit('devtools-opened');
  expect(contents.toolsClosed).toBe(1);
  expect(refused).toEqual(['developer-tools']);
  contents.emit('did-finish-load');
  expect(contents.zoom).toBe(1);

  const developer = guarded(false);
  developer.contents.emit('devtools-opened');
  expect(developer.contents.toolsClosed).toBe(0);
});

function guardedSession(cameraAllowed: boolean) {
  const session = new FakeSession();
  guardSession(session.real, { packaged: true, cameraAllowed: () => cameraAllowed });
  const ask = (permission: string, details: Record<string, unknown>) => {
    let answer: boolean | null = null;
    session.request?.(null as never, permission as never, (granted) => (answer = granted), {
      isMainFrame: true,
      requestingUrl: 'app://kiosk/',
      ...details,
    });
    return answer;
  };
  const check = (permission: string, origin: string, details: Record<string, unknown>) =>
    session.check?.(null, permission as never, origin, { isMainFrame: true, requestingUrl: 'app://kiosk/', ...details });
  return { session, ask, check };
}

const camera = { mediaTypes: ['video'], securityOrigin: 'app://kiosk/' };

test('both permission handlers allow the camera under consent, and only that', () => {
  const { ask, check } = guardedSession(true);
  expect(ask('media', camera)).toBe(true);
  expect(check('media', 'app://kiosk/', { mediaType: 'video' })).toBe(true);

  expect(ask('media', { ...camera, mediaTypes: ['video', 'audio'] })).toBe(false);
  expect(ask('media', { ...camera, securityOrigin: 'https://example.org/' })).toBe(false);
  expect(ask('media', { mediaTypes: ['video'] })).toBe(false);
  expect(ask('media', { securityOrigin: 'app://kiosk/' })).toBe(false);
  expect(ask('media', { ...camera, isMainFrame: false })).toBe(false);
  expect(ask('geolocation', {})).toBe(false);
  expect(check('media', 'app://kiosk/', { mediaType: 'audio' })).toBe(false);
  expect(check('media', 'app://kiosk/', { mediaType: 'unknown' })).toBe(false);
  expect(check('media', 'app://kiosk/', {})).toBe(false);
  expect(check('media', 'app://kiosk/', { mediaType: 'video', requestingUrl: undefined })).toBe(false);
  expect(check('usb', 'app://kiosk/', {})).toBe(false);
});

test('without consent both handlers refuse the camera', () => {
  const { ask, check } = guardedSession(false);
  expect(ask('media', camera)).toBe(false);
  expect(check('media', 'app://kiosk/', { mediaType: 'video' })).toBe(false);
});

test('no device, no download, no dictionary, no foreign address', () => {
  const { session } = guardedSession(true);
  expect(session.device?.({ deviceType: 'hid' })).toBe(false);
  expect(session.spelling).toBe(false);
  const download = new FakeEvent();
  session.emit('will-download', download);
  expect(download.defaultPrevented).toBe(true);
  const cancelled = (url: string) => {
    let reply: boolean | null = null;
    session.before?.({ url }, ({ cancel }) => {
      reply = cancel;
    });
    return reply;
  };
  expect(cancelled('https://example.org/beacon.gif')).toBe(true);
  expect(cancelled('app://kiosk/assets/a.js')).toBe(false);
});
