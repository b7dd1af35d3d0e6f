import { CallerError } from '../../shared/errors.ts';
import type { Dbm, Millis } from '../../shared/units.ts';
import { adType } from './ad-structures.ts';
import { frameType } from './eddystone.ts';
import { compressUrl } from './eddystone-url.ts';
import { fromHex } from './hex.ts';
import { eddystoneLossAtOneMetre } from './power.ts';

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

function u32(value: number, what: string): number[] {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff)
    throw new CallerError('bad-beacon', `${what} must fit 32 bits`);
  return [...u16(Math.floor(value / 0x1_0000), what), ...u16(value % 0x1_0000, what)];
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

/** Advertising data of an AltBeacon. `company` is the sender's Bluetooth company identifier. */
export function encodeAltBeacon(beacon: { company: number; id: string; measuredPower: Dbm }): Uint8Array {
  const [high, low] = u16(beacon.company, 'a company');
  const body = [low, high, 0xbe, 0xac, ...bytes(beacon.id, 20, 'an identifier'), beacon.measuredPower & 0xff, 0x00];
  return Uint8Array.from([...flags, body.length + 1, adType.manufacturer, ...body]);
}

function eddystone(type: number, second: number, payload: Iterable<number>): Uint8Array {
  const body = [0xaa, 0xfe, type, second & 0xff, ...payload];
  return Uint8Array.from([...flags, ...eddystoneService, body.length + 1, adType.serviceData16, ...body]);
}

const atZeroMetres = (measuredPower: Dbm): number => measuredPower + eddystoneLossAtOneMetre;

/** Advertising data of an Eddystone-UID frame. */
export const encodeEddystoneUid = (beacon: { namespace: string; instance: string; measuredPower: Dbm }): Uint8Array =>
  eddystone(frameType.uid, atZeroMetres(beacon.measuredPower), [
    ...bytes(beacon.namespace, 10, 'a namespace'),
    ...bytes(beacon.instance, 6, 'an instance'),
    0x00,
    0x00,
  ]);

/** Advertising data of an Eddystone-EID frame. */
export const encodeEddystoneEid = (beacon: { eid: string; measuredPower: Dbm }): Uint8Array =>
  eddystone(frameType.eid, atZeroMetres(beacon.measuredPower), bytes(beacon.eid, 8, 'an ephemeral identifier'));

/** Advertising data of an Eddystone-URL frame. */
export const encodeEddystoneUrl = (beacon: { url: string; measuredPower: Dbm }): Uint8Array =>
  eddystone(frameType.url, atZeroMetres(beacon.measuredPower), compressUrl(beacon.url));

/** Advertising data of a plain Eddystone-TLM frame; null for a sensor the beacon does not have. */
export function encodeEddystoneTlm(beacon: {
  batteryMillivolts: number | null;
  celsius: number | null;
  advertisements: number;
  uptime: Millis;
}): Uint8Array {
  const temperature = beacon.celsius === null ? 0x8000 : Math.round(beacon.celsius * 256) & 0xffff;
  return eddystone(frameType.tlm, 0x00, [
    ...u16(beacon.batteryMillivolts ?? 0, 'a battery voltage'),
    ...u16(temperature, 'a temperature'),
    ...u32(beacon.advertisements, 'a count of frames'),
    ...u32(Math.round(beacon.uptime / 100), 'an uptime in 0.1 s'),
  ]);
}
