import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input, WalkView } from '../../shared/contract/index.ts';
import { demoEid, iBeacon, TestStation, type Visitor } from '../support/station.ts';

/** A manager walks about with a beacon, corrects strengths, and draws the floor. */

let house: TestStation;
let manager: Visitor;
let zone: Input<'manager/zone-save'>;
beforeEach(async () => {
  house = await TestStation.start();
  manager = house.visitor();
  await manager.call('auth/manager-login', { password: 'demo-manager' });
  const [first] = (await manager.call('manager/zones', {})).items;
  if (first === undefined) throw new Error('the demo store has no zone');
  zone = first.value;
});
afterEach(() => house.remove());

const carried = () => iBeacon(4711);
const walk = async (): Promise<WalkView> => {
  const { walk } = await manager.look('manager');
  if (walk === null) throw new Error('no walk test is under way');
  return walk;
};
const begin = (at = 'kiosk-radio') => manager.call('manager/walk-begin', { zone: zone.id, at });
/** Holds the beacon against the kiosk until it is found. */
async function take(): Promise<void> {
  await begin();
  house.hear(carried, -40, 2_000);
  expect((await walk()).stage).toBe('walking');
}
/** Stands somewhere for twenty seconds. */
async function stand(place: 'inside' | 'outside', rssi: number | null, instead: string | null = null): Promise<void> {
  await manager.call('manager/walk-spot', { place, instead });
  if (rssi === null) house.clock.advance(20_000);
  else house.hear(carried, rssi, 20_000);
}

describe('a walk test', () => {
  test('finds the beacon that is held against the receiver, records spots, and proposes what then works', async () => {
    await begin();
    expect(await walk()).toMatchObject({ zone: zone.id, stage: 'finding', finding: 'listening', spots: [] });
    // Others are about, but nobody holds them against anything.
    for (let i = 0; i < 10; i += 1) {
      house.air.send(iBeacon(1), -70);
      house.air.send(iBeacon(2), -75);
      house.hear(carried, -40, 200);
    }
    expect(await walk()).toMatchObject({ stage: 'walking', finding: null, heard: [{ receiver: 'kiosk-radio', dbm: -40 }] });

    await manager.call('manager/walk-spot', { place: 'inside', instead: null });
    house.hear(carried, -55, 7_000);
    house.air.send(iBeacon(1), -90);
    expect((await walk()).spots).toMatchObject([{ place: 'inside', number: 1, remainingMs: 13_000, packets: 35, trouble: null }]);
    await expect(manager.call('manager/walk-spot', { place: 'inside', instead: null })).rejects.toMatchObject({
      body: { code: 'spot-running' },
    });
    house.hear(carried, -55, 13_000);
    for (const rssi of [-58, -60]) await stand('inside', rssi);
    expect((await walk()).proposal).toEqual({ kind: 'more', missing: 'outside' });
    for (const rssi of [-80, -83, -86]) await stand('outside', rssi);

    const { proposal, histograms, spots } = await walk();
    expect(spots.map((s) => `${s.place} ${s.number} ${s.medians[0]?.dbm}`)).toEqual([
      'inside 1 -55',
      'inside 2 -58',
      'inside 3 -60',
      'outside 1 -80',
      'outside 2 -83',
      'outside 3 -86',
    ]);
    expect(histograms[0]?.bins.reduce((sum, bin) => sum + bin.inside + bin.outside, 0)).toBe(600);
    if (proposal.kind !== 'boundary') throw new Error(`no boundary but ${proposal.kind}`);
    expect(proposal.settings.near).toBeGreaterThan(-80);
    expect(proposal.settings.near).toBeLessThanOrEqual(-60);
    expect(proposal.expected).toMatchObject({ greeted: { share: 0 }, noticed: { share: 1 }, insideSpots: 3, outsideSpots: 3 });

    const { near, far, enterDwell, exitDwell } = proposal.settings;
    await manager.call('manager/zone-save', {
      ...zone,
      nearDbm: near,
      farDbm: far,
      enterDwellMs: enterDwell,
      exitDwellMs: exitDwell,
    });
    await manager.call('manager/walk-end', {});
    expect((await manager.look('manager')).walk).toBeNull();
  });

  test('a page that is reloaded finds it again, and another page too; silence ends it', async () => {
    await take();
    await stand('inside', -55);
    const other = house.visitor();
    await other.call('auth/manager-login', { password: 'demo-manager' });
    expect((await other.look('manager')).walk?.spots).toHaveLength(1);
    house.clock.advance(14 * 60_000);
    expect((await walk()).spots).toHaveLength(1);
    house.clock.advance(60_000);
    expect((await manager.look('manager')).walk).toBeNull();
    await expect(manager.call('manager/walk-spot', { place: 'inside', instead: null })).rejects.toMatchObject({
      body: { code: 'no-walk' },
    });
  });

  test('a spot can be taken out, put back and done again', async () => {
    await take();
    await stand('inside', -55);
    await stand('inside', -90);
    const [, bad] = (await walk()).spots;
    await manager.call('manager/walk-keep', { id: bad!.id, keep: false });
    expect((await walk()).spots).toHaveLength(1);
    await manager.call('manager/walk-keep', { id: bad!.id, keep: true });
    expect((await walk()).spots).toHaveLength(2);
    await stand('inside', -56, bad!.id);
    expect((await walk()).spots.map((spot) => spot.medians[0]?.dbm)).toEqual([-55, -56]);
  });

  test('nothing held against the receiver is found in time, and another try begins anew', async () => {
    await begin();
    house.hear(carried, -75, 31_000);
    expect(await walk()).toMatchObject({ stage: 'finding', finding: 'found-none' });
    await take();
  });

  test('two beacons held side by side are told, and neither is taken', async () => {
    await begin();
    for (let i = 0; i < 10; i += 1) {
      house.air.send(iBeacon(1), -41);
      house.hear(carried, -40, 200);
    }
    expect(await walk()).toMatchObject({ stage: 'finding', finding: 'several' });
  });

  test('silence counts as far only after the beacon was heard again', async () => {
    await take();
    await stand('inside', -55);
    await stand('outside', null);
    expect(await walk()).toMatchObject({ spots: [{}, { trouble: 'silent' }], proposal: { kind: 'more', missing: 'outside' } });
    house.hear(carried, -55, 1_000);
    expect(await walk()).toMatchObject({ spots: [{}, { trouble: 'out-of-reach' }], proposal: { kind: 'boundary' } });
  });

  test('inside weaker than outside is called what it is', async () => {
    await take();
    for (const rssi of [-85, -82]) await stand('inside', rssi);
    for (const rssi of [-55, -58]) await stand('outside', rssi);
    expect((await walk()).proposal).toEqual({ kind: 'swapped' });
  });

  test('several receivers: each has its own figures, and one that hears nothing is seen', async () => {
    await manager.call('manager/zone-save', { ...zone, receivers: ['kiosk-radio', 'shelf', 'broken'] });
    await take();
    await manager.call('manager/walk-spot', { place: 'inside', instead: null });
    for (let i = 0; i < 100; i += 1) {
      house.air.send(carried(), -50, 'shelf');
      house.air.send(carried(), -30, 'not-of-this-zone');
      house.hear(carried, -70, 200);
    }
    const { heard, histograms, spots } = await walk();
    expect(spots[0]).toMatchObject({ packets: 200 });
    expect(spots[0]?.medians.map(({ receiver, dbm }) => `${receiver} ${dbm}`)).toEqual(['kiosk-radio -70', 'shelf -50']);
    expect(histograms.map(({ receiver, bins }) => `${receiver} ${bins.length}`)).toEqual([
      'kiosk-radio 1',
      'shelf 1',
      'broken 0',
    ]);
    expect(heard.find(({ receiver }) => receiver === 'broken')).toMatchObject({ dbm: null, ageMs: null });
  });

  test('a zone that is deleted takes its walk along', async () => {
    await take();
    await manager.call('manager/zone-delete', { id: zone.id });
    house.clock.advance(1_000);
    expect((await manager.look('manager')).walk).toBeNull();
  });

  test('line 1: no page, file or log ever learns which beacon was carried, or who else was near', async () => {
    await take();
    await stand('inside', -55);
    await stand('outside', -85);
    const page = JSON.stringify(await manager.look('manager'));
    await manager.call('manager/walk-end', {});
    const uuid = 'f7826da6-4fa2-4e98-8024-bc5b71e0893e';
    const told = (text: string) => [uuid, '4711', 'ibeacon', '4c1122334455'].filter((secret) => text.includes(secret));
    expect(told(page)).toEqual([]);
    for (const name of readdirSync(house.folder)) {
      const text = readFileSync(join(house.folder, name), 'latin1');
      expect(text.includes(uuid) || text.includes('4c1122334455')).toBe(false);
    }
  });
});

describe('corrections', () => {
  const inside = async () => (await manager.look('manager')).zones.find(({ id }) => id === zone.id)?.strongestDbm;

  test('a receiver’s offset and a model’s power reach the zones, and are in force after a restart', async () => {
    const key = createHash('sha256').update('prevenance demo beacon camille').digest().subarray(0, 16);
    const camille = () => demoEid(key, house.clock);
    house.hear(camille, -80, 400);
    expect(await inside()).toBe(-80);
    await manager.call('manager/offset-save', { receiver: 'kiosk-radio', offsetDb: 5 });
    house.clock.advance(4_000);
    house.hear(camille, -80, 400);
    expect(await inside()).toBe(-75);
    await manager.call('manager/model-save', { id: 'fob', name: 'Porte-clés', match: 'eid:', measuredPowerDbm: -65 });
    await house.halt();
    await house.boot();
    manager = house.visitor();
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    house.hear(camille, -80, 400);
    expect(await inside()).toBe(-69);
    await manager.call('manager/model-delete', { id: 'fob' });
    house.clock.advance(4_000);
    house.hear(camille, -80, 400);
    expect(await inside()).toBe(-75);
    expect(await manager.call('manager/corrections', {})).toMatchObject({
      offsets: [{ value: { receiver: 'kiosk-radio', offsetDb: 5 }, changed: { by: 'manager' } }],
      models: [],
    });
  });

  test.each([
    ['an offset out of bounds', 'manager/offset-save', { receiver: 'kiosk-radio', offsetDb: 21 }],
    [
      'a model that is one beacon',
      'manager/model-save',
      { id: 'm', name: 'M', match: 'ibeacon:f7826da6-4fa2-4e98-8024-bc5b71e0893e:7:4711', measuredPowerDbm: -59 },
    ],
    ['a power that is none', 'manager/model-save', { id: 'm', name: 'M', match: 'eid:', measuredPowerDbm: 4 }],
  ] as const)('%s is refused', async (_name, route, input) => {
    await expect(manager.call(route, input as never)).rejects.toMatchObject({ status: 422 });
  });
});

describe('the floor plan', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const plan = (): Input<'manager/plan-save'>['plan'] => ({
    width: 20,
    height: 12,
    places: [
      { kind: 'kiosk', id: 'kiosk', x: 3, y: 4, radius: null },
      { kind: 'zone', id: zone.id, x: 3, y: 5.5, radius: 2 },
    ],
    shelves: [{ id: 'front', aisle: '1', x: 6, y: 2, width: 1, depth: 5 }],
    facing: 'right',
  });

  test('is kept with its picture, and shows an employee where a call comes from', async () => {
    await manager.call('manager/plan-delete', {});
    expect(await manager.call('manager/plan', {})).toEqual({ plan: null, revision: null, picture: null, changed: null });
    await manager.call('manager/plan-save', { plan: plan(), from: null });
    await manager.call('manager/plan-picture-save', new Uint8Array(png));
    expect(await manager.call('manager/plan', {})).toMatchObject({
      plan: plan(),
      picture: { type: 'image/png', base64: png.toString('base64') },
      changed: { by: 'manager' },
    });
    const lea = house.visitor();
    await lea.call('auth/employee-login', { code: 'LEA', pin: '1234' });
    expect((await lea.call('staff/floor-plan', { place: zone.name })).floor).toEqual({
      width: 20,
      height: 12,
      picture: { type: 'image/png', base64: png.toString('base64') },
      shelves: [{ id: 'front', aisle: '1', x: 6, y: 2, width: 1, depth: 5 }],
      kiosk: { x: 3, y: 4 },
      zone: { x: 3, y: 5.5, radius: 2 },
    });
    expect((await lea.call('staff/floor-plan', { place: 'Elsewhere' })).floor?.zone).toBeNull();
    await manager.call('manager/plan-delete', {});
    expect((await lea.call('staff/floor-plan', { place: zone.name })).floor).toBeNull();
  });

  test.each([
    ['something outside the floor', { places: [{ kind: 'kiosk', id: 'kiosk', x: 21, y: 4, radius: null }] }],
    ['a thing that stands twice', { places: [0, 1].map((x) => ({ kind: 'kiosk', id: 'kiosk', x, y: 4, radius: null })) }],
    ['a floor without size', { width: 0 }],
    ['a shelf that sticks out', { shelves: [{ id: 'out', aisle: '1', x: 19, y: 2, width: 2, depth: 1 }] }],
  ])('with %s is refused', async (_name, part) => {
    await expect(manager.call('manager/plan-save', { plan: { ...plan(), ...part }, from: null } as never)).rejects.toMatchObject({
      status: 422,
    });
  });

  test('of two managers who change it at once, the second is told and overwrites nothing', async () => {
    await manager.call('manager/plan-delete', {});
    const first = await manager.call('manager/plan-save', { plan: plan(), from: null });
    expect(first.changed).toEqual((await manager.call('manager/plan', {})).changed);
    await manager.call('manager/plan-save', { plan: { ...plan(), width: 25 }, from: first.revision });
    const late = { ...plan(), height: 15 };
    for (const from of [first.revision, null, 'no revision']) {
      await expect(manager.call('manager/plan-save', { plan: late, from })).rejects.toMatchObject({
        status: 409,
        body: { code: 'changed-meanwhile' },
      });
    }
    const kept = await manager.call('manager/plan', {});
    expect(kept.plan).toEqual({ ...plan(), width: 25 });
    await manager.call('manager/plan-save', { plan: late, from: kept.revision });
    await manager.call('manager/plan-delete', {});
    await expect(manager.call('manager/plan-save', { plan: plan(), from: kept.revision })).rejects.toMatchObject({ status: 409 });
    expect((await manager.call('manager/plan', {})).plan).toBeNull();
  });

  test('a file that is no picture is refused, and the old picture stays', async () => {
    await manager.call('manager/plan-picture-save', new Uint8Array(png));
    const html = new TextEncoder().encode('<script>alert(1)</script>');
    await expect(manager.call('manager/plan-picture-save', html)).rejects.toMatchObject({ body: { code: 'unknown-picture' } });
    expect((await manager.call('manager/plan', {})).picture?.base64).toBe(png.toString('base64'));
  });
});
