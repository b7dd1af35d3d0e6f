import { describe, expect, it } from 'vitest';
import { Bell, type Voice } from '../../../renderer/staff/alarm/bell.ts';
import { callNotes, callVibration, lostNotes, REPEAT_MS } from '../../../renderer/staff/alarm/pattern.ts';
import { ringing, unanswered } from '../../../renderer/staff/alarm/ring.ts';
import { aCall, aSnapshot, me } from './fake-station.ts';

/** Counts what a phone would do; `tick` stands for one period of a real interval. */
class CountingVoice implements Voice {
  plays = 0;
  vibrations = 0;
  tick: (() => void) | null = null;
  play() {
    this.plays++;
  }
  vibrate() {
    this.vibrations++;
  }
  every(_ms: number, action: () => void) {
    this.tick = action;
    return () => {
      this.tick = null;
    };
  }
}

describe('what rings', () => {
  it('is an open call, for somebody on duty whose hands are free', () => {
    expect(ringing(aSnapshot([aCall()]))).toEqual(['call-1/1/available']);
    expect(ringing(aSnapshot([aCall()], false))).toEqual([]);
    expect(ringing(aSnapshot([aCall(), aCall({ id: 'mine', claimedBy: me })]))).toEqual([]);
    expect(ringing(aSnapshot([aCall({ claimedBy: { id: 'karim', name: 'Karim' } })]))).toEqual([]);
    expect(ringing(null)).toEqual([]);
  });

  it('is the call of last resort too, for a manager who is off duty', () => {
    const last = aSnapshot([aCall({ level: 'manager' })], false);
    expect(ringing({ ...last, me: { ...last.me, manager: true } })).toEqual(['call-1/1/manager']);
  });

  it('rings anew when the call climbs or comes back', () => {
    const heard = new Set(ringing(aSnapshot([aCall()])));
    expect(unanswered(ringing(aSnapshot([aCall()])), heard)).toEqual([]);
    expect(unanswered(ringing(aSnapshot([aCall({ level: 'on-duty' })])), heard)).toHaveLength(1);
    expect(unanswered(ringing(aSnapshot([aCall({ epoch: 2 })])), heard)).toHaveLength(1);
  });
});

describe('the bell', () => {
  it('rings at once, repeats, keeps its rhythm for a second call and stops', () => {
    const voice = new CountingVoice();
    const bell = new Bell(voice);
    bell.update(['a']);
    expect(voice).toMatchObject({ plays: 1, vibrations: 1 });
    voice.tick?.();
    bell.update(['a', 'b']);
    expect(voice.plays).toBe(2);
    bell.update([]);
    expect(voice.tick).toBeNull();
    bell.stop();
    bell.update(['c']);
    expect(voice.plays).toBe(3);
  });
});

describe('the patterns', () => {
  it('end before they are repeated, and the vibration does too', () => {
    const end = Math.max(...callNotes.map((note) => note.at + note.length));
    expect(end * 1000).toBeLessThan(REPEAT_MS);
    expect(callVibration.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(REPEAT_MS);
  });

  it('rise for a call and fall for a broken line', () => {
    expect(callNotes[1]!.pitch).toBeGreaterThan(callNotes[0]!.pitch);
    expect(lostNotes[1]!.pitch).toBeLessThan(lostNotes[0]!.pitch);
  });
});
