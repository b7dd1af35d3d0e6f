import { FRAME } from '../../../devices/camera/engine.ts';
import { FaceApiEngine } from '../../../devices/camera/face-api-engine.ts';
import type { Sight } from '../../../devices/camera/sight.ts';
import { surface } from '../../../devices/camera/surface.ts';
import { tf } from '../../../devices/camera/tensorflow.ts';

/** Looks at pictures by address, over and over. */
export interface ProbeQuestion {
  readonly pictures: readonly string[];
  readonly rounds: number;
}

export interface ProbeReport {
  readonly backend: string;
  /** What the first round saw, one per picture. */
  readonly sights: readonly Sight[];
  readonly tensorsAfterFirstRound: number;
  readonly tensorsAtEnd: number;
  readonly looks: number;
  /** Milliseconds of every look. */
  readonly times: readonly number[];
}

/** The real engine without the rules around it, so that a test can see each answer. */
self.onmessage = async ({ data: { pictures, rounds } }: MessageEvent<ProbeQuestion>) => {
  const engine = new FaceApiEngine(new URL('/', self.location.href));
  await engine.start();
  const frames: ImageBitmap[] = [];
  for (const picture of pictures) frames.push(await createImageBitmap(await (await fetch(picture)).blob()));
  const { canvas, context } = surface(FRAME.width, FRAME.height);
  const sights: Sight[] = [];
  const times: number[] = [];
  let tensorsAfterFirstRound = 0;
  for (let round = 0; round < rounds; round++) {
    for (const frame of frames) {
      const before = performance.now();
      context.drawImage(frame, 0, 0, FRAME.width, FRAME.height);
      const sight = await engine.look(canvas, true);
      times.push(performance.now() - before);
      if (round === 0) sights.push(sight);
    }
    if (round === 0) tensorsAfterFirstRound = tf.memory().numTensors;
  }
  self.postMessage({
    backend: tf.getBackend(),
    sights,
    tensorsAfterFirstRound,
    tensorsAtEnd: tf.memory().numTensors,
    looks: times.length,
    times,
  } satisfies ProbeReport);
};
