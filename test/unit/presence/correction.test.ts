import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corrected, noCorrections, referencePower } from '../../../shared/presence/correction.ts';
import { dbm } from '../../../shared/units.ts';

const uuid = 'f7826da6-4fa2-4e98-8024-bc5b71e0893e';
const beacon = `ibeacon:${uuid}:7:1`;
const keyring = { match: `ibeacon:${uuid}:`, measuredPower: dbm(-65) };

describe('a corrected strength', () => {
  test('is as it came when nothing is known', () => expect(corrected(dbm(-71), 'r', beacon, noCorrections)).toBe(-71));

  test('has its receiver’s offset, and nobody else’s', () => {
    const corrections = { offsets: new Map([['deaf', 6]]), models: [] };
    expect(corrected(dbm(-71), 'deaf', beacon, corrections)).toBe(-65);
    expect(corrected(dbm(-71), 'good', beacon, corrections)).toBe(-71);
  });

  test('makes two models at the same place look alike', () => {
    const corrections = { offsets: new Map(), models: [keyring, { match: 'eid:', measuredPower: dbm(-55) }] };
    const weaker = corrected(dbm(-75), 'r', beacon, corrections);
    const stronger = corrected(dbm(-65), 'r', 'eid:camille', corrections);
    expect([weaker, stronger]).toEqual([-69, -69]);
    expect(corrected(dbm(-70), 'r', 'altbeacon:00', corrections)).toBe(-70);
  });

  test('follows the closest description of a model', () => {
    const all = { match: 'ibeacon:', measuredPower: dbm(-40) };
    for (const models of [
      [all, keyring],
      [keyring, all],
    ])
      expect(corrected(dbm(-70), 'r', beacon, { offsets: new Map(), models })).toBe(-64);
  });

  test('stays a strength, and keeps the order of readings', () => {
    const level = fc.integer({ min: -127, max: 20 }).map(dbm);
    fc.assert(
      fc.property(level, level, fc.integer({ min: -20, max: 20 }), fc.integer({ min: -90, max: -30 }), (a, b, offset, power) => {
        const corrections = { offsets: new Map([['r', offset]]), models: [{ ...keyring, measuredPower: dbm(power) }] };
        const [first, second] = [corrected(a, 'r', beacon, corrections), corrected(b, 'r', beacon, corrections)];
        expect(first).toBeGreaterThanOrEqual(-127);
        expect(first).toBeLessThanOrEqual(20);
        if (a <= b) expect(first).toBeLessThanOrEqual(second);
        if (first > -127 && first < 20) expect(first).toBe(a + offset + referencePower - power);
      }),
    );
  });
});
