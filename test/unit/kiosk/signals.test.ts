import { describe, expect, it } from 'vitest';
import { BACK_AND_FORTH_MS, isBackAndForth, type Step, walk } from '../../../renderer/kiosk/state/signals.ts';
import type { KioskScreen } from '../../../shared/contract/index.ts';

/** Walks through the screens, one every `everyMs`. */
const walked = (screens: readonly KioskScreen[], everyMs = 1_000): readonly Step[] =>
  screens.reduce<readonly Step[]>((trail, screen, i) => walk(trail, { screen, atMs: i * everyMs }), []);

describe('back and forth', () => {
  it('is the third return to one screen from the same other one', () => {
    expect(isBackAndForth(walked(['welcome', 'find', 'welcome', 'find', 'welcome']))).toBe(false);
    expect(isBackAndForth(walked(['welcome', 'find', 'welcome', 'find', 'welcome', 'find', 'welcome']))).toBe(true);
  });

  it('is not a tour of several screens from the same start', () => {
    const tour: KioskScreen[] = ['welcome', 'find', 'welcome', 'ask', 'welcome', 'offer', 'welcome'];
    expect(isBackAndForth(walked(tour))).toBe(false);
  });

  it('forgets what is older than its window', () => {
    const slow = BACK_AND_FORTH_MS / 4;
    expect(isBackAndForth(walked(['welcome', 'find', 'welcome', 'find', 'welcome', 'find', 'welcome'], slow))).toBe(false);
  });

  it('counts staying on a screen once', () => {
    expect(walked(['find', 'find', 'find'])).toHaveLength(1);
  });
});
