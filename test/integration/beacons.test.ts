import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { computeEid } from '../../devices/beacons/eid.ts';
import { identityKeyAtBeacon, keyPairOf, newKeyPair } from '../../devices/beacons/eid-registration.ts';
import { encodeEddystoneEid } from '../../devices/beacons/encode.ts';
import { hex } from '../../devices/beacons/hex.ts';
import { openDatabase } from '../../electron/store/database.ts';
import { openStore } from '../../electron/store/index.ts';
import { currentText } from '../../shared/consent/texts.ts';
import type { Picture } from '../../shared/contract/index.ts';
import { dbm } from '../../shared/units.ts';
import { demoEid, iBeacon, TestStation, type Visitor } from '../support/station.ts';

/** Whose beacon is whose: shared, several, lost, on a telephone, registered by hand, with a clock that ran away. On raw bytes. */

let house: TestStation;
let kiosk: Visitor;
beforeEach(async () => {
  house = await TestStation.start();
  kiosk = house.visitor();
});
afterEach(() => house.remove());

const shown = (purpose: 'recognition') => {
  const text = currentText(purpose);
  return { version: text.version, language: 'en' as const, text: text.en };
};
const wish = (name: string, picture: Picture | null) => ({ recognition: shown('recognition'), history: null, name, picture });
const visit = async () => (await kiosk.look('kiosk')).visit;
const enrolment = async () => (await visit())?.enrolment;
const hears = (minor: number, rssi = -55, ms = 4_000) => house.hear(() => iBeacon(minor), rssi, ms);
const away = () => house.clock.advance(120_000);
const eidBytes = (eid: string) => encodeEddystoneEid({ eid, measuredPower: dbm(-59) });
const wallSeconds = () => Math.floor(house.clock.wall() / 1000);

async function joins(name: string, picture: Picture | null, minor: number): Promise<string> {
  await kiosk.call('kiosk/touch', { language: 'en' });
  await kiosk.call('kiosk/join', wish(name, picture));
  hears(minor, -45, 1_500);
  const done = await enrolment();
  if (done?.state !== 'done') throw new Error(`joining ended as ${done?.state}`);
  await kiosk.call('kiosk/end', {});
  away();
  return done.customerNumber;
}

async function opensAccount(picture: Picture, minor: number) {
  hears(minor);
  await kiosk.call('kiosk/touch', { language: 'en' });
  expect(await kiosk.call('kiosk/confirm-picture', { picture })).toEqual({ result: 'right' });
  return (await kiosk.call('kiosk/beacons', {})).beacons;
}

describe('whoever says they are done', () => {
  test('is not greeted again while their beacon is still there, though they have only just joined', async () => {
    await kiosk.call('kiosk/touch', { language: 'en' });
    await kiosk.call('kiosk/join', wish('Alma', 'moon'));
    hears(1, -45, 1_500);
    expect((await enrolment())?.state).toBe('done');
    await kiosk.call('kiosk/end', {});
    hears(1, -45, 4_000);
    expect(await visit()).toBeNull();
  });

  test('however late their last touch comes', async () => {
    await kiosk.call('kiosk/touch', { language: 'en' });
    const over = (await visit())?.id ?? '';
    await kiosk.call('kiosk/touch', { language: 'en', visit: over });
    await kiosk.call('kiosk/end', {});
    await kiosk.call('kiosk/touch', { language: 'en', visit: over });
    expect(await visit()).toBeNull();
  });

  test('nor when somebody has just joined with the beacon they share', async () => {
    await joins('Alma', 'moon', 1);
    const [beacon] = await opensAccount('moon', 1);
    await kiosk.call('kiosk/beacon-share', { handle: beacon?.handle ?? '' });
    await kiosk.call('kiosk/join', wish('Basile', 'boat'));
    await kiosk.call('kiosk/end', {});
    hears(1, -45, 4_000);
    expect(await visit()).toBeNull();
    away();
    hears(1);
    expect((await visit())?.greeting.kind).toBe('shared');
  });
});

describe('a couple with one beacon', () => {
  beforeEach(async () => {
    await joins('Alma', 'moon', 1);
    const [beacon] = await opensAccount('moon', 1);
    await kiosk.call('kiosk/beacon-share', { handle: beacon?.handle ?? '' });
    expect(await enrolment()).toEqual({ state: 'sharing' });
    await kiosk.call('kiosk/join', wish('Basile', 'moon'));
    expect(await enrolment()).toEqual({ state: 'picture-taken' });
    await kiosk.call('kiosk/join', wish('Basile', null));
    expect(await enrolment()).toEqual({ state: 'picture-needed' });
    await kiosk.call('kiosk/join', wish('Basile', 'boat'));
    expect(await enrolment()).toMatchObject({ state: 'done' });
    await kiosk.call('kiosk/end', {});
    away();
  });

  test('is greeted neutrally, with no account and no offer chosen for one of them, until a picture says who it is', async () => {
    hears(1);
    expect(await visit()).toMatchObject({ greeting: { kind: 'shared', confirm: true }, recognised: false, offer: null });
    await kiosk.call('kiosk/touch', { language: 'en' });
    await expect(kiosk.call('kiosk/account', {})).rejects.toMatchObject({ body: { code: 'not-recognised' } });
    expect(await kiosk.call('kiosk/confirm-picture', { picture: 'boat' })).toEqual({ result: 'right' });
    expect(await visit()).toMatchObject({ greeting: { kind: 'personal', name: 'Basile' }, recognised: true });
    expect((await kiosk.call('kiosk/account', {})).name).toBe('Basile');
  });

  test('has two tries together, after which even the right picture is not taken', async () => {
    hears(1);
    await kiosk.call('kiosk/touch', { language: 'en' });
    expect(await kiosk.call('kiosk/confirm-picture', { picture: 'sun' })).toEqual({ result: 'wrong' });
    expect(await kiosk.call('kiosk/confirm-picture', { picture: 'sun' })).toEqual({ result: 'closed' });
    expect(await kiosk.call('kiosk/confirm-picture', { picture: 'moon' })).toEqual({ result: 'closed' });
    expect(await visit()).toMatchObject({ greeting: { kind: 'shared', confirm: false } });
  });

  test('is one person again when the other leaves the programme, and stays so after a restart', async () => {
    hears(1);
    await kiosk.call('kiosk/touch', { language: 'en' });
    await kiosk.call('kiosk/confirm-picture', { picture: 'boat' });
    await kiosk.call('kiosk/withdraw', { purpose: 'recognition' });
    expect(await visit()).toMatchObject({ greeting: { kind: 'neutral' }, recognised: false });
    await kiosk.call('kiosk/end', {});
    await house.halt();
    await house.boot();
    kiosk = house.visitor();
    hears(1);
    expect(await visit()).toMatchObject({ greeting: { kind: 'personal', name: null, confirm: true } });
    await kiosk.call('kiosk/confirm-picture', { picture: 'moon' });
    expect(await visit()).toMatchObject({ greeting: { name: 'Alma' } });
  });
});

describe('one customer with several beacons', () => {
  test('adds one at the screen, is known by either, and removes one; the last stays', async () => {
    await joins('Alma', 'moon', 1);
    await opensAccount('moon', 1);
    await kiosk.call('kiosk/beacon-add', { with: 'beacon' });
    for (let i = 0; i < 8; i += 1) {
      house.air.send(iBeacon(1), -55);
      hears(2, -45, 200);
    }
    expect(await enrolment()).toEqual({ state: 'added' });
    await kiosk.call('kiosk/end', {});
    away();

    const beacons = await opensAccount('moon', 2);
    expect(beacons).toMatchObject([
      { strength: 'weak', sharers: 0, blocked: false },
      { strength: 'weak', sharers: 0, blocked: false },
    ]);
    await kiosk.call('kiosk/beacon-remove', { handle: beacons[0]?.handle ?? '' });
    await expect(kiosk.call('kiosk/beacon-remove', { handle: beacons[1]?.handle ?? '' })).rejects.toMatchObject({
      body: { code: 'last-beacon' },
    });
    await kiosk.call('kiosk/end', {});
    away();
    hears(1);
    expect(await visit()).toBeNull();
    const everything = readFileSync(join(house.folder, 'store.db')).toString('latin1');
    expect(everything).not.toContain(':7:1');
    const db = openDatabase(join(house.folder, 'store.db'));
    const ids = openStore(db)
      .beacons.list()
      .map(({ id }) => id.slice(-4));
    db.close();
    expect(ids).toContain(':7:2');
    expect(ids).not.toContain(':7:1');
  });

  test('needs the picture for all of it, and five are enough', async () => {
    await joins('Alma', 'moon', 1);
    hears(1);
    await kiosk.call('kiosk/touch', { language: 'en' });
    const confirmFirst = { status: 403, body: { code: 'confirm-first' } };
    await expect(kiosk.call('kiosk/beacons', {})).rejects.toMatchObject(confirmFirst);
    await expect(kiosk.call('kiosk/beacon-add', { with: 'phone' })).rejects.toMatchObject(confirmFirst);
    await expect(kiosk.call('kiosk/beacon-block', { handle: 'x', blocked: true })).rejects.toMatchObject(confirmFirst);
    await kiosk.call('kiosk/confirm-picture', { picture: 'moon' });
    await expect(kiosk.call('kiosk/beacon-block', { handle: 'x', blocked: true })).rejects.toMatchObject({ status: 404 });
    for (let minor = 2; minor <= 5; minor += 1) {
      await kiosk.call('kiosk/beacon-add', { with: 'beacon' });
      hears(minor, -45, 1_500);
      expect(await enrolment()).toEqual({ state: 'added' });
      house.hear(() => iBeacon(1), -55, 1_000);
    }
    await expect(kiosk.call('kiosk/beacon-add', { with: 'beacon' })).rejects.toMatchObject({
      body: { code: 'too-many-beacons' },
    });
  });
});

describe('a lost beacon', () => {
  test('recognises nobody at once, on disk and in memory, and does again when it is found', async () => {
    const number = await joins('Alma', 'moon', 1);
    const [beacon] = await opensAccount('moon', 1);
    await kiosk.call('kiosk/beacon-block', { handle: beacon?.handle ?? '', blocked: true });
    expect(await visit()).toMatchObject({ greeting: { kind: 'neutral' }, recognised: false });
    await kiosk.call('kiosk/end', {});
    hears(1, -55, 6_000);
    expect(await visit()).toBeNull();
    await house.halt();
    await house.boot();
    kiosk = house.visitor();
    hears(1, -55, 6_000);
    expect(await visit()).toBeNull();

    await kiosk.call('kiosk/touch', { language: 'en' });
    // Nobody else can join with it meanwhile.
    await kiosk.call('kiosk/join', wish('Thief', null));
    hears(1, -45, 2_000);
    expect(await enrolment()).toMatchObject({ state: 'listening' });
    await kiosk.call('kiosk/join-cancel', {});

    const help = (picture: Picture, typed = number) =>
      kiosk.call('kiosk/beacon-help', { number: typed, picture, act: 'unblock' });
    expect(await help('sun')).toEqual({ result: 'wrong' });
    expect(await help('moon', 'NO-BODY')).toEqual({ result: 'wrong' });
    expect(await help('moon', ` ${number.toLowerCase()} `)).toEqual({ result: 'done' });
    await kiosk.call('kiosk/end', {});
    hears(1);
    expect((await visit())?.greeting.kind).toBe('personal');
  });

  test('is blocked by number and picture with few tries, which say nothing about who there is', async () => {
    const number = await joins('Alma', 'moon', 1);
    await kiosk.call('kiosk/touch', { language: 'en' });
    const help = (typed: string, picture: Picture) => kiosk.call('kiosk/beacon-help', { number: typed, picture, act: 'block' });
    for (const typed of [number, 'GHOST1']) {
      for (const picture of ['sun', 'cat', 'boat'] as const) expect(await help(typed, picture)).toEqual({ result: 'wrong' });
      expect(await help(typed, 'moon')).toEqual({ result: 'closed' });
    }
    house.clock.advance(15 * 60_000);
    await kiosk.call('kiosk/touch', { language: 'en' });
    expect(await help(number, 'moon')).toEqual({ result: 'done' });
  });

  test('is blocked and unblocked by the manager, who learns nothing but how many there are', async () => {
    const manager = house.visitor();
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    expect(await manager.call('manager/beacons-block', { number: 'cam2le', blocked: true })).toEqual({ beacons: 1 });
    const camille = createHash('sha256').update('prevenance demo beacon camille').digest().subarray(0, 16);
    const walkUp = () => house.hear(() => demoEid(camille, house.clock), -55, 4_000);
    walkUp();
    expect(await visit()).toBeNull();
    await manager.call('manager/beacons-block', { number: 'CAM2LE', blocked: false });
    walkUp();
    expect(await visit()).toMatchObject({ greeting: { name: 'Camille' } });
    await expect(manager.call('manager/beacons-block', { number: 'NOBODY', blocked: true })).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe('a telephone as beacon', () => {
  const invitation = async () => {
    const view = await enrolment();
    if (view?.state !== 'phone') throw new Error(`not shown: ${view?.state}`);
    const [, key = '', exponent = '', clock = ''] = /^prevenance:eid\?v=1&k=([0-9a-f]{32})&e=(\d+)&t=(\d+)$/.exec(view.uri) ?? [];
    const since = wallSeconds();
    return {
      hexKey: key,
      sends: () => eidBytes(computeEid(Buffer.from(key, 'hex'), Number(exponent), Number(clock) + wallSeconds() - since)),
    };
  };

  test('is enrolled by the key on the screen, strong, and greeted by name from then on', async () => {
    await kiosk.call('kiosk/touch', { language: 'en' });
    await kiosk.call('kiosk/join', { ...wish('Alma', null), with: 'phone' });
    const phone = await invitation();
    house.clock.advance(20_000);
    await kiosk.call('kiosk/touch', { language: 'en' });
    house.hear(() => iBeacon(9), -45, 2_000);
    expect((await enrolment())?.state).toBe('phone');
    house.hear(phone.sends, -62, 2_000);
    expect((await enrolment())?.state).toBe('done');
    expect(JSON.stringify(await kiosk.look('kiosk'))).not.toContain(phone.hexKey);
    await kiosk.call('kiosk/end', {});
    house.clock.advance(3_600_000);
    house.hear(phone.sends, -55, 4_000);
    expect(await visit()).toMatchObject({ greeting: { kind: 'personal', name: 'Alma', confirm: false } });
    expect(await kiosk.call('kiosk/beacons', {})).toMatchObject({ beacons: [{ strength: 'strong' }] });
    expect(readFileSync(join(house.folder, 'station.log'), 'utf8')).not.toContain(phone.hexKey);
  });

  test('whose key nobody scanned is nobody, and the key is on no disk', async () => {
    await kiosk.call('kiosk/touch', { language: 'en' });
    await kiosk.call('kiosk/join', { ...wish('Alma', null), with: 'phone' });
    const phone = await invitation();
    await kiosk.call('kiosk/join-cancel', {});
    house.hear(phone.sends, -45, 4_000);
    expect(await enrolment()).toBeNull();
    await house.halt();
    const files = readdirSync(house.folder, { withFileTypes: true }).filter((entry) => entry.isFile());
    for (const { name } of files) {
      const bytes = readFileSync(join(house.folder, name));
      expect(bytes.includes(phone.hexKey)).toBe(false);
      expect(bytes.includes(Buffer.from(phone.hexKey, 'hex'))).toBe(false);
    }
  });
});

/** A route of this machine's own commands. */
const operator = async (name: string, input: object) => {
  const response = await fetch(`${house.station.origin}/api/operator/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-prevenance-kiosk': house.station.secret },
    body: JSON.stringify(input),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

describe('a rotating beacon registered by hand', () => {
  const beacon = newKeyPair();
  const started = 1_000_000;
  let identityKey: Uint8Array;
  let offset: number;
  const time = () => wallSeconds() + offset;
  const sends = (at = time()) => eidBytes(computeEid(identityKey, 10, at));

  beforeEach(async () => {
    const number = await joins('Alma', 'moon', 1);
    const { publicKey } = (await operator('beacon-key', {})).body;
    identityKey = identityKeyAtBeacon(beacon, Buffer.from(String(publicKey), 'hex'));
    offset = started - wallSeconds();
    const reading = {
      number,
      beaconKey: hex(beacon.publicKey),
      exponent: 10,
      clock: started,
      eid: computeEid(identityKey, 10, started),
      readAt: house.clock.wall(),
    };
    expect(await operator('beacon-register', { ...reading, beaconKey: hex(newKeyPair().publicKey) })).toMatchObject({
      status: 400,
    });
    expect(await operator('beacon-register', { ...reading, readAt: house.clock.wall() - 2 * 86_400_000 })).toMatchObject({
      status: 409,
    });
    expect(await operator('beacon-register', reading)).toEqual({ status: 200, body: { beacons: 2 } });
    expect(await operator('beacon-register', reading)).toMatchObject({ status: 409, body: { error: { code: 'known-beacon' } } });
    expect(keyPairOf(Uint8Array.from(readFileSync(join(house.folder, 'resolver.key')))).publicKey).toEqual(
      Uint8Array.from(Buffer.from(String(publicKey), 'hex')),
    );
  });

  /** The station is switched off meanwhile: running, it would look four times a second for months. */
  const days = async (count: number) => {
    await house.halt();
    house.clock.advance(count * 86_400_000);
    await house.boot();
    kiosk = house.visitor();
  };

  test('is greeted by name', async () => {
    house.hear(() => sends(), -55, 4_000);
    expect(await visit()).toMatchObject({ greeting: { name: 'Alma' } });
  });

  test('that ran ahead while it was away is found without being asked, and known after a restart', async () => {
    await days(150);
    const ran = 1_900;
    house.hear(() => sends(time() + ran), -55, 6_000);
    expect(await visit()).toMatchObject({ greeting: { name: 'Alma' } });
    await house.halt();
    await house.boot();
    kiosk = house.visitor();
    house.hear(() => sends(time() + ran), -55, 4_000);
    expect(await visit()).toMatchObject({ greeting: { name: 'Alma' } });
  });

  test.each([
    ['an hour', 3_600],
    ['a day', 86_400],
    ['a month', 30 * 86_400],
  ])('and recorded is refused when it is sent again %s later, however long its owner was away', async (_, late) => {
    await days(40);
    const old = () => sends(time() - late);
    house.hear(old, -45, 20_000);
    house.clock.advance(10_000);
    house.hear(old, -45, 20_000);
    expect(await visit()).toBeNull();
  });

  test('whose battery was flat for weeks is found for its owner, with number and picture, and for nobody else', async () => {
    await opensAccount('moon', 1);
    const number = (await kiosk.call('kiosk/account', {})).customerNumber;
    await kiosk.call('kiosk/end', {});
    await days(30);
    const lags = () => sends(time() - 20 * 86_400);
    await kiosk.call('kiosk/touch', { language: 'en' });
    expect(await kiosk.call('kiosk/beacon-help', { number, picture: 'sun', act: 'find' })).toEqual({ result: 'wrong' });
    expect(await enrolment()).toBeNull();
    expect(await kiosk.call('kiosk/beacon-help', { number, picture: 'moon', act: 'find' })).toEqual({ result: 'done' });
    house.hear(lags, -80, 4_000);
    expect((await enrolment())?.state).toBe('listening');
    house.hear(lags, -45, 6_000);
    expect(await enrolment()).toEqual({ state: 'found' });
    await kiosk.call('kiosk/end', {});
    away();
    house.hear(lags, -55, 4_000);
    expect(await visit()).toMatchObject({ greeting: { name: 'Alma' } });
  });
});
