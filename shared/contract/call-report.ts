import * as v from 'valibot';
import { route } from './route.ts';
import { LocalDate, MillisValue } from './values.ts';

/** Periods a report can cover, in days, today included. */
export const reportDays = [7, 28, 92] as const;

const Spread = v.strictObject({ of: v.number(), median: MillisValue, p90: v.nullable(MillisValue) });

const Figures = v.strictObject({
  calls: v.number(),
  toReceipt: v.nullable(Spread),
  toClaim: v.nullable(Spread),
  toArrival: v.nullable(Spread),
  abandoned: v.number(),
  raisedAgain: v.number(),
  unanswered: v.number(),
});

/** How calls were answered over a period; what is null is withheld because too few calls stand behind it. */
export const CallReport = v.strictObject({
  from: LocalDate,
  to: LocalDate,
  all: v.nullable(Figures),
  /** `group` is a store-local hour (`0`–`23`) or the name of a zone. */
  cells: v.array(v.strictObject({ group: v.string(), figures: v.nullable(Figures) })),
});
export type CallReport = v.InferOutput<typeof CallReport>;
export type CallReportFigures = v.InferOutput<typeof Figures>;

export const callReportRoutes = {
  'manager/call-report': route(
    'manager',
    v.strictObject({ days: v.picklist(reportDays), by: v.picklist(['hour', 'zone']) }),
    CallReport,
  ),
};
