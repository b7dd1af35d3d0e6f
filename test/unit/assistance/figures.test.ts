import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallFacts, callFigures, ENOUGH_FOR_P90, SMALL_CELL } from '../../../shared/assistance/figures.ts';
import { millis, seconds } from '../../../shared/units.ts';

const call = (group: string, facts: Partial<CallFacts> = {}): CallFacts => ({
  group,
  toReceipt: seconds(1),
  toClaim: seconds(10),
  toArrival: seconds(60),
  abandoned: false,
  raisedAgain: false,
  unanswered: false,
  ...facts,
});
const calls = (group: string, count: number, facts?: Partial<CallFacts>) =>
  Array.from({ length: count }, () => call(group, facts));
const shown = (all: readonly CallFacts[]) =>
  callFigures(all)
    .cells.filter(({ figures }) => figures !== null)
    .map(({ group }) => group);

describe('small groups', () => {
  it('are withheld, and so is a total of only a few calls', () => {
    expect(callFigures(calls('9', SMALL_CELL - 1))).toEqual({ all: null, cells: [{ group: '9', figures: null }] });
    expect(shown([...calls('9', 4), ...calls('10', 4), ...calls('11', 30)])).toEqual(['11']);
  });

  it('take the smallest large group with them when they would be the only one withheld', () => {
    expect(shown([...calls('9', 2), ...calls('10', 30), ...calls('11', 6)])).toEqual(['10']);
  });

  it('take a large group with them when together they would still be a few calls', () => {
    expect(shown([...calls('9', 1), ...calls('10', 1), ...calls('11', 30), ...calls('12', 6)])).toEqual(['11']);
  });

  it('cannot be computed from the total and the others, neither one nor all together', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sizes, (counts) => {
        const { all, cells } = callFigures(counts.flatMap((count, i) => calls(String(i), count)));
        const hidden = cells.filter(({ figures }) => figures === null);
        for (const [i, count] of counts.entries()) if (count < SMALL_CELL) expect(cells[i]?.figures).toBeNull();
        if (all === null || hidden.length === 0) return;
        if (cells.length > 1) expect(hidden).not.toHaveLength(1);
        const left = cells.reduce((sum, { figures }) => sum - (figures?.calls ?? 0), all.calls);
        expect(left).toBeGreaterThanOrEqual(SMALL_CELL);
      }),
    );
  });
});

describe('durations', () => {
  it('have a median from five cases and a ninth decile from twenty', () => {
    const times = (count: number) => Array.from({ length: count }, (_, i) => call('9', { toClaim: seconds(i) }));
    expect(callFigures(times(5)).all?.toClaim).toEqual({ of: 5, median: 2_000, p90: null });
    expect(callFigures(times(ENOUGH_FOR_P90 + 1)).all?.toClaim).toEqual({ of: 21, median: 10_000, p90: 18_000 });
  });

  it('count only the calls in which the step happened', () => {
    const mixed = [...calls('9', 6), ...calls('9', 3, { toArrival: null, abandoned: true })];
    expect(callFigures(mixed).all).toMatchObject({ calls: 9, abandoned: 3, toArrival: { of: 6, median: 60_000 } });
    expect(callFigures(calls('9', 6, { toArrival: null })).all?.toArrival).toBeNull();
  });

  it('lie between two cases where no case is in the middle', () => {
    const times = [0, 0, 0, 100, 100, 100].map((ms) => call('9', { toReceipt: millis(ms) }));
    expect(callFigures(times).all?.toReceipt?.median).toBe(50);
  });
});
