import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

// Each test starts a process, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 });

const secret = 's'.repeat(32);
const station = createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ok: request.headers['x-prevenance-kiosk'] === secret }));
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>((listening) => station.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(station.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((closed) => station.close(closed)));

/** Runs the entry as Electron would, in Node, on the stand-in of the `electron` module. */
function run(
  env: NodeJS.ProcessEnv,
  args: readonly string[] = [],
): Promise<{ code: number; seen: [string, unknown][]; log: string[] }> {
  const parameters = ['--import', './test/unit/shell/stand-in/hook.mjs', 'electron/main.ts', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, parameters, { env: { PATH: process.env.PATH, ORIGIN: origin, ...env } }, (error, out, err) => {
      const lines = out.split('\n').filter((line) => line !== '');
      resolve({
        code: error === null ? 0 : Number(error.code),
        seen: lines.filter((line) => line.startsWith('[')).map((line) => JSON.parse(line) as [string, unknown]),
        log: [...lines.filter((line) => !line.startsWith('[')), ...err.split('\n').filter((line) => line !== '')],
      });
    });
  });
}
const all = (seen: [string, unknown][], what: string) => seen.filter(([name]) => name === what).map(([, value]) => value);

test('a start: sandboxed before it is ready, one window, one station, and an orderly end', async () => {
  const { code, seen, log } = await run({ SCENE: 'start' }, ['--demo', '--port=0']);
  const order = seen.map(([name]) => name);
  for (const early of ['sandbox', 'schemes', 'menu']) expect(order.indexOf(early), early).toBeLessThan(order.indexOf('ready'));
  expect(all(seen, 'schemes')).toEqual([['app']]);
  expect(all(seen, 'partition')).toEqual(['kiosk']);
  expect(all(seen, 'handles')).toEqual(['app']);
  expect(all(seen, 'fork')).toEqual([
    ['electron/headless.js', '--data', '/home/kiosk/userData/station', '--demo', '--port', '0'],
  ]);
  // Before the station is ready the page is told so; afterwards requests arrive with the secret.
  expect(all(seen, 'health')).toEqual([
    [503, { error: { code: 'unreachable', message: 'the station is starting', issues: [] } }],
    [200, { ok: true }],
  ]);
  expect(all(seen, 'leaves')).toEqual([false]);
  expect(all(seen, 'types')).toEqual([false, false, true]);
  expect(all(seen, 'focused')).toEqual([1]);
  // The crash at the end of the scene brought a second window; the station was not touched by it.
  expect(all(seen, 'window')).toEqual(['electron/preload.cjs', 'electron/preload.cjs']);
  expect(log).toContain('kiosk: page crashed: recreate');
  expect(all(seen, 'quits by itself')).toEqual([false]);
  expect(order).toContain('station killed');
  expect(order.at(-1)).toBe('exit');
  expect(code).toBe(0);
  expect(log).toContain('kiosk: the kiosk window is open');
  expect(log).toContain('kiosk: refused: navigate');
});

test('with a station given it starts none, and hides the secret from its children', async () => {
  const { code, seen } = await run({
    SCENE: 'given',
    PREVENANCE_STATION_ORIGIN: origin,
    PREVENANCE_STATION_SECRET: secret,
  });
  expect(all(seen, 'fork')).toEqual([]);
  expect(all(seen, 'health')).toEqual([[200, { ok: true }]]);
  expect(all(seen, 'secret in environment')).toEqual([false]);
  expect(code).toBe(0);
});

test.each<[string, NodeJS.ProcessEnv, string[], RegExp]>([
  ['a debugging port', { SCENE: 'start' }, ['--remote-debugging-port=9222'], /not started: unknown argument/],
  ['no sandbox', { SCENE: 'developer' }, ['--no-sandbox'], /never allowed/],
  [
    'a station elsewhere',
    { SCENE: 'start', PREVENANCE_STATION_ORIGIN: 'http://10.0.0.1:1', PREVENANCE_STATION_SECRET: secret },
    [],
    /do not name one station/,
  ],
])('%s stops the start before anything is opened', async (_name, env, args, why) => {
  const { code, seen, log } = await run(env, args);
  expect(code).toBe(2);
  expect(log.join('\n')).toMatch(why);
  expect(seen).toEqual([['name', 'prevenance']]);
});

test('a second start leaves without a window or a station', async () => {
  const { code, seen, log } = await run({ SCENE: 'second' });
  expect(code).toBe(0);
  expect(seen).toEqual([['name', 'prevenance']]);
  expect(log.join('\n')).toContain('already running');
});
