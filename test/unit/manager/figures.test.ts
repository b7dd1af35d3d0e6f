import { describe, expect, it } from 'vitest';
import { ENOUGH, reading, share, span, typical } from '../../../renderer/manager/figures/honest.ts';

const day = (visits: Record<number, number>, calls: Record<number, number> = {}) =>
  Array.from({ length: 24 }, (_, hour) => ({ hour, visits: visits[hour] ?? 0, calls: calls[hour] ?? 0 }));

describe('small numbers', () => {
  it('get no percentage', () => {
    expect(share(2, 3).percent).toBeNull();
    expect(share(0, 0).percent).toBeNull();
    expect(share(5, ENOUGH).percent).toBe(50);
  });

  it('are shown one by one instead of as a median', () => {
    expect(typical([null], null)).toEqual({ kind: 'none' });
    expect(typical([9, null, 4], 6)).toEqual({ kind: 'few', each: [4, 9] });
    expect(
      typical(
        Array.from({ length: ENOUGH }, () => 7),
        7,
      ),
    ).toEqual({ kind: 'median', ms: 7, of: ENOUGH });
  });
});

describe('what the chart says', () => {
  it('is nothing on an empty day and never a peak on a thin one', () => {
    expect(reading(day({}))).toEqual({ kind: 'empty' });
    expect(reading(day({ 10: 3 }, { 10: 1 }))).toEqual({ kind: 'few', visits: 3, calls: 1 });
    expect(reading(day({}, { 12: 1 })).kind).toBe('few');
  });

  it('names one busiest hour, and none when two are equal', () => {
    expect(reading(day({ 10: 8, 14: 12 }, { 14: 2 }))).toEqual({ kind: 'peak', hour: 14, visits: 12, all: 20, callsThen: 2 });
    expect(reading(day({ 10: 8, 14: 8 })).kind).toBe('even');
  });

  it('covers the opening hours and everything outside them that happened', () => {
    expect(span(day({})).map(({ hour }) => hour)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17, 18]);
    const wide = span(day({ 7: 1 }, { 21: 1 }));
    expect([wide[0]?.hour, wide.at(-1)?.hour]).toEqual([7, 21]);
  });
});
