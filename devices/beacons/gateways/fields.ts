import type { BeaconFrame } from '../../../shared/identity/frame.ts';
import { type Dbm, dbm } from '../../../shared/units.ts';
import { decodeFrame } from '../decode.ts';
import { fromHex } from '../hex.ts';

/** Fields that several gateways write, each in its own way. Null is "not there or not believable". */

/** Strength of a packet; 127 and everything else no radio measures is null. */
export const rssiOf = (value: number): Dbm | null => (value > -127 && value <= 20 ? dbm(value) : null);

/** Twelve lower-case hex digits, however they were separated. */
export function addressOf(text: string): string | null {
  const digits = text.replaceAll(/[:-]/g, '').toLowerCase();
  return /^[0-9a-f]{12}$/.test(digits) ? digits : null;
}

/** Longest advertising data of Bluetooth 5 (Core Specification 5.4, Vol 4 Part E §7.8.54). */
const longestData = 1650;

/** Bytes of hex digits, at most what one packet can carry. */
export const dataOf = (text: string): Uint8Array | null => (text.length > 2 * longestData ? null : fromHex(text));

const u16 = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 0xffff;

/** An iBeacon that the gateway took apart. Some write the uuid with dashes, some without, in either case. */
export function iBeaconOf(uuid: string, major: number, minor: number, power?: number): BeaconFrame | null {
  const digits = uuid.replaceAll('-', '').toLowerCase();
  const [, a, b, c, d, e] = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(digits) ?? [];
  if (e === undefined || !u16(major) || !u16(minor)) return null;
  const measuredPower = power === undefined || power >= 0 ? null : rssiOf(power);
  return { format: 'ibeacon', uuid: `${a}-${b}-${c}-${d}-${e}`, major, minor, measuredPower };
}

/** The frame in one section that the gateway passed on undecoded, without its length and type. */
export function sectionFrame(type: number, hexBody: string, prefix: readonly number[] = []): BeaconFrame | null {
  const body = fromHex(hexBody);
  if (body === null || prefix.length + body.length > 254) return null;
  return decodeFrame(Uint8Array.from([1 + prefix.length + body.length, type, ...prefix, ...body]));
}

/** Eddystone's 16-bit service, as it stands in a packet (little-endian). */
export const eddystoneServiceBytes = [0xaa, 0xfe] as const;
