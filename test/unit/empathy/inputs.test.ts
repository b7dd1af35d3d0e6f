import { readdirSync, readFileSync } from 'node:fs';
import { expect, expectTypeOf, test } from 'vitest';
import type { Expression } from '../../../shared/empathy/face.ts';
import type { Empathy, EmpathyEvent } from '../../../shared/empathy/policy.ts';
import type { EmpathySettings } from '../../../shared/empathy/settings.ts';
import type { Signal } from '../../../shared/empathy/signals.ts';

/** Nothing about who somebody is can enter the estimate: there is no place for it, and nowhere it could come from. */

test('what goes in has no place for age, gender, origin, name, language or purchases', () => {
  type Keys<T> = T extends unknown ? keyof T : never;
  expectTypeOf<Keys<EmpathyEvent>>().toEqualTypeOf<'kind' | 'signal' | 'sense' | 'expression'>();
  expectTypeOf<keyof Signal>().toEqualTypeOf<'kind' | 'at'>();
  expectTypeOf<keyof Expression>().toEqualTypeOf<'negative' | 'usableFrames' | 'faces'>();
  expectTypeOf<keyof EmpathySettings>().toEqualTypeOf<'evidence' | 'watchFrom' | 'proposeFrom' | 'callFrom'>();
  expectTypeOf<keyof Empathy>().toEqualTypeOf<
    'signals' | 'failures' | 'face' | 'watching' | 'proposals' | 'proposed' | 'callOpened'
  >();
});

test('the rules read nothing of customers, visits, identity, offers or purchases', () => {
  const folder = 'shared/empathy';
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(8);
  const foreign = files.flatMap((file) =>
    [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/from '(\.\.\/(?:\.\.\/)?[a-z-]+(?:\/[^']*)?)'/g)]
      .map(([, from = '']) => from)
      .filter((from) => /\/(?:identity|visit|offers|catalogue|consent|presence\/(?!calibration\/interval))/.test(from))
      .map((from) => `${file}: ${from}`),
  );
  expect(foreign).toEqual([]);
});
