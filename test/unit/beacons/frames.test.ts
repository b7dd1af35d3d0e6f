import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeFrame } from '../../../devices/beacons/decode.ts';
import { encodeAltBeacon, encodeEddystoneTlm, encodeEddystoneUrl } from '../../../devices/beacons/encode.ts';
import { fromHex, hex } from '../../../devices/beacons/hex.ts';
import { dbm, millis } from '../../../shared/units.ts';

const decode = (text: string) => decodeFrame(fromHex(text.replaceAll(' ', ''))!);
const ascii = (text: string) => Buffer.from(text, 'latin1').toString('hex');
/** Service data of Eddystone with its length. */
const eddystone = (body: string) => {
  const bytes = body.replaceAll(' ', '');
  return `${(bytes.length / 2 + 3).toString(16).padStart(2, '0')} 16aafe ${bytes}`;
};
const iBeacon = '1aff 4c000215 f7826da64fa24e988024bc5b71e0893e 0001 0a0b c5';

describe('AltBeacon', () => {
  const id = '2f234454cf6d4a0fadf2f4911ba9ffa600010002';
  const beacon = { format: 'altbeacon', id, measuredPower: -59 };

  // The first is the AltBeacon library's own test packet (AltBeaconParserTest, Apache-2.0).
  test.each([
    ['of Radius Networks', `02011a 1bff 1801 beac ${id} c5 09`],
    ['of any company', `1bff ffff beac ${id} c5 00`],
    ['of the company that has another format', `1bff 4c00 beac ${id} c5 00`],
    ['in the second manufacturer section', `05ff 4c001000 1bff 1801 beac ${id} c5 00`],
    ['with a byte more than the format has', `1cff 1801 beac ${id} c5 00 00`],
  ])('%s', (_, bytes) => {
    expect(decode(bytes)).toEqual(beacon);
  });

  test('a power of 0 dBm or more is none', () => {
    expect(decode(`1bff 1801 beac ${id} 00 00`)).toEqual({ ...beacon, measuredPower: null });
  });

  test.each([
    ['one byte short', `1aff 1801 beac ${id} c5`],
    ['cut off', `1bff 1801 beac ${id} c5`],
    ['with its code elsewhere', `1bff beac 1801 ${id} c5 00`],
    ['with its code turned round', `1bff 1801 acbe ${id} c5 00`],
  ])('nothing %s', (_, bytes) => {
    expect(decode(bytes)).toBeNull();
  });
});

describe('Eddystone-URL', () => {
  test.each([
    ['00', ascii('goo'), 'http://www.goo'],
    ['01', ascii('goo'), 'https://www.goo'],
    ['02', ascii('goo'), 'http://goo'],
    ['03', `${ascii('goo.gl/Aq18zF')}`, 'https://goo.gl/Aq18zF'],
    ['03', '6100', 'https://a.com/'],
    ['03', '6101', 'https://a.org/'],
    ['03', '6102', 'https://a.edu/'],
    ['03', '6103', 'https://a.net/'],
    ['03', '6104', 'https://a.info/'],
    ['03', '6105', 'https://a.biz/'],
    ['03', '6106', 'https://a.gov/'],
    ['03', '6107', 'https://a.com'],
    ['03', '6108', 'https://a.org'],
    ['03', '6109', 'https://a.edu'],
    ['03', '610a', 'https://a.net'],
    ['03', '610b', 'https://a.info'],
    ['03', '610c', 'https://a.biz'],
    ['03', '610d', 'https://a.gov'],
    ['03', '217e', 'https://!~'],
    ['03', ascii('x'.repeat(17)), `https://${'x'.repeat(17)}`],
  ])('%s %s is %s', (scheme, body, url) => {
    expect(decode(eddystone(`10 ee ${scheme} ${body}`))).toEqual({ format: 'eddystone-url', url, measuredPower: -59 });
  });

  test.each([
    ['an unknown scheme', '04 6107'],
    ['no scheme', ''],
    ['nothing after the scheme', '03'],
    ['18 bytes after the scheme', `03 ${'61'.repeat(18)}`],
  ])('nothing with %s', (_, rest) => {
    expect(decode(eddystone(`10 ee ${rest}`))).toBeNull();
  });

  test('every reserved byte is refused, every other one read', () => {
    const read = Array.from({ length: 256 }, (_, byte) => byte).filter(
      (byte) => decode(eddystone(`10 ee 03 61 ${byte.toString(16).padStart(2, '0')} 62`)) !== null,
    );
    const allowed = [...Array.from({ length: 0x0e }, (_, i) => i), ...Array.from({ length: 0x5e }, (_, i) => 0x21 + i)];
    expect(read).toEqual(allowed);
  });

  test('what is encoded is decoded, in 31 bytes', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abz09-_~/.?=#%'), minLength: 1, maxLength: 17 });
    const scheme = fc.constantFrom('http://', 'https://', 'http://www.', 'https://www.');
    fc.assert(
      fc.property(scheme, letters, (prefix, rest) => {
        const packet = encodeEddystoneUrl({ url: prefix + rest, measuredPower: dbm(-60) });
        expect(packet.length).toBeLessThanOrEqual(31);
        expect(decodeFrame(packet)).toEqual({ format: 'eddystone-url', url: prefix + rest, measuredPower: -60 });
      }),
    );
    expect(encodeEddystoneUrl({ url: 'https://www.example.community/', measuredPower: dbm(-60) }).length).toBeLessThan(31);
  });

  test.each([
    ['ftp://a', /http/],
    ['https://', /1 to 17/],
    ['https://an-address-that-is-too-long', /1 to 17/],
    ['https://épi', /printable ASCII/],
    ['https://a b', /printable ASCII/],
  ])('%s cannot be sent', (url, words) => {
    expect(() => encodeEddystoneUrl({ url, measuredPower: dbm(-60) })).toThrow(words);
  });
});

describe('Eddystone-TLM', () => {
  const telemetry = {
    format: 'eddystone-tlm',
    batteryMillivolts: 2900,
    celsius: 21.5,
    advertisements: 0x01020304,
    uptime: 6_553_600,
    measuredPower: null,
  };

  test('plain', () => {
    expect(decode(eddystone('20 00 0b54 1580 01020304 00010000'))).toEqual(telemetry);
    expect(decode(eddystone('20 00 0b54 1580 ffffffff ffffffff'))).toMatchObject({
      advertisements: 0xffff_ffff,
      uptime: 429_496_729_500,
    });
  });

  test.each([
    ['8000', null],
    ['0000', 0],
    ['ff80', -0.5],
    ['fe80', -1.5],
    ['8001', -127.99609375],
    ['7fff', 127.99609375],
  ])('temperature %s is %s', (bytes, celsius) => {
    expect(decode(eddystone(`20 00 0b54 ${bytes} 00000000 00000000`))).toMatchObject({ celsius });
  });

  test('a beacon without a battery', () => {
    expect(decode(eddystone('20 00 0000 8000 00000000 00000000'))).toMatchObject({ batteryMillivolts: null, celsius: null });
  });

  test('sealed telemetry is recognised and not read', () => {
    const frame = decode(eddystone('20 01 00112233445566778899aabb 0102 0304'));
    expect(frame).toEqual({ format: 'eddystone-etlm', measuredPower: null });
  });

  test.each([
    ['of the next version', '20 02 0b54 1580 01020304 00010000'],
    ['one byte short', '20 00 0b54 1580 01020304 000100'],
    ['one byte long', '20 00 0b54 1580 01020304 00010000 00'],
    ['sealed and plain in length', '20 01 0b54 1580 01020304 00010000'],
    ['plain and sealed in length', '20 00 00112233445566778899aabb 0102 0304'],
  ])('nothing %s', (_, body) => {
    expect(decode(eddystone(body))).toBeNull();
  });

  test('what is encoded is decoded, in 31 bytes', () => {
    const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
    const steps = fc.integer({ min: -32_767, max: 32_767 });
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 1, max: 0xffff })),
        fc.option(steps),
        u32,
        u32,
        (battery, step, advertisements, tenths) => {
          const values = {
            batteryMillivolts: battery,
            celsius: step === null ? null : step / 256,
            advertisements,
            uptime: millis(tenths * 100),
          };
          const packet = encodeEddystoneTlm(values);
          expect(packet.length).toBeLessThanOrEqual(31);
          expect(decodeFrame(packet)).toEqual({ format: 'eddystone-tlm', ...values, measuredPower: null });
        },
      ),
    );
  });
});

describe('several frames in one packet', () => {
  test('one that names its sender comes before one that only tells', () => {
    const url = eddystone('10 ee 03 6107');
    const tlm = eddystone('20 00 0b54 1580 01020304 00010000');
    expect(decode(`${url} ${tlm} ${iBeacon}`)).toMatchObject({ format: 'ibeacon' });
    expect(decode(`${url} ${tlm}`)).toMatchObject({ format: 'eddystone-url' });
    expect(decode(`${tlm} ${eddystone('30 00 a9b76a71c5f89290')}`)).toMatchObject({ format: 'eddystone-eid' });
  });

  test('an AltBeacon is what the encoder makes', () => {
    const id = '00112233445566778899aabbccddeeff01020304';
    const packet = encodeAltBeacon({ company: 0x0118, id, measuredPower: dbm(-61) });
    expect(hex(packet)).toBe(`0201061bff1801beac${id}c300`);
    expect(decodeFrame(packet)).toEqual({ format: 'altbeacon', id, measuredPower: -61 });
    expect(() => encodeAltBeacon({ company: 0x1_0000, id, measuredPower: dbm(-61) })).toThrow(/company/);
  });
});

describe('hostile packets', () => {
  const lines = readFileSync(new URL('../../fixtures/beacons/hostile-packets.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => /^(\S+)\s+([0-9a-f]*)\s+(.+)$/.exec(line)!.slice(1) as [string, string, string]);

  test.each(lines)('%s: %s %s', (expected, bytes) => {
    expect(decodeFrame(fromHex(bytes)!)?.format ?? 'nothing').toBe(expected);
  });

  test('cut anywhere, never throw and never tell more than the whole', () => {
    for (const [expected, bytes] of lines) {
      const whole = fromHex(bytes)!;
      for (let length = 0; length < whole.length; length++) {
        const format = decodeFrame(whole.subarray(0, length))?.format ?? 'nothing';
        expect(['nothing', expected, 'eddystone-url', 'eddystone-tlm', 'eddystone-etlm', 'ibeacon']).toContain(format);
      }
    }
  });

  test('a packet that is no beacon leaves nothing on the heap', () => {
    const packets = lines.filter(([expected]) => expected === 'nothing').map(([, bytes]) => fromHex(bytes)!);
    const round = (times: number) => {
      let found = 0;
      for (let i = 0; i < times; i++) for (const packet of packets) if (decodeFrame(packet) !== null) found++;
      return found;
    };
    // Long enough to be compiled before it counts; then so short that a collection cannot hide what was made.
    round(20_000);
    const before = process.memoryUsage().heapUsed;
    expect(round(2_000)).toBe(0);
    // One object a packet would be 16 bytes or more.
    expect((process.memoryUsage().heapUsed - before) / (2_000 * packets.length)).toBeLessThan(8);
  });
});
