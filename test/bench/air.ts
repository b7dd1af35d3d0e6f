import { encodeEddystoneUid, encodeIBeacon } from '../../devices/beacons/encode.ts';
import { dbm } from '../../shared/units.ts';

/** A crowd for the benchmarks: one in ten carries a known beacon, the others' telephones say what telephones say. */
const uuid = 'f7826da6-4fa2-4e98-8024-bc5b71e0893e';
const phone = Uint8Array.from(Buffer.from('02011a020a0c0bff4c001006131a2b3c4d5e', 'hex'));
const exposure = Uint8Array.from(Buffer.from('03036ffd17166ffd000102030405060708090a0b0c0d0e0f10111213', 'hex'));

/** Twelve hex digits, different for each `i`. */
export const benchAddress = (i: number): string => (0x4000_0000_0000 + i).toString(16).padStart(12, '0');

export const knownBeacon = (n: number): Uint8Array =>
  n % 2 === 0
    ? encodeIBeacon({ uuid, major: 1, minor: n, measuredPower: dbm(-59) })
    : encodeEddystoneUid({
        namespace: '00112233445566778899',
        instance: n.toString(16).padStart(12, '0'),
        measuredPower: dbm(-59),
      });

const known = Array.from({ length: 500 }, (_, n) => knownBeacon(n));
export const knownBeacons: readonly Uint8Array[] = known;

/** Advertising data of the `i`-th packet. */
export const benchData = (i: number): Uint8Array =>
  i % 10 === 0 ? known[(i / 10) % known.length]! : i % 2 === 0 ? phone : exposure;
