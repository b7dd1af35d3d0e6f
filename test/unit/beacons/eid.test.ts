import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeEid } from '../../../devices/beacons/eid.ts';
import { EidTable } from '../../../devices/beacons/eid-table.ts';
import { fromHex } from '../../../devices/beacons/hex.ts';
import { type EpochMs, epochMs } from '../../../shared/units.ts';

const bytes = (text: string) => fromHex(text)!;
const key = bytes('0102030405060708090a111213141516');

/** The first two: RadiusNetworks/ephemeral_calc. The rest were computed by two independent programs. */
test.each([
  ['0102030405060708090a111213141516', 10, 0, 'a9b76a71c5f89290'],
  ['0102030405060708090a111213141516', 10, 2000, '4144413e45fefa58'],
  ['000102030405060708090a0b0c0d0e0f', 10, 65536, 'ec31ae4cb8abc2d8'],
  ['000102030405060708090a0b0c0d0e0f', 4, 0x12345678, '78e21638403cb567'],
  ['553c66da1485e9f78849de00f2cb178e', 12, 0, '326624ee16c9cc77'],
  ['553c66da1485e9f78849de00f2cb178e', 12, 4096, '8f56056bce87688d'],
])('key %s, K=%i, t=%i gives %s', (identityKey, exponent, time, eid) => {
  expect(computeEid(bytes(identityKey), exponent, time)).toBe(eid);
});

test('agrees with the definition written out, for any key and time', () => {
  const aes = (k: Uint8Array, block: Uint8Array) => createCipheriv('aes-128-ecb', k, null).setAutoPadding(false).update(block);
  const key16 = fc.uint8Array({ minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(key16, fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 0xffffffff }), (k, exponent, time) => {
      const top = time >>> 16;
      const temporary = aes(k, Uint8Array.from([...Array(11).fill(0), 0xff, 0, 0, top >> 8, top & 0xff]));
      const cleared = Buffer.alloc(4);
      cleared.writeUInt32BE(Number((BigInt(time) >> BigInt(exponent)) << BigInt(exponent)));
      const eid = aes(temporary, Uint8Array.from([...Array(11).fill(0), exponent, ...cleared]));
      expect(computeEid(k, exponent, time)).toBe(Buffer.from(eid.subarray(0, 8)).toString('hex'));
    }),
  );
});

describe('the table', () => {
  const at = (seconds: number): EpochMs => epochMs(seconds * 1000);
  const start = 1_790_000_128;
  const quantum = Math.floor(start / 1024);
  const eidOf = (q: number, offset = 0) => computeEid(key, 10, q * 1024 + offset);

  function table(clockOffset = 0): EidTable {
    const made = new EidTable();
    made.set({ keyId: 'card', identityKey: key, exponent: 10, clockOffset });
    made.move(at(start));
    return made;
  }

  test('knows the quantum before, the present one and the next, and no other', () => {
    const made = table();
    expect([-2, -1, 0, 1, 2].map((d) => made.resolve(eidOf(quantum + d)))).toEqual([null, 'card', 'card', 'card', null]);
  });

  test('a recorded identifier is refused once its quantum and the next are over', () => {
    const made = table();
    const recorded = eidOf(quantum);
    expect(made.move(at(start + 1024))).toBe(0);
    expect(made.resolve(recorded)).toBe('card');
    made.move(at(start + 2048));
    expect(made.resolve(recorded)).toBeNull();
    expect(made.resolve(eidOf(quantum + 3))).toBe('card');
  });

  test("follows the beacon's own clock", () => {
    const made = table(-start);
    expect(made.resolve(computeEid(key, 10, 0))).toBe('card');
    expect(made.resolve(eidOf(quantum))).toBeNull();
  });

  test('a clock that jumps, in either direction, leaves exactly the three quanta of the new time', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -200_000, max: 200_000 }), { maxLength: 8 }), (jumps) => {
        const made = table();
        let now = start;
        for (const jump of jumps) {
          now += jump;
          made.move(at(now));
        }
        const q = Math.floor(now / 1024);
        expect([-2, -1, 0, 1, 2].map((d) => made.resolve(eidOf(q + d)))).toEqual([null, 'card', 'card', 'card', null]);
      }),
      { numRuns: 50 },
    );
  });

  test('moves in portions, and still knows everybody on the way', () => {
    const made = new EidTable();
    const keys = Array.from({ length: 30 }, (_, i) => new Uint8Array(16).fill(i));
    for (const [i, identityKey] of keys.entries()) made.set({ keyId: `k${i}`, identityKey, exponent: 10, clockOffset: 0 });
    expect(made.move(at(start), 20)).toBe(10);
    expect(made.move(at(start), 20)).toBe(0);
    expect(made.move(at(start + 1024), 7)).toBe(23);
    for (const [i, identityKey] of keys.entries()) expect(made.resolve(computeEid(identityKey, 10, start + 1024))).toBe(`k${i}`);
  });

  test('a deleted key is a stranger at once; a replaced one changes', () => {
    const made = table();
    made.set({ keyId: 'card', identityKey: bytes('553c66da1485e9f78849de00f2cb178e'), exponent: 12, clockOffset: 0 });
    expect(made.resolve(eidOf(quantum))).toBeNull();
    made.move(at(start));
    expect(made.resolve(computeEid(bytes('553c66da1485e9f78849de00f2cb178e'), 12, start))).toBe('card');
    made.delete('card');
    expect(made.resolve(computeEid(bytes('553c66da1485e9f78849de00f2cb178e'), 12, start))).toBeNull();
    expect(made.size).toBe(0);
  });

  test.each([
    [{ identityKey: new Uint8Array(15) }, /16 bytes/],
    [{ exponent: 16 }, /0 to 15/],
    [{ exponent: 1.5 }, /0 to 15/],
    [{ clockOffset: Number.NaN }, /whole number/],
  ])('refuses %j', (wrong, words) => {
    const made = new EidTable();
    expect(() => made.set({ keyId: 'x', identityKey: key, exponent: 10, clockOffset: 0, ...wrong })).toThrow(words);
  });
});
