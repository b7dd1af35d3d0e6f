import { logOdds, probability } from '../odds.ts';

/** One answer of an employee: what the estimate was when the call was raised, and whether help was needed. */
export interface Sample {
  /** 0–1, exclusive. */
  readonly estimate: number;
  readonly needed: boolean;
}

/** From an estimate to how often help was really needed. */
export type Curve = (estimate: number) => number;

/** Keeps a probability off 0 and 1, where one wrong sample would cost without end: two answers a hair apart make a curve as steep as a wall. */
const inside = (p: number): number => Math.min(0.999, Math.max(0.001, p));

/** Platt's curve: `probability(slope · logOdds(estimate) + offset)`. */
export interface Platt {
  readonly slope: number;
  readonly offset: number;
}

export const plattCurve =
  ({ slope, offset }: Platt): Curve =>
  (estimate) =>
    inside(probability(slope * logOdds(inside(estimate)) + offset));

const steps = 100;

/**
 * Fits Platt's curve by Newton's method with his smoothed targets, so that a few samples of one kind do not promise certainty.
 * J. Platt, "Probabilistic outputs for support vector machines", 1999; the numerics after Lin, Lin and Weng, Machine Learning 68, 2007.
 * An estimate that says the opposite of the truth has no sensible curve: the slope stays at 0 or above.
 */
export function fitPlatt(samples: readonly Sample[]): Platt {
  const needed = samples.filter((sample) => sample.needed).length;
  const yes = (needed + 1) / (needed + 2);
  const no = 1 / (samples.length - needed + 2);
  const points = samples.map((sample) => ({ x: logOdds(inside(sample.estimate)), target: sample.needed ? yes : no }));
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < steps; step += 1) {
    // A grain of ridge keeps the matrix solvable when all estimates are alike.
    let [ss, so, oo, gs, go] = [1e-6, 0, 1e-6, 0, 0];
    for (const { x, target } of points) {
      const p = probability(slope * x + offset);
      const w = Math.max(1e-9, p * (1 - p));
      ss += w * x * x;
      so += w * x;
      oo += w;
      gs += (p - target) * x;
      go += p - target;
    }
    const determinant = ss * oo - so * so;
    const bySlope = (oo * gs - so * go) / determinant;
    const byOffset = (ss * go - so * gs) / determinant;
    // Newton's step overshoots far from the goal; a bounded one still arrives.
    const length = Math.max(1, Math.abs(bySlope), Math.abs(byOffset));
    slope -= bySlope / length;
    offset -= byOffset / length;
    if (Math.abs(bySlope) + Math.abs(byOffset) < 1e-9) break;
  }
  return slope < 0 ? { slope: 0, offset: logOdds(inside(needed / Math.max(1, samples.length))) } : { slope, offset };
}

interface Block {
  readonly from: number;
  readonly sum: number;
  readonly count: number;
}

/**
 * The rising staircase nearest to the answers, by pooling adjacent violators. M. Ayer et al., "An empirical distribution function for
 * sampling with incomplete information", Annals of Mathematical Statistics 26, 1955. Below the first sample it says what the first step says.
 */
export function fitIsotonic(samples: readonly Sample[]): Curve {
  const blocks: Block[] = [];
  for (const { estimate, needed } of samples.toSorted((a, b) => a.estimate - b.estimate)) {
    const last = blocks.at(-1);
    // Equal estimates are one place on the curve.
    if (last?.from === estimate) blocks[blocks.length - 1] = { ...last, sum: last.sum + Number(needed), count: last.count + 1 };
    else blocks.push({ from: estimate, sum: Number(needed), count: 1 });
  }
  const stairs: Block[] = [];
  for (const block of blocks) {
    stairs.push(block);
    for (;;) {
      const [before, last] = stairs.slice(-2);
      if (before === undefined || last === undefined || before.sum / before.count < last.sum / last.count) break;
      stairs.splice(-2, 2, { from: before.from, sum: before.sum + last.sum, count: before.count + last.count });
    }
  }
  return (estimate) => {
    const step = stairs.findLast(({ from }) => from <= estimate) ?? stairs[0];
    return step === undefined ? 0.5 : step.sum / step.count;
  };
}

/** Mean squared distance of what a curve says from what was answered (Brier 1950); 0 is perfect, a coin has 0.25. */
const brier = (curve: Curve, samples: readonly Sample[]): number =>
  samples.reduce((sum, { estimate, needed }) => sum + (curve(estimate) - Number(needed)) ** 2, 0) / samples.length;

const folds = 5;

/** Brier score on samples the curve was not fitted to: every fifth is held out in turn. */
export function heldOut(learn: (samples: readonly Sample[]) => Curve, samples: readonly Sample[]): number {
  // Sorted first, so that every fold sees the whole range and the order of the samples means nothing.
  const sorted = samples.toSorted((a, b) => a.estimate - b.estimate || Number(a.needed) - Number(b.needed));
  let sum = 0;
  for (let fold = 0; fold < folds; fold += 1) {
    const test = sorted.filter((_, i) => i % folds === fold);
    if (test.length === 0) continue;
    sum += brier(learn(sorted.filter((_, i) => i % folds !== fold)), test) * test.length;
  }
  return sum / samples.length;
}
