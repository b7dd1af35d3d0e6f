import type { BeaconFrame } from '../../shared/identity/frame.ts';
import { type Dbm, dbm } from '../../shared/units.ts';
import { adType, firstInStructures } from './ad-structures.ts';
import { hex } from './hex.ts';

/** Loss between 0 m, where Eddystone states its power, and 1 m, in dB (Eddystone protocol specification, "Tx Power"). */
export const eddystoneLossAtOneMetre = 41;

const signed = (byte: number): number => (byte << 24) >> 24;

/** A power of 0 dBm or more at a metre is no radio's: some senders put a battery level or a marker there. */
const power = (value: number): Dbm | null => (value < 0 ? dbm(value) : null);

/** `4C 00 02 15 | uuid 16 | major 2 | minor 2 | power 1`, numbers big-endian. */
function iBeacon(data: Uint8Array, from: number, to: number): BeaconFrame | null {
  if (to - from < 25) return null;
  if (data[from] !== 0x4c || data[from + 1] !== 0x00 || data[from + 2] !== 0x02 || data[from + 3] !== 0x15) return null;
  const u = from + 4;
  const uuid = `${hex(data, u, u + 4)}-${hex(data, u + 4, u + 6)}-${hex(data, u + 6, u + 8)}-${hex(data, u + 8, u + 10)}-${hex(data, u + 10, u + 16)}`;
  return {
    format: 'ibeacon',
    uuid,
    major: (data[u + 16]! << 8) | data[u + 17]!,
    minor: (data[u + 18]! << 8) | data[u + 19]!,
    measuredPower: power(signed(data[u + 20]!)),
  };
}

/** `AA FE | frame type | power at 0 m | …`: UID carries 10 + 6 bytes (and two reserved ones that old senders leave out), EID 8. */
function eddystone(data: Uint8Array, from: number, to: number): BeaconFrame | null {
  if (to - from < 4 || data[from] !== 0xaa || data[from + 1] !== 0xfe) return null;
  const body = from + 4;
  const measuredPower = power(signed(data[from + 3]!) - eddystoneLossAtOneMetre);
  const type = data[from + 2];
  if (type === 0x00 && to - body >= 16) {
    return {
      format: 'eddystone-uid',
      namespace: hex(data, body, body + 10),
      instance: hex(data, body + 10, body + 16),
      measuredPower,
    };
  }
  if (type === 0x30 && to - body >= 8) return { format: 'eddystone-eid', eid: hex(data, body, body + 8), measuredPower };
  return null;
}

/**
 * The first beacon frame in raw advertising data, or null. Takes any bytes and never throws. Looks at every manufacturer section,
 * because telephones send two and a beacon's may be the second.
 */
export function decodeFrame(data: Uint8Array): BeaconFrame | null {
  return firstInStructures(data, (type, from, to) => {
    if (type === adType.manufacturer) return iBeacon(data, from, to);
    if (type === adType.serviceData16) return eddystone(data, from, to);
    return null;
  });
}
