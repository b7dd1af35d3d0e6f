import * as faceapi from 'face-api.js';

/** face-api.js as its readme shows it: on the page's thread, with the backend it picks by itself or the plain one. */
export async function baseline(backend: 'webgl' | 'cpu', rounds: number): Promise<{ msPerFrame: number; backend: string }> {
  const tf = faceapi.tf as unknown as { setBackend(name: string): Promise<boolean>; getBackend(): string };
  await tf.setBackend(backend);
  await faceapi.nets.tinyFaceDetector.loadFromUri('/models');
  await faceapi.nets.faceExpressionNet.loadFromUri('/models');
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 480;
  const frame = await createImageBitmap(await (await fetch('/faces/smiling.jpg')).blob());
  canvas.getContext('2d')!.drawImage(frame, 0, 0, 640, 480);
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const before = performance.now();
    await faceapi.detectAllFaces(canvas, new faceapi.TinyFaceDetectorOptions({ inputSize: 224 })).withFaceExpressions();
    // The first look compiles.
    if (round > 0) times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  return { msPerFrame: times[Math.floor(times.length / 2)]!, backend: tf.getBackend() };
}
