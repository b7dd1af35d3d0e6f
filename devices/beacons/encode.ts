import { CallerError } from '../../shared/errors.ts';
import type { Dbm } from '../../shared/units.ts';
import { adType } from './ad-structures.ts';
import { eddystoneLossAtOneMetre } from './decode.ts';
import { fromHex } from './hex.ts';

/** Discoverable, no classic Bluetooth. */
const flags = [0x02, adType.flags, 0x06];
const eddystoneService = [0x03, adType.serviceUuids16, 0xaa, 0xfe];

function bytes(text: string, length: number, what: string): Uint8Array {
  const found = fromHex(text);
  if (found?.length !== length) throw new CallerError('bad-beacon', `${what} must be ${length * 2} hex digits`);
  return found;
}

function u16(value: number, what: string): [number, number] {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff) throw new CallerError('bad-beacon', `${what} must be 0 to 65535`);
  return [value >> 8, value & 0xff];
}

/** Advertising data of an iBeacon; `measuredPower` is the RSSI expected at one metre. */
export function encodeIBeacon(beacon: { uuid: string; major: number; minor: number; measuredPower: Dbm }): Uint8Array {
  const uuid = bytes(beacon.uuid.replaceAll('-', ''), 16, 'a uuid');
  const body = [
    0x4c,
    0x00,
    0x02,
    0x15,
    ...uuid,
    ...u16(beacon.major, 'major'),
    ...u16(beacon.minor, 'minor'),
    beacon.measuredPower & 0xff,
  ];
  return Uint8Array.from([...flags, body.length + 1, adType.manufacturer, ...body]);
}

function eddystone(frameType: number, measuredPower: Dbm, payload: Iterable<number>): Uint8Array {
  const body = [0xaa, 0xfe, frameType, (measuredPower + eddystoneLossAtOneMetre) & 0xff, ...payload];
  return Uint8Array.from([...flags, ...eddystoneService, body.length + 1, adType.serviceData16, ...body]);
}

/** Advertising data of an Eddystone-UID frame. */
export const encodeEddystoneUid = (beacon: { namespace: string; instance: string; measuredPower: Dbm }): Uint8Array =>
  eddystone(0x00, beacon.measuredPower, [
    ...bytes(beacon.namespace, 10, 'a namespace'),
    ...bytes(beacon.instance, 6, 'an instance'),
    0x00,
    0x00,
  ]);

/** Advertising data of an Eddystone-EID frame. */
export const encodeEddystoneEid = (beacon: { eid: string; measuredPower: Dbm }): Uint8Array =>
  eddystone(0x30, beacon.measuredPower, bytes(beacon.eid, 8, 'an ephemeral identifier'));
