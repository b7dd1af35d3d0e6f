import { connectAsync } from 'mqtt';

/**
 * A process of its own that plays a busy shop: `node mqtt-publisher.ts URL TOPIC PER_SECOND SECONDS HEX…`, one message after the other, evenly.
 * Prints how many it sent.
 */
const [url = '', topic = '', perSecond = '', seconds = '', ...hex] = process.argv.slice(2);
const payloads = hex.map((digits) => Buffer.from(digits, 'hex'));
const client = await connectAsync(url, { reconnectPeriod: 0 });
(client.stream as unknown as { setNoDelay(on: boolean): void }).setNoDelay(true);
const began = performance.now();
const all = Number(perSecond) * Number(seconds);
let sent = 0;
while (sent < all) {
  const due = Math.min(all, Math.floor(((performance.now() - began) / 1000) * Number(perSecond)));
  for (; sent < due; sent++) client.publish(topic, payloads[sent % payloads.length] as Buffer, { qos: 0 });
  await new Promise((next) => setTimeout(next, 2));
}
await client.endAsync();
console.log(sent);
