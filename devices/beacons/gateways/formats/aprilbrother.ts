import { Decoder } from '@msgpack/msgpack';
import * as v from 'valibot';
import { hex } from '../../hex.ts';
import { rssiOf } from '../fields.ts';
import { heard, largestPayload, type Parse, type RawPacket, refused } from '../parsed.ts';

/**
 * April Brother BLE Gateway V4: MessagePack `{v, mid, time, ip, mac, devices: [bin]}`, each device `type 1 | address 6 | rssi + 256 1 |
 * advertising data` (User Guide for AB BLE Gateway V4, "Data Format"). About one message a second, empty when nothing was heard.
 */
const Message = v.object({ devices: v.array(v.instance(Uint8Array<ArrayBufferLike>)) });

const headerLength = 8;

// The decoder reserves an array's length before it reads one element, so forged lengths (and arrays in arrays) must stay cheap. The gateway
// sends 210 packets at most.
const limits = { maxStrLength: 1024, maxBinLength: 2048, maxArrayLength: 512, maxMapLength: 64, maxExtLength: 0 };

export const aprilBrother: Parse = (_topic, payload) => {
  if (payload.length > largestPayload) return refused('too-large');
  let value: unknown;
  try {
    value = new Decoder(limits).decode(payload);
  } catch {
    return refused('not-readable');
  }
  const message = v.safeParse(Message, value);
  if (!message.success) return refused('wrong-shape');
  const packets: RawPacket[] = [];
  for (const device of message.output.devices) {
    if (device.length <= headerLength) continue;
    packets.push({
      address: hex(device, 1, 7),
      rssi: rssiOf((device[7] as number) - 256),
      // A copy, so that nothing keeps the whole message (Buffer's own slice would be a view).
      data: Uint8Array.from(device.subarray(headerLength)),
    });
  }
  return heard(packets);
};
