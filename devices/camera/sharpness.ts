/** Side of the square that a face is shrunk to before it is judged, so that near and far faces compare. */
export const SHARPNESS_SIDE = 64;

/**
 * How sharp a square picture (RGBA, {@link SHARPNESS_SIDE} wide) is: variance of its Laplacian, in parts of the variance of its light, so that
 * neither lighting nor skin tone counts. After Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy" (ICPR 2000).
 */
export function sharpness(pixels: Uint8ClampedArray): number {
  const side = SHARPNESS_SIDE;
  const light = new Float32Array(side * side);
  for (let i = 0; i < light.length; i++) {
    // Luma of ITU-R BT.601.
    light[i] = 0.299 * pixels[i * 4]! + 0.587 * pixels[i * 4 + 1]! + 0.114 * pixels[i * 4 + 2]!;
  }
  const edges = new Float32Array((side - 2) ** 2);
  let at = 0;
  for (let y = 1; y < side - 1; y++) {
    for (let x = 1; x < side - 1; x++) {
      const i = y * side + x;
      edges[at++] = light[i - 1]! + light[i + 1]! + light[i - side]! + light[i + side]! - 4 * light[i]!;
    }
  }
  const contrast = variance(light);
  const result = contrast === 0 ? 0 : variance(edges) / contrast;
  light.fill(0);
  edges.fill(0);
  return result;
}

function variance(values: Float32Array): number {
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  return Math.max(0, squares / values.length - (sum / values.length) ** 2);
}
