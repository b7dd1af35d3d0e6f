import { FRAME } from '../../../../devices/camera/engine.ts';
import type { FromWorker } from '../../../../devices/camera/protocol.ts';

/** How one engine did on the frames it was given. */
export interface EngineReport {
  readonly backend: string;
  /** From the first request to the first answer ready to be asked again: loading and compiling. */
  readonly startMs: number;
  /** Milliseconds of every look after the first. */
  readonly times: readonly number[];
  /** Longest task of the page's own thread and longest gap between two of its frames, while looking. */
  readonly longestTask: number;
  readonly longestGap: number;
}

/** What is used of face-api.js 0.22.2: a script that puts itself on the page. */
interface OriginalApi {
  tf: { setBackend(name: string): Promise<boolean>; getBackend(): string };
  nets: Record<'tinyFaceDetector' | 'faceExpressionNet', { loadFromUri(address: string): Promise<void> }>;
  TinyFaceDetectorOptions: new (options: { inputSize: number; scoreThreshold: number }) => object;
  detectAllFaces(canvas: HTMLCanvasElement, options: object): { withFaceExpressions(): Promise<object[]> };
}

/** Watches the page's own thread until the returned function is called. */
function watchThread(): () => { longestTask: number; longestGap: number } {
  let longestTask = 0;
  let longestGap = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longestTask = Math.max(longestTask, entry.duration);
  });
  observer.observe({ type: 'longtask' });
  let last = performance.now();
  let going = true;
  const tick = () => {
    const now = performance.now();
    longestGap = Math.max(longestGap, now - last);
    last = now;
    if (going) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  return () => {
    going = false;
    for (const entry of observer.takeRecords()) longestTask = Math.max(longestTask, entry.duration);
    observer.disconnect();
    return { longestTask, longestGap: Math.max(longestGap, performance.now() - last) };
  };
}

const picturesOf = (addresses: readonly string[]): Promise<ImageBitmap[]> =>
  Promise.all(addresses.map(async (address) => createImageBitmap(await (await fetch(address)).blob())));

/** Shows every picture in turn, `rounds` times; the first look of all is the start. */
async function measure(
  addresses: readonly string[],
  rounds: number,
  began: number,
  backend: () => string,
  look: (picture: ImageBitmap) => Promise<void>,
): Promise<EngineReport> {
  const pictures = await picturesOf(addresses);
  await look(pictures[0]!);
  const startMs = performance.now() - began;
  const done = watchThread();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const picture of pictures) {
      const before = performance.now();
      await look(picture);
      times.push(performance.now() - before);
      // Lets the page paint between two looks, as a kiosk's would.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  return { backend: backend(), startMs, times, ...done() };
}

/** face-api.js 0.22.2 as its readme uses it: on the page's own thread. It must be served at `/original.js`. */
export async function runOriginal(addresses: readonly string[], rounds: number, backend: 'webgl' | 'cpu'): Promise<EngineReport> {
  const began = performance.now();
  await new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = '/original.js';
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  const api = (window as unknown as { faceapi: OriginalApi }).faceapi;
  await api.tf.setBackend(backend);
  await api.nets.tinyFaceDetector.loadFromUri('/models');
  await api.nets.faceExpressionNet.loadFromUri('/models');
  const canvas = document.createElement('canvas');
  canvas.width = FRAME.width;
  canvas.height = FRAME.height;
  const context = canvas.getContext('2d')!;
  const options = new api.TinyFaceDetectorOptions({ inputSize: 224, scoreThreshold: 0.4 });
  return measure(
    addresses,
    rounds,
    began,
    () => api.tf.getBackend(),
    async (picture) => {
      context.drawImage(picture, 0, 0, FRAME.width, FRAME.height);
      await api.detectAllFaces(canvas, options).withFaceExpressions();
    },
  );
}

/** The kiosk's worker as the kiosk uses it: a bitmap goes over, an answer comes back; it also counts bystanders on each frame. */
export async function runOurs(addresses: readonly string[], rounds: number): Promise<EngineReport> {
  const began = performance.now();
  const worker = new Worker(new URL('../../../../devices/camera/worker.ts', import.meta.url), { type: 'module' });
  const answer = () =>
    new Promise<void>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) =>
        data.kind === 'fault' ? reject(new Error(data.code)) : resolve();
    });
  await answer();
  return measure(
    addresses,
    rounds,
    began,
    () => 'wasm, in a worker',
    async (picture) => {
      const frame = await createImageBitmap(picture);
      const answered = answer();
      worker.postMessage({ kind: 'look', frame }, [frame]);
      await answered;
    },
  );
}
