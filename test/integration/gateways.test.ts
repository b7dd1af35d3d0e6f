import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from '@msgpack/msgpack';
import type { MqttClient } from 'mqtt';
import { afterEach, describe, expect, test } from 'vitest';
import type { Advertisement } from '../../devices/beacons/advertisement.ts';
import { MqttGateways } from '../../devices/beacons/gateways/mqtt-gateways.ts';
import type { FilteredReading } from '../../devices/beacons/gateways/parsed.ts';
import type { GatewayStatus } from '../../devices/beacons/gateways/status.ts';
import { hex } from '../../devices/beacons/hex.ts';
import { systemClock } from '../../electron/clock.ts';
import { type ConfigInput, loadConfig } from '../../electron/config.ts';
import type { Page } from '../../electron/server/pages.ts';
import { startStation } from '../../electron/station.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Snapshot } from '../../shared/contract/index.ts';
import { type BrokerOptions, brokerIsThere, TestBroker } from '../support/broker.ts';
import { HurriedClock } from '../support/hurried-clock.ts';
import { demoEid, iBeacon, Visitor } from '../support/station.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

/** Everything here goes through a real broker. */

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

const until = async (what: string, condition: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> => {
  for (const end = Date.now() + ms; !(await condition()); await new Promise((next) => setTimeout(next, 20)))
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
};

async function brokerWith(options: BrokerOptions = {}): Promise<TestBroker> {
  const broker = await TestBroker.start(options);
  undo.push(() => broker.remove());
  return broker;
}

async function publisherAt(broker: TestBroker, ...options: Parameters<TestBroker['publisher']>): Promise<MqttClient> {
  const client = await broker.publisher(...options);
  client.on('error', () => {});
  undo.push(() => client.endAsync(true));
  return client;
}

/** Gateways on a broker, and all they said. */
async function listen(
  broker: { url: string; username?: string; password?: string; ca?: Buffer },
  clock: Clock,
  protocolVersion: 4 | 5 = 4,
) {
  const gateways = new MqttGateways({
    brokers: [
      {
        ...broker,
        protocolVersion,
        receivers: [
          { id: 'till', format: 'aprilbrother-v4', topic: 'shop/till', atKiosk: false },
          {
            id: 'door',
            format: 'espresense',
            topic: 'espresense/devices/+/door',
            aliveTopic: 'espresense/rooms/door/telemetry',
            atKiosk: false,
          },
        ],
      },
    ],
    clock,
    jitter: () => 0,
  });
  const packets: Advertisement[] = [];
  const readings: FilteredReading[] = [];
  const changes: GatewayStatus[] = [];
  const begin = () =>
    gateways.start({
      advertisement: (advertisement) => packets.push(advertisement),
      reading: (reading) => readings.push(reading),
      changed: (status) => changes.push(status),
    });
  await begin();
  undo.push(() => gateways.stop());
  const of = (id: string) => gateways.statuses().find((status) => status.id === id) as GatewayStatus;
  return {
    gateways,
    begin,
    packets,
    readings,
    changes,
    of,
    connected: () => until('connected', () => of('till').reason === null),
  };
}

const april = (data: Uint8Array, rssi: number): Buffer => {
  const device = Uint8Array.from([3, 0x4c, 0x11, 0x22, 0x33, 0x44, 0x55, rssi + 256, ...data]);
  return Buffer.from(encode({ v: '1.5.3', mid: 1, time: 60, ip: '192.168.1.9', mac: '123B6A1A64CF', devices: [device] }));
};

describe.skipIf(!brokerIsThere())('gateways on a real broker', () => {
  test('packets and readings arrive under the gateway’s configured name, at the time of their arrival', async () => {
    const broker = await brokerWith();
    const clock = new VirtualClock();
    const { packets, readings, connected } = await listen({ url: broker.url }, clock);
    await connected();
    const gateway = await publisherAt(broker);
    await gateway.publishAsync('shop/till', april(iBeacon(4), -61));
    const id = 'iBeacon:f7826da6-4fa2-4e98-8024-bc5b71e0893e-7-4';
    await gateway.publishAsync(`espresense/devices/${id}/door`, JSON.stringify({ id, rssi: -70.5, mac: 'aabbccddeeff' }));
    await until('heard', () => packets.length > 0 && readings.length > 0);
    expect(packets).toEqual([{ receiver: 'till', address: '4c1122334455', rssi: -61, data: iBeacon(4), at: clock.mono() }]);
    expect(readings).toMatchObject([{ receiver: 'door', rssi: -70.5, frame: { format: 'ibeacon', minor: 4 }, at: clock.mono() }]);
  });

  test.each([4, 5] as const)('retained messages make nobody present (MQTT version %i)', async (version) => {
    const broker = await brokerWith();
    const gateway = await publisherAt(broker, { protocolVersion: version });
    await gateway.publishAsync('shop/till', april(iBeacon(1), -50), { retain: true });
    const { packets, of, connected } = await listen({ url: broker.url }, systemClock, version);
    await connected();
    expect(of('till').state).toBe('never');
    await gateway.publishAsync('shop/till', april(iBeacon(2), -50), { retain: true });
    await until('the live one arrives', () => packets.length > 0);
    expect(packets.map((packet) => hex(packet.data))).toEqual([hex(iBeacon(2))]);
  });

  test('a broker that is killed and comes back is found again', async () => {
    const broker = await brokerWith();
    const { packets, of, connected, changes } = await listen({ url: broker.url }, systemClock);
    await connected();
    await broker.down();
    await until('away', () => of('till').reason === 'broker-away');
    await broker.up();
    await connected();
    const gateway = await publisherAt(broker);
    await gateway.publishAsync('shop/till', april(iBeacon(1), -50));
    await until('heard', () => packets.length === 1);
    const told = () => changes.filter((change) => change.id === 'till').map(({ state, reason }) => `${state}, ${reason}`);
    await until('told', () => told().length === 4);
    expect(told()).toEqual(['never, null', 'never, broker-away', 'never, null', 'heard, null']);
  });

  test('no broker at all is a status, and stopping is quick', async () => {
    const { of, gateways } = await listen({ url: 'mqtt://127.0.0.1:9' }, systemClock);
    await until('away', () => of('till').detail.includes('ECONNREFUSED'));
    expect(of('till')).toMatchObject({ state: 'never', reason: 'broker-away' });
    await gateways.stop();
    await gateways.stop();
  });

  test('a broker that takes the call and says nothing does not keep the station from stopping', async () => {
    const calls: Socket[] = [];
    const server = createServer((socket) => calls.push(socket.on('error', () => {})));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    undo.push(() => server.close());
    const { gateways, of } = await listen({ url: `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}` }, systemClock);
    await until('called', () => calls.length > 0);
    expect(of('till').reason).toBe('broker-away');
    const hungUp = new Promise((resolve) => calls[0]?.resume().once('close', resolve));
    await gateways.stop();
    await hungUp;
  });

  test('stopped gateways hear nothing, and hear again once started', async () => {
    const broker = await brokerWith();
    const { packets, begin, connected, gateways } = await listen({ url: broker.url }, systemClock);
    await connected();
    const gateway = await publisherAt(broker);
    await gateways.stop();
    await gateway.publishAsync('shop/till', april(iBeacon(1), -50));
    await begin();
    await connected();
    await gateway.publishAsync('shop/till', april(iBeacon(2), -50));
    await until('heard', () => packets.length > 0);
    expect(packets.map((packet) => hex(packet.data))).toEqual([hex(iBeacon(2))]);
  });

  test('a wrong password is said in words; the right one opens', async () => {
    const login = { name: 'prevenance', password: 'café–42' };
    const broker = await brokerWith({ login });
    const wrong = await listen({ url: broker.url, username: login.name, password: 'guess' }, systemClock);
    await until('refused', () => wrong.of('till').reason === 'wrong-password');
    expect(wrong.of('till').detail).toBe(`The broker ${broker.url} refuses the user name or the password.`);
    expect(JSON.stringify(wrong.changes)).not.toContain('guess');
    const right = await listen({ url: broker.url, username: login.name, password: login.password }, systemClock);
    await right.connected();
  });

  test('a topic the broker does not let us read is said in words', async () => {
    // Mosquitto grants every subscription and then stays silent; brokers that say no are played here, byte by byte.
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.on('data', (bytes) => {
        if (bytes[0] === 0x10) socket.write(Uint8Array.of(0x20, 2, 0, 0));
        if (bytes[0] === 0x82) socket.write(Uint8Array.of(0x90, 5, bytes[2] as number, bytes[3] as number, 0x80, 0, 0));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    undo.push(() => server.close());
    const { of } = await listen({ url: `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}` }, systemClock);
    await until('said', () => of('till').reason === 'topic-refused');
    expect(of('till').detail).toMatch(/does not let us listen to shop\/till\.$/);
    expect(of('door').reason).toBeNull();
  });

  test('TLS: the right authority connects, another one is not trusted', async () => {
    const broker = await brokerWith({ tls: true });
    const trusting = await listen({ url: broker.url, ca: readFileSync(broker.ca) }, systemClock);
    await trusting.connected();
    const wary = await listen({ url: broker.url }, systemClock);
    await until('refused', () => wary.of('till').reason === 'not-trusted');
  });

  test('hostile messages disturb nothing', async () => {
    const broker = await brokerWith();
    const { packets, readings, of, connected } = await listen({ url: broker.url }, systemClock);
    await connected();
    const gateway = await publisherAt(broker);
    const id = 'iBeacon:f7826da6-4fa2-4e98-8024-bc5b71e0893e-7-4';
    await gateway.publishAsync('shop/till', Buffer.alloc(65_537, 0x90));
    await gateway.publishAsync('shop/till', '{"devices":[]}');
    await gateway.publishAsync('shop/till', Buffer.alloc(0));
    await until('said', () => of('till').reason === 'not-readable');
    await gateway.publishAsync(`espresense/devices/${id}/window`, JSON.stringify({ id, rssi: -50 }));
    await gateway.publishAsync(`espresense/devices/${id}/x/door`, JSON.stringify({ id, rssi: -50 }));
    await gateway.publishAsync('espresense/devices/iBeacon:other/door', JSON.stringify({ id, rssi: -50 }));
    await gateway.publishAsync('shop/till', april(iBeacon(9), -50));
    await until('the honest one arrives', () => packets.length > 0);
    expect(packets).toHaveLength(1);
    expect(readings).toEqual([]);
    expect(of('till')).toMatchObject({ state: 'heard', reason: null });
  });

  test('a silent gateway is silent within 30 s; its sign of life counts as life', async () => {
    const broker = await brokerWith();
    const clock = new VirtualClock();
    const { packets, changes, of, connected } = await listen({ url: broker.url }, clock);
    await connected();
    const gateway = await publisherAt(broker);
    await gateway.publishAsync('shop/till', april(iBeacon(1), -50));
    await until('heard', () => packets.length > 0);
    clock.advance(20_000);
    expect(of('till').state).toBe('heard');
    await gateway.publishAsync('espresense/rooms/door/telemetry', '{"uptime":1}');
    await until('alive', () => of('door').state === 'heard');
    clock.advance(9_000);
    expect(changes.at(-1)).toMatchObject({ id: 'till', state: 'silent', reason: null });
    expect(of('door').state).toBe('heard');
  });
});

describe.skipIf(!brokerIsThere())('a station with gateways', () => {
  const key = createHash('sha256').update('prevenance demo beacon camille').digest().subarray(0, 16);
  const zone = {
    id: 'entrance-kiosk',
    name: 'Till',
    purpose: 'greet' as const,
    receivers: ['till'],
    nearDbm: -70,
    farDbm: -76,
    enterDwellMs: 500,
    exitDwellMs: 2_000,
  };

  async function stationAt(gateways: NonNullable<ConfigInput['gateways']>, clock: Clock = systemClock) {
    const data = mkdtempSync(join(tmpdir(), 'prevenance-gateway-'));
    undo.push(() => rmSync(data, { recursive: true, force: true }));
    const file = join(data, 'config.json');
    writeFileSync(file, JSON.stringify({ gateways }));
    const config = loadConfig(file, { data, port: 0, demo: true, headless: true, radio: 'none' });
    const station = await startStation(config, { clock, pages: new Map<string, Page>() });
    undo.push(() => station.stop());
    const manager = new Visitor(station.origin);
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    return { kiosk: new Visitor(station.origin), manager };
  }

  test('the customer walks up through a gateway, over TLS with a password, is greeted, and leaves', async () => {
    const login = { name: 'station', password: 'sésame' };
    const broker = await brokerWith({ login, tls: true });
    const passwordFile = join(broker.folder, 'station-password');
    writeFileSync(passwordFile, `${login.password}\n`);
    const receivers = [{ id: 'till', format: 'aprilbrother-v4' as const, topic: 'shop/till' }];
    const { kiosk, manager } = await stationAt([
      { broker: broker.url, username: login.name, passwordFile, ca: broker.ca, receivers },
    ]);
    const till = async () => (await manager.look('manager')).receivers.find((receiver) => receiver.id === 'till');
    await until('listed', async () => (await till())?.reason === null);
    expect(await till()).toMatchObject({ kind: 'gateway', state: 'never' });
    await manager.call('manager/zone-save', zone as never);

    const gateway = await publisherAt(broker, { username: login.name, password: login.password, ca: readFileSync(broker.ca) });
    const walking = setInterval(() => void gateway.publish('shop/till', april(demoEid(key, systemClock), -55)), 150);
    undo.push(() => clearInterval(walking));
    await until('greeted', async () => (await kiosk.look('kiosk')).visit?.greeting.kind === 'personal');
    expect((await kiosk.look('kiosk')).visit?.greeting).toMatchObject({ kind: 'personal', name: 'Camille' });
    expect(await till()).toMatchObject({ kind: 'gateway', state: 'heard', reason: null });
    clearInterval(walking);
    await until('left', async () => (await manager.look('manager')).zones.every((seen) => seen.inside === 0));
  });

  test('a gateway that falls silent is silent on the manager’s page within 30 s, and heard again with its next message', async () => {
    const broker = await brokerWith();
    const clock = new HurriedClock();
    undo.push(() => clock.stop());
    const receivers = [{ id: 'till', format: 'prevenance-raw' as const, topic: 'raw/till' }];
    const { manager } = await stationAt([{ broker: broker.url, receivers }], clock);
    const { text } = await manager.follow('manager');
    const till = () => {
      const last = text()
        .match(/(?<=event: snapshot\ndata: ).*(?=\n)/g)
        ?.at(-1);
      return last === undefined ? undefined : (JSON.parse(last) as Snapshot<'manager'>).receivers.find(({ id }) => id === 'till');
    };
    await until('connected', () => till()?.reason === null);
    const gateway = await publisherAt(broker);
    await gateway.publishAsync('raw/till', '{"v":1,"packets":[]}');
    await until('heard', () => till()?.state === 'heard');
    clock.hurry(20_000);
    await until('told', () => (till()?.lastHeardAgeMs ?? 0) >= 20_000);
    expect(till()?.state).toBe('heard');
    clock.hurry(7_000);
    await until('silent', () => till()?.state === 'silent');
    expect(till()?.lastHeardAgeMs).toBeLessThan(30_000);
    await gateway.publishAsync('raw/till', '{"v":1,"packets":[]}');
    await until('heard again', () => till()?.state === 'heard');
  });

  test('a customer’s retained message greets nobody', async () => {
    const broker = await brokerWith();
    const gateway = await publisherAt(broker);
    await gateway.publishAsync('shop/till', april(demoEid(key, systemClock), -50), { retain: true });
    const receivers = [{ id: 'till', format: 'aprilbrother-v4' as const, topic: 'shop/till' }];
    const { kiosk, manager } = await stationAt([{ broker: broker.url, receivers }]);
    await manager.call('manager/zone-save', { ...zone, enterDwellMs: 0 } as never);
    await until('connected', async () =>
      (await manager.look('manager')).receivers.some((r) => r.id === 'till' && r.reason === null),
    );
    await new Promise((next) => setTimeout(next, 500));
    expect((await kiosk.look('kiosk')).visit).toBeNull();
    expect((await manager.look('manager')).zones).toMatchObject([{ inside: 0 }]);
  });
});
