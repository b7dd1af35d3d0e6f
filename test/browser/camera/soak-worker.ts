import { FaceApiEngine } from '../../../devices/camera/face-api-engine.ts';
import type { FromWorker } from '../../../devices/camera/protocol.ts';
import { type Port, serve } from '../../../devices/camera/serve.ts';
import { tf } from '../../../devices/camera/tensorflow.ts';

/** Tensors after so many looks. */
export interface SoakSample {
  readonly looks: number;
  readonly tensors: number;
  readonly bytes: number;
}

/** The shipped worker's whole path, fed with a new ImageBitmap for every look and without a rest in between. */
self.onmessage = async ({ data }: MessageEvent<{ pictures: string[]; looks: number; every: number }>) => {
  let answered: (message: FromWorker) => void = () => undefined;
  const port: Port = { onmessage: null, postMessage: (message) => answered(message) };
  await serve(port, new FaceApiEngine(new URL('/', self.location.href)));
  const blobs = await Promise.all(data.pictures.map(async (url) => (await fetch(url)).blob()));
  for (let looks = 1; looks <= data.looks; looks++) {
    const frame = await createImageBitmap(blobs[looks % blobs.length]!);
    const answer = await new Promise<FromWorker>((resolve) => {
      answered = resolve;
      void port.onmessage?.(new MessageEvent('message', { data: { kind: 'look', frame } }));
    });
    if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
    const { numTensors, numBytes } = tf.memory();
    if (looks === 1 || looks % data.every === 0)
      self.postMessage({ looks, tensors: numTensors, bytes: numBytes } satisfies SoakSample);
  }
};
