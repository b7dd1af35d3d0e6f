import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { encodeEddystoneUid, encodeIBeacon } from '../../../devices/beacons/encode.ts';
import { hex } from '../../../devices/beacons/hex.ts';
import { readBtsnoop } from '../../../devices/beacons/replay/btsnoop.ts';
import { readSightings } from '../../../devices/beacons/replay/ndjson.ts';
import { replay } from '../../../devices/beacons/replay/run.ts';
import { parseZones } from '../../../devices/beacons/replay/zones-file.ts';
import { advertisingReports } from '../../../devices/beacons/reports.ts';
import { PrevenanceError } from '../../../shared/errors.ts';
import { dbm } from '../../../shared/units.ts';
import { extendedReportEvent } from '../../radio/seam/controller.ts';
import { btsnoop, type Datalink, heardAt, type Packet } from './captures.ts';

const folder = mkdtempSync(join(tmpdir(), 'prevenance-replay-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const file = (content: string | Uint8Array): string => {
  const path = join(folder, `${files++}`);
  writeFileSync(path, content);
  return path;
};

const uuid = 'f7826da6-4fa2-4e98-8024-bc5b71e0893e';
const card = hex(encodeIBeacon({ uuid, major: 1, minor: 2, measuredPower: dbm(-59) }));
const tag = hex(encodeEddystoneUid({ namespace: '00112233445566778899', instance: 'aabbccddeeff', measuredPower: dbm(-60) }));
const report = (rssi: number, data = card) => ({ address: 'c0:de:00:00:00:01', rssi, data });

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const got: T[] = [];
  for await (const one of source) got.push(one);
  return got;
}
/** What came before the error, and the error. */
async function broken<T>(source: AsyncIterable<T>): Promise<{ got: T[]; error: PrevenanceError }> {
  const got: T[] = [];
  try {
    for await (const one of source) got.push(one);
  } catch (error) {
    if (error instanceof PrevenanceError) return { got, error };
    throw error;
  }
  throw new Error('it was read without complaint');
}

describe('btsnoop', () => {
  const command: Packet = { t: 5, packet: Buffer.from('01030c00', 'hex'), sent: true };
  const packets = [heardAt(0, report(-60)), command, heardAt(20.5, report(-61), report(-62, tag))];

  test.each([1001, 1002, 2001] as const)('datalink %i, however the bytes arrive', async (datalink: Datalink) => {
    const bytes = btsnoop(packets, datalink);
    for (const size of [1, 7, 24, 100_000]) {
      const events = await all(readBtsnoop(inChunks(bytes, size)));
      expect(events.map(({ micros }) => micros)).toEqual([0, 20_500]);
      expect(events.flatMap(({ event }) => advertisingReports(event)).map(({ rssi }) => rssi)).toEqual([-60, -61, -62]);
    }
  });

  test('cut off anywhere: every whole record, then the offset of the broken one', async () => {
    const bytes = btsnoop(packets);
    const second = bytes.length - btsnoop(packets.slice(2)).length + 16;
    const { got, error } = await broken(readBtsnoop(inChunks(bytes.subarray(0, bytes.length - 1), 50)));
    expect(got).toHaveLength(1);
    expect(error.code).toBe('damaged-capture');
    expect(error.message).toContain(`at byte ${second}`);
    await broken(readBtsnoop(inChunks(bytes.subarray(0, second + 10), 50)));
    expect(await all(readBtsnoop(inChunks(bytes.subarray(0, second), 50)))).toHaveLength(1);
  });

  test.each([
    ['an empty file', Buffer.alloc(0), /no header at byte 0/],
    ['another format', Buffer.from('\x0a\x0d\x0d\x0a pcapng, not btsnoop'), /no header/],
    ['another version', Buffer.concat([Buffer.from('btsnoop\0'), Buffer.from('00000002000003ea', 'hex')]), /unknown version 2/],
    ['another datalink', Buffer.concat([Buffer.from('btsnoop\0'), Buffer.from('0000000100000001', 'hex')]), /datalink 1;/],
    ['a record of 4 GB', Buffer.concat([btsnoop([]), Buffer.alloc(24, 0xff)]), /claims 4294967295 bytes at byte 16/],
  ])('%s is refused in words', async (_, bytes, words) => {
    const { error } = await broken(readBtsnoop(inChunks(bytes, 64)));
    expect(error.message).toMatch(words);
  });

  test('any bytes end in records or in such an error, nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, valid) => {
        const source = readBtsnoop(inChunks(valid ? Buffer.concat([btsnoop([]), bytes]) : bytes, 33));
        try {
          await all(source);
        } catch (error) {
          expect(error).toBeInstanceOf(PrevenanceError);
        }
      }),
    );
  });
});

describe('sightings', () => {
  const read = (text: string, size = 10) => readSightings(inChunks(Buffer.from(text), size));
  const line = (extra: object) => JSON.stringify({ t: 5, receiver: 'r', beacon: 'é', rssi: -60, ...extra });

  test('one a line, with whatever else is in it', async () => {
    const text = `\ufeff${line({})}\r\n\n${line({ x: 1.5, rssi: null })}\n${line({ rssi: 127 })}\n${line({ rssi: 0 })}\n${line({ rssi: -128 })}\n${line({ t: 6.5 })}`;
    expect(await all(read(text))).toEqual([
      { t: 5, receiver: 'r', beacon: 'é', rssi: -60 },
      { t: 6.5, receiver: 'r', beacon: 'é', rssi: -60 },
    ]);
  });

  test.each([
    ['no JSON', '{"t":5,', /Line 2 of the sightings: not JSON/],
    ['no object', '7', /Line 2/],
    ['a missing key', '{"t":5,"receiver":"r","beacon":"b"}', /Line 2 .*rssi/],
    ['a wrong type', line({ rssi: '-60' }), /Line 2 .*rssi/],
    ['an absurd strength', line({ rssi: -400 }), /Line 2 .*rssi/],
    ['an earlier time', line({ t: -5000 }), /Line 2 .*earlier/],
    ['no end', `"${'x'.repeat(10_000)}`, /Line 2 .*4096 characters/],
  ])('a line with %s is named', async (_, second, words) => {
    const { got, error } = await broken(read(`${line({})}\n${second}\n`));
    expect(error.message).toMatch(words);
    expect(error.message.length).toBeLessThan(200);
    expect(got).toHaveLength(1);
  });
});

describe('zones file', () => {
  const calibration = { r: { referenceDbm: -60, exponent: 1.5 } };
  const circle = { id: 'z', receivers: ['r'], radiusMetres: 3, calibration };
  const zones = (...entries: object[]) => parseZones(JSON.stringify({ zones: entries }));

  test('circles and boundaries', () => {
    const [z, y] = zones(circle, {
      id: 'y',
      receivers: ['a', 'b'],
      nearDbm: -60,
      farDbm: -66,
      enterDwellMs: 0,
      exitDwellMs: 100,
      exclusive: true,
    });
    expect(parseZones(`\ufeff${JSON.stringify({ zones: [circle] })}`)).toEqual([z]);
    expect(z).toMatchObject({ id: 'z', enterDwell: 2000, exitDwell: 8000, exclusive: false });
    expect(z!.receivers.get('r')!.near).toBeCloseTo(-67.157, 3);
    expect(y).toMatchObject({ enterDwell: 0, exitDwell: 100, exclusive: true });
    expect([...y!.receivers]).toEqual(['a', 'b'].map((r) => [r, { near: -60, far: -66 }]));
  });

  test.each([
    ['no JSON', '{', /not JSON/],
    ['no zones', '{"zones":[]}', /no zone/],
    [
      'an unknown key',
      JSON.stringify({ zones: [{ ...circle, radius: 3 }] }),
      /zones\.0\.radius: not a setting of a zone \(id, receivers, radiusMetres/,
    ],
    ['a radius of nothing', JSON.stringify({ zones: [{ ...circle, radiusMetres: 0 }] }), /zones\.0\.radiusMetres/],
    ['no receiver', JSON.stringify({ zones: [{ ...circle, receivers: [] }] }), /at least one receiver/],
    [
      'a receiver without calibration',
      JSON.stringify({ zones: [{ ...circle, receivers: ['r', 'q'] }] }),
      /no calibration for receiver q/,
    ],
    [
      'neither radius nor boundary',
      JSON.stringify({ zones: [{ id: 'z', receivers: ['r'], nearDbm: -60 }] }),
      /either radiusMetres/,
    ],
    ['both', JSON.stringify({ zones: [{ ...circle, nearDbm: -60, farDbm: -70 }] }), /either radiusMetres/],
    [
      'far above near',
      JSON.stringify({ zones: [{ id: 'z', receivers: ['r'], nearDbm: -70, farDbm: -60 }] }),
      /far must not be stronger/,
    ],
    ['the same zone twice', JSON.stringify({ zones: [circle, circle] }), /two zones z/],
  ])('with %s is refused in words', (_, text, words) => {
    expect(() => parseZones(text)).toThrow(words);
  });
});

describe('replay', () => {
  const zonesFile = (...receivers: string[]) =>
    file(JSON.stringify({ zones: [{ id: 'kiosk', receivers, nearDbm: -65, farDbm: -70 }] }));
  /** Ten seconds near, then twenty far. */
  const walk = Array.from({ length: 60 }, (_, i) => ({ t: i * 500, rssi: i < 20 ? -60 : -85 }));
  const expected = (beacon: string, receiver: string) => [
    { t: 2000, event: 'enter', zone: 'kiosk', beacon, receiver },
    { t: 20_500, event: 'leave', zone: 'kiosk', beacon, receiver },
  ];

  test('of a capture', async () => {
    const capture = file(btsnoop(walk.map(({ t, rssi }) => heardAt(t, report(rssi)))));
    expect(await all(replay(capture, zonesFile('front')))).toEqual(expected(`ibeacon:${uuid}:1:2`, 'front'));
    expect(await all(replay(capture, zonesFile('front', 'capture')))).toEqual(expected(`ibeacon:${uuid}:1:2`, 'capture'));
  });

  test('of a capture whose controller split the packets', async () => {
    const long = `1109${'61'.repeat(16)}${card}`;
    const pieces = [long.slice(0, 40), long.slice(40, 70), long.slice(70)];
    const packets = walk.flatMap(({ t, rssi }) =>
      pieces.map((data, i) => {
        const status = i < pieces.length - 1 ? { status: 'more' as const } : {};
        return { t: t + i, packet: extendedReportEvent([{ address: 'c0:de:00:00:00:01', rssi, data, set: 2, ...status }]) };
      }),
    );
    const events = await all(replay(file(btsnoop(packets)), zonesFile('front')));
    expect(events.map(({ event, beacon }) => [event, beacon])).toEqual([
      ['enter', `ibeacon:${uuid}:1:2`],
      ['leave', `ibeacon:${uuid}:1:2`],
    ]);
  });

  test('of sightings', async () => {
    const sightings = file(walk.map((s) => JSON.stringify({ ...s, receiver: 'r', beacon: 'b' })).join('\n'));
    const events = await all(replay(sightings, zonesFile('r')));
    expect(events).toEqual(expected('b', 'r'));
    expect(JSON.stringify(events[0])).toBe('{"t":2000,"event":"enter","zone":"kiosk","beacon":"b","receiver":"r"}');
  });

  test('whoever is inside at the end leaves', async () => {
    const sightings = file(
      walk
        .slice(0, 20)
        .map((s) => JSON.stringify({ ...s, receiver: 'r', beacon: 'b' }))
        .join('\n'),
    );
    expect((await all(replay(sightings, zonesFile('r')))).map(({ t, event }) => [t, event])).toEqual([
      [2000, 'enter'],
      [17_500, 'leave'],
    ]);
  });

  test('files that cannot be read are named', async () => {
    const { error } = await broken(replay(join(folder, 'missing'), zonesFile('r')));
    expect(error.message).toMatch(/Cannot read .*missing/);
    expect((await broken(replay(folder, zonesFile('r')))).error.code).toBe('unreadable-file');
    expect((await broken(replay(file(''), join(folder, 'none')))).error.message).toMatch(/Cannot read .*none/);
  });

  test('whoever is inside where the damage begins leaves before the error', async () => {
    const lines = Array.from({ length: 30 }, (_, i) => JSON.stringify({ t: 500 * i, receiver: 'r1', beacon: 'b', rssi: -50 }));
    const { got, error } = await broken(replay(file(`${lines.join('\n')}\n{"t":15000,"rec`), zonesFile('r1')));
    expect(got).toMatchObject([{ event: 'enter' }, { event: 'leave', t: 500 * 29 + 8000 }]);
    expect(error.message).toContain('Line 31');
  });

  test('the events before the damage come first', async () => {
    const bytes = btsnoop(walk.map(({ t, rssi }) => heardAt(t, report(rssi))));
    const { got, error } = await broken(replay(file(bytes.subarray(0, bytes.length - 5)), zonesFile('front')));
    expect(got).toHaveLength(2);
    expect(error.code).toBe('damaged-capture');
  });
});
