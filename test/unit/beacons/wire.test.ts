import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultOf } from '../../../devices/beacons/host/fault.ts';
import { maxHeld, Outbox } from '../../../devices/beacons/host/outbox.ts';
import { type Heard, pack, type Unpacked, unpack } from '../../../devices/beacons/host/wire.ts';

const anyHeard = fc.record({
  address: fc.uint8Array({ minLength: 6, maxLength: 6 }),
  rssi: fc.integer({ min: -127, max: 20 }),
  data: fc.uint8Array({ maxLength: 1650 }),
  at: fc.integer({ min: 0, max: 60_000 }),
});

test('what is packed is unpacked', () => {
  fc.assert(
    fc.property(fc.array(anyHeard, { maxLength: 20 }), (heard) => {
      const got: Unpacked[] = [];
      expect(unpack(pack(heard, 60_000), (one) => got.push(one))).toBe(true);
      expect(got).toEqual(heard.map(({ at, ...one }) => ({ ...one, waited: 60_000 - at })));
    }),
  );
});

test('bytes that are no batch end it, and never throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      let read = 0;
      const whole = unpack(bytes, ({ data }) => (read += 11 + data.length));
      expect(read <= bytes.length).toBe(true);
      expect(whole).toBe(read === bytes.length);
    }),
  );
});

test('unknown strength is null, and data beyond what fits is cut', () => {
  const got: Unpacked[] = [];
  unpack(pack([{ address: new Uint8Array(6), rssi: 127, data: new Uint8Array(2000), at: 5 }], 0), (one) => got.push(one));
  expect(got).toMatchObject([{ rssi: null, waited: 0 }]);
  expect(got[0]!.data).toHaveLength(1650);
});

const one = (at: number): Heard => ({ address: new Uint8Array(6), rssi: -60, data: new Uint8Array(0), at });

test('an outbox whose pipe takes everything loses nothing and keeps order', () => {
  const sent: number[] = [];
  const outbox = new Outbox((batch, done) => {
    sent.push(...batch.map(({ at }) => at));
    done();
  });
  for (let i = 0; i < 1000; i++) outbox.add(one(i));
  outbox.flush();
  expect(sent).toEqual(Array.from({ length: 1000 }, (_, i) => i));
  expect(outbox.dropped).toBe(0);
});

test('an outbox whose pipe is stuck lets the oldest go, counts them, and goes on with the newest', () => {
  const waiting: (() => void)[] = [];
  const sent: number[] = [];
  const outbox = new Outbox((batch, done) => {
    sent.push(...batch.map(({ at }) => at));
    waiting.push(done);
  });
  for (let i = 0; i < 100_000; i++) {
    outbox.add(one(i));
    if (i % 50 === 0) outbox.flush();
    expect(outbox.size).toBeLessThanOrEqual(maxHeld);
  }
  expect(waiting).toHaveLength(4);
  const before = sent.length;
  while (outbox.size > 0) waiting.shift()!();
  expect(sent.at(-1)).toBe(99_999);
  expect(sent[before]).toBeGreaterThan(99_999 - maxHeld);
  expect(outbox.dropped + sent.length).toBe(100_000);
});

test.each([
  [Object.assign(new Error('Address family not supported by protocol'), { errno: 97 }), 'no-bluetooth-in-kernel'],
  [new Error('No such device'), 'no-adapter'],
  [Object.assign(new Error('Operation not permitted'), { errno: 1 }), 'not-permitted'],
  [Object.assign(new Error('Permission denied'), { errno: -13 }), 'not-permitted'],
  [Object.assign(new Error('Network is down'), { errno: 100 }), 'powered-off'],
  [Object.assign(new Error('Device or resource busy'), { errno: 16 }), 'busy'],
  ['text', 'driver-failed'],
])('%s means %s', (error, reason) => {
  expect(faultOf(error).reason).toBe(reason);
  expect(faultOf(new Error('x'.repeat(5000))).detail.length).toBeLessThanOrEqual(300);
});
