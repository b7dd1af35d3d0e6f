import { wilson } from '../presence/calibration/interval.ts';
import { type Curve, fitIsotonic, fitPlatt, heldOut, type Platt, plattCurve, type Sample } from './calibration/fit.ts';
import { logOdds, probability } from './odds.ts';
import { levelRanges } from './settings.ts';

export type { Sample } from './calibration/fit.ts';

/** Fewer answers than this say nothing yet. */
const enoughSamples = 30;
/** Answers that are nearly all alike say nothing either: so many yes, and so many no, there must be. */
export const enoughOfEach = 8;

/** One stretch of estimates: how often help was needed there, with the 95 % range the true share lies in. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  /** Mean estimate of the samples in it. */
  readonly estimate: number;
  readonly samples: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Upper ends of the bins: narrow where estimates are common. */
const ends = [0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 1];

/** The reliability of the estimate: said against found. Empty bins are missing. */
export const reliability = (samples: readonly Sample[]): Bin[] =>
  ends.flatMap((to, i) => {
    const from = ends[i - 1] ?? 0;
    const inside = samples.filter(({ estimate }) => estimate >= from && (estimate < to || to === 1));
    if (inside.length === 0) return [];
    const found = inside.filter(({ needed }) => needed).length / inside.length;
    const estimate = inside.reduce((sum, one) => sum + one.estimate, 0) / inside.length;
    return [{ from, to, estimate, samples: inside.length, ...wilson(found, inside.length) }];
  });

/** A threshold the answers speak for, with the range that nine in ten repetitions of the sample would put it in. */
export interface FittedLevel {
  readonly at: number;
  /** The nearest that can be set. */
  readonly settable: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What employees' answers say. `too-few`: the proposed settings stay. `as-good`: the estimate is about right as it is, or no curve does
 * better on answers it has not seen. `better`: a curve does, and with it a person would be proposed from `proposeFrom` on.
 */
export type Calibration = { readonly samples: number; readonly needed: number; readonly bins: readonly Bin[] } & (
  | { readonly kind: 'too-few'; readonly missing: number }
  | {
      readonly kind: 'as-good' | 'better';
      /** Held-out Brier scores. */
      readonly scores: { readonly asIs: number; readonly platt: number; readonly isotonic: number };
      /** Which curve does best on held-out answers. */
      readonly best: 'as-is' | 'platt' | 'isotonic';
      readonly curve: Curve;
      /** Null where no threshold within bounds gives the share wanted. */
      readonly proposeFrom: FittedLevel | null;
    }
);

/** A proposal should be right at least this often: as often as not. */
const wantedShare = 0.5;
/** A curve must do better by this much to be worth a change (Brier). */
const worthIt = 0.005;
const repetitions = 200;

/** A number from 0 to 1, exclusive of 1. */
export type Random = () => number;

/** The estimate from which Platt's curve says that help is needed in the wanted share of cases. */
const crossing = ({ slope, offset }: Platt): number =>
  slope < 0.05 ? Number.NaN : probability((logOdds(wantedShare) - offset) / slope);

/** Levels are set in hundredths. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Fits again on samples drawn with replacement (Efron 1979). Null where most repetitions find no threshold. */
function bootstrapped(samples: readonly Sample[], random: Random): FittedLevel | null {
  const found: number[] = [];
  for (let i = 0; i < repetitions; i += 1) {
    const drawn = samples.map(() => samples[Math.floor(random() * samples.length)] as Sample);
    const at = crossing(fitPlatt(drawn));
    if (!Number.isNaN(at)) found.push(at);
  }
  const at = crossing(fitPlatt(samples));
  if (Number.isNaN(at) || found.length < repetitions / 2) return null;
  const sorted = found.toSorted((a, b) => a - b);
  const quantile = (q: number) => sorted[Math.floor(q * (sorted.length - 1))] ?? at;
  const { least, most } = levelRanges.proposeFrom;
  return {
    at: rounded(at),
    settable: rounded(Math.min(most, Math.max(least, at))),
    low: rounded(quantile(0.05)),
    high: rounded(quantile(0.95)),
  };
}

/**
 * Reads employees' answers. The threshold comes from Platt's curve, which is smooth and needs few samples; the staircase is there to be
 * compared with it. Only visits with a call have an answer: nothing here knows of people who left without one.
 */
export function calibrate(samples: readonly Sample[], random: Random): Calibration {
  const needed = samples.filter((sample) => sample.needed).length;
  const bins = reliability(samples);
  const seen = { samples: samples.length, needed, bins };
  const fewer = Math.min(needed, samples.length - needed);
  const missing = Math.max(enoughSamples - samples.length, enoughOfEach - fewer);
  if (missing > 0) return { ...seen, kind: 'too-few', missing };

  const asIs: Curve = (estimate) => estimate;
  const scores = {
    asIs: heldOut(() => asIs, samples),
    platt: heldOut((some) => plattCurve(fitPlatt(some)), samples),
    isotonic: heldOut(fitIsotonic, samples),
  };
  const least = Math.min(scores.platt, scores.isotonic);
  const better = least < scores.asIs - worthIt;
  const best = !better ? 'as-is' : scores.platt <= scores.isotonic ? 'platt' : 'isotonic';
  const curve = best === 'isotonic' ? fitIsotonic(samples) : best === 'platt' ? plattCurve(fitPlatt(samples)) : asIs;
  return {
    ...seen,
    kind: better ? 'better' : 'as-good',
    scores,
    best,
    curve,
    proposeFrom: better ? bootstrapped(samples, random) : null,
  };
}

/** Numbers that look random and are always the same: a page that is looked at twice must say the same twice (Lehmer 1951, "minimal standard"). */
export function sameRandom(): Random {
  let state = 20_251;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
