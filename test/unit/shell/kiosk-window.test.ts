import { expect, test } from 'vitest';
import { KioskWindow } from '../../../electron/shell/kiosk-window.ts';
import { PageWatch } from '../../../electron/shell/page-watch.ts';
import type { WatchEffect } from '../../../electron/shell/watchdog.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { FakeEvent, FakeWindow } from './fakes.ts';

function setUp() {
  const windows: FakeWindow[] = [];
  const seen: string[] = [];
  const kiosk = new KioskWindow({
    packaged: true,
    preload: '/x/preload.cjs',
    create: (options) => {
      const window = new FakeWindow(options);
      window.failLoad = windows.length === 0;
      windows.push(window);
      return window.real;
    },
    shown: () => seen.push('shown'),
    opened: () => seen.push('opened'),
    crashed: () => seen.push('crashed'),
  });
  return { kiosk, windows, seen };
}

test('opens one window on the kiosk page and shows it when it has something to show', () => {
  const { kiosk, windows, seen } = setUp();
  expect(kiosk.contentsId).toBeNull();
  kiosk.open();
  kiosk.open();
  expect(windows).toHaveLength(1);
  expect(windows[0]?.loaded).toEqual(['app://kiosk/']);
  expect(windows[0]?.level).toBe('screen-saver');
  expect(windows[0]?.shown).toBe(0);
  windows[0]?.emit('ready-to-show');
  expect(windows[0]?.shown).toBe(1);
  windows[0]?.webContents.emit('did-finish-load');
  expect(seen).toEqual(['shown', 'opened']);
  expect(kiosk.contentsId).toBe(windows[0]?.webContents.id);
});

test('cannot be closed from outside, and comes back if it is gone anyway', () => {
  const { kiosk, windows } = setUp();
  kiosk.open();
  const close = new FakeEvent();
  windows[0]?.emit('close', close);
  expect(close.defaultPrevented).toBe(true);
  windows[0]?.destroy();
  expect(windows).toHaveLength(2);
  kiosk.close();
  expect(windows[1]?.destroyed).toBe(true);
  expect(windows).toHaveLength(2);
});

test('recovers as told', () => {
  const { kiosk, windows, seen } = setUp();
  kiosk.open();
  kiosk.recover('reload');
  expect(windows[0]?.webContents.reloads).toBe(1);
  kiosk.recover('recreate');
  expect(windows[0]?.destroyed).toBe(true);
  expect(windows).toHaveLength(2);
  // Ending the old page's process is ours, not a fault to recover from.
  expect(seen).toEqual([]);
});

test('a second start brings the window to the front, or a crashed one back', () => {
  const { kiosk, windows } = setUp();
  kiosk.open();
  kiosk.secondStart();
  expect(windows[0]?.focused).toBe(1);
  windows[0]?.webContents.emit('render-process-gone', new FakeEvent(), { reason: 'oom' });
  kiosk.secondStart();
  expect(windows).toHaveLength(2);
});

test('a new page starts without a focused text field', () => {
  const { kiosk, windows } = setUp();
  kiosk.open();
  kiosk.textFocused = true;
  windows[0]?.webContents.emit('did-start-loading');
  expect(kiosk.textFocused).toBe(false);
});

test('the watch ticks while it is on, and hands out each recovery once', () => {
  const clock = new VirtualClock();
  const effects: WatchEffect[] = [];
  const watch = new PageWatch(clock, (effect) => effects.push(effect));
  watch.tell({ type: 'crashed' });
  clock.advance(60_000);
  expect(effects).toEqual([]);

  watch.start();
  watch.start();
  clock.advance(20_000);
  expect(effects).toEqual([{ do: 'recreate', because: 'silent' }]);
  watch.tell({ type: 'opened' });
  watch.tell({ type: 'crashed' });
  clock.advance(5_000);
  expect(effects).toHaveLength(2);
  watch.stop();
  clock.advance(3_600_000);
  expect(effects).toHaveLength(2);
  expect(clock.pending).toBe(0);
});
