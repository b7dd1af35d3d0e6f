import { describe, expect, test } from 'vitest';
import { dbm } from '../../../shared/units.ts';
import { altBeacon } from '../../bench/baselines/altbeacon.ts';
import { bermuda } from '../../bench/baselines/bermuda.ts';
import { espresense, espresenseOneEuro } from '../../bench/baselines/espresense.ts';
import { type Baseline, Ranging } from '../../bench/baselines/follower.ts';
import { medianDwell } from '../../bench/baselines/median-dwell.ts';
import { roomAssistant } from '../../bench/baselines/room-assistant.ts';

/** Free space: -60 dBm at 1 m, 6 dB less for each doubling. */
const ranging = new Ranging({ referenceDbm: dbm(-60), exponent: 2 }, 2);
const all = [roomAssistant, altBeacon, bermuda, espresense, espresenseOneEuro, medianDwell];

/** Feeds strengths half a second apart; answers whether the beacon counted as inside after each. */
function follow(baseline: Baseline, strengths: readonly number[]): { inside: boolean[]; metres: number } {
  const follower = baseline.follow(ranging);
  const inside = strengths.map((rssi, i) => {
    follower.hear(i * 500, rssi);
    return follower.inside;
  });
  return { inside, metres: follower.metres };
}
const times = (count: number, rssi: number): number[] => Array.from({ length: count }, () => rssi);

describe('the projects we are measured against', () => {
  test.each(all)('$name: in at 1 m, out at 8 m, and 1 m is 1 m', (baseline) => {
    const { inside, metres } = follow(baseline, times(120, -60));
    expect(inside.at(-1)).toBe(true);
    expect(metres).toBeCloseTo(1, 5);
    expect(follow(baseline, times(120, -78)).inside).not.toContain(true);
    expect(follow(baseline, [...times(60, -60), ...times(120, -78)]).inside.at(-1)).toBe(false);
  });

  test('a Kalman filter with a steady gain of 0.044 forgets a step by a factor of e in 22 readings', () => {
    const { metres } = follow(roomAssistant, [...times(400, -60), ...times(22, -80)]);
    expect(ranging.rssi(metres)).toBeCloseTo(-80 + 20 * (1 - 0.0437) ** 22, 1);
  });

  test('a trimmed mean does not know its extremes', () => {
    expect(follow(altBeacon, [...times(9, -60), -20, -100, ...times(9, -60)]).metres).toBeCloseTo(1, 5);
  });

  test('the minimum is hugged: a near moment counts for the twenty seconds before it', () => {
    expect(follow(bermuda, [...times(40, -72), ...times(3, -60), ...times(6, -72)]).metres).toBeLessThan(1.6);
  });

  test('inside up to twice the distance once inside', () => {
    expect(follow(espresense, times(40, -69)).inside).not.toContain(true);
    expect(follow(espresense, [...times(40, -60), ...times(60, -69)]).inside.at(-1)).toBe(true);
  });

  test('dwell before in and before out', () => {
    const { inside } = follow(medianDwell, [...times(20, -60), ...times(40, -80)]);
    expect(inside.indexOf(true)).toBe(4);
    expect(inside.lastIndexOf(true)).toBe(20 + 5 + 15);
  });
});
