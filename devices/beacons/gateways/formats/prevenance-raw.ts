import * as v from 'valibot';
import { addressOf, dataOf, rssiOf } from '../fields.ts';
import { heard, jsonFormat, type RawPacket, refused } from '../parsed.ts';

/**
 * Our own format, for gateways that run a script (docs/gateways/shelly-raw.js): `{"v":1,"packets":[{"address","rssi","data"}]}`, address
 * and data in hex, no time. An empty list is a sign of life. Strict: whoever writes it can be told what is wrong.
 */
const Message = v.strictObject({
  v: v.literal(1),
  packets: v.array(v.strictObject({ address: v.string(), rssi: v.nullable(v.number()), data: v.string() })),
});

export const prevenanceRaw = jsonFormat((value) => {
  const message = v.safeParse(Message, value);
  if (!message.success) return refused('wrong-shape');
  const packets: RawPacket[] = [];
  for (const { address: written, rssi, data: digits } of message.output.packets) {
    const address = addressOf(written);
    const data = dataOf(digits);
    if (address === null || data === null) return refused('wrong-shape');
    packets.push({ address, rssi: rssi === null ? null : rssiOf(rssi), data });
  }
  return heard(packets);
});
