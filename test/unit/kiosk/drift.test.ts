import { describe, expect, it } from 'vitest';
import { driftAt } from '../../../renderer/kiosk/attract/drift.ts';

/** A day and a night before a screen nobody touches, one sample a minute. */
const day = Array.from({ length: 24 * 60 }, (_, minute) => driftAt(29_000_000 + minute));

describe('the drift of the first scene', () => {
  it('goes a pixel a minute at most: nobody sees it', () => {
    for (const [i, here] of day.entries()) {
      const next = day[i + 1];
      if (next === undefined) continue;
      expect(Math.abs(next.x - here.x)).toBeLessThanOrEqual(1);
      expect(Math.abs(next.y - here.y)).toBeLessThanOrEqual(1);
    }
  });

  it('leaves no edge where it was for longer than five minutes', () => {
    for (const axis of ['x', 'y'] as const) {
      let still = 1;
      for (let i = 1; i < day.length; i += 1) {
        still = day[i]?.[axis] === day[i - 1]?.[axis] ? still + 1 : 1;
        expect(still).toBeLessThanOrEqual(5);
      }
    }
  });

  it('stands at no place for more than a twelfth of the day, and visits all of its reach', () => {
    for (const axis of ['x', 'y'] as const) {
      const spent = new Map<number, number>();
      for (const place of day) spent.set(place[axis], (spent.get(place[axis]) ?? 0) + 1);
      expect(spent.size).toBe(21);
      expect(Math.max(...spent.values()) / day.length).toBeLessThan(1 / 12);
    }
    const places = new Set(day.map(({ x, y }) => `${x} ${y}`));
    expect(places.size).toBeGreaterThan(150);
  });
});
