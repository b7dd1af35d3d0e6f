/**
 * Finds the faces in a picture from the raw output of MediaPipe's BlazeFace (back camera, 256×256).
 * Layout of anchors and boxes: Bazarevsky et al., "BlazeFace: Sub-millisecond Neural Face Detection on Mobile GPUs" (2019).
 */

/** Side of the square picture the network takes. */
export const INPUT_SIDE = 256;
/** Two grids: 16×16 cells of 2 anchors and 8×8 cells of 6; every anchor has a score and 16 numbers: its box, then six points. */
const GRIDS = [
  { stride: 16, perCell: 2 },
  { stride: 32, perCell: 6 },
] as const;
const NUMBERS_PER_BOX = 16;
/** Low on purpose: taking one face for two costs some evidence, taking two for one reads a bystander. */
const MIN_SCORE = 0.4;
/** Boxes that overlap more than this are the same face. */
const SAME_FACE_OVERLAP = 0.2;

/** One grid's output, as the network gives it. */
export interface GridOutput {
  /** Logits, one per anchor. */
  readonly scores: ArrayLike<number>;
  readonly boxes: ArrayLike<number>;
}

/** A face as the network sees it; lengths in pixels of the square picture. */
export interface FoundFace {
  readonly score: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Right eye, left eye, nose: x and y of each. */
  readonly points: readonly [Point, Point, Point];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The different faces, the surest first; `fine` is the 16×16 grid, `coarse` the 8×8 one. */
export function findFaces(fine: GridOutput, coarse: GridOutput): readonly FoundFace[] {
  const candidates = [fine, coarse].flatMap((output, grid) => decode(output, GRIDS[grid]!));
  candidates.sort((a, b) => b.score - a.score);
  const faces: FoundFace[] = [];
  for (const box of candidates) {
    if (faces.every((face) => overlap(face, box) <= SAME_FACE_OVERLAP)) faces.push(box);
  }
  return faces;
}

function decode({ scores, boxes }: GridOutput, { stride, perCell }: (typeof GRIDS)[number]): FoundFace[] {
  const side = INPUT_SIDE / stride;
  const found: FoundFace[] = [];
  for (let anchor = 0; anchor < scores.length; anchor++) {
    const score = 1 / (1 + Math.exp(-scores[anchor]!));
    if (score < MIN_SCORE) continue;
    const cell = Math.floor(anchor / perCell);
    const at = anchor * NUMBERS_PER_BOX;
    const anchorX = ((cell % side) + 0.5) * stride;
    const anchorY = (Math.floor(cell / side) + 0.5) * stride;
    const x = anchorX + boxes[at]!;
    const y = anchorY + boxes[at + 1]!;
    const halfWidth = boxes[at + 2]! / 2;
    const halfHeight = boxes[at + 3]! / 2;
    const point = (n: number): Point => ({ x: anchorX + boxes[at + 4 + 2 * n]!, y: anchorY + boxes[at + 5 + 2 * n]! });
    const points = [point(0), point(1), point(2)] as const;
    found.push({ score, left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight, points });
  }
  return found;
}

/** Intersection over union. Not over the smaller box: the face of somebody looking over a shoulder would vanish in the larger one. */
function overlap(a: FoundFace, b: FoundFace): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const area = (box: FoundFace) => (box.right - box.left) * (box.bottom - box.top);
  return (width * height) / (area(a) + area(b) - width * height);
}
