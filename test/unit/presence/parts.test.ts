import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Agenda, type Appointment } from '../../../shared/presence/agenda.ts';
import { Readings } from '../../../shared/presence/readings.ts';
import { boundaryAt, expectedRssi, makeZone } from '../../../shared/presence/zone.ts';
import { dbm, metres, millis, monoMs } from '../../../shared/units.ts';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Written down once more, without its care for speed. */
function level(sorted: readonly number[]): number {
  const weak = sorted.slice(0, Math.floor(sorted.length / 3));
  const cap = sorted[sorted.length >> 1]! + 15;
  const strong = mean(sorted.slice(weak.length).map((value) => Math.min(value, cap)));
  return weak.length === 0 ? strong : strong - Math.min(2.25, (strong - mean(weak)) / 2);
}

test('readings give the level of what the window holds, as sorting it would', () => {
  const packets = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: -110, max: -30 })), {
    minLength: 1,
    maxLength: 300,
  });
  fc.assert(
    fc.property(packets, (steps) => {
      const readings = new Readings();
      let window: [number, number][] = [];
      let t = 0;
      for (const [gap, value] of steps) {
        t += gap;
        readings.add(monoMs(t), dbm(value), t - 5000);
        window = [...window.filter(([at]) => at >= t - 5000), [t, value] as [number, number]].slice(-64);
        const sorted = window.map(([, v]) => v).sort((a, b) => a - b);
        expect(readings.count).toBe(sorted.length);
        expect(readings.level()).toBeCloseTo(level(sorted), 3);
      }
    }),
  );
});

test('an agenda always gives the earliest, whatever is moved or taken off', () => {
  const change = fc.tuple(fc.nat(9), fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constant(Number.POSITIVE_INFINITY)));
  fc.assert(
    fc.property(fc.array(change, { maxLength: 100 }), (changes) => {
      const items: Appointment[] = Array.from({ length: 10 }, () => ({ due: Number.POSITIVE_INFINITY, place: -1 }));
      const agenda = new Agenda<Appointment>();
      const model = new Map<number, number>();
      for (const [i, due] of changes) {
        agenda.set(items[i]!, due);
        if (due === Number.POSITIVE_INFINITY) model.delete(i);
        else model.set(i, due);
        expect(agenda.next?.due).toBe(model.size === 0 ? undefined : Math.min(...model.values()));
      }
    }),
  );
});

describe('zones', () => {
  const calibration = { referenceDbm: dbm(-60), exponent: 1.5 };

  test('log-distance path loss', () => {
    expect(expectedRssi(calibration, metres(1))).toBe(-60);
    expect(expectedRssi(calibration, metres(10))).toBe(-75);
    const { near, far } = boundaryAt(metres(3), calibration);
    expect(near).toBeCloseTo(-67.157, 3);
    expect(far).toBeCloseTo(-69.798, 3);
  });

  test('have usable dwells and no exclusivity unless told', () => {
    const zone = makeZone({ id: 'z', receivers: [['a', { near: dbm(-60), far: dbm(-65) }]] });
    expect(zone).toMatchObject({ enterDwell: 2000, exitDwell: 8000, exclusive: false });
  });

  test.each([
    ['no receiver', () => makeZone({ id: 'z', receivers: [] }), /at least one receiver/],
    [
      'far above near',
      () => makeZone({ id: 'z', receivers: [['a', { near: dbm(-70), far: dbm(-60) }]] }),
      /far must not be stronger/,
    ],
    [
      'no number',
      () => makeZone({ id: 'z', receivers: [['a', { near: dbm(Number.NaN), far: dbm(-60) }]] }),
      /far must not be stronger/,
    ],
    [
      'a negative dwell',
      () => makeZone({ id: 'z', receivers: [['a', { near: dbm(-60), far: dbm(-65) }]], exitDwell: millis(-1) }),
      /dwell/,
    ],
    ['no radius', () => boundaryAt(metres(0), calibration), /radius/],
    ['no loss', () => boundaryAt(metres(3), { ...calibration, exponent: 0 }), /exponent/],
  ])('with %s are refused', (_, make, words) => {
    expect(make).toThrow(words);
  });
});
