import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MessageReader } from '../../../devices/beacons/host/channel.ts';

const frame = (kind: number, body: Uint8Array) => {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(body.length, 0);
  head[4] = kind;
  return Buffer.concat([head, body]);
};
const read = (...chunks: Uint8Array[]): unknown[] => {
  const taken: unknown[] = [];
  const reader = new MessageReader((message) => taken.push(message));
  for (const chunk of chunks) reader.push(chunk);
  return taken;
};

test('messages arrive whole, wherever the stream is cut', () => {
  const bodies = fc.array(fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.json()), { maxLength: 6 });
  fc.assert(
    fc.property(bodies, fc.array(fc.nat(), { maxLength: 10 }), (wanted, cuts) => {
      const stream = Buffer.concat(wanted.map((one) => (typeof one === 'string' ? frame(0, Buffer.from(one)) : frame(1, one))));
      const places = [0, ...cuts.map((cut) => cut % (stream.length + 1)).sort((a, b) => a - b), stream.length];
      const taken = read(...places.slice(1).map((end, i) => stream.subarray(places[i], end)));
      expect(taken).toEqual(
        wanted.map((one) =>
          typeof one === 'string' ? (JSON.parse(one) as unknown) : { kind: 'heard', packed: Buffer.from(one) },
        ),
      );
    }),
  );
});

test('after the first byte that is no message comes one null, and nothing more', () => {
  expect(read(Buffer.from('garbage garbage'), frame(0, Buffer.from('1')))).toEqual([null]);
  expect(read(frame(0, Buffer.from('1')), frame(7, Buffer.from('2')), frame(0, Buffer.from('3')))).toEqual([1, null]);
  expect(read(frame(0, Buffer.from('{')), frame(0, Buffer.from('3')))).toEqual([null]);
});

test('any bytes: never throws', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (chunks) => {
      expect(read(...chunks).filter((message) => message === null).length).toBeLessThanOrEqual(1);
    }),
  );
});
