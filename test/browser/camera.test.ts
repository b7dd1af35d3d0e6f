import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { writeFilm } from './camera/film.ts';
import { type CameraSite, cameraSite, POLICY } from './camera/site.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let site: CameraSite;
let browser: Browser | null = null;

beforeAll(async () => {
  site = await cameraSite();
});
afterAll(() => site.close());
afterEach(async () => {
  await browser?.close();
  browser = null;
  site.policy = POLICY;
  site.damaged = null;
  site.expressions.length = 0;
});

/** Chromium with a camera that plays this film, or with other camera flags. */
async function open(camera: Parameters<typeof writeFilm>[1] | readonly string[]): Promise<Page> {
  const film = join(site.directory, 'camera.mjpeg');
  const cameraFlags = camera.every((part) => typeof part === 'string')
    ? camera
    : ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
  if (cameraFlags !== camera) writeFilm(film, camera as Parameters<typeof writeFilm>[1]);
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: [...flags, ...cameraFlags] });
  const page = await browser.newPage();
  await page.goto(site.url);
  await page.waitForFunction(() => 'lab' in window);
  return page;
}

const state = (page: Page) => page.evaluate(() => window.lab.state());
const ended = async (page: Page) => {
  await page.waitForFunction(() => window.lab.state().ended !== null, undefined, { timeout: 60_000 });
  return state(page);
};
const someEvidence = (page: Page, count: number) =>
  page.waitForFunction((n) => window.lab.state().evidence.length >= n, count, { timeout: 60_000 });

describe('the camera in a browser', () => {
  test('one face: a share of usable frames leaves the worker and nothing else; stop() ends the real track', async () => {
    const page = await open([
      ['smiling', 3],
      ['neutral', 3],
    ]);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.evaluate(() => window.lab.start('real'));
    await someEvidence(page, 3);

    const before = await state(page);
    expect(before.live).toBe(true);
    expect(before.tracks).toEqual(['live']);
    for (const evidence of before.evidence) {
      expect(evidence).toEqual({ negative: 0, usableFrames: expect.any(Number), faces: 1 });
      expect(evidence.usableFrames).toBeGreaterThanOrEqual(8);
    }
    for (const post of before.posts) {
      expect(post).toMatch(
        /^\{"kind":"ready"\}$|^\{"kind":"done","seen":\{"faces":\d,"quality":(null|"[a-z]+"),"negative":(null|[\d.]+)\},"evidence":(null|\{"negative":[\d.]+,"usableFrames":\d+,"faces":\d\}),"end":null\}$/,
      );
    }
    expect(before.seen.at(-1)).toMatchObject({ faces: 1, quality: 'good', negative: 0 });
    const span = before.postedAt.at(-1)! - before.postedAt[0]!;
    expect((before.postedAt.length - 1) / (span / 1_000)).toBeLessThanOrEqual(5);
    expect([...new Set(requests)].filter((request) => !request.startsWith('GET /assets/')).sort()).toEqual(
      [
        'GET /models/blazeface.bin',
        'GET /models/blazeface.json',
        'GET /models/face_expression_model-weights_manifest.json',
        'GET /models/face_expression_model.bin',
        'GET /models/tiny_face_detector_model-weights_manifest.json',
        'GET /models/tiny_face_detector_model.bin',
        'GET /tfwasm/tfjs-backend-wasm-simd.wasm',
      ].sort(),
    );

    const after = await page.evaluate(() => {
      window.lab.stop();
      return window.lab.state();
    });
    expect(after).toMatchObject({ live: false, tracks: ['ended'], ended: null });
  });

  test('a second face, too small to be read, stops the reading and then the camera', async () => {
    const page = await open([
      ['neutral', 9],
      ['two', 6],
    ]);
    await page.evaluate(() => window.lab.start('real'));
    const last = await ended(page);
    expect(last).toMatchObject({ ended: 'second-face', live: false, tracks: ['ended'] });
    const read = last.evidence.filter(({ usableFrames }) => usableFrames > 0);
    expect(read.length).toBeGreaterThan(0);
    expect(read.every(({ faces }) => faces === 1)).toBe(true);
    expect(last.evidence.at(-1)).toEqual({ negative: 0, usableFrames: 0, faces: 2 });
  });

  test('two faces from the start: nobody is ever read', async () => {
    const page = await open([['two', 2]]);
    await page.evaluate(() => window.lab.start('real'));
    expect(await ended(page)).toMatchObject({ ended: 'second-face', live: false, tracks: ['ended'], evidence: [] });
  });

  test('nobody: the camera goes off by itself', async () => {
    const page = await open([['nobody', 2]]);
    await page.evaluate(() => window.lab.start('real'));
    expect(await ended(page)).toMatchObject({ ended: 'nobody', live: false, tracks: ['ended'], evidence: [] });
  });

  test('a picture that stands still: off, and said to be that', async () => {
    const page = await open([['still', 2]]);
    await page.evaluate(() => window.lab.start('real'));
    const last = await ended(page);
    expect(last).toMatchObject({ ended: 'frozen', live: false, tracks: ['ended'] });
    expect(last.seen.at(-1)).toEqual({ faces: 0, quality: 'frozen', negative: null });
  });

  test('a worker that hangs is ended by force, twice, and then the camera', async () => {
    const page = await open([['neutral', 2]]);
    await page.evaluate(() => window.lab.start('hung'));
    expect(await ended(page)).toMatchObject({ ended: 'fault', live: false, tracks: ['ended'], evidence: [] });
    expect((await state(page)).posts.filter((post) => post === '{"kind":"ready"}')).toHaveLength(2);
  });

  test('a face that looks negative gives the share of its frames', async () => {
    const page = await open([['neutral', 2]]);
    await page.evaluate(() => window.lab.start('stub'));
    await page.waitForFunction(() => (window.lab.state().evidence.at(-1)?.negative ?? 0) > 0.5, undefined, { timeout: 60_000 });
    const { evidence } = await state(page);
    expect(evidence[0]!.negative).toBe(0);
    expect(evidence.at(-1)!.negative).toBeLessThanOrEqual(0.75);
  });
});

describe('no camera', () => {
  test('refused by the system', async () => {
    const page = await open(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream=deny']);
    await page.evaluate(() => window.lab.start('real'));
    expect(await ended(page)).toMatchObject({ ended: 'denied', live: false, tracks: [], posts: [] });
  });

  test('no device', async () => {
    const page = await open(['--use-fake-ui-for-media-stream']);
    await page.evaluate(() => window.lab.start('real'));
    expect(await ended(page)).toMatchObject({ ended: 'unavailable', live: false, tracks: [], posts: [] });
  });

  test('a policy without WebAssembly: off, instead of slowly on', async () => {
    site.policy = POLICY.replace(" 'wasm-unsafe-eval'", '');
    const page = await open([['neutral', 2]]);
    await page.evaluate(() => window.lab.start('real'));
    expect(await ended(page)).toMatchObject({ ended: 'fault', tracks: ['ended'], posts: ['{"kind":"fault","code":"no-wasm"}'] });
  });

  test.each(['/models/face_expression_model.bin', '/models/blazeface.bin', '/tfwasm/tfjs-backend-wasm-simd.wasm'])(
    'a damaged %s: off',
    async (path) => {
      site.damaged = path;
      const page = await open([['neutral', 2]]);
      await page.evaluate(() => window.lab.start('real'));
      expect(await ended(page)).toMatchObject({
        ended: 'fault',
        tracks: ['ended'],
        posts: ['{"kind":"fault","code":"face-model-damaged"}'],
      });
    },
  );
});

describe('the engine', () => {
  test('runs on WebAssembly, tells the scenes apart, and keeps no tensor over hundreds of looks', async () => {
    const page = await open([]);
    const pictures = ['smiling', 'neutral', 'nobody', 'two'].map((scene) => `/faces/${scene}.jpg`);
    const report = await page.evaluate((list) => window.lab.probe({ pictures: list, rounds: 75 }), pictures);
    expect(report.backend).toBe('wasm');
    expect(report.sights.map(({ faces }) => faces)).toEqual([1, 1, 0, 2]);
    const [smiling, neutral, nobody, two] = report.sights;
    expect(smiling!.negative).toBeLessThan(0.1);
    expect(neutral!.negative).toBeLessThan(0.3);
    expect([nobody!.negative, two!.negative]).toEqual([null, null]);
    expect(report.looks).toBe(300);
    expect(report.tensorsAtEnd).toBe(report.tensorsAfterFirstRound);
  });

  test('ships no network that could tell who, how old or of which sex somebody is', async () => {
    const models = await readdir(join(site.directory, 'models'));
    expect(models.sort()).toEqual([
      'blazeface.bin',
      'blazeface.json',
      'face_expression_model-weights_manifest.json',
      'face_expression_model.bin',
      'tiny_face_detector_model-weights_manifest.json',
      'tiny_face_detector_model.bin',
    ]);
  });
});

describe('the hook', () => {
  const indicator = (page: Page, shown: boolean) =>
    page.waitForFunction((want) => window.lab.hook.report().indicator === want, shown, { timeout: 30_000 });

  test('live exactly while the track is; ends with the permission, with the component, and by the shopper', async () => {
    const page = await open([['neutral', 2]]);
    await page.evaluate(() => window.lab.hook.mount());
    expect(await page.evaluate(() => window.lab.state().tracks)).toEqual([]);

    await page.evaluate(() => window.lab.hook.allow(true));
    await indicator(page, true);
    // The permission ends: the track has ended when the same tick is over.
    expect(await page.evaluate(() => window.lab.hook.allow(false))).toEqual(['ended']);
    expect(await page.evaluate(() => window.lab.hook.report())).toEqual({ indicator: false, stopped: [] });

    await page.evaluate(() => window.lab.hook.allow(true));
    await indicator(page, true);
    await page.getByRole('button', { name: 'Stop camera' }).click();
    await indicator(page, false);
    expect(await page.evaluate(() => window.lab.state().tracks)).toEqual(['ended', 'ended']);
    expect(await page.evaluate(() => window.lab.hook.report())).toEqual({ indicator: false, stopped: ['shopper'] });

    await page.evaluate(() => window.lab.hook.allow(false));
    await page.evaluate(() => window.lab.hook.allow(true));
    await indicator(page, true);
    expect(await page.evaluate(() => window.lab.hook.unmount())).toEqual(['ended', 'ended', 'ended']);
  });

  test('posts the evidence, and a refusal changes nothing', async () => {
    const page = await open([['neutral', 2]]);
    await page.evaluate(() => window.lab.hook.mount());
    await page.evaluate(() => window.lab.hook.allow(true));
    await expect.poll(() => site.expressions.length, { timeout: 60_000 }).toBeGreaterThan(1);
    expect(JSON.parse(site.expressions[0]!)).toEqual({ negative: 0, usableFrames: expect.any(Number), faces: 1 });
    expect(await page.evaluate(() => window.lab.hook.report())).toEqual({ indicator: true, stopped: [] });
  });

  test('says why it went off', async () => {
    const page = await open(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream=deny']);
    await page.evaluate(() => window.lab.hook.mount());
    await page.evaluate(() => window.lab.hook.allow(true));
    await page.waitForFunction(() => window.lab.hook.report().stopped.length > 0);
    expect(await page.evaluate(() => window.lab.hook.report())).toEqual({ indicator: false, stopped: ['denied'] });
  });
});
