import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Speaker, type SpeakerState } from '../../../renderer/sound/speaker.ts';
import { callNotes } from '../../../renderer/staff/alarm/pattern.ts';
import { waitMinutes } from '../../../renderer/staff/words/wait-minutes.ts';

/** As browsers do it: suspended until `resume` is called after a gesture; a later interruption suspends it again. */
class FakeAudioContext extends EventTarget {
  static last: FakeAudioContext | null = null;
  static allowed = true;
  state: 'suspended' | 'running' = 'suspended';
  currentTime = 5;
  destination = {};
  pitches: number[] = [];

  constructor() {
    super();
    FakeAudioContext.last = this;
  }

  async resume() {
    if (FakeAudioContext.allowed) this.become('running');
  }

  become(state: 'suspended' | 'running') {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }

  createOscillator() {
    const frequency = {
      set value(pitch: number) {
        FakeAudioContext.last?.pitches.push(pitch);
      },
    };
    return { type: '', frequency, connect: (next: unknown) => next, start: () => undefined, stop: () => undefined };
  }

  createGain() {
    const silent = () => undefined;
    return { gain: { setValueAtTime: silent, linearRampToValueAtTime: silent }, connect: (next: unknown) => next };
  }

  async close() {}
}

describe('the loudspeaker', () => {
  let states: SpeakerState[] = [];
  let speaker = new Speaker((state) => states.push(state));
  beforeEach(() => {
    vi.stubGlobal('AudioContext', FakeAudioContext);
    FakeAudioContext.allowed = true;
    FakeAudioContext.last = null;
    states = [];
    speaker = new Speaker((state) => states.push(state));
  });
  afterEach(() => vi.unstubAllGlobals());

  it('makes nothing, not even a context, before the page was touched', () => {
    speaker.play(callNotes);
    expect(FakeAudioContext.last).toBeNull();
  });

  it('plays every note once unlocked', async () => {
    speaker.unlock();
    await Promise.resolve();
    expect(states.at(-1)).toBe('ready');
    speaker.play(callNotes);
    expect(FakeAudioContext.last?.pitches).toEqual(callNotes.map((note) => note.pitch));
  });

  it('says so when the browser stays silent, or falls silent later', async () => {
    FakeAudioContext.allowed = false;
    speaker.unlock();
    await Promise.resolve();
    await Promise.resolve();
    expect(states.at(-1)).toBe('locked');
    FakeAudioContext.allowed = true;
    speaker.unlock();
    expect(states.at(-1)).toBe('ready');
    FakeAudioContext.last?.become('suspended');
    expect(states.at(-1)).toBe('locked');
  });

  it('says that a browser without Web Audio cannot ring', () => {
    vi.stubGlobal('AudioContext', undefined);
    speaker.unlock();
    expect(states).toEqual(['absent']);
  });
});

describe('how long a throttled door stays shut', () => {
  it('is what the station says, otherwise the longest', () => {
    expect(waitMinutes({ issues: [{ path: 'minutes', message: '12' }] })).toBe(12);
    expect(waitMinutes({ issues: [] })).toBe(15);
  });
});
