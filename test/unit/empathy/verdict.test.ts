import { describe, expect, test } from 'vitest';
import { earlyBy, lateBy, verdictOf } from '../../../shared/empathy/verdict.ts';
import { monoMs } from '../../../shared/units.ts';

const need = 100_000;
const visit = (offered: number | null, called: number | null = null, needed: boolean | null = true) =>
  verdictOf({
    needed,
    neededFrom: needed === true ? monoMs(need) : null,
    offeredAt: offered === null ? null : monoMs(offered),
    calledAt: called === null ? null : monoMs(called),
  });

describe('verdict', () => {
  test.each([
    ['a little before', need - earlyBy, 'in-time'],
    ['too early by a millisecond', need - earlyBy - 1, 'too-early'],
    ['just not too late', need + lateBy, 'in-time'],
    ['too late by a millisecond', need + lateBy + 1, 'too-late'],
    ['never', null, 'missed'],
  ] as const)('help %s', (_, at, verdict) => {
    expect(visit(at)).toBe(verdict);
    expect(visit(null, at)).toBe(verdict);
  });

  test('what came first counts', () => {
    expect(visit(need + lateBy + 5, need + 1)).toBe('in-time');
    expect(visit(10, need + 1)).toBe('too-early');
  });

  test('nobody was needed: a proposal bothers, the own button never does', () => {
    expect(visit(5, null, false)).toBe('unneeded');
    expect(visit(null, 5, false)).toBe('quiet');
    expect(visit(null, null, false)).toBe('quiet');
  });

  test('without a label there is no verdict; without a beginning any help is in time', () => {
    expect(visit(5, 5, null)).toBeNull();
    expect(verdictOf({ needed: true, neededFrom: null, offeredAt: monoMs(1), calledAt: null })).toBe('in-time');
  });
});
