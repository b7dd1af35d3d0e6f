import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { follow } from '../../../renderer/api.ts';

/** As the browser's: connects when made, calls listeners by name, hears nothing after `close`. */
class FakeEventSource {
  static made: FakeEventSource[] = [];
  readonly url: string;
  closed = false;
  readonly #listeners = new Map<string, (event: { data: string }) => void>();

  constructor(url: string) {
    this.url = url;
    FakeEventSource.made.push(this);
  }
  addEventListener(name: string, listener: (event: { data: string }) => void): void {
    this.#listeners.set(name, listener);
  }
  close(): void {
    this.closed = true;
  }
  say(name: string, data: unknown = {}): void {
    if (!this.closed) this.#listeners.get(name)?.({ data: JSON.stringify(data) });
  }
}

beforeEach(() => {
  FakeEventSource.made = [];
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeEventSource);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function following() {
  const links: string[] = [];
  const stop = follow('staff', { snapshot: () => {}, link: (link) => links.push(link) });
  return { links, stop, latest: () => FakeEventSource.made.at(-1) as FakeEventSource };
}

it('takes twelve seconds of silence for a lost line, and connects anew', () => {
  const { links, latest, stop } = following();
  latest().say('snapshot');
  for (let i = 0; i < 4; i++) {
    vi.advanceTimersByTime(5_000);
    latest().say('beat');
  }
  expect(links).toEqual(['connecting', 'open']);
  vi.advanceTimersByTime(11_999);
  expect(links.at(-1)).toBe('open');
  vi.advanceTimersByTime(2);
  expect(links.at(-1)).toBe('lost');
  expect(FakeEventSource.made).toHaveLength(2);
  latest().say('snapshot');
  expect(links.at(-1)).toBe('open');
  stop();
});

it('gives up a connection that never answers, again and again', () => {
  const { links, stop } = following();
  vi.advanceTimersByTime(36_100);
  expect(FakeEventSource.made.length).toBeGreaterThanOrEqual(4);
  expect(FakeEventSource.made.slice(0, -1).every(({ closed }) => closed)).toBe(true);
  expect(links.at(-1)).toBe('lost');
  stop();
});

it('tries again a second after a refusal, and not at all once stopped', () => {
  const { latest, stop } = following();
  latest().say('error');
  vi.advanceTimersByTime(1_000);
  expect(FakeEventSource.made).toHaveLength(2);
  stop();
  vi.advanceTimersByTime(60_000);
  expect(FakeEventSource.made).toHaveLength(2);
  expect(latest().closed).toBe(true);
});
