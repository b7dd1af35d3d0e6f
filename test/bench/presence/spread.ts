import { judge, type Outcome, type Quality, youden } from './measure.ts';

/** Reproducible numbers in [0, 1): a linear congruential generator, constants of Numerical Recipes. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const redraws = 300;

/**
 * Where J lies with 90 % confidence: bootstrap over the positions, because one position is one sample, however long the beacon stood there.
 */
export function confidence(outcomes: readonly Outcome[]): readonly [number, number] {
  const standing = [
    ...Map.groupBy(
      outcomes.filter(({ scene }) => !scene.moving),
      ({ scene }) => scene.name,
    ).values(),
  ];
  const random = numbers(1);
  const js = Array.from({ length: redraws }, () =>
    youden(judge(standing.flatMap(() => standing[Math.floor(random() * standing.length)]!))),
  ).sort((a, b) => a - b);
  return [js[Math.floor(redraws * 0.05)]!, js[Math.floor(redraws * 0.95)]!];
}

const folds = 5;

/** Positions and walks in turn, in the order of their names. */
function foldOf(outcomes: readonly Outcome[]): (outcome: Outcome) => number {
  const names = [...new Set(outcomes.map(({ scene }) => scene.name))].sort();
  return ({ scene }) => names.indexOf(scene.name) % folds;
}

/**
 * What is left of a contender when its boundary may not be chosen on the recordings it is judged by: each fifth of the positions and walks
 * is judged with the radius that did best on the other four.
 */
export function crossValidated(sweep: ReadonlyMap<number, readonly Outcome[]>): Quality {
  const judged: Outcome[] = [];
  for (let fold = 0; fold < folds; fold++) {
    let best: { readonly j: number; readonly outcomes: readonly Outcome[] } | null = null;
    for (const outcomes of sweep.values()) {
      const of = foldOf(outcomes);
      const j = youden(judge(outcomes.filter((outcome) => of(outcome) !== fold)));
      if (best === null || j > best.j) best = { j, outcomes: outcomes.filter((outcome) => of(outcome) === fold) };
    }
    judged.push(...best!.outcomes);
  }
  return judge(judged);
}
