import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { queryKey } from '../../../shared/catalogue/query.ts';
import { type ExampleVisit, exampleVisits, play } from '../../../shared/empathy/examples.ts';
import { isNearRepeat } from '../../../shared/empathy/repeats.ts';
import { defaultEmpathySettings } from '../../../shared/empathy/settings.ts';

const near = (a: string, b: string) => isNearRepeat(queryKey(a), queryKey(b));

describe('the same thing again', () => {
  test.each([
    ['caviar', 'cavair'],
    ['chocolat noir', 'chocolat nior'],
    ['Sirop de menthe', 'menthe (sirop)'],
    ['perruches vertes', 'des perruches vertes ?'],
    ['lait sans lactose bio', 'lait lactose bio'],
    ['mayonaise', 'mayonnaise'],
  ])('"%s" and "%s"', (a, b) => expect(near(a, b)).toBe(true));
  test.each([
    ['lait', 'lard'],
    ['pain', 'vin'],
    ['sel', 'sol'],
    ['beurre doux', 'beurre salé'],
    ['riz', 'riz au lait'],
    ['', ''],
  ])('not "%s" and "%s"', (a, b) => expect(near(a, b)).toBe(false));
  test('goes both ways, and holds for anything and itself', () => {
    const words = fc.stringMatching(/^[a-z ]{0,30}$/);
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(near(a, b)).toBe(near(b, a));
        expect(near(a, a)).toBe(queryKey(a) !== '');
      }),
    );
  });
});

test('the example visits a manager sees show every level but the last, and a face that does nothing alone', () => {
  const course = (visit: string) => play(visit as ExampleVisit, defaultEmpathySettings).action;
  expect(Object.fromEntries(Object.keys(exampleVisits).map((visit) => [visit, course(visit)]))).toEqual({
    'one-slip': 'calm',
    'three-empty': 'propose',
    lost: 'watch',
    faults: 'propose',
    'gives-up': 'propose',
    'face-only': 'calm',
    'face-and-search': 'propose',
  });
});
