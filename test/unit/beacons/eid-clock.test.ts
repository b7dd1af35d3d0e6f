import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeEid } from '../../../devices/beacons/eid.ts';
import { type ClockFinding, ClockSearch, driftBetween, type KnownClock } from '../../../devices/beacons/eid-clock.ts';
import { fromHex } from '../../../devices/beacons/hex.ts';
import { epochMs } from '../../../shared/units.ts';

const identityKey = fromHex('0102030405060708090a111213141516')!;
const knownAt = epochMs(1_780_000_000_000);
const day = 86_400;
const clockAt = (exponent: number): KnownClock => ({ identityKey, exponent, clockOffset: -1_779_000_000, knownAt });

/** Runs a search in portions; counts its steps, none of which may do more than it was allowed. */
function run(search: ClockSearch, atMost: number): { readonly finding: ClockFinding; readonly steps: number } {
  for (let steps = 1; ; steps++) {
    const finding = search.step(atMost);
    if (finding.kind !== 'searching') return { finding, steps };
    if (steps * atMost > search.size) throw new Error('it never ends');
  }
}

describe('the search for a clock', () => {
  test('finds any clock that drift, a lost day and a flat battery can explain, within half a quantum', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 9, max: 15 }),
        fc.integer({ min: 0, max: 90 * day }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (exponent, since, share) => {
          const now = epochMs(knownAt + since * 1000);
          const clock = clockAt(exponent);
          const drift = driftBetween(knownAt, now);
          const error = Math.trunc(share < 0 ? share * (since + day + drift) : share * drift);
          const seconds = now / 1000;
          const beaconTime = seconds + clock.clockOffset + error;
          const search = new ClockSearch(clock, computeEid(identityKey, exponent, beaconTime), now, 'around');
          const { finding } = run(search, 1000);
          if (finding.kind !== 'found') throw new Error(`${finding.kind} at ${error} s`);
          expect(Math.abs(seconds + finding.clockOffset - beaconTime)).toBeLessThanOrEqual(2 ** exponent / 2);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('ahead, finds what a sound clock can have gained and the table does not hold, and nothing that can have been recorded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 10 }),
        fc.integer({ min: 0, max: 400 * day }),
        fc.integer({ min: -40_000, max: 40_000 }),
        (exponent, since, error) => {
          const now = epochMs(knownAt + since * 1000);
          const clock = clockAt(exponent);
          const time = now / 1000 + clock.clockOffset;
          const search = new ClockSearch(clock, computeEid(identityKey, exponent, time + error), now, 'ahead');
          const { finding } = run(search, 100);
          const quanta = Math.floor((time + error) / 2 ** exponent) - Math.floor(time / 2 ** exponent);
          const begins = Math.floor((time + error) / 2 ** exponent) * 2 ** exponent - time;
          const due = quanta >= 2 && begins <= driftBetween(knownAt, now);
          expect(finding.kind).toBe(due ? 'found' : 'absent');
          if (finding.kind === 'found') {
            // Never further than the clock has proven, and never past what drift explains.
            expect(finding.clockOffset - clock.clockOffset).toBe(begins);
            expect(begins).toBeLessThanOrEqual(error);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('finds a clock that is as expected with its first block, and one that switches late with the second', () => {
    const now = epochMs(knownAt + day * 1000);
    const clock = clockAt(10);
    const time = now / 1000 + clock.clockOffset;
    expect(new ClockSearch(clock, computeEid(identityKey, 10, time), now, 'around').step(1).kind).toBe('found');
    const late = new ClockSearch(clock, computeEid(identityKey, 10, time - 1024), now, 'around');
    expect([late.step(1).kind, late.step(1).kind]).toEqual(['searching', 'found']);
  });

  test('is bounded, and says so when there is nothing', () => {
    const now = epochMs(knownAt + 365 * day * 1000);
    const search = new ClockSearch(clockAt(10), '0000000000000000', now, 'around');
    // 150 ppm of a year ahead; behind, the year, a day and as much again.
    const time = now / 1000 - 1_779_000_000;
    const quantum = (at: number) => Math.floor(at / 1024);
    expect(search.size).toBe(quantum(time + 4730.4) - quantum(time - 366 * day - 4730.4) + 2);
    const { finding, steps } = run(search, 50);
    expect(finding).toEqual({ kind: 'absent' });
    expect(steps).toBe(Math.ceil(search.size / 50));
    expect(search.step(1000)).toEqual({ kind: 'absent' });
    expect(new ClockSearch(clockAt(10), '0000000000000000', knownAt, 'ahead').size).toBe(0);
  });

  test('does not find what is further off, nor the identifier of another key or exponent', () => {
    const now = epochMs(knownAt + 10 * day * 1000);
    const clock = clockAt(8);
    const time = now / 1000 + clock.clockOffset;
    const other = Uint8Array.from(identityKey).fill(9, 0, 1);
    const absent = [
      computeEid(identityKey, 8, time + 2 * day),
      computeEid(identityKey, 8, time - 12 * day),
      computeEid(other, 8, time),
      computeEid(identityKey, 9, time),
    ];
    for (const eid of absent) expect(run(new ClockSearch(clock, eid, now, 'around'), 100).finding.kind).toBe('absent');
  });

  test("works across the end of the beacon's 32 bits", () => {
    const clock = { identityKey, exponent: 10, clockOffset: 5000 - knownAt / 1000, knownAt };
    const eid = computeEid(identityKey, 10, 2 ** 32 - 100);
    expect(run(new ClockSearch(clock, eid, knownAt, 'around'), 10).finding.kind).toBe('found');
  });

  test.each([
    [{ identityKey: new Uint8Array(15) }, /16 bytes/],
    [{ exponent: 16 }, /0 to 15/],
    [{ exponent: -1 }, /0 to 15/],
  ])('refuses %j', (wrong, words) => {
    expect(() => new ClockSearch({ ...clockAt(10), ...wrong }, '', knownAt, 'around')).toThrow(words);
  });
});
