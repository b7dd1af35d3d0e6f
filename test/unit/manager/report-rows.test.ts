import { describe, expect, it } from 'vitest';
import { csvRows, slowest } from '../../../renderer/manager/reports/rows.ts';
import type { CallReport, CallReportFigures } from '../../../shared/contract/index.ts';
import { csv } from '../../../shared/csv.ts';
import { seconds } from '../../../shared/units.ts';

const figures = (arrival: number | null): CallReportFigures => ({
  calls: 8,
  toReceipt: null,
  toClaim: null,
  toArrival: arrival === null ? null : { of: 8, median: seconds(arrival), p90: null },
  abandoned: 1,
  raisedAgain: 0,
  unanswered: 2,
});
const report = (all: number | null, cells: Record<string, number | null>): CallReport => ({
  from: '2026-11-01',
  to: '2026-11-28',
  all: all === null ? null : figures(all),
  cells: Object.entries(cells).map(([group, arrival]) => ({ group, figures: figures(arrival) })),
});

describe('the sentence beneath the chart', () => {
  it('names a group only when it stands out', () => {
    expect(slowest(report(60, { bakery: 60, cellar: 70 }))).toEqual({ kind: 'alike' });
    expect(slowest(report(60, { bakery: 50, cellar: 90 }))).toEqual({ kind: 'group', group: 'cellar', seconds: 90, all: 60 });
  });

  it('compares nothing when there is nothing to compare', () => {
    expect(slowest(report(null, { bakery: 60 }))).toEqual({ kind: 'unknown' });
    expect(slowest(report(60, { bakery: 60, cellar: null }))).toEqual({ kind: 'unknown' });
  });
});

describe('the file', () => {
  it('has one line per group and one for all, withheld figures empty', () => {
    const withheld = { ...report(60, { '9': 60 }), cells: [{ group: '9', figures: null }] };
    expect(csvRows(withheld, 'hour').slice(1)).toEqual([
      ['9', null, null, null, null, null, null, null, null, null, null],
      ['all', 8, null, null, null, null, 60, null, 1, 0, 2],
    ]);
  });

  it('keeps a zone called like a formula a text, and quotes what must be quoted', () => {
    expect(csv([['=1+1', 'a "b", c', null, -3]])).toBe('\uFEFF\'=1+1,"a ""b"", c",,-3\r\n');
  });
});
