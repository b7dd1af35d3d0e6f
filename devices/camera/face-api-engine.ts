import * as faceapi from 'face-api.js';
import { OperatorError } from '../../shared/errors.ts';
import { type FaceEngine, FRAME } from './engine.ts';
import { FaceCounter } from './face-counter.ts';
import { heightOf, poseOf } from './pose.ts';
import { SHARPNESS_SIDE, sharpness } from './sharpness.ts';
import { judgeFace, MIN_HEIGHT_PX, type Sight } from './sight.ts';
import { surface } from './surface.ts';
import { type Fetch, tf } from './tensorflow.ts';
import { verifiedFetch } from './verified-fetch.ts';

/** Faces at arm's length are found at 224; a face close to the lens only at 160 (62 % against 89 % of tight portraits). */
const INPUT_SIZES = [224, 160];
const DETECTOR_THRESHOLD = 0.4;

/**
 * The real engine: BlazeFace counts, face-api.js finds and reads. Only these three networks exist here: no age, no gender,
 * no landmarks, no descriptor that could tell one person from another.
 */
export class FaceApiEngine implements FaceEngine {
  readonly #base: URL;
  readonly #counter = new FaceCounter();
  readonly #crop = surface(1, 1);
  readonly #shrunk = surface(SHARPNESS_SIDE, SHARPNESS_SIDE);

  /** @param base the address below which `models/` and `tfwasm/` are served. */
  constructor(base: URL) {
    this.#base = base;
  }

  async start(): Promise<void> {
    const fetch = verifiedFetch(this.#base);
    faceapi.env.setEnv(workerEnvironment(fetch));
    tf.env().platform.fetch = fetch;
    await requireWasm(fetch, new URL('tfwasm/tfjs-backend-wasm-simd.wasm', this.#base));
    // One thread: several would need cross-origin isolation and gain a tenth.
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    tf.setWasmPaths(new URL('tfwasm/', this.#base).href, true);
    // When this is false the library would go on with software WebGL: ten times slower, and able to hang.
    if (!(await tf.setBackend('wasm')) || tf.getBackend() !== 'wasm') throw noWasm();
    const models = new URL('models/', this.#base);
    await faceapi.nets.tinyFaceDetector.loadFromUri(models.href);
    await faceapi.nets.faceExpressionNet.loadFromUri(models.href);
    await this.#counter.start(models, fetch);
    const blank = surface(FRAME.width, FRAME.height).canvas;
    this.#counter.find(blank);
    await this.#find(blank);
    await faceapi.nets.faceExpressionNet.predictExpressions(input(blank));
  }

  async look(frame: OffscreenCanvas, mayRead: boolean): Promise<Sight> {
    const counted = this.#counter.find(frame);
    const faces = counted.length;
    const [only] = counted;
    if (!only || faces > 1 || !mayRead) return { faces, quality: null, negative: null };
    const found = await this.#find(frame);
    const [face] = found;
    // Read only what both detectors agree on: the reader's own one now and then sees a face in a sleeve.
    if (!face || found.length > 1) return { faces, quality: heightOf(only) < MIN_HEIGHT_PX ? 'far' : 'unclear', negative: null };
    this.#cut(frame, face.box);
    try {
      const facts = { score: face.score, heightPx: face.box.height, ...poseOf(only), sharpness: this.#sharpness() };
      const quality = judgeFace(facts);
      return { faces, quality, negative: quality === 'good' ? await this.#read() : null };
    } finally {
      this.#crop.canvas.width = 1;
      this.#crop.canvas.height = 1;
    }
  }

  async #find(frame: OffscreenCanvas): Promise<faceapi.FaceDetection[]> {
    for (const inputSize of INPUT_SIZES) {
      const options = new faceapi.TinyFaceDetectorOptions({ inputSize, scoreThreshold: DETECTOR_THRESHOLD });
      const found = await faceapi.nets.tinyFaceDetector.locateFaces(input(frame), options);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** Copies the face, and nothing around it, to where it is judged and read. */
  #cut(frame: OffscreenCanvas, box: faceapi.Box): void {
    const { x, y, width, height } = box.floor().clipAtImageBorders(frame.width, frame.height);
    this.#crop.canvas.width = width;
    this.#crop.canvas.height = height;
    this.#crop.context.drawImage(frame, x, y, width, height, 0, 0, width, height);
  }

  #sharpness(): number {
    const { context } = this.#shrunk;
    context.drawImage(this.#crop.canvas, 0, 0, SHARPNESS_SIDE, SHARPNESS_SIDE);
    const { data } = context.getImageData(0, 0, SHARPNESS_SIDE, SHARPNESS_SIDE);
    context.clearRect(0, 0, SHARPNESS_SIDE, SHARPNESS_SIDE);
    return sharpness(data);
  }

  async #read(): Promise<number> {
    const expressions = await faceapi.nets.faceExpressionNet.predictExpressions(input(this.#crop.canvas));
    const { angry, disgusted, fearful, sad } = expressions as faceapi.FaceExpressions;
    return angry + disgusted + fearful + sad;
  }
}

const noWasm = (cause?: unknown) =>
  new OperatorError('no-wasm', "WebAssembly cannot run: the page's policy needs 'wasm-unsafe-eval'.", {}, cause);

/** The library never answers when its binary is refused or damaged, so both are found out before it is asked. */
async function requireWasm(fetch: Fetch, binary: URL): Promise<void> {
  await fetch(binary);
  const emptyModule = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);
  await WebAssembly.compile(emptyModule).catch((cause: unknown) => {
    throw noWasm(cause);
  });
}

/** The library is typed for pages; told so by its environment, it takes a worker's canvas. */
const input = (canvas: OffscreenCanvas): HTMLCanvasElement => canvas as unknown as HTMLCanvasElement;

function workerEnvironment(fetch: Fetch): faceapi.Environment {
  const never = (): never => {
    throw new OperatorError('face-engine-misuse', 'only canvases are looked at');
  };
  class Nothing {}
  return {
    Canvas: OffscreenCanvas,
    CanvasRenderingContext2D: OffscreenCanvasRenderingContext2D,
    Image: Nothing,
    ImageData,
    Video: Nothing,
    createCanvasElement: () => new OffscreenCanvas(1, 1),
    createImageElement: never,
    createVideoElement: never,
    fetch,
    readFile: never,
  } as unknown as faceapi.Environment;
}
