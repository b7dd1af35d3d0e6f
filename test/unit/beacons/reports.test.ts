import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeFrame } from '../../../devices/beacons/decode.ts';
import { encodeEddystoneUid, encodeIBeacon } from '../../../devices/beacons/encode.ts';
import { fromHex, hex } from '../../../devices/beacons/hex.ts';
import { longestAdvertisement, mostChains, Reassembly } from '../../../devices/beacons/reassembly.ts';
import { advertisingReports, carriesReports, type Report } from '../../../devices/beacons/reports.ts';
import { dbm } from '../../../shared/units.ts';
import { type ExtendedReport, extendedReportEvent } from '../../radio/seam/controller.ts';
import { heardAt } from './captures.ts';

const uuid = 'f7826da6-4fa2-4e98-8024-bc5b71e0893e';
const card = hex(encodeIBeacon({ uuid, major: 1, minor: 2, measuredPower: dbm(-59) }));
const tag = hex(encodeEddystoneUid({ namespace: '00112233445566778899', instance: 'aabbccddeeff', measuredPower: dbm(-60) }));
const report = (rssi: number, data = card) => ({ address: 'c0:de:00:00:00:01', rssi, data });
const event = (packet: Buffer) => packet.subarray(1);
const extended = (...reports: ExtendedReport[]) => advertisingReports(event(extendedReportEvent(reports)));

describe('advertising reports', () => {
  test('several in one event', () => {
    const reports = advertisingReports(event(heardAt(0, report(-60), report(127, tag), report(-90, '')).packet));
    expect(reports.map(({ rssi, data, part }) => [rssi, hex(data), part])).toEqual([
      [-60, card, null],
      [null, tag, null],
      [-90, '', null],
    ]);
    expect(reports[0]!.address).toBe('c0de00000001');
  });

  test('extended ones, each with its own data', () => {
    const reports = extended(report(-61), { ...report(-62, tag), legacy: true }, report(127, ''));
    expect(reports.map(({ rssi, address, data }) => [rssi, address, hex(data)])).toEqual([
      [-61, 'c0de00000001', card],
      [-62, 'c0de00000001', tag],
      [null, 'c0de00000001', ''],
    ]);
    expect(reports.map(({ part }) => part?.place ?? null)).toEqual(['last', null, 'last']);
  });

  test.each([
    ['the coded layer, where it began', { 13: 3, 14: 3 }],
    ['2 Mbit/s, after 1', { 13: 1, 14: 2 }],
    ['layers of a later specification', { 13: 0xff, 14: 0xfe }],
    ['a sender that also advertises periodically', { 18: 0x50, 19: 0x00 }],
    ['an anonymous sender', { 6: 0xff }],
  ])('on %s are taken like any other', (_, bytes) => {
    const packet = event(extendedReportEvent([report(-61)]));
    for (const [at, byte] of Object.entries(bytes)) packet[Number(at)] = byte;
    expect(advertisingReports(packet)).toMatchObject([{ address: 'c0de00000001', rssi: -61, part: { place: 'last' } }]);
    expect(hex(advertisingReports(packet)[0]!.data)).toBe(card);
  });

  test('what follows of a periodic train is none of ours: nothing is read from it', () => {
    for (const subevent of [0x0e, 0x0f, 0x10]) expect(carriesReports(Uint8Array.of(0x3e, 20, subevent, 0))).toBe(false);
  });

  test('pieces of one packet share a chain; another set, sender or answer has its own', () => {
    const piece = { ...report(-61), set: 1, status: 'more' } as const;
    const chainOf = (one: ExtendedReport) => extended(one)[0]!.part!.chain;
    const same = [piece, { ...piece, status: 'truncated' as const }, { ...report(-80, tag), set: 1 }];
    expect(new Set(same.map(chainOf)).size).toBe(1);
    const others = [
      { ...piece, set: 2 },
      { ...piece, scanResponse: true },
      { ...piece, address: 'c0:de:00:00:00:02' },
    ];
    expect(new Set([piece, ...others].map(chainOf)).size).toBe(4);
    expect(extended(piece)[0]!.part!.place).toBe('more');
    expect(extended({ ...piece, status: 'truncated' })[0]!.part!.place).toBe('last');
  });

  test('of any bytes: no exception, nothing from outside', () => {
    const start = fc.constantFrom([0x3e, 40, 0x02, 1], [0x3e, 255, 0x0d, 3], [0x3e, 0, 2, 255], [0x0e, 4, 1, 0]);
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 300 }), (head, tail) => {
        for (const { data, address } of advertisingReports(Uint8Array.from([...head, ...tail]))) {
          expect(data.length).toBeLessThanOrEqual(tail.length);
          expect(address).toMatch(/^[0-9a-f]{12}$/);
        }
      }),
    );
  });

  const lines = readFileSync(new URL('../../fixtures/beacons/hostile-events.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => /^(\d+)\s+([0-9a-f]*)\s+(.+)$/.exec(line)!.slice(1) as [string, string, string]);
  test.each(lines)('%s in %s: %s', (count, bytes) => {
    const whole = fromHex(bytes)!;
    expect(advertisingReports(whole)).toHaveLength(Number(count));
    for (let length = 0; length < whole.length; length++) {
      expect(advertisingReports(whole.subarray(0, length)).length).toBeLessThanOrEqual(Number(count));
    }
  });

  test('other events are told apart', () => {
    expect(['3e', '3e0502', '0e0402', '3e0501', '3e050d'].map((bytes) => carriesReports(fromHex(bytes)!))).toEqual([
      false,
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('a packet in pieces', () => {
  const chain = 'c0de00000001 1 0 0';
  const piece = (data: string, place: 'more' | 'last', rssi: number | null = -60, of = chain): Report => ({
    address: 'c0de00000001',
    rssi: rssi === null ? null : dbm(rssi),
    data: fromHex(data)!,
    part: { chain: of, place },
  });
  const dataOf = (whole: Report | null) => (whole === null ? null : hex(whole.data));

  test('is put together, with the last strength that was measured', () => {
    const reassembly = new Reassembly();
    expect(reassembly.take(piece('0102', 'more', -60), 0)).toBeNull();
    expect(reassembly.take(piece('03', 'more', -61), 1)).toBeNull();
    expect(reassembly.take(piece('0405', 'last', null), 2)).toMatchObject({ rssi: -61, address: 'c0de00000001' });
    expect(reassembly.unfinished).toBe(0);
    reassembly.take(piece('0102', 'more'), 3);
    expect(dataOf(reassembly.take(piece('03', 'last'), 4))).toBe('010203');
  });

  test('does not mix with others that come between', () => {
    const reassembly = new Reassembly();
    reassembly.take(piece('aa', 'more'), 0);
    reassembly.take(piece('bb', 'more', -60, 'another'), 0);
    const legacy: Report = { ...piece('cc', 'last'), part: null };
    expect(reassembly.take(legacy, 0)).toBe(legacy);
    expect(dataOf(reassembly.take(piece('dd', 'last', -60, 'another'), 0))).toBe('bbdd');
    expect(dataOf(reassembly.take(piece('ee', 'last'), 0))).toBe('aaee');
  });

  test('whose end the controller could not catch gives what there is, and a beacon cut off in it is none', () => {
    const cut = { ...report(-61, `${'0201060303aafe'}${card.slice(6, 30)}`), set: 1, status: 'truncated' as const };
    const reassembly = new Reassembly();
    expect(reassembly.take(extended({ ...report(-60, card.slice(0, 6)), set: 1, status: 'more' })[0]!, 0)).toBeNull();
    const whole = reassembly.take(extended(cut)[0]!, 1)!;
    expect(whole.data.length).toBe(3 + 7 + 12);
    expect(decodeFrame(whole.data)).toBeNull();
    expect(reassembly.unfinished).toBe(0);
  });

  test('that nobody began is what it is', () => {
    const whole = piece('0102', 'last');
    expect(new Reassembly().take(whole, 0)).toBe(whole);
  });

  test('that lost its end is not joined to the next', () => {
    const reassembly = new Reassembly();
    reassembly.take(piece('aa', 'more'), 0);
    expect(dataOf(reassembly.take(piece('bb', 'last'), 501))).toBe('bb');
    reassembly.take(piece('aa', 'more'), 1000);
    reassembly.take(piece('cc', 'more'), 1600);
    expect(dataOf(reassembly.take(piece('dd', 'last'), 1700))).toBe('ccdd');
  });

  test('does not keep the buffer it came in', () => {
    const reassembly = new Reassembly();
    const buffer = Uint8Array.from([1, 2]);
    reassembly.take({ ...piece('', 'more'), data: buffer }, 0);
    buffer.fill(9);
    expect(dataOf(reassembly.take(piece('03', 'last'), 0))).toBe('010203');
  });

  test('that never ends is let go when it is longer than a packet can be', () => {
    const reassembly = new Reassembly();
    const part = 'ab'.repeat(229);
    for (let i = 0; i < 7; i++) expect(reassembly.take(piece(part, 'more'), i)).toBeNull();
    expect(7 * 229).toBeLessThan(longestAdvertisement);
    expect(reassembly.take(piece(part, 'more'), 8)).toBeNull();
    expect(reassembly.unfinished).toBe(0);
  });

  test('of a million strangers who never finish: the oldest give way', () => {
    const reassembly = new Reassembly();
    reassembly.take(piece('01', 'more'), 0);
    for (let i = 0; i < 100_000; i++) {
      reassembly.take(piece('aa', 'more', -60, `stranger ${i}`), i / 1000);
      if (reassembly.unfinished > mostChains) throw new Error('it grew');
    }
    expect(reassembly.unfinished).toBe(mostChains);
    expect(dataOf(reassembly.take(piece('02', 'last', -60, 'stranger 99999'), 100))).toBe('aa02');
    expect(dataOf(reassembly.take(piece('02', 'last'), 100))).toBe('02');
  });

  test('any order of pieces: bounded, whole or nothing', () => {
    const any = fc.record({
      data: fc.uint8Array({ maxLength: 255 }),
      chain: fc.constantFrom('a', 'b', 'c'),
      place: fc.constantFrom('more' as const, 'last' as const),
      wait: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), (pieces) => {
        const reassembly = new Reassembly();
        let now = 0;
        let given = 0;
        for (const { data, chain, place, wait } of pieces) {
          now += wait;
          given += data.length;
          const whole = reassembly.take({ address: '', rssi: null, data, part: { chain, place } }, now);
          expect(whole === null || place === 'last').toBe(true);
          expect(whole?.data.length ?? 0).toBeLessThanOrEqual(Math.min(longestAdvertisement, given));
          expect(reassembly.unfinished).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
});
