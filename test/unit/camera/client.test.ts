import { beforeEach, describe, expect, test } from 'vitest';
import { CameraClient } from '../../../devices/camera/client.ts';
import type { FromWorker } from '../../../devices/camera/protocol.ts';
import type { Seen } from '../../../devices/camera/sight.ts';
import { FakeSource, Stage, settled } from './fakes.ts';

const seen: Seen = { faces: 1, quality: 'good', negative: null };
const done: FromWorker = { kind: 'done', seen, evidence: null, end: null };
const ready: FromWorker = { kind: 'ready' };

let stage: Stage;
let client: CameraClient;

beforeEach(() => {
  stage = new Stage();
  client = new CameraClient(stage.events, stage);
});

/** Opens the camera up to the first frame sent. */
async function running(): Promise<void> {
  client.start();
  await settled();
  stage.worker.say(ready);
  await settled();
}

const off = () => {
  expect(client.live).toBe(false);
  expect(stage.source.live).toBe(false);
  expect(stage.workers.every((worker) => worker.terminated)).toBe(true);
  expect(stage.clock.timers).toBe(0);
  expect(stage.listening).toBe(0);
};

describe('start and stop', () => {
  test('nothing happens before start', () => {
    expect(stage.opens).toBe(0);
    client.stop();
    expect(stage.live).toEqual([]);
  });

  test('start opens once; the track is live and a frame goes to the worker', async () => {
    client.start();
    await running();
    expect(stage.opens).toBe(1);
    expect(client.live).toBe(true);
    expect(stage.live).toEqual([true]);
    expect(stage.worker.looks).toHaveLength(1);
  });

  test('stop ends track and worker before it returns, and says nothing about a reason', async () => {
    await running();
    client.stop();
    off();
    expect(stage.live).toEqual([true, false]);
    expect(stage.ended).toEqual([]);
    client.stop();
    expect(stage.live).toEqual([true, false]);
  });

  test('a camera that opens after stop is closed at once', async () => {
    let arrive: () => void = () => undefined;
    stage.opening = new Promise((resolve) => {
      arrive = () => resolve({ ok: true, source: stage.source });
    });
    client.start();
    client.stop();
    arrive();
    await settled();
    off();
    expect(stage.workers).toEqual([]);
    expect(stage.live).toEqual([]);
  });

  test('a frame that arrives after stop is closed, not sent', async () => {
    stage.source.hung = true;
    await running();
    client.stop();
    const frame = stage.source.answer();
    await settled();
    expect(frame.closed).toBe(true);
    expect(stage.worker.looks).toEqual([]);
    off();
  });

  test('it can start again', async () => {
    await running();
    client.stop();
    const again = new FakeSource();
    stage.opening = Promise.resolve({ ok: true, source: again });
    client.start();
    await settled();
    expect(client.live).toBe(true);
    expect(stage.workers).toHaveLength(2);
    client.stop();
    expect(again.live).toBe(false);
  });
});

describe('looking', () => {
  test('one frame at a time, two to five a second', async () => {
    await running();
    for (let i = 0; i < 20; i++) {
      await stage.clock.pass(60);
      expect(stage.worker.looks).toHaveLength(i + 1);
      stage.worker.say(done);
      // A look that costs 60 ms comes every 500 ms.
      await stage.clock.pass(439);
      expect(stage.worker.looks).toHaveLength(i + 1);
      await stage.clock.pass(1);
    }
  });

  test('what is seen is handed on with every look', async () => {
    await running();
    stage.worker.say(done);
    expect(stage.seen).toEqual([seen]);
  });

  test('evidence is handed on, and may stop the camera', async () => {
    const evidence = { negative: 0.5, usableFrames: 20, faces: 1 };
    client = new CameraClient({ ...stage.events, evidence: () => client.stop() }, stage);
    await running();
    stage.worker.say({ kind: 'done', seen, evidence, end: null });
    off();
    await stage.clock.pass(5_000);
    off();
  });

  test.each(['nobody', 'second-face', 'dark', 'frozen'] as const)('the worker ends it: %s', async (end) => {
    await running();
    stage.worker.say({ kind: 'done', seen, evidence: null, end });
    off();
    expect(stage.ended).toEqual([end]);
    expect(stage.live).toEqual([true, false]);
  });
});

describe('when the world fails', () => {
  test.each(['denied', 'unavailable'] as const)('%s: never live, no worker', async (reason) => {
    stage.opening = Promise.resolve({ ok: false, reason });
    client.start();
    await settled();
    expect(stage.ended).toEqual([reason]);
    expect(stage.live).toEqual([]);
    expect(stage.workers).toEqual([]);
  });

  test('unplugged', async () => {
    await running();
    stage.unplug();
    off();
    expect(stage.live).toEqual([true, false]);
    expect(stage.ended).toEqual(['unavailable']);
  });

  test('nobody can see the page', async () => {
    await running();
    stage.hide();
    off();
    expect(stage.ended).toEqual(['hidden']);
  });

  test('a hung worker is replaced once, then the camera gives up', async () => {
    await running();
    await stage.clock.pass(1_999);
    expect(stage.workers).toHaveLength(1);
    await stage.clock.pass(1);
    expect(stage.workers.map((worker) => worker.terminated)).toEqual([true, false]);
    expect(client.live).toBe(true);
    stage.worker.say(ready);
    await stage.clock.pass(2_000);
    off();
    expect(stage.ended).toEqual(['fault']);
  });

  test('a crashed worker counts as hung', async () => {
    await running();
    stage.worker.onerror?.({} as ErrorEvent);
    expect(stage.workers).toHaveLength(2);
    stage.worker.onerror?.({} as ErrorEvent);
    off();
    expect(stage.ended).toEqual(['fault']);
  });

  test('a worker that never loads', async () => {
    client.start();
    await stage.clock.pass(30_000);
    off();
    expect(stage.ended).toEqual(['fault']);
  });

  test('a fault that would come back ends it at once', async () => {
    client.start();
    await settled();
    stage.worker.say({ kind: 'fault', code: 'no-wasm' });
    off();
    expect(stage.workers).toHaveLength(1);
    expect(stage.ended).toEqual(['fault']);
  });

  test('a camera that gives no picture for ten seconds', async () => {
    stage.source.dark = true;
    await running();
    await stage.clock.pass(9_000);
    expect(stage.ended).toEqual([]);
    await stage.clock.pass(1_500);
    off();
    expect(stage.ended).toEqual(['unavailable']);
  });

  test('ten seconds count from the last picture, not from the start', async () => {
    await running();
    for (let i = 0; i < 40; i++) {
      await stage.clock.pass(100);
      stage.worker.say(done);
      await stage.clock.pass(400);
    }
    stage.source.dark = true;
    stage.worker.say(done);
    await stage.clock.pass(9_000);
    expect(stage.ended).toEqual([]);
    await stage.clock.pass(1_500);
    expect(stage.ended).toEqual(['unavailable']);
  });

  test('a driver that never answers', async () => {
    stage.source.hung = true;
    await running();
    await stage.clock.pass(2_000);
    stage.worker.say(ready);
    await stage.clock.pass(2_000);
    off();
    expect(stage.ended).toEqual(['fault']);
  });
});
