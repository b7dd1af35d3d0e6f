import { type Dbm, dbm } from '../../shared/units.ts';
import { hex } from './hex.ts';
import { unknownRssi } from './host/wire.ts';

/** Where a report stands in a packet that the controller gave out in pieces. */
export interface Part {
  /** The sender, its advertising set, and whether this answers a scan: pieces with the same chain belong together. */
  readonly chain: string;
  /** `more`: another piece follows. `last`: the end, or as much as the controller could catch. */
  readonly place: 'more' | 'last';
}

/** One advertising report of an HCI event. */
export interface Report {
  readonly address: string;
  readonly rssi: Dbm | null;
  readonly data: Uint8Array;
  /** Null when it can only be a whole packet. */
  readonly part: Part | null;
}

const leMeta = 0x3e;
const advertisingReport = 0x02;
const extendedAdvertisingReport = 0x0d;
/** Bits of an extended report's event type. */
const scanResponse = 0x08;
const legacy = 0x10;
const moreToCome = 0x20;
const dataStatus = 0x60;

/** Whether an HCI event (without its packet type) carries advertising reports. */
export const carriesReports = (event: Uint8Array): boolean =>
  event[0] === leMeta && (event[2] === advertisingReport || event[2] === extendedAdvertisingReport);

const rssiOf = (byte: number): Dbm | null => {
  const value = (byte << 24) >> 24;
  return value === unknownRssi ? null : dbm(value);
};

/** Addresses travel last byte first. */
const addressAt = (bytes: Uint8Array, at: number): string => hex(Uint8Array.from(bytes.subarray(at, at + 6)).reverse());

/** `event type 2 | address type 1 | address 6 | primary and secondary layer 2 | set 1 | …`. A set of 0xFF is none. */
function partAt(event: Uint8Array, at: number, address: string): Part | null {
  const type = event[at]!;
  if ((type & legacy) !== 0) return null;
  const chain = `${address} ${event[at + 2]!} ${event[at + 11]!} ${type & scanResponse}`;
  return { chain, place: (type & dataStatus) === moreToCome ? 'more' : 'last' };
}

/**
 * The reports in an LE Advertising Report or LE Extended Advertising Report event (Core Specification, Vol 4 Part E §7.7.65.2 and .13),
 * one after another as controllers send them. Any other event, and whatever follows damage, gives none. Never throws.
 */
export function advertisingReports(event: Uint8Array): Report[] {
  const reports: Report[] = [];
  if (event.length < 4 || !carriesReports(event)) return reports;
  const extended = event[2] === extendedAdvertisingReport;
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
    const address = addressAt(event, at + addressOffset);
    reports.push({
      address,
      rssi: rssiOf(event[rssiAt]!),
      data: event.subarray(data, after),
      part: extended ? partAt(event, at, address) : null,
    });
    at = extended ? after : after + 1;
  }
  return reports;
}
