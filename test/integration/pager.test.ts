import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Receiver, until } from '../support/receiver.ts';
import { TestStation, Visitor } from '../support/station.ts';

/** From the press on the kiosk to whatever rings when no staff page does, through a whole station. */

let house: TestStation;
let receiver: Receiver;
let manager: Visitor;
beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(() => receiver.stop());

const webhook = (url: string) =>
  ({ kind: 'webhook', id: 'hook', name: 'Headsets', active: true, url, secret: 'topsecret-1', authority: '' }) as const;
const press = (kiosk: Visitor) => kiosk.call('kiosk/call', { commandId: 'c1', reason: 'asked', language: 'en' });
const quiet = () => new Promise((next) => setTimeout(next, 200));

describe('a station', () => {
  beforeEach(async () => {
    house = await TestStation.start();
    manager = house.visitor();
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    await manager.call('manager/pager-save', webhook(receiver.url));
  });
  afterEach(() => house.remove());

  async function lea(): Promise<Visitor> {
    const employee = house.visitor();
    await employee.call('auth/employee-login', { code: 'lea', pin: '1234' });
    await employee.call('staff/duty', { onDuty: true });
    return employee;
  }

  test('a bot hands off and no agent is told: here, five seconds without a receipt ring something else', async () => {
    await press(house.visitor());
    house.clock.advance(4_900);
    await quiet();
    expect(receiver.received).toEqual([]);
    house.clock.advance(200);
    await until('the page', () => receiver.received.length === 1);
    const text = receiver.received[0]?.body.toString() ?? '';
    expect(JSON.parse(text)).toMatchObject({ type: 'call', place: 'Borne de l’entrée', reasons: ['asked'], waitedSeconds: 5 });
    await expect.poll(async () => (await manager.look('manager')).pager[0]?.standing.lastSentAt).not.toBeNull();
  });

  test('a page that received the call, seen or not, keeps the pager silent; one of an older epoch does not', async () => {
    const employee = await lea();
    const kiosk = house.visitor();
    const { call } = await press(kiosk);
    await employee.call('staff/delivered', { calls: [{ callId: call.id, epoch: 1 }] });
    // Received is not seen: the shopper is told no more than is true.
    expect((await kiosk.look('kiosk')).visit?.call?.progress).toBe('sent');
    house.clock.advance(10_000);
    await quiet();
    expect(receiver.received).toEqual([]);
    const command = { callId: call.id, epoch: 1 };
    await employee.call('staff/claim', { ...command, commandId: 's1' });
    await employee.call('staff/release', { ...command, commandId: 's2' });
    await employee.call('staff/delivered', { calls: [command] });
    house.clock.advance(5_100);
    await until('the page of the second epoch', () => receiver.received.length === 1);
    expect(JSON.parse(receiver.received[0]?.body.toString() ?? '')).toMatchObject({ epoch: 2 });
  });

  test('a failure shows on the manager page', async () => {
    receiver.manner = 'fail';
    await press(house.visitor());
    house.clock.advance(5_100);
    await expect
      .poll(async () => (await manager.look('manager')).pager[0]?.standing)
      .toMatchObject({ trouble: 'server-error', lastSentAt: null });
  });

  test('no secret leaves the station or stands readable in its folder, and its key is for its owner only', async () => {
    await manager.call('manager/pager-save', {
      kind: 'push',
      id: 'p',
      name: 'Phones',
      active: true,
      contact: 'it@store.example',
    });
    const employee = await lea();
    expect((await employee.call('staff/push-key', {})).publicKey).toHaveLength(87);
    const told = JSON.stringify([await manager.call('manager/pager', {}), await manager.look('manager')]);
    await press(house.visitor());
    house.clock.advance(5_100);
    await until('the page', () => receiver.received.length === 1);
    await house.halt();
    const files = readdirSync(house.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const disk = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1')).join('\n');
    for (const text of [told, disk, receiver.received[0]?.body.toString() ?? '']) expect(text).not.toContain('topsecret-1');
    expect(statSync(join(house.folder, 'push-keys.json')).mode & 0o777).toBe(0o600);
  });

  test('a page can make the station post to push services only', async () => {
    const employee = await lea();
    const on = (endpoint: string) =>
      employee.call('staff/push-on', { endpoint, p256dh: 'A'.repeat(87), auth: 'A'.repeat(22), language: 'fr' });
    for (const endpoint of [
      'https://192.168.1.1/x',
      'http://fcm.googleapis.com/x',
      'https://googleapis.com.evil.example/x',
      receiver.url,
    ])
      await expect(on(endpoint)).rejects.toMatchObject({ status: 422 });
    await on('https://fcm.googleapis.com/fcm/send/abc');
    expect((await manager.call('manager/pager', {})).pushPages).toBe(1);
    await employee.call('staff/push-off', { endpoint: 'https://fcm.googleapis.com/fcm/send/abc' });
    expect((await manager.call('manager/pager', {})).pushPages).toBe(0);
  });

  test('the staff stream beats every five seconds, numbers its snapshots, and gives one at once to a page that resumes', async () => {
    const employee = await lea();
    const stream = await employee.follow('staff');
    house.clock.advance(15_000);
    await until('three beats', () => (stream.text().match(/event: beat/g) ?? []).length === 3);
    const { call } = await press(house.visitor());
    await until('the call', () => stream.text().includes(call.id));
    const ids = [...stream.text().matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
    expect(ids.length).toBeGreaterThanOrEqual(2);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect((await employee.look('staff')).calls).toMatchObject([{ id: call.id }]);
  });
});

test('killed in the middle of a page, the station pages again when it is back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'prevenance-pager-kill-'));
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ data: join(folder, 'data'), port: 0, demo: true, radio: 'none' }));
  let child: ChildProcess | null = null;
  const boot = () =>
    new Promise<Visitor>((ready, failed) => {
      const headless = join(import.meta.dirname, '../../electron/headless.ts');
      child = fork(headless, ['--config', join(folder, 'config.json')], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      child.on('message', (message: { type: string; origin: string }) =>
        message.type === 'ready' ? ready(new Visitor(message.origin)) : failed(new Error(JSON.stringify(message))),
      );
    });
  const kill = () =>
    new Promise<void>((gone) => {
      child?.once('exit', () => gone());
      child?.kill('SIGKILL');
    });
  try {
    receiver.manner = 'hang';
    const first = await boot();
    await first.call('auth/manager-login', { password: 'demo-manager' });
    await first.call('manager/pager-save', webhook(receiver.url));
    const { call } = await press(first);
    await until('an attempt', () => receiver.received.length > 0);
    await kill();
    receiver.manner = 'take';
    const before = receiver.received.length;
    await boot();
    await until('the page', () => receiver.received.length > before);
    expect(JSON.parse(receiver.received.at(-1)?.body.toString() ?? '')).toMatchObject({ call: call.id, epoch: 1 });
  } finally {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
