import type { BeaconFrame, IBeaconFrame, NamingFrame } from '../../shared/identity/frame.ts';
import { adType, firstInStructures } from './ad-structures.ts';
import { altBeacon } from './altbeacon.ts';
import { namingEddystone, tellingEddystone } from './eddystone.ts';
import { hex } from './hex.ts';
import { power } from './power.ts';

/** `4C 00 02 15 | uuid 16 | major 2 | minor 2 | power 1`, numbers big-endian. */
function iBeacon(data: Uint8Array, from: number, to: number): IBeaconFrame | null {
  if (to - from < 25) return null;
  if (data[from] !== 0x4c || data[from + 1] !== 0x00 || data[from + 2] !== 0x02 || data[from + 3] !== 0x15) return null;
  const u = from + 4;
  const uuid = `${hex(data, u, u + 4)}-${hex(data, u + 4, u + 6)}-${hex(data, u + 6, u + 8)}-${hex(data, u + 8, u + 10)}-${hex(data, u + 10, u + 16)}`;
  return {
    format: 'ibeacon',
    uuid,
    major: (data[u + 16]! << 8) | data[u + 17]!,
    minor: (data[u + 18]! << 8) | data[u + 19]!,
    measuredPower: power(data[u + 20]!),
  };
}

function naming(data: Uint8Array, type: number, from: number, to: number): NamingFrame | null {
  if (type === adType.manufacturer) return iBeacon(data, from, to) ?? altBeacon(data, from, to);
  return type === adType.serviceData16 ? namingEddystone(data, from, to) : null;
}

function telling(data: Uint8Array, type: number, from: number, to: number): BeaconFrame | null {
  return type === adType.serviceData16 ? tellingEddystone(data, from, to) : null;
}

/**
 * The beacon frame in raw advertising data, or null. Takes any bytes and never throws; makes nothing for a packet that is no beacon's.
 * Looks at every section, because telephones send two of a manufacturer and a beacon's may be the second; the first that names its sender
 * counts, before any that only tells something, so that no address on the web hides who is there.
 */
export function decodeFrame(data: Uint8Array): BeaconFrame | null {
  return firstInStructures(data, naming) ?? firstInStructures(data, telling);
}
