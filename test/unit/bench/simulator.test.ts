import { describe, expect, test } from 'vitest';
import { live } from '../../bench/empathy/simulator/arms.ts';
import { rates } from '../../bench/empathy/simulator/rates.ts';
import { judgeDays, simulateDay } from '../../bench/empathy/simulator/run.ts';
import { auc, bootstrap, mean, wilson } from '../../bench/empathy/statistics.ts';
import { dice } from '../../bench/random.ts';

describe('simulated visits', () => {
  const day = simulateDay(7, 300);

  test('the same seed gives the same day to the last event, another seed another one', () => {
    expect(simulateDay(7, 300)).toEqual(day);
    expect(simulateDay(8, 300)).not.toEqual(day);
  });

  test('time goes forward on the screen and for the face', () => {
    for (const { screen, face } of day) {
      for (const list of [screen, face]) {
        const times = list.map(({ at }) => at);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }
    }
  });

  test('some need a person and most do not, and nobody presses the button who needs nobody', () => {
    const needing = day.filter(({ neededFrom }) => neededFrom !== null);
    expect(needing.length).toBeGreaterThan(20);
    expect(needing.length).toBeLessThan(150);
    expect(day.every(({ neededFrom, pressesAt }) => pressesAt === null || (neededFrom !== null && pressesAt > neededFrom))).toBe(
      true,
    );
  });

  test('the button alone bothers nobody and is never early', () => {
    for (const visit of day) {
      const lived = live(visit, 'button only');
      expect(lived.bothered).toBe(0);
      expect(['in-time', 'too-late', 'missed', 'quiet']).toContain(lived.verdict);
    }
  });

  test('without anything on the screen the face brings nobody, whoever it belongs to', () => {
    for (const visit of day) expect(live({ ...visit, screen: [], pressesAt: null }, 'difficulty + face').bothered).toBe(0);
  });

  test('about one in five looks negative at rest: the camera mutes them and reports nothing', () => {
    const long = simulateDay(3, 400).filter(({ screen }) => (screen.at(-1)?.at ?? 0) > 30_000);
    const muted = long.filter(({ face }) => face.length === 0).length / long.length;
    expect(muted).toBeGreaterThan(0.1);
    expect(muted).toBeLessThan(0.3);
  });

  test('the real rules decide: a threshold nobody reaches leaves only the rules that have none', () => {
    const strict = judgeDays([day], 'difficulty only', 2);
    const usual = judgeDays([day], 'difficulty only');
    expect(strict.bothered.value).toBeLessThan(usual.bothered.value);
    expect(judgeDays([day], 'button only').shares.missed.value).toBeGreaterThan(usual.shares.missed.value);
  });

  test('every rate says where it is from', () => {
    for (const { source } of Object.values(rates)) expect(source.length).toBeGreaterThan(6);
  });
});

describe('figures', () => {
  test('Wilson: the published example of ten in hundred, and the ends', () => {
    const ten = wilson(10, 100);
    expect(ten.low).toBeCloseTo(0.0552, 4);
    expect(ten.high).toBeCloseTo(0.1744, 4);
    expect(wilson(0, 20)).toMatchObject({ value: 0, low: 0 });
    expect(wilson(0, 20).high).toBeCloseTo(0.1611, 4);
    expect(wilson(20, 20).high).toBe(1);
  });

  test('AUC counts ties half and every order the same', () => {
    const scored = (positive: number[], negative: number[]) => [
      ...positive.map((score) => ({ score, truth: true })),
      ...negative.map((score) => ({ score, truth: false })),
    ];
    expect(auc(scored([3, 4], [1, 2]))).toBe(1);
    expect(auc(scored([1, 2], [3, 4]))).toBe(0);
    expect(auc(scored([1], [1]))).toBe(0.5);
    expect(auc(scored([1, 3], [2, 3]))).toBe(0.375);
    expect(auc(scored([1], []))).toBeNaN();
  });

  test('bootstrap is repeatable and holds the figure', () => {
    const random = dice(5);
    const sample = Array.from({ length: 60 }, () => random.around(10, 0.3));
    const interval = bootstrap(sample, mean);
    expect(bootstrap(sample, mean)).toEqual(interval);
    expect(interval.low).toBeLessThan(interval.value);
    expect(interval.high).toBeGreaterThan(interval.value);
  });

  test('dice are fair enough', () => {
    const random = dice(1);
    const draws = Array.from({ length: 20_000 }, () => random.next());
    expect(mean(draws)).toBeCloseTo(0.5, 1);
    expect(draws.filter((draw) => draw < 0.1).length / draws.length).toBeCloseTo(0.1, 1);
    const around = Array.from({ length: 20_001 }, () => random.around(12, 0.5)).sort((a, b) => a - b);
    expect(around[10_000]).toBeGreaterThan(11.5);
    expect(around[10_000]).toBeLessThan(12.5);
  });
});
