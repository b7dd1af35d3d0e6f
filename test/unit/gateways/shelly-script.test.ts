import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { decodeFrame } from '../../../devices/beacons/decode.ts';
import { encodeAltBeacon, encodeEddystoneEid, encodeEddystoneUid } from '../../../devices/beacons/encode.ts';
import { formats } from '../../../devices/beacons/gateways/formats/index.ts';
import { hex } from '../../../devices/beacons/hex.ts';
import { dbm } from '../../../shared/units.ts';
import { iBeacon } from '../../support/station.ts';

const script = readFileSync(new URL('../../../docs/gateways/shelly-raw.js', import.meta.url), 'utf8');

/**
 * A Shelly as its script sees it: the objects and calls of the Gen2 scripting API that the script uses, advertising data as a binary string.
 * `start`: what it says to a wish for a scan; null is a refusal, as firmware before 1.5 gives while a scan is running.
 */
function shelly(start: (options: Record<string, unknown>) => Record<string, unknown> | null = (options) => options) {
  const published: { topic: string; message: string; qos: number; retain: boolean }[] = [];
  const device = {
    connected: true,
    scan: (_event: number, _result: unknown) => {},
    flush: () => {},
    options: {} as Record<string, unknown>,
  };
  runInNewContext(script, {
    Shelly: { getDeviceInfo: () => ({ id: 'shellyplus1-a8032ab12345' }) },
    MQTT: {
      isConnected: () => device.connected,
      publish: (topic: string, message: string, qos: number, retain: boolean) => published.push({ topic, message, qos, retain }),
    },
    BLE: {
      Scanner: {
        SCAN_START: 0,
        SCAN_STOP: 1,
        SCAN_RESULT: 2,
        INFINITE_SCAN: -1,
        Start: (options: Record<string, unknown>, callback: typeof device.scan) => {
          const given = start(options);
          if (given !== null) Object.assign(device, { options, scan: callback });
          return given;
        },
        Subscribe: (callback: typeof device.scan) => Object.assign(device, { scan: callback }),
      },
    },
    print: () => {},
    Timer: { set: (_ms: number, _repeat: boolean, callback: () => void) => Object.assign(device, { flush: callback }) },
  });
  const hear = (data: Uint8Array, rssi = -60) =>
    device.scan(2, { addr: 'c0:ff:ee:12:34:56', addr_type: 2, rssi, advData: String.fromCharCode(...data), scanRsp: '' });
  return { device, published, hear };
}

describe('the Shelly script', () => {
  it('sends packets that the station reads byte for byte, unretained', () => {
    const { device, published, hear } = shelly();
    hear(iBeacon(4), -61);
    hear(iBeacon(5), -62);
    device.flush();
    expect(published).toMatchObject([{ topic: 'prevenance/gateways/shellyplus1-a8032ab12345', qos: 0, retain: false }]);
    const parsed = formats['prevenance-raw']('', Buffer.from(published[0]?.message ?? ''));
    expect(parsed.kind === 'heard' && parsed.packets.map(({ address, rssi, data }) => [address, rssi, hex(data)])).toEqual([
      ['c0ffee123456', -61, hex(iBeacon(4))],
      ['c0ffee123456', -62, hex(iBeacon(5))],
    ]);
  });

  it('sends every format that names a beacon', () => {
    const { device, published, hear } = shelly();
    const measuredPower = dbm(-59);
    hear(encodeEddystoneUid({ namespace: '00'.repeat(10), instance: '00'.repeat(6), measuredPower }));
    hear(encodeEddystoneEid({ eid: '1f'.repeat(8), measuredPower }));
    hear(encodeAltBeacon({ company: 0x0118, id: '1f'.repeat(20), measuredPower }));
    device.flush();
    const parsed = formats['prevenance-raw']('', Buffer.from(published[0]?.message ?? ''));
    expect(parsed.kind === 'heard' && parsed.packets.map(({ data }) => decodeFrame(data)?.format)).toEqual([
      'eddystone-uid',
      'eddystone-eid',
      'altbeacon',
    ]);
  });

  it('listens with what the device allows, and to the scan of somebody else where it allows none', () => {
    expect(shelly().device.options).toMatchObject({ duration_ms: -1, active: false, window_ms: 100 });
    expect(shelly((options) => ('window_ms' in options ? null : options)).device.options).toEqual({
      duration_ms: -1,
      active: false,
    });
    const { device, published, hear } = shelly(() => null);
    hear(iBeacon(4));
    device.flush();
    expect(published).toHaveLength(1);
  });

  it('lets only beacons leave the device', () => {
    const { device, published, hear } = shelly();
    hear(Uint8Array.of(2, 1, 6, 5, 0xff, 0x4c, 0, 0x10, 1));
    device.scan(0, null);
    device.scan(2, { addr: 'c0:ff:ee:12:34:56', rssi: -50 });
    device.flush();
    expect(published).toEqual([]);
  });

  it('shows every ten seconds that it lives', () => {
    const { device, published } = shelly();
    for (let i = 0; i < 80; i++) device.flush();
    expect(published.map(({ message }) => message)).toEqual(['{"v":1,"packets":[]}', '{"v":1,"packets":[]}']);
  });

  it('keeps nothing while it is not connected, and never more than ten packets', () => {
    const { device, published, hear } = shelly();
    device.connected = false;
    hear(iBeacon(1));
    device.flush();
    device.connected = true;
    for (let i = 0; i < 30; i++) hear(iBeacon(i));
    device.flush();
    expect(published).toHaveLength(1);
    expect((JSON.parse(published[0]?.message ?? '{}') as { packets: unknown[] }).packets).toHaveLength(10);
  });
});
