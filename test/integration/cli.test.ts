import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'electron/cli/bin.mjs');
const folder = mkdtempSync(join(tmpdir(), 'prevenance-cli-'));
const started: ReturnType<typeof spawn>[] = [];
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const run = (...args: string[]) => feed('', ...args);
const feed = (input: string, ...args: string[]) =>
  spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined },
  });
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** Starts a station and waits for a line on its output. */
function start(args: readonly string[], line: RegExp): Promise<{ child: ReturnType<typeof spawn>; output: () => string }> {
  const child = spawn(process.execPath, [bin, 'start', ...args], {
    cwd: folder,
    env: { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined },
  });
  started.push(child);
  let output = '';
  return new Promise((ready, failed) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (line.test(output)) ready({ child, output: () => output });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => failed(new Error(`ended with ${code}: ${output}`)));
  });
}

describe('prevenance', () => {
  test.each([
    [['--help']],
    [['start', '--help']],
    [['replay', '--help']],
    [['walk', '--help']],
    [['doctor', '--help']],
    [['import', '--help']],
  ])('%o explains itself', (args) => {
    const { status, stdout } = run(...args);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Usage: prevenance/);
    expect(stdout.split('\n').length).toBeGreaterThan(6);
  });

  test.each([
    [['fly'], /unknown command/],
    [['start', '--prot', '1'], /unknown option/],
    [['start', '--port', 'x'], /"port"/],
    [['start', '--radio', 'loud'], /auto, none or replay:FILE/],
    [['start', '--config', '/no/such/file'], /cannot be read/],
    [['walk', 'camille'], /No station is running/],
    [['replay', '/no/such/file', '--zones', '/no/such/zones'], /\/no\/such/],
    [['import', 'cats', 'x.csv'], /products or purchases/],
    [['import', 'products', '/no/such.csv'], /cannot be read/],
  ])('%o fails in words', (args, words) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/at .*\.ts:\d+/);
  });

  test('doctor tells machines what is there', () => {
    const { stdout } = run('doctor', '--json');
    const { findings } = JSON.parse(stdout) as { findings: { what: string; state: string; needed: boolean }[] };
    expect(findings.map((finding) => finding.what)).toEqual(
      expect.arrayContaining(['runtime', 'database', 'radio', 'camera model', 'TLS', 'Electron', 'disk']),
    );
    expect(findings.filter((finding) => finding.needed).every((finding) => finding.state === 'ok')).toBe(true);
  });

  test('replay turns sightings into zone events, in time order, silence included', () => {
    const zones = file(
      'zones.json',
      JSON.stringify({
        zones: [{ id: 'till', receivers: ['r1'], radiusMetres: 3, calibration: { r1: { referenceDbm: -60, exponent: 1.5 } } }],
      }),
    );
    const sightings = Array.from({ length: 40 }, (_, i) =>
      JSON.stringify({ t: i * 500, receiver: 'r1', beacon: 'b1', rssi: -58 }),
    );
    const { status, stdout } = run('replay', file('walk.ndjson', `${sightings.join('\n')}\n`), '--zones', zones);
    expect(status).toBe(0);
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { t: number; event: string });
    expect(events.map(({ event }) => event)).toEqual(['enter', 'leave']);
    expect(events[0]).toEqual({ t: expect.any(Number), event: 'enter', zone: 'till', beacon: 'b1', receiver: 'r1' });
    expect(events[0]?.t).toBeLessThan(4_000);
    expect(events[1]?.t).toBeGreaterThan(19_500);
    for (const piped of ['-', '/dev/stdin'])
      expect(feed(sightings.join('\n'), 'replay', piped, '--zones', zones)).toMatchObject({ status: 0, stdout });
    const bad = run(
      'replay',
      file('bad.ndjson', '{"t":0,"receiver":"r1","beacon":"b1","rssi":-58}\n{"t":"soon"}\n'),
      '--zones',
      zones,
    );
    expect(bad.status).toBe(1);
    expect(bad.stderr).toMatch(/Line 2/);
  });

  test('import lists bad rows with file and line', () => {
    const csv = file(
      'products.csv',
      'id,name_fr,name_en,category,aisle,stock,price\npear,Poires,Pears,fruit-vegetables,2,5,"2,90"\nfig,Figues,Figs,fruit-vegetables,2,many,3.10\n',
    );
    const { status, stdout, stderr } = run('import', 'products', csv, '--data', join(folder, 'imported'));
    expect(stderr).toContain(`${csv}:3 stock:`);
    expect(stdout).toContain('1 of 2 rows imported');
    expect(status).toBe(0);
  });

  test('start says where it is, refuses a second start with the pid, lets a customer walk, and stops on Ctrl-C', async () => {
    const data = join(folder, 'demo');
    const { child, output } = await start(['--demo', '--data', data, '--port', '0', '--radio', 'none'], /No kiosk window/);
    expect(output()).toMatch(/Kiosk +http:\/\/127\.0\.0\.1:\d+\/kiosk/);
    expect(output()).toMatch(/walk camille/);
    expect(output()).not.toContain('\n    at ');

    const second = run('start', '--data', data, '--port', '0');
    expect(second.status).toBe(1);
    expect(second.stderr).toContain(`pid ${child.pid}`);

    const walk = run('walk', 'camille', '--data', data);
    expect(walk.stdout).toMatch(/camille walks up/);
    expect(run('walk', 'nobody', '--data', data).stderr).toMatch(/Camille, Nour, Sam, stranger/);

    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0];
    await expect
      .poll(async () => ((await (await fetch(`${origin}/api/health`)).json()) as { visit: boolean }).visit, { timeout: 15_000 })
      .toBe(true);

    const ended = new Promise((code) => child.once('exit', code));
    // One Ctrl-C reaches the process twice when npm passes it on as well.
    child.kill('SIGINT');
    setTimeout(() => child.kill('SIGINT'), 5);
    expect(await ended).toBe(0);
    expect(output()).toContain('Stopped.');
    // The folder is free again.
    expect(run('walk', 'camille', '--data', data).stderr).toMatch(/No station is running/);
  });
});
