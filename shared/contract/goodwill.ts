import * as v from 'valibot';
import { route } from './route.ts';
import { CentsValue, EpochMsValue, Id, LocalDate, Text } from './values.ts';

const done = v.strictObject({ ok: v.literal(true) });
const nothing = v.strictObject({});

/** Why an employee gives something. What went wrong in the store, never how somebody seemed. */
export const GoodwillReason = v.picklist(['long-wait', 'not-in-stock', 'kiosk-fault', 'our-mistake', 'other']);
export type GoodwillReason = v.InferOutput<typeof GoodwillReason>;

const Limit = v.pipe(CentsValue, v.minValue(1 as never), v.maxValue(100_000 as never));

/** Limits of the gestures that employees grant by themselves. */
export const GoodwillBudget = v.pipe(
  v.strictObject({ perGestureCents: Limit, perEmployeeCents: Limit, perDayCents: Limit }),
  v.forward(
    v.check((b) => b.perEmployeeCents >= b.perGestureCents, 'less than a single gesture may be'),
    ['perEmployeeCents'],
  ),
  v.forward(
    v.check((b) => b.perDayCents >= b.perEmployeeCents, 'less than a single employee may give'),
    ['perDayCents'],
  ),
);
export type GoodwillBudget = v.InferOutput<typeof GoodwillBudget>;

/** What a gesture is: money off, as a code for the till or under the number of a customer who gave it. */
const Gesture = v.strictObject({
  id: Id,
  /** Store-local. */
  day: LocalDate,
  /** Null for a gesture to a customer: beside a call's time it would tell who had needed help. */
  at: v.nullable(EpochMsValue),
  amountCents: CentsValue,
  reason: GoodwillReason,
  words: v.nullable(v.string()),
  /** Null for a gesture to a customer. */
  voucher: v.nullable(v.string()),
  /** Null for a voucher, and when the customer has left since. */
  customerNumber: v.nullable(v.string()),
  voided: v.boolean(),
});

/** A gesture as the employee who granted it sees it. */
export const OwnGesture = Gesture;
export type OwnGesture = v.InferOutput<typeof OwnGesture>;

/** A gesture in the manager's list. */
export const GoodwillEntry = v.strictObject({ ...Gesture.entries, by: v.string() });
export type GoodwillEntry = v.InferOutput<typeof GoodwillEntry>;

/** Periods the manager can list, in days. */
export const goodwillDays = [7, 31, 366] as const;

export const goodwillRoutes = {
  /** Exactly once for each `commandId`, never over the budget, without anybody's approval. */
  'staff/goodwill-grant': route(
    'employee',
    v.pipe(
      v.strictObject({
        commandId: Id,
        amountCents: Limit,
        reason: GoodwillReason,
        words: v.nullable(Text(120)),
        to: v.variant('kind', [
          v.strictObject({ kind: v.literal('voucher') }),
          v.strictObject({ kind: v.literal('customer'), number: Text(40) }),
        ]),
      }),
      v.forward(
        v.check((gesture) => gesture.reason !== 'other' || gesture.words !== null, 'say in a few words why'),
        ['words'],
      ),
    ),
    v.strictObject({ gesture: OwnGesture }),
  ),
  /** The caller's own gestures of today, newest first: a voucher can be shown again. */
  'staff/goodwill-today': route('employee', nothing, v.strictObject({ items: v.array(OwnGesture) })),

  'manager/goodwill': route(
    'manager',
    v.strictObject({ days: v.picklist(goodwillDays) }),
    v.strictObject({
      budget: v.nullable(GoodwillBudget),
      changed: v.nullable(v.strictObject({ by: v.string(), at: EpochMsValue })),
      todayCents: CentsValue,
      /** Newest first. */
      items: v.array(GoodwillEntry),
    }),
  ),
  /** Null: employees grant nothing. */
  'manager/goodwill-budget': route('manager', v.strictObject({ budget: v.nullable(GoodwillBudget) }), done),
  /** Takes a gesture out of the books, or puts it back if its day's budget still allows. */
  'manager/goodwill-void': route('manager', v.strictObject({ id: Id, voided: v.boolean() }), done),
};
