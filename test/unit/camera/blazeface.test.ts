import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findFaces } from '../../../devices/camera/blazeface.ts';

interface Face {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** The network's output for these faces: every anchor of the fitting grid within reach fires with its offset to the box. */
function output(faces: readonly Face[], logit = 4) {
  const grid = (stride: number, perCell: number, mine: (face: Face) => boolean) => {
    const side = 256 / stride;
    const scores = new Float32Array(side * side * perCell).fill(-20);
    const boxes = new Float32Array(scores.length * 16);
    for (const face of faces.filter(mine)) {
      for (let anchor = 0; anchor < scores.length; anchor++) {
        const cell = Math.floor(anchor / perCell);
        const x = ((cell % side) + 0.5) * stride;
        const y = (Math.floor(cell / side) + 0.5) * stride;
        if (Math.hypot(x - face.x, y - face.y) > stride) continue;
        scores[anchor] = logit;
        // No two anchors agree exactly.
        const size = face.size * (1 + ((anchor % 5) - 2) / 20);
        boxes.set([face.x - x + (anchor % 3), face.y - y, size, size], anchor * 16);
      }
    }
    return { scores, boxes };
  };
  return [grid(16, 2, ({ size }) => size < 60), grid(32, 6, ({ size }) => size >= 60)] as const;
}

test('nothing is nobody', () => {
  expect(findFaces(...output([]))).toHaveLength(0);
});

test('many anchors on one face are one face', () => {
  expect(findFaces(...output([{ x: 128, y: 128, size: 110 }]))).toHaveLength(1);
});

test('both grids on the same face are one face', () => {
  expect(
    findFaces(
      ...output([
        { x: 128, y: 128, size: 61 },
        { x: 130, y: 127, size: 40 },
      ]),
    ),
  ).toHaveLength(1);
});

test('a small face beside a large one is a second face', () => {
  expect(
    findFaces(
      ...output([
        { x: 90, y: 128, size: 110 },
        { x: 220, y: 60, size: 16 },
      ]),
    ),
  ).toHaveLength(2);
});

test('a small face that looks over the shoulder, partly inside the large box, is a second face', () => {
  expect(
    findFaces(
      ...output([
        { x: 128, y: 128, size: 110 },
        { x: 170, y: 90, size: 40 },
      ]),
    ),
  ).toHaveLength(2);
});

test('an unsure score is no face', () => {
  expect(findFaces(...output([{ x: 128, y: 128, size: 110 }], -0.5))).toHaveLength(0);
  expect(findFaces(...output([{ x: 128, y: 128, size: 110 }], -0.3))).toHaveLength(1);
});

test('faces far apart are all counted, wherever they are', () => {
  const spots = [40, 128, 216].flatMap((x) => [40, 128, 216].map((y) => ({ x, y })));
  fc.assert(
    fc.property(fc.subarray(spots), fc.integer({ min: 10, max: 80 }), (at, size) => {
      expect(findFaces(...output(at.map((spot) => ({ ...spot, size }))))).toHaveLength(at.length);
    }),
  );
});
