import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type OpenFacts, planOpening } from '../../../electron/shell/open-plan.ts';
import { isFromKiosk, readBeat } from '../../../electron/shell/page-signals.ts';
import { onSecondStart, onStart } from '../../../electron/shell/single-instance.ts';
import { readEnvironment, readReady } from '../../../electron/shell/station-address.ts';
import { kioskWindowOptions } from '../../../electron/shell/window-options.ts';

test('one kiosk per machine; a second start mends a broken window', () => {
  expect(onStart(true)).toBe('run');
  expect(onStart(false)).toBe('leave');
  expect(onSecondStart('shown')).toBe('focus');
  expect(onSecondStart('crashed')).toBe('recreate');
  expect(onSecondStart('none')).toBe('recreate');
});

test('the window: fullscreen, sandboxed, without tools in a package', () => {
  const options = kioskWindowOptions({ preload: '/x/preload.cjs', packaged: true });
  expect(options).toMatchObject({ kiosk: true, fullscreen: true, frame: false, closable: false, alwaysOnTop: true });
  expect(options.webPreferences).toEqual({
    preload: '/x/preload.cjs',
    contextIsolation: true,
    sandbox: true,
    webviewTag: false,
    devTools: false,
    partition: 'kiosk',
    disableDialogs: true,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    backgroundThrottling: false,
    autoplayPolicy: 'user-gesture-required',
  });
  expect(kioskWindowOptions({ preload: '/x/preload.cjs', packaged: false }).webPreferences?.devTools).toBe(true);
});

const secret = 'a'.repeat(32);
const ready = { type: 'ready', origin: 'http://127.0.0.1:4711', secret };

test('the station’s ready message', () => {
  expect(readReady(ready)).toEqual({ origin: ready.origin, secret });
  expect(readReady({ ...ready, origin: 'http://[::1]:80' })).not.toBeNull();
});

test.each([
  null,
  'ready',
  {},
  { ...ready, type: 'other' },
  { ...ready, extra: 1 },
  { ...ready, secret: 'short' },
  { ...ready, secret: `${secret}\r\nx: y` },
  { ...ready, origin: 'http://192.168.1.5:4711' },
  { ...ready, origin: 'http://127.0.0.1.evil.org:4711' },
  { ...ready, origin: 'http://127.0.0.1@evil.org:80' },
  { ...ready, origin: 'https://127.0.0.1:4711' },
  { ...ready, origin: 'http://127.0.0.1:4711/x' },
  { ...ready, origin: 'http://127.0.0.1:99999' },
  { ...ready, origin: 'http://127.0.0.1' },
])('%j is not a ready message', (message) => {
  expect(readReady(message)).toBeNull();
});

test('a station named by the environment', () => {
  const env = { PREVENANCE_STATION_ORIGIN: ready.origin, PREVENANCE_STATION_SECRET: secret };
  const find = readEnvironment(env);
  expect(typeof find === 'function' && find()).toEqual({ origin: ready.origin, secret });
  expect(readEnvironment({})).toBe('none');
  expect(readEnvironment({ PREVENANCE_STATION_ORIGIN: ready.origin })).toBe('invalid');
  expect(readEnvironment({ PREVENANCE_STATION_SECRET: secret })).toBe('invalid');
  expect(readEnvironment({ ...env, PREVENANCE_STATION_ORIGIN: 'http://10.0.0.1:1' })).toBe('invalid');
  expect(readEnvironment({ ...env, PREVENANCE_STATION_DATA: '/srv' })).toBe('invalid');
});

test('a station named by its data folder is found again after each of its starts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prevenance-card-'));
  try {
    const find = readEnvironment({ PREVENANCE_STATION_DATA: folder });
    if (typeof find !== 'function') throw new Error('expected a station');
    const card = (content: unknown) => writeFileSync(join(folder, 'station.json'), JSON.stringify(content));
    expect(find()).toBeNull();
    card({ pid: 1, origin: null, secret: '' });
    expect(find()).toBeNull();
    card({ pid: 1, origin: ready.origin, secret });
    expect(find()).toEqual({ origin: ready.origin, secret });
    card({ pid: 2, origin: 'http://127.0.0.1:5000', secret: 'b'.repeat(32) });
    expect(find()).toEqual({ origin: 'http://127.0.0.1:5000', secret: 'b'.repeat(32) });
    card({ pid: 2, origin: 'http://10.0.0.1:5000', secret });
    expect(find()).toBeNull();
    card(null);
    expect(find()).toBeNull();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('only the kiosk page of the open window is listened to', () => {
  const frame = { origin: 'app://kiosk', isMain: true };
  expect(isFromKiosk({ contentsId: 3, frame }, 3)).toBe(true);
  expect(isFromKiosk({ contentsId: 3, frame }, 4)).toBe(false);
  expect(isFromKiosk({ contentsId: 3, frame }, null)).toBe(false);
  expect(isFromKiosk({ contentsId: 3, frame: null }, 3)).toBe(false);
  expect(isFromKiosk({ contentsId: 3, frame: { ...frame, isMain: false } }, 3)).toBe(false);
  expect(isFromKiosk({ contentsId: 3, frame: { ...frame, origin: 'null' } }, 3)).toBe(false);
});

test('a beat says exactly two things', () => {
  expect(readBeat({ content: true, painted: false })).toEqual({ content: true, painted: false });
  for (const other of [
    null,
    1,
    'beat',
    {},
    { content: true },
    { content: 1, painted: true },
    { content: true, painted: true, more: 1 },
  ]) {
    expect(readBeat(other)).toBeNull();
  }
});

const able: OpenFacts = { platform: 'linux', env: { DISPLAY: ':0' }, root: false, built: true, runtime: 'present' };
const plans: [string, Partial<OpenFacts>, string | RegExp][] = [
  ['everything is there', {}, 'open'],
  ['Wayland alone', { env: { WAYLAND_DISPLAY: 'wayland-0' } }, 'open'],
  ['Windows needs no variable', { platform: 'win32', env: {} }, 'open'],
  ['the runtime is missing', { runtime: 'missing' }, 'fetch'],
  ['no display', { env: {} }, /no display/],
  ['an empty display', { env: { DISPLAY: '' } }, /no display/],
  ['no display comes before a needless download', { env: {}, runtime: 'missing' }, /no display/],
  ['root', { root: true }, /does not run as root/],
  ['root comes before a needless download', { root: true, runtime: 'missing' }, /does not run as root/],
  ['not built', { built: false }, /npm run build:station/],
  ['a production install', { runtime: 'no-package' }, /electron package is not installed/],
];
test.each(plans)('opening: %s', (_name, change, expected) => {
  const plan = planOpening({ ...able, ...change });
  if (typeof expected === 'string') expect(plan.do).toBe(expected);
  else expect(plan.do === 'nothing' && plan.why).toMatch(expected);
});
