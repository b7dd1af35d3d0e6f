import { type FoundFace, findFaces, INPUT_SIDE } from './blazeface.ts';
import { surface } from './surface.ts';
import { type Fetch, type GraphModel, tf } from './tensorflow.ts';

/** Scores and boxes of the 16×16 grid, then of the 8×8 grid. */
const OUTPUTS = ['Identity:0', 'Identity_2:0', 'Identity_1:0', 'Identity_3:0'];

/** Finds faces of any size; the detector of the expression reader does not see bystanders. */
export class FaceCounter {
  readonly #square = surface(INPUT_SIDE, INPUT_SIDE);
  readonly #input = new Float32Array(INPUT_SIDE * INPUT_SIDE * 3);
  #model: GraphModel | null = null;

  async start(models: URL, fetchFunc: Fetch): Promise<void> {
    this.#model = await tf.loadGraphModel(new URL('blazeface.json', models).href, { fetchFunc });
  }

  find(frame: OffscreenCanvas): readonly FoundFace[] {
    const { context } = this.#square;
    context.drawImage(frame, 0, 0, INPUT_SIDE, INPUT_SIDE);
    const { data } = context.getImageData(0, 0, INPUT_SIDE, INPUT_SIDE);
    context.clearRect(0, 0, INPUT_SIDE, INPUT_SIDE);
    for (let from = 0, to = 0; from < data.length; from += 4) {
      this.#input[to++] = data[from]! / 127.5 - 1;
      this.#input[to++] = data[from + 1]! / 127.5 - 1;
      this.#input[to++] = data[from + 2]! / 127.5 - 1;
    }
    const input = tf.tensor4d(this.#input, [1, INPUT_SIDE, INPUT_SIDE, 3]);
    const outputs = this.#model!.execute(input, OUTPUTS);
    const [fineScores, fineBoxes, coarseScores, coarseBoxes] = outputs.map((tensor) => tensor.dataSync());
    for (const tensor of [input, ...outputs]) tensor.dispose();
    this.#input.fill(0);
    return findFaces({ scores: fineScores!, boxes: fineBoxes! }, { scores: coarseScores!, boxes: coarseBoxes! });
  }
}
