import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FaceEngine } from '../../../devices/camera/engine.ts';
import type { FromWorker, ToWorker } from '../../../devices/camera/protocol.ts';
import { type Port, serve } from '../../../devices/camera/serve.ts';
import type { Sight } from '../../../devices/camera/sight.ts';
import { OperatorError } from '../../../shared/errors.ts';
import { type MonoMs, monoMs } from '../../../shared/units.ts';
import { FakeFrame, settled } from './fakes.ts';

/** Brightness of the picture that every canvas shows, and how often a picture was wiped off one. */
let light: number;
let wiped: number;

/** As much of a worker's canvas as `serve` uses: what was drawn can be read back, moving a little each time as a camera's noise does. */
class FakeOffscreenCanvas {
  #reads = 0;
  getContext() {
    return {
      drawImage: () => undefined,
      clearRect: () => {
        wiped += 1;
      },
      getImageData: (_x: number, _y: number, width: number, height: number) => {
        this.#reads += 1;
        return { data: new Uint8ClampedArray(width * height * 4).fill(light + (this.#reads % 2)) };
      },
    };
  }
}

/** Sees what the test says; notes whether it was allowed to read. */
class ScriptedEngine implements FaceEngine {
  sight: Sight = { faces: 1, quality: 'good', negative: 0 };
  readonly allowed: boolean[] = [];
  failure: Error | null = null;

  start(): Promise<void> {
    return this.failure ? Promise.reject(this.failure) : Promise.resolve();
  }

  look(_frame: OffscreenCanvas, mayRead: boolean): Promise<Sight> {
    this.allowed.push(mayRead);
    return this.failure ? Promise.reject(this.failure) : Promise.resolve(this.sight);
  }
}

class TestPort implements Port {
  readonly posts: FromWorker[] = [];
  onmessage: Port['onmessage'] = null;
  postMessage(message: FromWorker): void {
    this.posts.push(message);
  }
}

const original = globalThis.OffscreenCanvas;
let port: TestPort;
let engine: ScriptedEngine;
let now: MonoMs;

beforeEach(() => {
  globalThis.OffscreenCanvas = FakeOffscreenCanvas as unknown as typeof OffscreenCanvas;
  light = 120;
  wiped = 0;
  port = new TestPort();
  engine = new ScriptedEngine();
  now = monoMs(0);
});
afterEach(() => {
  globalThis.OffscreenCanvas = original;
});

const begin = () => serve(port, engine, { mono: () => now });

/** Half a second later another frame. */
async function frame(): Promise<FakeFrame> {
  now = monoMs(now + 500);
  const one = new FakeFrame();
  void port.onmessage?.({ data: { kind: 'look', frame: one } } as unknown as MessageEvent<ToWorker>);
  // Closed in the same tick, before anything looks at it.
  expect(one.closed).toBe(true);
  await settled();
  return one;
}

test('each frame is answered once; picture and thumbnail are wiped', async () => {
  await begin();
  expect(port.posts).toEqual([{ kind: 'ready' }]);
  await frame();
  await frame();
  expect(port.posts.slice(1)).toEqual([
    { kind: 'done', seen: { faces: 1, quality: 'good', negative: null }, evidence: null, end: null },
    { kind: 'done', seen: { faces: 1, quality: 'good', negative: null }, evidence: null, end: null },
  ]);
  expect(wiped).toBe(4);
});

test('evidence is posted at most once a second and holds three numbers', async () => {
  await begin();
  for (let i = 0; i < 20; i++) await frame();
  const evidence = port.posts.flatMap((post) => (post.kind === 'done' && post.evidence ? [post.evidence] : []));
  expect(evidence).toHaveLength(5);
  expect(evidence[0]).toEqual({ negative: 0, usableFrames: 11, faces: 1 });
});

test('after a second face the engine may not read for a second', async () => {
  await begin();
  await frame();
  engine.sight = { faces: 2, quality: null, negative: null };
  await frame();
  engine.sight = { faces: 1, quality: null, negative: null };
  await frame();
  await frame();
  await frame();
  expect(engine.allowed).toEqual([true, true, false, false, true]);
});

test('a second face that stays ends it', async () => {
  await begin();
  engine.sight = { faces: 2, quality: null, negative: null };
  for (let i = 0; i < 7; i++) await frame();
  expect(port.posts.at(-1)).toEqual({
    kind: 'done',
    seen: { faces: 2, quality: null, negative: null },
    evidence: null,
    end: 'second-face',
  });
});

test('a black picture is not looked at, and ends the camera as one', async () => {
  await begin();
  light = 3;
  for (let i = 0; i < 20; i++) await frame();
  expect(engine.allowed).toEqual([]);
  expect(port.posts.at(-1)).toEqual({
    kind: 'done',
    seen: { faces: 0, quality: 'dark', negative: null },
    evidence: null,
    end: 'dark',
  });
});

test('an engine that cannot start says why, and no frame is taken', async () => {
  engine.failure = new OperatorError('no-wasm', 'not allowed');
  await begin();
  expect(port.posts).toEqual([{ kind: 'fault', code: 'no-wasm' }]);
  expect(port.onmessage).toBeNull();
});

test('an engine that fails while looking is a fault; the frame is wiped all the same', async () => {
  await begin();
  engine.failure = new Error('out of memory');
  await frame();
  expect(port.posts.at(-1)).toEqual({ kind: 'fault', code: 'engine-look' });
  expect(wiped).toBe(2);
});
