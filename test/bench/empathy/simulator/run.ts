import { defaultEmpathySettings } from '../../../../shared/empathy/settings.ts';
import { type Verdict, verdicts } from '../../../../shared/empathy/verdict.ts';
import { dice } from '../../random.ts';
import { bootstrap, type Interval, mean } from '../statistics.ts';
import { type Arm, type Lived, live } from './arms.ts';
import { simulateVisit, type Visit } from './shopper.ts';

/** The estimate from which the kiosk proposes a person. */
export const usualThreshold = defaultEmpathySettings.proposeFrom;

/** All visits of one seed: one simulated store day. */
export const simulateDay = (seed: number, visits: number): Visit[] => {
  const random = dice(seed);
  return Array.from({ length: visits }, () => simulateVisit(random));
};

/** What an arm made of many days. Shares of the visits that needed a person, except `unneeded`: of those that did not. */
export interface Result {
  readonly arm: Arm;
  readonly shares: Readonly<Record<Exclude<Verdict, 'quiet'>, Interval>>;
  /** Proposals before or without need, per 100 visits. */
  readonly bothered: Interval;
  /** Median seconds from the need to help, where help came after it. */
  readonly waitedSeconds: Interval;
}

/** Plays every day with one arm; the interval is over the days, because the visits of a day share its luck. */
export function judgeDays(days: readonly (readonly Visit[])[], arm: Arm, proposeFrom?: number): Result {
  const lived = days.map((visits) => visits.map((visit) => live(visit, arm, proposeFrom)));
  const over = (figure: (day: readonly Lived[]) => number) => bootstrap(lived.map(figure), mean);
  const share = (verdict: Verdict) =>
    over((day) => {
      const concerned = day.filter(({ needed }) => needed === (verdict !== 'unneeded'));
      return concerned.filter((one) => one.verdict === verdict).length / concerned.length;
    });
  const judged = verdicts.filter((verdict) => verdict !== 'quiet');
  return {
    arm,
    shares: Object.fromEntries(judged.map((verdict) => [verdict, share(verdict)])) as Result['shares'],
    bothered: over((day) => (100 * day.reduce((sum, { bothered }) => sum + bothered, 0)) / day.length),
    waitedSeconds: over((day) => medianOf(day.flatMap(({ waited }) => waited ?? [])) / 1000),
  };
}

const medianOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
