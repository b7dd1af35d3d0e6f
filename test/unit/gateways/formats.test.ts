import { encode } from '@msgpack/msgpack';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNames, formats } from '../../../devices/beacons/gateways/formats/index.ts';
import { largestPayload, type Parsed } from '../../../devices/beacons/gateways/parsed.ts';
import { hex } from '../../../devices/beacons/hex.ts';

/** Messages are made by hand after each product's documentation or source; addresses and most identifiers are invented. */

const text = (value: unknown): Uint8Array => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
const bytes = (digits: string): Uint8Array => Uint8Array.from(Buffer.from(digits.replaceAll(' ', ''), 'hex'));
const parse = (name: keyof typeof formats, payload: Uint8Array, topic = 'a/b') => formats[name](topic, payload);
const readingsOf = (parsed: Parsed) => (parsed.kind === 'heard' ? parsed.readings : parsed.why);
const packetsOf = (parsed: Parsed) =>
  parsed.kind === 'heard' ? parsed.packets.map((packet) => ({ ...packet, data: hex(packet.data) })) : parsed.why;
const nothing = { kind: 'heard', packets: [], readings: [] };

const uuid = 'f7826da6-4fa2-4e98-8024-bc5b71e0893e';
const bare = uuid.replaceAll('-', '');

describe('April Brother V4', () => {
  // Both frames stand in the maker's user guide.
  const frames = [
    '00 12 3b 6a 1a 64 cf aa 02 01 06 1a ff 4c 00 02 15 b5 b1 82 c7 ea b1 49 88 aa 99 b5 c1 51 70 08 d9 00 01 cf 64 c5',
    '02C8FD1949A530CE0201061AFF4C000215EB6D469624BE4663B15230D46B0E9CC9000D002AC0',
  ].map(bytes);
  const message = (devices: unknown, more = {}) =>
    encode({ v: '1.5.3', mid: 7, time: 61, ip: '10.0.0.9', mac: 'AABBCCDDEEFF', devices, ...more });

  it('reads address, strength and packet', () => {
    expect(packetsOf(parse('aprilbrother-v4', message(frames)))).toEqual([
      { address: '123b6a1a64cf', rssi: -86, data: '0201061aff4c000215b5b182c7eab14988aa99b5c1517008d90001cf64c5' },
      { address: 'c8fd1949a530', rssi: -50, data: '0201061aff4c000215eb6d469624be4663b15230d46b0e9cc9000d002ac0' },
    ]);
  });

  it('keeps nothing of the message: a packet is a copy', () => {
    const payload = Buffer.from(message(frames));
    const parsed = parse('aprilbrother-v4', payload);
    payload.fill(0);
    expect(packetsOf(parsed)).toMatchObject([
      { data: expect.stringMatching(/^0201061aff4c/) },
      { data: expect.stringMatching(/^0201061aff4c/) },
    ]);
  });

  it('is alive with an empty list, or a newer firmware’s fields', () => {
    expect(parse('aprilbrother-v4', message([], { rssi: -60, iccid: '89' }))).toEqual(nothing);
  });

  it('skips devices that are cut short, and takes 127 as "not measured"', () => {
    const unknown = Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 127, 2, 1, 6]);
    expect(packetsOf(parse('aprilbrother-v4', message([bytes('00 12 3b'), unknown])))).toEqual([
      { address: '010203040506', rssi: null, data: '020106' },
    ]);
  });

  it.each([
    ['JSON', text({ devices: [] }), 'not-readable'],
    ['nothing', new Uint8Array(), 'not-readable'],
    ['another message', encode({ devices: 'none' }), 'wrong-shape'],
    ['text instead of bytes', encode({ devices: ['00'] }), 'wrong-shape'],
    ['a forged length of four thousand million', Uint8Array.of(0xdd, 0xff, 0xff, 0xff, 0xff), 'not-readable'],
    ['arrays in arrays', new Uint8Array(largestPayload).fill(0x91), 'not-readable'],
    ['a key that would change every object', encode(JSON.parse('{"__proto__":{"devices":[]}}')), 'not-readable'],
    ['more than 64 kB', new Uint8Array(largestPayload + 1), 'too-large'],
  ])('refuses %s', (_, payload, why) => {
    expect(parse('aprilbrother-v4', payload)).toEqual({ kind: 'refused', why });
  });
});

describe('Minew', () => {
  const gateway = { timestamp: '2022-06-17T02:03:51Z', type: 'Gateway', mac: 'AC233FC00001', gatewayFree: 96, gatewayLoad: 0.31 };
  const decoded = {
    timestamp: '2022-06-17T02:03:51Z',
    type: 'iBeacon',
    mac: '10C005091CD5',
    bleName: '',
    ibeaconUuid: bare.toUpperCase(),
    ibeaconMajor: 4,
    ibeaconMinor: 1,
    rssi: -50,
    ibeaconTxPower: -70,
    battery: 0,
  };
  const raw = { type: 'Unknown', mac: 'C3:00:00:7B:57:3C', rssi: -71, rawData: '0201060303AAFE' };

  it('reads packets and decoded iBeacons of one message, each in its class', () => {
    const parsed = parse('minew', text([gateway, decoded, raw]));
    expect(packetsOf(parsed)).toEqual([{ address: 'c300007b573c', rssi: -71, data: '0201060303aafe' }]);
    expect(readingsOf(parsed)).toEqual([
      { frame: { format: 'ibeacon', uuid, major: 4, minor: 1, measuredPower: -70 }, rssi: -50 },
    ]);
  });

  it('takes the bytes where an iBeacon comes with them, so that it counts once', () => {
    const parsed = parse('minew', text([{ ...decoded, rawData: '020106' }]));
    expect(readingsOf(parsed)).toEqual([]);
    expect(packetsOf(parsed)).toHaveLength(1);
  });

  it('is alive with the gateway’s own element alone', () => {
    expect(parse('minew', text([gateway]))).toEqual(nothing);
    expect(parse('minew', text([]))).toEqual(nothing);
  });

  it('skips what it cannot believe and keeps the rest', () => {
    const bad = [
      { ...decoded, rssi: 'strong' },
      { ...decoded, ibeaconMinor: 70_000 },
      { ...decoded, rssi: undefined },
      { ...raw, rawData: 'xyz' },
      { ...raw, rawData: '00'.repeat(1651) },
      { ...raw, mac: '12' },
      null,
      7,
    ];
    const parsed = parse('minew', text([...bad, raw]));
    expect(packetsOf(parsed)).toHaveLength(1);
    expect(readingsOf(parsed)).toEqual([]);
  });

  it('refuses what is no list, and a list of anything else', () => {
    expect(readingsOf(parse('minew', text(decoded)))).toBe('wrong-shape');
    expect(readingsOf(parse('minew', text(['a', 'b'])))).toBe('wrong-shape');
  });
});

describe('our own raw format', () => {
  it('reads packets, and an empty list as a sign of life', () => {
    const packet = { address: 'C0:FF:EE:12:34:56', rssi: -61, data: '0201061AFF4C00' };
    expect(packetsOf(parse('prevenance-raw', text({ v: 1, packets: [packet, { ...packet, rssi: null }] })))).toEqual([
      { address: 'c0ffee123456', rssi: -61, data: '0201061aff4c00' },
      { address: 'c0ffee123456', rssi: null, data: '0201061aff4c00' },
    ]);
    expect(parse('prevenance-raw', text({ v: 1, packets: [] }))).toEqual(nothing);
  });

  it.each([
    ['another version', { v: 2, packets: [] }],
    ['an unknown field', { v: 1, packets: [], receiver: 'kiosk-radio' }],
    ['a receiver in a packet', { v: 1, packets: [{ address: 'c0ffee123456', rssi: -61, data: '', receiver: 'x' }] }],
    ['odd hex', { v: 1, packets: [{ address: 'c0ffee123456', rssi: -61, data: '020' }] }],
    ['a name for an address', { v: 1, packets: [{ address: 'shelf', rssi: -61, data: '' }] }],
  ])('refuses %s', (_, message) => {
    expect(readingsOf(parse('prevenance-raw', text(message)))).toBe('wrong-shape');
  });
});

describe('ESPresense', () => {
  const said = (id: string, more = {}, level = id) =>
    parse(
      'espresense',
      text({ id, rssi: -67.25, rxAdj: 0, rssiVar: 3.1, distance: 2.4, mac: 'aabbccddeeff', ...more }),
      `espresense/devices/${level}/till`,
    );

  it('reads an iBeacon at its filtered strength', () => {
    const frame = { format: 'ibeacon', uuid, major: 7, minor: 65_535, measuredPower: null };
    expect(readingsOf(said(`iBeacon:${uuid}-7-65535`))).toEqual([{ frame, rssi: -67.25 }]);
  });

  it('mends the namespace of 22 digits, where the firmware prints the fifth byte twice', () => {
    const frame = { format: 'eddystone-uid', namespace: '00112233445566778899', instance: 'aabbccddeeff', measuredPower: null };
    expect(readingsOf(said('eddy:0011223344445566778899-aabbccddeeff'))).toMatchObject([{ frame }]);
    expect(readingsOf(said('eddy:00112233445566778899-aabbccddeeff'))).toMatchObject([{ frame }]);
  });

  it('does not guess at a namespace of 22 digits that has no doubled byte there', () => {
    expect(readingsOf(said('eddy:0011223344555566778899-aabbccddeeff'))).toEqual([]);
    expect(readingsOf(said('eddy:001122334455667788990-aabbccddeeff'))).toEqual([]);
  });

  it.each([
    'irk:00112233445566778899aabbccddeeff',
    'known:aabbccddeeff',
    'node:till',
    'apple:1005:9-26',
    // A standard AltBeacon, which the firmware takes for a device of that maker.
    'md:0118:26',
    `iBeacon:${uuid}-7-65536`,
    `iBeacon:${uuid}-7`,
  ])('%s is alive, and no beacon', (id) => {
    expect(said(id)).toEqual(nothing);
  });

  it('refuses a message whose topic names another device', () => {
    expect(readingsOf(said(`iBeacon:${uuid}-7-1`, {}, `iBeacon:${uuid}-7-2`))).toBe('wrong-topic');
    expect(readingsOf(parse('espresense', text({ id: 'x', rssi: -50 }), 'x'))).toBe('wrong-topic');
  });

  it('passes over strengths that no radio measures', () => {
    for (const rssi of [127, -127, -300, 21]) expect(said(`iBeacon:${uuid}-7-1`, { rssi })).toEqual(nothing);
    expect(readingsOf(said(`iBeacon:${uuid}-7-1`, { rssi: null }))).toBe('wrong-shape');
  });
});

describe.each(['openmqttgateway', 'theengs'] as const)('%s', (name) => {
  const message = {
    id: '60:87:57:4C:9B:C2',
    mac_type: 1,
    rssi: -78,
    distance: 7.85288,
    brand: 'GENERIC',
    model: 'iBeacon',
    model_id: 'IBEACON',
    mfid: '4c00',
    uuid: bare,
    major: 0,
    minor: 9,
    txpower: -66,
  };
  const frame = { format: 'ibeacon', uuid, major: 0, minor: 9, measuredPower: -66 };

  it('reads an iBeacon', () => {
    expect(readingsOf(parse(name, text(message)))).toEqual([{ frame, rssi: -78 }]);
  });

  it('takes the identity from the fields, also where "id" is the uuid (presenceUseBeaconUuid)', () => {
    const { id } = message;
    expect(readingsOf(parse(name, text({ ...message, id: bare, mac: id })))).toMatchObject([{ frame }]);
  });

  it('has no power where the decoder saw a battery instead', () => {
    const { txpower: _, ...rest } = message;
    expect(readingsOf(parse(name, text({ ...rest, volt: 2.6 })))).toMatchObject([{ frame: { measuredPower: null } }]);
    expect(readingsOf(parse(name, text({ ...message, txpower: 3 })))).toMatchObject([{ frame: { measuredPower: null } }]);
  });

  it('reads Eddystone from undecoded service data, so that a strong identity gets through', () => {
    const undecoded = { id: '45:e1:74:12:6e:00', rssi: -70, servicedatauuid: '0xfeaa', servicedata: '30eca9b76a71c5f89290' };
    expect(readingsOf(parse(name, text(undecoded)))).toEqual([
      { frame: { format: 'eddystone-eid', eid: 'a9b76a71c5f89290', measuredPower: -61 }, rssi: -70 },
    ]);
    expect(parse(name, text({ ...undecoded, servicedatauuid: '0xfcd2' }))).toEqual(nothing);
  });

  it('reads undecoded manufacturer data', () => {
    const manufacturerdata = `4c000215${bare}00070004c5`;
    expect(readingsOf(parse(name, text({ id: 'x', rssi: -70, manufacturerdata })))).toMatchObject([
      { frame: { major: 7, minor: 4 } },
    ]);
  });

  it.each([
    ['a presence message without identity', { id: message.id, rssi: -60, distance: 2.1 }],
    ['a message without strength', { ...message, rssi: undefined }],
    ['another maker’s', { ...message, mfid: '1801' }],
    ['a section longer than a section can be', { id: 'x', rssi: -60, servicedatauuid: 'feaa', servicedata: '00'.repeat(300) }],
    ['a thermometer', { id: 'x', rssi: -60, tempc: 21.5, brand: 'Xiaomi' }],
  ])('is alive, and no beacon: %s', (_, odd) => {
    expect(parse(name, text(odd))).toEqual(nothing);
  });
});

describe.each(formatNames)('%s, whatever comes', (name) => {
  it('never throws, and refuses what is too large', () => {
    fc.assert(
      fc.property(fc.string(), fc.uint8Array({ maxLength: 400 }), (topic, payload) => {
        expect(['heard', 'refused']).toContain(formats[name](topic, payload).kind);
      }),
    );
    expect(formats[name]('a/b', new Uint8Array(largestPayload + 1))).toEqual({ kind: 'refused', why: 'too-large' });
  });

  it('never throws on well-formed nonsense, and every strength it gives is one', () => {
    const keys = fc.constantFrom(
      'devices',
      'packets',
      'v',
      'id',
      'rssi',
      'uuid',
      'major',
      'minor',
      'mfid',
      'rawData',
      'mac',
      'ibeaconUuid',
      'address',
      'data',
      'servicedata',
      'servicedatauuid',
      '__proto__',
    );
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, 1, -70, 1e308, 'feaa', '4c00', bare, 'c0ffee123456', '', [], {}),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(keys, tie('node'), { maxKeys: 6 }),
      ),
    })).node;
    fc.assert(
      fc.property(value, (made) => {
        for (const payload of [text(JSON.stringify(made)), name === 'aprilbrother-v4' ? safeEncode(made) : text('[]')]) {
          const parsed = formats[name]('a/b/c', payload);
          if (parsed.kind === 'refused') continue;
          for (const { rssi } of [...parsed.packets, ...parsed.readings]) {
            expect(rssi === null || (rssi > -127 && rssi <= 20)).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('survives JSON nested as deeply as 64 kB allow', () => {
    expect(formats[name]('a/b', text('['.repeat(largestPayload))).kind).toBe('refused');
    expect(() => formats[name]('a/b', text('['.repeat(32_000) + ']'.repeat(32_000)))).not.toThrow();
  });
});

const safeEncode = (value: unknown): Uint8Array => encode(value, { maxDepth: 20 });
