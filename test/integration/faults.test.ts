import { mkdtempSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadConfig } from '../../electron/config.ts';
import { startStation } from '../../electron/station.ts';
import { ForkedStation } from '../support/forked-station.ts';
import { iBeacon, Refused, TestStation, Visitor } from '../support/station.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const managerOf = async (house: TestStation): Promise<Visitor> => {
  const manager = house.visitor();
  await manager.call('auth/manager-login', { password: 'demo-manager' });
  return manager;
};

describe('a running station', () => {
  let house: TestStation;
  beforeEach(async () => {
    house = await TestStation.start();
  });
  afterEach(() => house.remove());

  const second = (port: number, data: string) =>
    startStation(loadConfig(undefined, { data, port, headless: true }), { clock: new VirtualClock(), pages: new Map() });

  test('refuses a second one on the same data, naming its pid', async () => {
    await expect(second(0, house.folder)).rejects.toMatchObject({
      code: 'data-in-use',
      message: expect.stringContaining(String(process.pid)),
    });
    // The first one goes on.
    expect((await fetch(`${house.station.origin}/api/health`)).status).toBe(200);
  });

  test('refuses --demo on a real store', async () => {
    const real = await TestStation.start({ demo: false });
    await real.halt();
    const empty = await startStation(loadConfig(undefined, { data: real.folder, port: 0, headless: true }), {
      clock: new VirtualClock(),
      pages: new Map(),
    });
    const { setupCode, origin } = empty;
    expect(setupCode).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/);
    const manager = new Visitor(origin);
    await expect(manager.call('auth/setup', { code: 'AAAAA-AAAAA', password: 'a long password' })).rejects.toMatchObject({
      status: 401,
    });
    await manager.call('auth/setup', { code: (setupCode ?? '').replace('-', ' ').toLowerCase(), password: 'a long password' });
    await expect(manager.call('auth/setup', { code: setupCode ?? '', password: 'another password' })).rejects.toMatchObject({
      status: 409,
    });
    expect((await manager.call('auth/doors', {})).demo).toBeNull();
    await empty.stop();
    await expect(
      startStation(loadConfig(undefined, { data: real.folder, port: 0, demo: true }), {
        clock: new VirtualClock(),
        pages: new Map(),
      }),
    ).rejects.toMatchObject({ code: 'not-a-demo' });
    await real.remove();
  });

  test('answers hostile requests in words and stays up', async () => {
    const post = (body: string, headers: Record<string, string> = {}) =>
      fetch(`${house.station.origin}/api/kiosk/touch`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
    expect((await post('{')).status).toBe(400);
    expect((await post('[]')).status).toBe(422);
    expect((await post('{"language":"fr","extra":1}')).status).toBe(422);
    expect((await post(JSON.stringify({ language: 'x'.repeat(100_000) }))).status).toBe(413);
    expect((await post('language=fr', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post('{"language":"fr"}', { origin: 'http://evil.example' })).status).toBe(403);
    expect((await fetch(`${house.station.origin}/api/nothing`)).status).toBe(404);
    expect((await fetch(`${house.station.origin}/%2e%2e/package.json`)).status).toBe(404);
    expect((await fetch(`${house.station.origin}/api/health`)).status).toBe(200);
  });

  test('survives hostile bytes from the air', () => {
    for (let length = 0; length < 64; length += 1) {
      house.air.send(new Uint8Array(length).fill(0xff), -40);
      house.air.send(iBeacon(1).subarray(0, length), -40);
    }
    house.air.send(iBeacon(1), null);
    house.air.send(iBeacon(1), 127, 'no-such-receiver');
    house.clock.advance(10_000);
  });

  test('refuses absurd zones, naming the field', async () => {
    const manager = await managerOf(house);
    const zone = {
      id: 'z',
      name: 'Zone',
      purpose: 'greet' as const,
      receivers: ['kiosk-radio'],
      nearDbm: -70,
      farDbm: -76,
      enterDwellMs: 2_000,
      exitDwellMs: 8_000,
    };
    await manager.call('manager/zone-save', zone);
    for (const [change, field] of [
      [{ nearDbm: 0 }, 'nearDbm'],
      [{ farDbm: -60 }, 'farDbm'],
      [{ receivers: [] }, 'receivers'],
      [{ enterDwellMs: -1 }, 'enterDwellMs'],
      [{ enterDwellMs: 1e12 }, 'enterDwellMs'],
      [{ name: '' }, 'name'],
      [{ id: '../x' }, 'id'],
    ] as const) {
      const error = await manager.call('manager/zone-save', { ...zone, ...change } as never).catch((refused: unknown) => refused);
      expect(error).toBeInstanceOf(Refused);
      expect((error as Refused).body.issues[0]?.path).toBe(field);
    }
    expect((await manager.call('manager/zones', {})).items).toHaveLength(2);
  });

  test('keeps a call alive when the wall clock jumps back an hour', async () => {
    const kiosk = house.visitor();
    await kiosk.call('kiosk/call', { commandId: 'c', reason: 'asked', language: 'fr' });
    house.clock.jump(-3_600_000);
    house.clock.advance(121_000);
    const call = (await kiosk.look('kiosk')).visit?.call;
    expect(call?.progress).toBe('unanswered');
    expect(call?.waitedMs).toBe(121_000);
  });

  test('imports a file row by row and says what is wrong with which line', async () => {
    const manager = await managerOf(house);
    const csv =
      '\uFEFFcustomer;date;product;quantity\r\nCAM2LE;2026-11-20;baguette;1\r\nNOBODY;2026-11-20;milk;1\r\n;2026-13-01;milk;1\r\nNUR4XX;2026-11-20;milk;1\r\n;2026-11-20;milk;2\r\nCAM2LE;2026-11-20;nothing;1\r\n';
    const report = await manager.call('manager/import-purchases', new TextEncoder().encode(csv));
    expect(report).toMatchObject({ rows: 6, imported: 2, refused: 4, encoding: 'utf-8' });
    expect(report.errors.map((error) => [error.line, error.column])).toEqual([
      [3, 'customer'],
      [4, 'date'],
      [5, 'customer'],
      [7, 'product'],
    ]);
    await expect(manager.call('manager/import-purchases', new TextEncoder().encode(csv))).rejects.toMatchObject({
      body: { code: 'already-imported' },
    });
    const cheese = new Uint8Array([
      ...new TextEncoder().encode('id,name_fr,name_en,category,aisle,stock,price\nroquefort,B'),
      0xe9,
      ...new TextEncoder().encode('b,Cheese,cheese,3,4,4.20\n'),
    ]);
    expect(await manager.call('manager/import-products', cheese)).toMatchObject({ imported: 1, encoding: 'windows-1252' });
    expect((await manager.call('manager/products', {})).items.find((product) => product.id === 'roquefort')?.name.fr).toBe('Béb');
  });

  test('refuses a file of 100 MB without taking it in', async () => {
    const manager = await managerOf(house);
    const before = process.memoryUsage().rss;
    const error = await manager
      .call('manager/import-purchases', new Uint8Array(100_000_000))
      .catch((refused: unknown) => refused);
    // The station may close the connection while the rest is still being sent: either way it is refused.
    if (error instanceof Refused) expect(error.status).toBe(413);
    else expect(error).toBeInstanceOf(TypeError);
    expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
    expect((await fetch(`${house.station.origin}/api/health`)).status).toBe(200);
  });
});

test.each([
  // Linux answers every write to this device as a full disk does.
  ['no room for its card', 'data-unwritable', 'station.json', (path: string) => symlinkSync('/dev/full', path)],
  ['a pepper cut short', 'pepper-unusable', 'pepper', (path: string) => writeFileSync(path, 'short')],
] as const)('a data folder with %s is said in words, and is free again', async (_what, code, name, spoil) => {
  const folder = mkdtempSync(join(tmpdir(), 'prevenance-full-'));
  const config = loadConfig(undefined, { data: folder, port: 0, headless: true });
  const start = () => startStation(config, { clock: new VirtualClock(), pages: new Map() });
  spoil(join(folder, name));
  await expect(start()).rejects.toMatchObject({ code, message: expect.stringContaining(folder) });
  unlinkSync(join(folder, name));
  await (await start()).stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a port in use is said in words', async () => {
  const taken = createServer();
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
  const { port } = taken.address() as { port: number };
  const folder = mkdtempSync(join(tmpdir(), 'prevenance-port-'));
  const config = loadConfig(undefined, { data: folder, port, headless: true });
  await expect(startStation(config, { clock: new VirtualClock(), pages: new Map() })).rejects.toMatchObject({
    code: 'port-in-use',
  });
  // What was started before the port was asked for has been stopped again: the folder is free.
  const again = await startStation({ ...config, port: 0 }, { clock: new VirtualClock(), pages: new Map() });
  await again.stop();
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('configuration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prevenance-config-'));
  const file = (text: string) => {
    const path = join(folder, 'config.json');
    writeFileSync(path, text);
    return path;
  };
  test.each([
    ['{"prot": 80}', /"prot" is not a setting/],
    ['{"port": "80"}', /"port"/],
    ['{"port": 99999}', /"port"/],
    ['{"radio": "loud"}', /"radio"/],
    ['[]', /must be a JSON object/],
    ['{', /cannot be read as JSON/],
  ])('%s', (text, message) => {
    expect(() => loadConfig(file(text), {})).toThrow(message);
  });

  test('flags win over the file', () => {
    expect(loadConfig(file('{"port": 80, "data": "x"}'), { port: 81 })).toMatchObject({ port: 81, data: 'x', radio: 'auto' });
  });
});

describe('a station killed while a call is open', () => {
  let forked: ForkedStation;
  beforeEach(() => {
    forked = new ForkedStation();
  });
  afterEach(() => forked.remove());

  test('finds the call open again, and the kiosk knows it', async () => {
    const first = new Visitor(await forked.boot());
    await first.call('kiosk/search', { query: 'lait', category: null }).catch(() => {});
    const { call } = await first.call('kiosk/call', { commandId: 'c1', reason: 'complaint', language: 'en' });
    await forked.kill();

    const second = new Visitor(await forked.boot());
    const visit = (await second.look('kiosk')).visit;
    expect(visit?.call).toMatchObject({ id: call.id, reason: 'complaint' });
    expect(visit?.language).toBe('en');
    expect(visit?.selling).toBe(false);
    // The page repeats a command whose answer it never saw.
    expect((await second.call('kiosk/call', { commandId: 'c1', reason: 'complaint', language: 'en' })).call.id).toBe(call.id);

    const odile = second;
    await odile.call('auth/employee-login', { code: 'odile', pin: '3456' });
    const seen = (await odile.look('staff')).calls[0];
    expect(seen?.id).toBe(call.id);
    const command = { callId: call.id, epoch: seen?.epoch ?? 0 };
    expect((await odile.call('staff/claim', { ...command, commandId: 's1' })).result).toBe('claimed');
    await forked.kill();

    const third = new Visitor(await forked.boot());
    expect((await third.look('kiosk')).visit?.call).toMatchObject({ id: call.id, progress: 'coming', employee: 'Odile' });
    expect(readFileSync(join(forked.folder, 'station.log'), 'utf8')).not.toContain('lait');
  });
});
