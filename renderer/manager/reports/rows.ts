import type { CallReport, CallReportFigures } from '../../../shared/contract/index.ts';

/** One line of the table: a group with its figures, or with nothing where they are withheld. */
export interface ReportRow {
  readonly group: string;
  readonly figures: CallReportFigures | null;
}

type Step = 'toReceipt' | 'toClaim' | 'toArrival';
export const steps = ['toReceipt', 'toClaim', 'toArrival'] as const satisfies readonly Step[];

/** A median in whole seconds, for charts and files. */
export const medianSeconds = ({ figures }: ReportRow, step: Step): number | null => {
  const spread = figures?.[step] ?? null;
  return spread === null ? null : Math.round(spread.median / 1000);
};

/** The same figures as a file: plain seconds and counts, withheld cells empty. The heading is for machines, so it has one language. */
export function csvRows(report: CallReport, by: 'hour' | 'zone'): (string | number | null)[][] {
  const seconds = (ms: number | null | undefined) => (ms == null ? null : Math.round(ms / 1000));
  const line = (group: string, figures: CallReportFigures | null) => [
    group,
    figures?.calls ?? null,
    ...steps.flatMap((step) => [seconds(figures?.[step]?.median), seconds(figures?.[step]?.p90)]),
    figures?.abandoned ?? null,
    figures?.raisedAgain ?? null,
    figures?.unanswered ?? null,
  ];
  return [
    [
      by,
      'calls',
      'receipt_median_s',
      'receipt_p90_s',
      'claim_median_s',
      'claim_p90_s',
      'arrival_median_s',
      'arrival_p90_s',
      'abandoned',
      'raised_again',
      'unanswered',
    ],
    ...report.cells.map(({ group, figures }) => line(group, figures)),
    line('all', report.all),
  ];
}

/** What the chart says in one sentence: where a shopper waits longest for somebody to be there. */
export type Slowest =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'alike' }
  | { readonly kind: 'group'; readonly group: string; readonly seconds: number; readonly all: number };

/** One group is named only when it takes half as long again as the calls taken together: less may be chance. */
export function slowest(report: CallReport): Slowest {
  const all = report.all === null ? null : medianSeconds({ group: 'all', figures: report.all }, 'toArrival');
  const known = report.cells.flatMap((cell) => {
    const seconds = medianSeconds(cell, 'toArrival');
    return seconds === null ? [] : [{ group: cell.group, seconds }];
  });
  if (all === null || known.length < 2) return { kind: 'unknown' };
  const worst = known.reduce((a, b) => (b.seconds > a.seconds ? b : a));
  return worst.seconds >= all * 1.5 ? { kind: 'group', ...worst, all } : { kind: 'alike' };
}
