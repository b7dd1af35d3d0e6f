import { describe, expect, test } from 'vitest';
import { addTap, type Tap, type TapRun } from '../../../renderer/kiosk/touch/rage.ts';

const rages = (taps: readonly Tap[]): boolean[] => {
  let run: TapRun = [];
  return taps.map((tap) => {
    const added = addTap(run, tap);
    run = added.run;
    return added.rage;
  });
};
const tap = (atMs: number, x = 100, y = 100): Tap => ({ x, y, atMs });

describe('rage taps', () => {
  test('are three, each within a second and 30 px of the last, and count once', () => {
    expect(rages([tap(0), tap(900), tap(1800), tap(2000), tap(2100)])).toEqual([false, false, true, false, false]);
    expect(rages([tap(0), tap(100, 114, 114), tap(200, 128, 128)])).toEqual([false, false, true]);
  });
  test('are not two, not slow, and not across the screen', () => {
    expect(rages([tap(0), tap(100)])).toEqual([false, false]);
    expect(rages([tap(0), tap(999), tap(1999)])).toEqual([false, false, false]);
    expect(rages([tap(0), tap(100, 130), tap(200)])).toEqual([false, false, false]);
    expect(rages([tap(0), tap(100, 115, 115), tap(200)])).toEqual([false, false, false]);
  });
  test('a pause begins a new run', () => {
    expect(rages([tap(0), tap(100), tap(200), tap(5000), tap(5100), tap(5200)])).toEqual([
      false,
      false,
      true,
      false,
      false,
      true,
    ]);
  });
});
