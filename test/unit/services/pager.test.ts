import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CallService } from '../../../electron/services/calls.ts';
import type { Context } from '../../../electron/services/context.ts';
import { backoff, Pager } from '../../../electron/services/pager.ts';
import { PagerChannels } from '../../../electron/services/pager-channels.ts';
import { Vault } from '../../../electron/services/vault.ts';
import { openDatabase } from '../../../electron/store/database.ts';
import { openStore } from '../../../electron/store/index.ts';
import type { Call } from '../../../shared/assistance/call.ts';
import type { CallLevel, PagerChannelSettings } from '../../../shared/contract/index.ts';
import { OperatorError } from '../../../shared/errors.ts';
import { brokerIsThere, TestBroker } from '../../support/broker.ts';
import { Receiver, until } from '../../support/receiver.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

/** The pager on a real database, with real receivers on loopback; only time is in the test's hands. */

const folder = () => mkdtempSync(join(tmpdir(), 'prevenance-pager-'));
const pepper = randomBytes(32);
let path: string;
const receivers: Receiver[] = [];
const undo: (() => unknown)[] = [];
beforeEach(() => {
  const made = folder();
  path = join(made, 'store.db');
  undo.push(() => rmSync(made, { recursive: true, force: true }));
});
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
  for (const receiver of receivers.splice(0)) await receiver.stop();
});

async function receiver(manner: Receiver['manner'] = 'take'): Promise<Receiver> {
  const started = await Receiver.start();
  started.manner = manner;
  receivers.push(started);
  return started;
}

const webhook = (id: string, url: string, secret: string | null = null): PagerChannelSettings => ({
  kind: 'webhook',
  id,
  name: id,
  active: true,
  url,
  secret,
  authority: '',
});

/** A station's pager. `clock` survives a restart; everything else is made anew on the same file, as by a new process. */
function house(clock = new VirtualClock()) {
  const db = openDatabase(path);
  const errors: unknown[] = [];
  const lines: string[] = [];
  const write = (context: object, message: string) => void lines.push(JSON.stringify({ ...context, message }));
  let n = 0;
  const context: Context = {
    clock,
    store: openStore(db),
    kioskId: 'k1',
    newId: () => `id-${++n}-${randomBytes(4).toString('hex')}`,
    changed: () => {},
    log: { info: write, warn: write },
  };
  const channels = new PagerChannels(context, new Vault(pepper), {
    keys: () => {
      throw new OperatorError('push-keys-unusable', 'push-keys.json cannot be read');
    },
    subscriptions: () => [],
    expired: () => {},
  });
  const calls = new CallService(context);
  const pager: Pager = new Pager(context, {
    calls,
    channels,
    place: () => 'Caisse 2',
    link: (id) => `http://127.0.0.1:7410/staff#${id}`,
    random: () => 0,
    report: (error) => errors.push(error),
  });
  calls.subscribe((call, effect) => pager.onCallEffect(call, effect));
  calls.start();
  pager.start();
  /** A call that a device has shown: its own ladder pages nobody, so that only the test does. */
  const raise = (visitId = 'v1'): Call => {
    const input = { visitId, reason: 'asked', language: 'fr', commandId: `c-${visitId}`, zoneId: null, topic: null } as const;
    const call = calls.raise(input, [], null, null);
    calls.command(call.id, { kind: 'receipt' });
    return call;
  };
  const page = (call: Call, level: CallLevel = 'available', epoch = call.epoch) =>
    pager.onCallEffect(call, { kind: 'page', level, epoch });
  const claim = (call: Call) =>
    calls.command(call.id, {
      kind: 'claim',
      employee: { id: 'lea', name: 'Léa' },
      commandId: `claim-${call.epoch}`,
      epoch: call.epoch,
    });
  const halt = async () => {
    calls.stop();
    channels.stop();
    await pager.stop();
    db.close();
  };
  /** As if the process had been killed: nothing is told to stop, its file is simply opened by another. */
  const kill = () => db.close();
  const standing = (id: string) => channels.live().find((live) => live.id === id)?.standing;
  return { calls, channels, claim, clock, context, db, errors, halt, kill, lines, page, pager, raise, standing };
}
/** Lets time pass until something is so: requests are real, waits are not. */
async function passing(clock: VirtualClock, what: string, holds: () => boolean): Promise<void> {
  await until(what, () => {
    if (!holds()) clock.advance(250);
    return holds();
  });
}
/** Long enough for a request to arrive on loopback, if one were sent. */
const quiet = () => new Promise((next) => setTimeout(next, 150));

test('the first channel in the manager’s order takes the page, once for each call, epoch and level', async () => {
  const [first, second] = [await receiver(), await receiver()];
  const { channels, page, raise, standing, halt } = house();
  undo.push(halt);
  channels.save(webhook('second', second.url));
  channels.save(webhook('first', first.url));
  channels.order(['first', 'second']);
  const call = raise();
  page(call);
  page(call);
  await until('a page', () => standing('first')?.lastSentAt != null);
  page(call);
  await quiet();
  expect(first.received).toHaveLength(1);
  page(call, 'on-duty');
  await until('the next level', () => first.received.length === 2);
  expect(second.received).toEqual([]);
});

test.each(['fail', 'reset', { status: 403 }, 'hang', 'drip'] as const)(
  'when the first channel answers with %j, the next one is used at once and the failure shows',
  async (manner) => {
    const [first, second] = [await receiver(manner), await receiver()];
    const { channels, clock, page, raise, standing, halt, lines } = house();
    undo.push(halt);
    channels.save(webhook('first', first.url, 'topsecret'));
    channels.save(webhook('second', second.url));
    page(raise());
    await until('the first is tried', () => first.received.length === 1);
    const before = clock.mono();
    await passing(clock, 'the second takes it', () => second.received.length === 1);
    expect(clock.mono() - before).toBeLessThanOrEqual(3_250);
    expect(standing('first')?.failingSince).not.toBeNull();
    expect(standing('first')?.trouble).not.toBeNull();
    expect(lines.join()).not.toContain('topsecret');
    expect(lines.join()).not.toContain('/hook');
  },
);

test('while no channel takes it, a page is tried again in growing intervals, and no more than six times', async () => {
  const only = await receiver('fail');
  const { channels, clock, page, raise, standing, halt } = house();
  undo.push(halt);
  channels.save(webhook('only', only.url));
  page(raise());
  await passing(clock, 'six attempts', () => only.received.length === 6);
  // The sixth answer is under way: time that passes before it is there would make a time-out of it.
  await quiet();
  for (let i = 0; i < 20; i++) {
    clock.advance(10_000);
    await new Promise((next) => setTimeout(next, 5));
  }
  expect(only.received).toHaveLength(6);
  expect(standing('only')).toMatchObject({ trouble: 'server-error', lastSentAt: null });
});

test('a channel that comes back takes the page and is working again', async () => {
  const only = await receiver('reset');
  const { channels, clock, page, raise, standing, halt } = house();
  undo.push(halt);
  channels.save(webhook('only', only.url));
  page(raise());
  await passing(clock, 'three attempts', () => only.received.length >= 3);
  only.manner = 'take';
  await passing(clock, 'it works', () => standing('only')?.failingSince === null);
  const [id] = new Set(only.received.map(({ headers }) => headers['idempotency-key']));
  // Every attempt names the same page, so that a receiver can tell a repeat.
  expect(only.received.every(({ headers }) => headers['idempotency-key'] === id)).toBe(true);
});

test('nothing pages after the call is claimed, in the middle of an attempt or between two', async () => {
  for (const manner of ['hang', 'fail'] as const) {
    const [first, second] = [await receiver(manner), await receiver('fail')];
    const { channels, claim, clock, page, raise, halt } = house();
    channels.save(webhook('first', first.url));
    channels.save(webhook('second', second.url));
    const call = raise(`v-${manner}`);
    page(call);
    await until('an attempt', () => first.received.length === 1);
    claim(call);
    await quiet();
    const sent = [first.received.length, second.received.length];
    page(call);
    for (let i = 0; i < 10; i++) {
      clock.advance(5_000);
      await new Promise((next) => setTimeout(next, 10));
    }
    expect([first.received.length, second.received.length]).toEqual(sent);
    await halt();
  }
});

test('killed in the middle of a page, the station pages again; what was sent is not sent again', async () => {
  const only = await receiver('hang');
  const before = house();
  before.channels.save(webhook('only', only.url, 'topsecret'));
  before.page(before.raise());
  await until('an attempt', () => only.received.length === 1);
  before.kill();
  only.manner = 'take';
  const after = house(before.clock);
  await until('the page', () => only.received.length === 2);
  expect(only.received[1]?.headers['idempotency-key']).toBe(only.received[0]?.headers['idempotency-key']);
  expect(only.received[1]?.headers['prevenance-signature']).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/);
  await until('noted', () => after.standing('only')?.lastSentAt != null);
  after.kill();
  const third = house(before.clock);
  undo.push(third.halt);
  await quiet();
  expect(only.received).toHaveLength(2);
});

test('without a channel nothing happens and nothing breaks', async () => {
  const { errors, page, raise, halt, context } = house();
  undo.push(halt);
  page(raise());
  await quiet();
  expect(errors).toEqual([]);
  expect(context.store.pages.unfinished()).toEqual([]);
});

test('push keys that cannot be read keep no other channel from being used', async () => {
  const second = await receiver();
  const { channels, page, raise, standing, halt } = house();
  undo.push(halt);
  channels.save({ kind: 'push', id: 'phones', name: 'phones', active: true, contact: 'it@store.example' });
  channels.save(webhook('second', second.url));
  page(raise());
  await until('the second takes it', () => second.received.length === 1);
  expect(standing('phones')?.trouble).toBe('secret-lost');
});

test('a full disk keeps nobody from being paged', async () => {
  const [first, second] = [await receiver('fail'), await receiver()];
  const { channels, page, raise, halt, context } = house();
  undo.push(halt);
  channels.save(webhook('first', first.url));
  channels.save(webhook('second', second.url));
  const call = raise();
  const full = () => {
    throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  };
  Object.assign(context.store.pages, { due: full, sent: full });
  Object.assign(context.store.pagerChannels, { setStanding: full });
  page(call);
  await until('the second takes it', () => second.received.length === 1);
});

describe('what the manager edits', () => {
  test('a secret is kept when left alone, removed when emptied, never told, and not readable in the file', async () => {
    const only = await receiver();
    const { channels, pager, halt, db } = house();
    const signed = async () => {
      await pager.test('hook');
      return only.received.at(-1)?.headers['prevenance-signature'] !== undefined;
    };
    channels.save(webhook('hook', only.url, 'topsecret'));
    expect(await signed()).toBe(true);
    expect(channels.items()).toMatchObject([{ value: { secret: null }, kept: true }]);
    channels.save(webhook('hook', only.url, null));
    expect(await signed()).toBe(true);
    db.pragma('wal_checkpoint(TRUNCATE)');
    expect(readFileSync(path).toString('latin1')).not.toContain('topsecret');
    channels.save(webhook('hook', only.url, ''));
    expect(await signed()).toBe(false);
    expect(channels.items()).toMatchObject([{ kept: false }]);
    await halt();
  });

  test('a deletion is taken back with its secret and its place, for an hour', async () => {
    const only = await receiver();
    const { channels, clock, pager, halt } = house();
    undo.push(halt);
    channels.save(webhook('a', only.url, 'topsecret'));
    channels.save(webhook('b', only.url));
    channels.delete('a');
    expect(channels.inOrder().map(({ id }) => id)).toEqual(['b']);
    channels.restore('a');
    expect(channels.inOrder().map(({ id }) => id)).toEqual(['a', 'b']);
    await pager.test('a');
    expect(only.received[0]?.headers['prevenance-signature']).toBeDefined();
    channels.delete('a');
    clock.advance(3_600_001);
    expect(() => channels.restore('a')).toThrow(expect.objectContaining({ code: 'too-late' }));
  });

  test('a test tells the truth', async () => {
    const only = await receiver();
    const { channels, pager, halt } = house();
    undo.push(halt);
    channels.save(webhook('hook', only.url));
    expect(await pager.test('hook')).toEqual({ ok: true });
    expect(JSON.parse(only.received[0]?.body.toString() ?? '')).toMatchObject({ type: 'test' });
    only.manner = { status: 401 };
    expect(await pager.test('hook')).toMatchObject({ ok: false, trouble: 'refused' });
  });

  test('a secret sealed by another station is said to be lost', async () => {
    const only = await receiver();
    const { channels, context, pager, halt } = house();
    undo.push(halt);
    channels.save(webhook('hook', only.url, 'topsecret'));
    const stored = context.store.pagerChannels.get('hook');
    if (stored === undefined) throw new Error('not stored');
    context.store.pagerChannels.save({ ...stored, sealed: new Vault(randomBytes(32)).seal('other', 'hook') });
    expect(await pager.test('hook')).toMatchObject({ trouble: 'secret-lost' });
    expect(only.received).toEqual([]);
  });
});

describe.runIf(brokerIsThere())('a light', () => {
  const light = (url: string): PagerChannelSettings => ({
    kind: 'mqtt',
    id: 'light',
    name: 'light',
    active: true,
    url,
    username: '',
    secret: null,
    authority: '',
    topic: 'shop/light',
    payload: 'on',
    clearPayload: 'off',
  });
  async function lit() {
    const broker = await TestBroker.start();
    undo.push(() => broker.remove());
    const listener = await broker.publisher();
    undo.push(() => listener.endAsync(true));
    const heard: string[] = [];
    listener.on('message', (_topic, payload) => heard.push(String(payload)));
    await listener.subscribeAsync('shop/light', { qos: 1 });
    return { broker, heard };
  }

  test('goes on with a page and off when the call is claimed or closed', async () => {
    const { broker, heard } = await lit();
    const { calls, channels, claim, page, raise, halt } = house();
    undo.push(halt);
    channels.save(light(broker.url));
    const [one, two] = [raise('v1'), raise('v2')];
    page(one);
    await until('on', () => heard.join() === 'on');
    claim(one);
    await until('off', () => heard.join() === 'on,off');
    page(two);
    await until('on again', () => heard.join() === 'on,off,on');
    calls.command(two.id, { kind: 'cancel', commandId: 'x' });
    await until('off again', () => heard.join() === 'on,off,on,off');
  });

  test('stays on while another call needs it', async () => {
    const { broker, heard } = await lit();
    const { channels, claim, context, page, raise, halt } = house();
    undo.push(halt);
    channels.save(light(broker.url));
    const [one, two] = [raise('v1'), raise('v2')];
    page(one);
    page(two);
    await until('on twice', () => heard.length === 2);
    claim(one);
    await until('one is settled', () => context.store.pages.unfinished().length === 1);
    expect(heard).not.toContain('off');
    claim(two);
    await until('off', () => heard.at(-1) === 'off');
  });

  test('is switched off after a restart, when the call was claimed by the last moment of the old process', async () => {
    const { broker, heard } = await lit();
    const before = house();
    before.channels.save(light(broker.url));
    const call = before.raise();
    before.page(call);
    await until('on', () => before.context.store.pages.unfinished()[0]?.state === 'sent');
    // The claim is on disk; the process dies before it can tell the light.
    before.pager.onCallEffect = () => {};
    before.claim(call);
    before.kill();
    const after = house(before.clock);
    undo.push(after.halt);
    await until('off', () => heard.join() === 'on,off');
  });

  test('lit by a test goes off by itself', async () => {
    const { broker, heard } = await lit();
    const { channels, clock, pager, halt } = house();
    undo.push(halt);
    channels.save(light(broker.url));
    expect(await pager.test('light')).toEqual({ ok: true });
    await passing(clock, 'off', () => heard.join() === 'on,off');
  });
});

test('waits double and are spread over half their length', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (round, random) => {
        const full = 1000 * 2 ** (round - 1);
        expect(backoff(round, random)).toBeGreaterThan(full / 2 - 1);
        expect(backoff(round, random)).toBeLessThanOrEqual(full);
      },
    ),
  );
});
