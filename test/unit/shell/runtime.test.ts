import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '../../../electron/clock.ts';
import { readElectronPackage, runtimeProgram } from '../../../electron/shell/electron-package.ts';
import { type Machine, openKiosk } from '../../../electron/shell/runtime.ts';
import { shownLine } from '../../../electron/shell/shell-log.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

// Each test starts processes, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 });

const version = '45.4.1';
const archive = Buffer.from('stands for the archive: only its checksum matters here');
const archiveName = `electron-v${version}-${process.platform}-${process.arch}.zip`;
const secret = 's'.repeat(32);

let folder: string;
let electron: string;
let log: string[];
let requests: string[];
let answer: (response: ServerResponse) => void;
let asked: PromiseWithResolvers<void>;
const mirror = createServer((request, response) => {
  requests.push(request.url ?? '');
  answer(response);
  asked.resolve();
});

/** Mirrors the installed package: same files, same layout after its installer has run; the program is a script that behaves as told. */
async function fakePackage(): Promise<void> {
  await mkdir(electron, { recursive: true });
  await symlink(resolve('node_modules/@electron'), join(folder, 'node_modules', '@electron'));
  await writeFile(join(electron, 'package.json'), JSON.stringify({ name: 'electron', version }));
  const sum = createHash('sha256').update(archive).digest('hex');
  await writeFile(join(electron, 'checksums.json'), JSON.stringify({ [archiveName]: sum }));
  const program = [
    `#!${process.execPath}`,
    'const { appendFileSync, readFileSync } = require("node:fs");',
    'const { PREVENANCE_STATION_ORIGIN: origin, PREVENANCE_STATION_SECRET: secret, FAKE_MODE: mode, FAKE_RUNS: runs } = process.env;',
    'appendFileSync(runs, "run\\n");',
    'const count = readFileSync(runs, "utf8").split("\\n").length - 1;',
    'process.on("SIGTERM", () => process.exit(0));',
    'if (mode === "fail") { console.error("cannot open display"); process.exit(1); }',
    'if (mode === "again" && count === 1) process.exit(75);',
    `if (mode !== "silent") console.log(\`\${origin} \${secret.length} \${process.argv[2]} ${shownLine}\`);`,
    'setInterval(() => {}, 1000);',
  ].join('\n');
  const install = [
    'const { chmodSync, mkdirSync, writeFileSync } = require("node:fs");',
    'const { join } = require("node:path");',
    'mkdirSync(join(__dirname, "dist"), { recursive: true });',
    `writeFileSync(join(__dirname, "dist", "version"), "${version}");`,
    `writeFileSync(join(__dirname, "dist", "electron"), ${JSON.stringify(program)});`,
    'chmodSync(join(__dirname, "dist", "electron"), 0o755);',
    'writeFileSync(join(__dirname, "path.txt"), "electron");',
  ].join('\n');
  await writeFile(join(electron, 'install.js'), install);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prevenance-electron-'));
  electron = join(folder, 'node_modules', 'electron');
  log = [];
  requests = [];
  asked = Promise.withResolvers<void>();
  answer = (response) => response.end(archive);
  await fakePackage();
  await writeFile(join(folder, 'main.js'), '');
  await new Promise<void>((listening) => mirror.listen(0, '127.0.0.1', listening));
});
afterEach(async () => {
  mirror.closeAllConnections();
  await new Promise((closed) => mirror.close(closed));
  await rm(folder, { recursive: true, force: true });
});

function machine(change: Partial<Machine> = {}, env: NodeJS.ProcessEnv = {}): Machine {
  return {
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      DISPLAY: ':99',
      ELECTRON_MIRROR: `http://127.0.0.1:${(mirror.address() as AddressInfo).port}/`,
      electron_config_cache: join(folder, 'cache'),
      FAKE_RUNS: join(folder, 'runs'),
      ...env,
    },
    platform: 'linux',
    root: false,
    electron: readElectronPackage(electron),
    entry: join(folder, 'main.js'),
    clock: systemClock,
    ...change,
  };
}
const open = (on: Machine) => openKiosk({ origin: 'http://127.0.0.1:4711', secret, log: (line) => log.push(line), machine: on });

test('fetches the runtime once, opens the window on the given station, and closes it', async () => {
  const first = await open(machine());
  if (!first.opened) throw new Error(first.why);
  expect(requests).toEqual([`/v${version}/${archiveName}`]);
  expect(log[0]).toBe(`Fetching Electron ${version} (about 120 MB, once)`);
  expect(log).toContain('Fetching Electron: 100 %');
  expect(log.at(-1)).toBe(`http://127.0.0.1:4711 32 ${join(folder, 'main.js')} ${shownLine}`);
  await first.close();
  expect(await first.ended).toMatch(/^ended with code 0/);

  const second = await open(machine());
  expect(second.opened).toBe(true);
  expect(requests).toHaveLength(1);
  if (second.opened) await second.close();
});

test('gives up after ten seconds without an answer', async () => {
  answer = () => {};
  const clock = new VirtualClock();
  const opening = open(machine({ clock }));
  await asked.promise;
  clock.advance(9_999);
  clock.advance(1);
  expect(await opening).toEqual({ opened: false, why: "Electron's download did not answer for 10 s" });
});

test('gives up when the answer stops in the middle', async () => {
  answer = (response) => {
    response.writeHead(200, { 'content-length': archive.length });
    response.write(archive.subarray(0, 30));
  };
  const clock = new VirtualClock();
  const opening = open(machine({ clock }));
  while (!log.some((line) => /: [1-9]0 %$/.test(line))) await new Promise((later) => setImmediate(later));
  clock.advance(10_000);
  expect(await opening).toMatchObject({ opened: false, why: expect.stringContaining('did not answer for 10 s') });
});

test('says what the server said', async () => {
  answer = (response) => {
    response.statusCode = 404;
    response.end('no');
  };
  expect(await open(machine())).toMatchObject({
    opened: false,
    why: expect.stringMatching(/could not be fetched: Response code 404/),
  });
});

test('says that nobody is there', async () => {
  const nobody = machine({}, { ELECTRON_MIRROR: 'http://127.0.0.1:1/' });
  expect(await open(nobody)).toMatchObject({
    opened: false,
    why: expect.stringMatching(/^Electron could not be fetched: fetch failed/),
  });
});

test('an archive with another checksum is never unpacked', async () => {
  answer = (response) => response.end('something else');
  const result = await open(machine());
  expect(result).toMatchObject({ opened: false, why: expect.stringContaining('could not be fetched') });
  expect(runtimeProgram(readElectronPackage(electron), {})).toBeNull();
});

test.each<[string, Partial<Machine>, NodeJS.ProcessEnv, RegExp]>([
  ['no display', {}, { DISPLAY: '' }, /^no display/],
  ['root', { root: true }, {}, /does not run as root/],
  ['no package', { electron: null }, {}, /not installed/],
  ['not built', { entry: '/nowhere/main.js' }, {}, /not been built/],
])('%s: one line, and nothing is fetched', async (_name, change, env, why) => {
  expect(await open(machine(change, env))).toMatchObject({ opened: false, why: expect.stringMatching(why) });
  expect(requests).toEqual([]);
  expect(log).toEqual([]);
});

test('a shell that ends before it shows a window: its last words are the reason', async () => {
  expect(await open(machine({}, { FAKE_MODE: 'fail' }))).toEqual({
    opened: false,
    why: 'Electron ended with code 1: cannot open display',
  });
});

test('a shell that shows nothing is ended', async () => {
  const clock = new VirtualClock();
  let result: Awaited<ReturnType<typeof open>> | null = null;
  const opening = open(machine({ clock }, { FAKE_MODE: 'silent' })).then((opened) => {
    result = opened;
  });
  // Passes each deadline as it is set: the download's, the installer's, the window's.
  while (result === null) {
    await new Promise((later) => setTimeout(later, 20));
    if (!runtimeProgram(readElectronPackage(electron), {})) continue;
    clock.advance(5_000);
  }
  await opening;
  expect(result).toMatchObject({ opened: false, why: expect.stringContaining('no window within 30 s') });
});

test('a shell that asks to be started again is', async () => {
  const kiosk = await open(machine({}, { FAKE_MODE: 'again' }));
  if (!kiosk.opened) throw new Error(kiosk.why);
  await kiosk.close();
  expect(log.filter((line) => line.includes(shownLine))).toHaveLength(1);
});

test('a runtime of another version, or half removed, counts as missing', async () => {
  const kiosk = await open(machine());
  if (kiosk.opened) await kiosk.close();
  const installed = readElectronPackage(electron);
  expect(runtimeProgram(installed, {})).toBe(join(electron, 'dist', 'electron'));
  expect(runtimeProgram({ ...installed, version: '46.0.0' }, {})).toBeNull();
  expect(runtimeProgram(installed, { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' })).toBeNull();
  await mkdir(join(folder, 'other'));
  await writeFile(join(folder, 'other', 'electron'), '');
  await chmod(join(folder, 'other', 'electron'), 0o755);
  expect(runtimeProgram(installed, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'other') })).toBe(
    join(folder, 'other', 'electron'),
  );
  await rm(join(electron, 'dist', 'electron'));
  expect(runtimeProgram(installed, {})).toBeNull();
});
