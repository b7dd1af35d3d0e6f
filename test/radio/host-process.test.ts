import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { channelFd, MessageReader } from '../../devices/beacons/host/channel.ts';
import { unpack } from '../../devices/beacons/host/wire.ts';
import type { Scene } from './seam/scene.ts';

const entry = fileURLToPath(new URL('../../devices/beacons/host/main.ts', import.meta.url));
const preload = fileURLToPath(new URL('./seam/preload.ts', import.meta.url));

let folder: string;
let host: ChildProcess;
let said: { kind: string; packed?: Uint8Array }[];
let ended: number | string | null | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prevenance-host-'));
  said = [];
  ended = undefined;
});
afterEach(() => {
  host.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const pipe = () => host.stdio[channelFd] as Socket;

function start(scene: Scene): void {
  const file = join(folder, 'scene.json');
  writeFileSync(file, JSON.stringify(scene));
  const env = { ...process.env, SEAM_SCENE: file };
  host = spawn(process.execPath, ['--import', preload, entry], { env, stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
  const reader = new MessageReader((message) => said.push(message as (typeof said)[number]));
  pipe().on('data', (bytes: Uint8Array) => reader.push(bytes));
  host.on('exit', (code, signal) => {
    ended = code ?? signal;
  });
}
const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 20 });
const report = { address: 'c0:de:00:00:00:01', rssi: -58, data: '020106' };

test('ends by itself when its station is gone, and not on Ctrl-C', async () => {
  start({ air: [{ every: 10, reports: [report] }] });
  await until(() => expect(said.some(({ kind }) => kind === 'heard')).toBe(true));
  host.kill('SIGINT');
  const before = said.length;
  await until(() => expect(said.length).toBeGreaterThan(before + 3));
  pipe().destroy();
  await until(() => expect(ended).toBe(0));
});

test('sends a crowd in few messages, and a beat a second', async () => {
  const crowd = Array.from({ length: 200 }, (_, i) => ({ ...report, rssi: -100 + (i % 50) }));
  start({ air: [{ every: 10, times: 50, reports: crowd }] });
  let heard = 0;
  await until(() => {
    heard = 0;
    for (const { packed } of said) if (packed !== undefined) unpack(packed, () => heard++);
    expect(heard).toBe(10_000);
  });
  expect(said.filter(({ kind }) => kind === 'heard').length).toBeLessThan(1000);
  await until(() => expect(said.filter(({ kind }) => kind === 'beat').length).toBeGreaterThan(1));
});
