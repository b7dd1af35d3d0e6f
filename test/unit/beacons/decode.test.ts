import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeFrame } from '../../../devices/beacons/decode.ts';
import { encodeEddystoneEid, encodeEddystoneUid, encodeIBeacon } from '../../../devices/beacons/encode.ts';
import { fromHex, hex } from '../../../devices/beacons/hex.ts';
import { dbm } from '../../../shared/units.ts';

const decode = (text: string) => decodeFrame(fromHex(text.replaceAll(' ', ''))!);
const uuid = 'f7826da6-4fa2-4e98-8024-bc5b71e0893e';
const iBeaconBody = '4c000215 f7826da64fa24e988024bc5b71e0893e 0001 0a0b';
const iBeacon = { format: 'ibeacon', uuid, major: 1, minor: 0x0a0b, measuredPower: -59 };
const eddystoneUid = { format: 'eddystone-uid', namespace: '00112233445566778899', instance: 'aabbccddeeff' };

describe('iBeacon', () => {
  test.each([
    ['with flags', `020106 1aff ${iBeaconBody} c5`],
    ['without flags', `1aff ${iBeaconBody} c5`],
    ['after another manufacturer section', `020106 05ff4c001000 1aff ${iBeaconBody} c5`],
    ['before another manufacturer section', `1aff ${iBeaconBody} c5 14ff4c0001 000000000000000000000000000000 08`],
    ['with a byte more than the format has', `1bff ${iBeaconBody} c5 00`],
    ['in a section that claims more than is there', `1eff ${iBeaconBody} c5`],
    ['followed by zero filling', `1aff ${iBeaconBody} c5 00000000`],
  ])('%s', (_, bytes) => {
    expect(decode(bytes)).toEqual(iBeacon);
  });

  test.each([
    ['03', 'an "echo lost" marker'],
    ['1a', 'a battery level'],
    ['00', 'nothing'],
    ['7f', 'unknown'],
  ])('power %s is %s, not a power', (power) => {
    expect(decode(`1aff ${iBeaconBody} ${power}`)).toEqual({ ...iBeacon, measuredPower: null });
  });

  test.each([
    ['without its power byte', `19ff ${iBeaconBody}`],
    ['of another company', `1aff ${iBeaconBody.replace('4c00', '4d00')} c5`],
    ['with another type', `1aff ${iBeaconBody.replace('0215', '1005')} c5`],
    ['whose section says it is shorter', `08ff ${iBeaconBody} c5`],
    ['after a zero length', `00 1aff ${iBeaconBody} c5`],
  ])('nothing %s', (_, bytes) => {
    expect(decode(bytes)).toBeNull();
  });
});

describe('Eddystone', () => {
  // Stated at 0 m: -18 dBm there is -59 dBm at a metre.
  test.each([
    ['with reserved bytes', '020106 0303aafe 17 16aafe 00 ee 00112233445566778899 aabbccddeeff 0000'],
    ['without reserved bytes', '020106 0303aafe 15 16aafe 00 ee 00112233445566778899 aabbccddeeff'],
  ])('UID %s', (_, bytes) => {
    expect(decode(bytes)).toEqual({ ...eddystoneUid, measuredPower: -59 });
  });

  test('EID', () => {
    expect(decode('020106 0303aafe 0d 16aafe 30 00 a9b76a71c5f89290')).toEqual({
      format: 'eddystone-eid',
      eid: 'a9b76a71c5f89290',
      measuredPower: -41,
    });
  });

  test('a power that stays above zero at a metre is none', () => {
    expect(decode('0d 16aafe 30 29 a9b76a71c5f89290')).toMatchObject({ measuredPower: null });
    expect(decode('0d 16aafe 30 14 a9b76a71c5f89290')).toMatchObject({ measuredPower: -21 });
  });

  test.each([
    ['UID one byte short', '14 16aafe 00 ee 00112233445566778899 aabbccddee'],
    ['EID one byte short', '0c 16aafe 30 00 a9b76a71c5f892'],
    ['a type with low bits set', '0d 16aafe 31 00 a9b76a71c5f89290'],
    ['another service', '17 16abfe 00 ee 00112233445566778899 aabbccddeeff 0000'],
  ])('nothing: %s', (_, bytes) => {
    expect(decode(bytes)).toBeNull();
  });
});

describe('any bytes', () => {
  const beaconish = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .tuple(
        fc.uint8Array({ maxLength: 12 }),
        fc.constantFrom(
          `1aff${iBeaconBody}c5`,
          '1716aafe00ee',
          '0d16aafe30',
          '0816aafe100003',
          '1116aafe2000',
          '1516aafe2001',
          '1bff1801beac',
        ),
        fc.uint8Array(),
      )
      .map(([before, beacon, after]) => Uint8Array.from([...before, ...fromHex(beacon.replaceAll(' ', ''))!, ...after])),
  );

  test('never throw, and what is read is well formed', () => {
    fc.assert(
      fc.property(beaconish, (bytes) => {
        const frame = decodeFrame(bytes);
        if (frame === null) return;
        expect(frame.measuredPower === null || frame.measuredPower < 0).toBe(true);
        if (frame.format === 'ibeacon') expect(frame.uuid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
        if (frame.format === 'eddystone-uid') expect(frame.namespace + frame.instance).toMatch(/^[0-9a-f]{32}$/);
        if (frame.format === 'eddystone-eid') expect(frame.eid).toMatch(/^[0-9a-f]{16}$/);
        if (frame.format === 'altbeacon') expect(frame.id).toMatch(/^[0-9a-f]{40}$/);
        if (frame.format === 'eddystone-url') expect(frame.url).toMatch(/^https?:\/\/[!-~]+$/);
        if (frame.format === 'eddystone-tlm') {
          expect(frame.celsius === null || Math.abs(frame.celsius) < 128).toBe(true);
          expect(frame.uptime / 100).toBeLessThanOrEqual(0xffff_ffff);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('bytes outside the view are never read', () => {
    const whole = fromHex(`1aff${iBeaconBody}c5`.replaceAll(' ', ''))!;
    for (let length = 0; length < whole.length; length++) expect(decodeFrame(whole.subarray(0, length))).toBeNull();
  });
});

describe('encoders', () => {
  const digits = (bytes: number) => fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((b) => hex(b));
  const u16 = fc.integer({ min: 0, max: 0xffff });
  const measuredPower = fc.integer({ min: -100, max: -21 }).map(dbm);

  test('give what the decoder reads, in 31 bytes', () => {
    fc.assert(
      fc.property(
        digits(16),
        u16,
        u16,
        digits(10),
        digits(6),
        digits(8),
        measuredPower,
        (id, major, minor, namespace, instance, eid, power) => {
          const packets = [
            encodeIBeacon({ uuid: id, major, minor, measuredPower: power }),
            encodeEddystoneUid({ namespace, instance, measuredPower: power }),
            encodeEddystoneEid({ eid, measuredPower: power }),
          ];
          expect(packets.every(({ length }) => length <= 31)).toBe(true);
          expect(packets.map(decodeFrame)).toMatchObject([
            { format: 'ibeacon', major, minor, measuredPower: power },
            { format: 'eddystone-uid', namespace, instance, measuredPower: power },
            { format: 'eddystone-eid', eid, measuredPower: power },
          ]);
        },
      ),
    );
  });

  test('refuse what no beacon can be', () => {
    expect(() => encodeIBeacon({ uuid: 'abc', major: 0, minor: 0, measuredPower: dbm(-59) })).toThrow(
      /uuid must be 32 hex digits/,
    );
    expect(() => encodeIBeacon({ uuid, major: 65536, minor: 0, measuredPower: dbm(-59) })).toThrow(/major/);
    expect(() => encodeEddystoneEid({ eid: 'zz', measuredPower: dbm(-59) })).toThrow(/16 hex digits/);
  });
});
