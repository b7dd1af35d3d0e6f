import { expect, test } from 'vitest';
import { deeds } from '../../../renderer/manager/audit/deeds.ts';
import { type RouteName, routes, unaudited } from '../../../shared/contract/index.ts';

const recorded = (Object.keys(routes) as RouteName[]).filter(
  (name) => routes[name].role !== 'kiosk' && unaudited[name] === undefined,
);

test('whatever leaves a record of who did what has words on the manager page', () => {
  expect(recorded.filter((name) => deeds[name] === undefined)).toEqual([]);
});

test('no words are left of what nobody can do any more', () => {
  const known: ReadonlySet<string> = new Set(Object.keys(routes));
  expect(Object.keys(deeds).filter((name) => !known.has(name) && !name.startsWith('station/'))).toEqual([]);
});
