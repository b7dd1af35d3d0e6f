import type {
  EddystoneEidFrame,
  EddystoneEtlmFrame,
  EddystoneTlmFrame,
  EddystoneUidFrame,
  EddystoneUrlFrame,
} from '../../shared/identity/frame.ts';
import { millis } from '../../shared/units.ts';
import { expandUrl } from './eddystone-url.ts';
import { hex } from './hex.ts';
import { eddystoneLossAtOneMetre, power, signed } from './power.ts';

/** Frame types of Eddystone, the byte after the service's identifier AA FE. */
export const frameType = { uid: 0x00, url: 0x10, tlm: 0x20, eid: 0x30 } as const;
/** Lengths of both kinds of telemetry, with the service's identifier: the specifications fix them. */
const tlmSize = 16;
const etlmSize = 20;

const isEddystone = (data: Uint8Array, from: number, to: number): boolean =>
  to - from >= 4 && data[from] === 0xaa && data[from + 1] === 0xfe;

/** `AA FE | frame type | power at 0 m | …`: UID carries 10 + 6 bytes (and two reserved ones that old senders leave out), EID 8. */
export function namingEddystone(data: Uint8Array, from: number, to: number): EddystoneUidFrame | EddystoneEidFrame | null {
  if (!isEddystone(data, from, to)) return null;
  const body = from + 4;
  const type = data[from + 2];
  if (type === frameType.uid && to - body >= 16) {
    return {
      format: 'eddystone-uid',
      namespace: hex(data, body, body + 10),
      instance: hex(data, body + 10, body + 16),
      measuredPower: power(data[from + 3]!, eddystoneLossAtOneMetre),
    };
  }
  if (type === frameType.eid && to - body >= 8) {
    const measuredPower = power(data[from + 3]!, eddystoneLossAtOneMetre);
    return { format: 'eddystone-eid', eid: hex(data, body, body + 8), measuredPower };
  }
  return null;
}

/** `AA FE | 20 | 00 | battery mV 2 | temperature 8.8 | frames sent 4 | uptime in 0.1 s 4`, big-endian. */
function telemetry(data: Uint8Array, from: number): EddystoneTlmFrame {
  const u16 = (at: number) => (data[at]! << 8) | data[at + 1]!;
  const u32 = (at: number) => u16(at) * 0x1_0000 + u16(at + 2);
  const battery = u16(from + 4);
  const temperature = u16(from + 6);
  return {
    format: 'eddystone-tlm',
    batteryMillivolts: battery === 0 ? null : battery,
    celsius: temperature === 0x8000 ? null : signed(data[from + 6]!) + data[from + 7]! / 256,
    advertisements: u32(from + 8),
    uptime: millis(u32(from + 12) * 100),
    measuredPower: null,
  };
}

/** A frame that names no beacon: an address on the web, or telemetry, whose version 1 is sealed. */
export function tellingEddystone(
  data: Uint8Array,
  from: number,
  to: number,
): EddystoneUrlFrame | EddystoneTlmFrame | EddystoneEtlmFrame | null {
  if (!isEddystone(data, from, to)) return null;
  const type = data[from + 2];
  if (type === frameType.url) {
    const url = expandUrl(data, from + 4, to);
    return url === null ? null : { format: 'eddystone-url', url, measuredPower: power(data[from + 3]!, eddystoneLossAtOneMetre) };
  }
  if (type !== frameType.tlm) return null;
  const version = data[from + 3];
  if (version === 0x00 && to - from === tlmSize) return telemetry(data, from);
  return version === 0x01 && to - from === etlmSize ? { format: 'eddystone-etlm', measuredPower: null } : null;
}
