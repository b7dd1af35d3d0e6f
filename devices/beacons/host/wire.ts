import { type Dbm, dbm } from '../../../shared/units.ts';
import { longestAdvertisement } from '../reassembly.ts';

/**
 * Advertisements between the radio host and the station: one byte array per message, each record
 * `address 6 | rssi 1 (127 unknown) | waited in the host, ms 2 | length 2 | data`. One array is an order of magnitude cheaper to send
 * than as many objects, and the host must never fall behind the kernel's queue.
 */
const headerSize = 11;
/** What a controller reports when it could not measure (Core Specification, Vol 4 Part E §7.7.65.2). */
export const unknownRssi = 127;
export interface Heard {
  /** Six bytes, as people write them. */
  readonly address: Uint8Array;
  readonly rssi: number;
  readonly data: Uint8Array;
  /** Host time of arrival, milliseconds of any clock. */
  readonly at: number;
}

/** Packs what the host heard, as of `now` on the same clock. */
export function pack(heard: readonly Heard[], now: number): Uint8Array<ArrayBuffer> {
  let size = 0;
  for (const one of heard) size += headerSize + Math.min(one.data.length, longestAdvertisement);
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const { address, rssi, data, at: arrived } of heard) {
    const waited = Math.min(Math.max(0, Math.round(now - arrived)), 0xffff);
    const length = Math.min(data.length, longestAdvertisement);
    bytes.set(address, at);
    bytes[at + 6] = rssi & 0xff;
    bytes[at + 7] = waited >> 8;
    bytes[at + 8] = waited & 0xff;
    bytes[at + 9] = length >> 8;
    bytes[at + 10] = length & 0xff;
    bytes.set(length === data.length ? data : data.subarray(0, length), at + headerSize);
    at += headerSize + length;
  }
  return bytes;
}

export interface Unpacked {
  readonly address: Uint8Array;
  readonly rssi: Dbm | null;
  readonly waited: number;
  readonly data: Uint8Array;
}

/** Calls `take` for each record, and returns false when the bytes end inside one. */
export function unpack(bytes: Uint8Array, take: (record: Unpacked) => void): boolean {
  let at = 0;
  while (at + headerSize <= bytes.length) {
    const end = at + headerSize + ((bytes[at + 9]! << 8) | bytes[at + 10]!);
    if (end > bytes.length) return false;
    const rssi = (bytes[at + 6]! << 24) >> 24;
    take({
      address: bytes.subarray(at, at + 6),
      rssi: rssi === unknownRssi ? null : dbm(rssi),
      waited: (bytes[at + 7]! << 8) | bytes[at + 8]!,
      data: bytes.subarray(at + headerSize, end),
    });
    at = end;
  }
  return at === bytes.length;
}
