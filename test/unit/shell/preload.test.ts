import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { channels, readBeat } from '../../../electron/shell/page-signals.ts';

interface FakeElement {
  tagName: string;
  type?: string;
  isContentEditable?: boolean;
  childElementCount: number;
  innerText: string;
  getBoundingClientRect(): { width: number; height: number };
}
const element = (change: Partial<FakeElement> = {}): FakeElement => ({
  tagName: 'DIV',
  childElementCount: 1,
  innerText: 'Bonjour',
  getBoundingClientRect: () => ({ width: 1080, height: 1920 }),
  ...change,
});

/**
 * Runs the script as a sandboxed preload is run: as CommonJS, with a `require` that knows Electron only, and with a page of which just
 * the parts exist that the script says it uses.
 */
function runPreload() {
  const source = stripTypeScriptTypes(readFileSync('electron/preload.cts', 'utf8'));
  const sent: [string, unknown][] = [];
  const exposed: Record<string, unknown> = {};
  const page = { root: element() as FakeElement | null, active: null as FakeElement | null };
  const listeners: Record<string, () => void> = {};
  const frames: (() => void)[] = [];
  const intervals: { action: () => void; ms: number }[] = [];
  const timeouts: (() => void)[] = [];
  runInNewContext(source, {
    require: (name: string) => {
      if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`);
      return {
        contextBridge: { exposeInMainWorld: (key: string, api: unknown) => Object.assign(exposed, { [key]: api }) },
        ipcRenderer: { send: (channel: string, message: unknown) => sent.push([channel, structuredClone(message)]) },
      };
    },
    document: {
      getElementById: (id: string) => (id === 'root' ? page.root : null),
      get activeElement() {
        return page.active;
      },
    },
    addEventListener: (type: string, listener: () => void) => {
      listeners[type] = listener;
    },
    requestAnimationFrame: (callback: () => void) => frames.push(callback),
    setInterval: (action: () => void, ms: number) => intervals.push({ action, ms }),
    setTimeout: (action: () => void) => timeouts.push(action),
  });
  const beat = () => {
    intervals[0]?.action();
    return sent.at(-1);
  };
  const runAll = (callbacks: (() => void)[]) => {
    for (const callback of callbacks.splice(0)) callback();
  };
  const paint = () => runAll(frames);
  const settle = () => runAll(timeouts);
  return { sent, exposed, page, listeners, intervals, beat, paint, settle };
}

test('the page learns that it runs in the shell, and nothing else', () => {
  const { exposed } = runPreload();
  expect(JSON.parse(JSON.stringify(exposed))).toEqual({ prevenance: { shell: 'electron' } });
});

test('beats every five seconds, in the form the shell reads', () => {
  const { beat, paint, intervals } = runPreload();
  expect(intervals.map(({ ms }) => ms)).toEqual([5_000]);
  paint();
  const message = beat();
  expect(message?.[0]).toBe(channels.beat);
  expect(readBeat(message?.[1])).toEqual({ content: true, painted: true });
});

test('tells when nothing was painted since the last beat', () => {
  const { beat, paint } = runPreload();
  paint();
  beat();
  expect(beat()?.[1]).toEqual({ content: true, painted: false });
  paint();
  expect(beat()?.[1]).toEqual({ content: true, painted: true });
});

test.each<[string, FakeElement | null]>([
  ['no root', null],
  ['an empty root', element({ childElementCount: 0 })],
  ['a root without height', element({ getBoundingClientRect: () => ({ width: 1080, height: 0 }) })],
  ['a root without a word', element({ innerText: ' \n ' })],
])('%s is no content', (_name, root) => {
  const { beat, page } = runPreload();
  page.root = root;
  expect(beat()?.[1]).toMatchObject({ content: false });
});

test.each<[FakeElement | null, boolean]>([
  [element({ tagName: 'INPUT', type: 'text' }), true],
  [element({ tagName: 'INPUT', type: 'search' }), true],
  [element({ tagName: 'TEXTAREA' }), true],
  [element({ isContentEditable: true }), true],
  [element({ tagName: 'INPUT', type: 'checkbox' }), false],
  [element({ tagName: 'INPUT', type: 'file' }), false],
  [element({ tagName: 'BUTTON' }), false],
  [null, false],
])('tells once whether a text field has the focus (%#)', (active, expected) => {
  const { page, listeners, sent } = runPreload();
  page.active = active;
  listeners.focusin?.();
  listeners.focusin?.();
  expect(sent).toEqual(expected ? [[channels.textFocus, true]] : []);
});

test('tells when the text field has lost the focus', () => {
  const { page, listeners, sent, settle } = runPreload();
  page.active = element({ tagName: 'TEXTAREA' });
  listeners.focusin?.();
  listeners.focusout?.();
  page.active = null;
  settle();
  expect(sent).toEqual([
    [channels.textFocus, true],
    [channels.textFocus, false],
  ]);
});
