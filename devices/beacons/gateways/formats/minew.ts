import * as v from 'valibot';
import { addressOf, dataOf, iBeaconOf, rssiOf } from '../fields.ts';
import { heard, jsonFormat, type RawPacket, type Reading, refused } from '../parsed.ts';

/**
 * Minew G1 and later, JSON: an array whose first element is the gateway itself (`type: "Gateway"`, a sign of life), the others what it
 * heard. `rawData` holds the packet's bytes, for `type: "Unknown"` always and for others in "JSON-RAW"; a decoded iBeacon comes without.
 * Where both are there the bytes count. Its clock (`timestamp`) is not looked at.
 */
const Element = v.object({
  type: v.optional(v.string()),
  mac: v.optional(v.string()),
  rssi: v.optional(v.number()),
  rawData: v.optional(v.string()),
  ibeaconUuid: v.optional(v.string()),
  ibeaconMajor: v.optional(v.number()),
  ibeaconMinor: v.optional(v.number()),
  ibeaconTxPower: v.optional(v.number()),
});
type Element = v.InferOutput<typeof Element>;

function packetOf({ mac, rssi, rawData }: Element): RawPacket | null {
  const data = rawData === undefined ? null : dataOf(rawData);
  const address = mac === undefined ? null : addressOf(mac);
  return data === null || address === null ? null : { address, rssi: rssi === undefined ? null : rssiOf(rssi), data };
}

function readingOf({ rssi, ibeaconUuid, ibeaconMajor, ibeaconMinor, ibeaconTxPower }: Element): Reading | null {
  const strength = rssi === undefined ? null : rssiOf(rssi);
  if (strength === null || ibeaconUuid === undefined || ibeaconMajor === undefined || ibeaconMinor === undefined) return null;
  const frame = iBeaconOf(ibeaconUuid, ibeaconMajor, ibeaconMinor, ibeaconTxPower);
  return frame === null ? null : { frame, rssi: strength };
}

export const minew = jsonFormat((value) => {
  if (!Array.isArray(value)) return refused('wrong-shape');
  const packets: RawPacket[] = [];
  const readings: Reading[] = [];
  let understood = 0;
  for (const item of value as unknown[]) {
    const element = v.safeParse(Element, item);
    if (!element.success) continue;
    understood++;
    const packet = packetOf(element.output);
    if (packet !== null) packets.push(packet);
    else if (element.output.rawData === undefined) {
      const reading = readingOf(element.output);
      if (reading !== null) readings.push(reading);
    }
  }
  return value.length > 0 && understood === 0 ? refused('wrong-shape') : heard(packets, readings);
});
