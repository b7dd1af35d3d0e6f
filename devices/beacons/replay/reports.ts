import { type Dbm, dbm } from '../../../shared/units.ts';
import { hex } from '../hex.ts';
import { unknownRssi } from '../host/wire.ts';

/** One advertising report of an HCI event. */
export interface Report {
  readonly address: string;
  readonly rssi: Dbm | null;
  readonly data: Uint8Array;
}

const leMeta = 0x3e;
const advertisingReport = 0x02;
const extendedAdvertisingReport = 0x0d;

const rssiOf = (byte: number): Dbm | null => {
  const value = (byte << 24) >> 24;
  return value === unknownRssi ? null : dbm(value);
};

/** Addresses travel last byte first. */
const addressAt = (bytes: Uint8Array, at: number): string => hex(Uint8Array.from(bytes.subarray(at, at + 6)).reverse());

/**
 * The reports in an LE Advertising Report or LE Extended Advertising Report event (Core Specification, Vol 4 Part E §7.7.65.2 and .13),
 * one after another as controllers send them. Any other event, and whatever follows damage, gives none. Never throws.
 */
export function advertisingReports(event: Uint8Array): Report[] {
  const reports: Report[] = [];
  if (event[0] !== leMeta || event.length < 4) return reports;
  const extended = event[2] === extendedAdvertisingReport;
  if (!extended && event[2] !== advertisingReport) return reports;
  const end = Math.min(event.length, 2 + event[1]!);
  // Event type 1 or 2, address type 1, address 6, then for extended reports 14 bytes of physical layer, with the RSSI among them.
  const addressOffset = extended ? 3 : 2;
  const lengthOffset = extended ? 23 : 8;
  let at = 4;
  for (let left = event[3]!; left > 0; left--) {
    if (at + lengthOffset >= end) break;
    const data = at + lengthOffset + 1;
    const after = data + event[at + lengthOffset]!;
    const rssiAt = extended ? at + 13 : after;
    if (after > end || rssiAt >= end) break;
    reports.push({
      address: addressAt(event, at + addressOffset),
      rssi: rssiOf(event[rssiAt]!),
      data: event.subarray(data, after),
    });
    at = extended ? after : after + 1;
  }
  return reports;
}
