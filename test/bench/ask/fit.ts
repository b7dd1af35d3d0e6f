import { type Fitted, fitted } from '../../../shared/ask/fitted.ts';
import { probabilityOf } from '../../../shared/ask/probability.ts';
import { fitPlatt } from '../../../shared/empathy/calibration/fit.ts';

/** One match: what it looked like, whether it was what had been asked, and whether the store has an answer at all. */
export interface Sample {
  readonly features: readonly number[];
  readonly right: boolean;
  readonly answerable: boolean;
}

/** Pull towards zero, in samples: a few hundred questions must not promise certainty. */
const ridge = 1;
const steps = 4000;

/** Logistic regression by gradient descent with a ridge. Plain and slow: it runs when somebody asks for it. */
function logistic(samples: readonly Sample[]): Fitted {
  const count = fitted.weights.length;
  let weights = Array.from({ length: count }, () => 0);
  let offset = 0;
  const pace = 2 / samples.length;
  for (let step = 0; step < steps; step += 1) {
    const slopes = weights.map((weight) => ridge * weight);
    let slope = 0;
    for (const { features, right } of samples) {
      const error = probabilityOf(features, { weights, offset }) - Number(right);
      slope += error;
      for (let i = 0; i < count; i += 1) slopes[i] = (slopes[i] ?? 0) + error * (features[i] ?? 0);
    }
    weights = weights.map((weight, i) => weight - pace * (slopes[i] ?? 0));
    offset -= pace * slope;
  }
  return { weights, offset };
}

/**
 * The curve. Its shape is learnt from the hard cases too, its scale (Platt) from the questions as they come: a probability is right
 * only for the mixture it was measured on.
 */
export function fitCurve(labelled: readonly Sample[], hard: readonly Sample[]): Fitted {
  const { weights, offset } = logistic([...labelled, ...hard]);
  const scale = fitPlatt(
    labelled.map(({ features, right }) => ({ estimate: probabilityOf(features, { weights, offset }), needed: right })),
  );
  const tidy = (value: number) => Number(value.toFixed(3));
  return { weights: weights.map((weight) => tidy(weight * scale.slope)), offset: tidy(offset * scale.slope + scale.offset) };
}

const folds = 10;

/** The probability of every sample by a curve that has not seen it: every tenth is held out in turn. */
export function heldOut(samples: readonly Sample[], learn: (rest: readonly Sample[]) => Fitted): readonly number[] {
  const curves = Array.from({ length: folds }, (_, fold) => learn(samples.filter((_, i) => i % folds !== fold)));
  return samples.map(({ features }, i) => probabilityOf(features, curves[i % folds]));
}
