/** A share with the range the true one lies in, all from 0 to 1. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Quantile of the normal distribution for 95 %. */
const z = 1.959964;

/**
 * The 95 % interval of a share by Wilson's score method (E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", JASA 22, 1927), which stays honest with few samples and at 0 and 1. Nothing measured is anything from 0 to 1.
 *
 * @param share what was found, 0 to 1
 * @param samples how many independent samples say so
 */
export function wilson(share: number, samples: number): Share {
  if (!(samples > 0)) return { share, low: 0, high: 1 };
  const z2 = z * z;
  const middle = (share + z2 / (2 * samples)) / (1 + z2 / samples);
  const half = (z / (1 + z2 / samples)) * Math.sqrt((share * (1 - share)) / samples + z2 / (4 * samples * samples));
  return { share, low: Math.min(share, Math.max(0, middle - half)), high: Math.max(share, Math.min(1, middle + half)) };
}
