import * as v from 'valibot';
import { route } from './route.ts';
import { LocalDate, LocalTime } from './values.ts';

const nothing = v.strictObject({});
const done = v.strictObject({ ok: v.literal(true) });

/** What the store says of its hours now. */
export const Opening = v.variant('kind', [
  v.strictObject({
    kind: v.literal('open'),
    opens: LocalTime,
    closes: LocalTime,
    /** Set when it is soon. */
    closesInMinutes: v.nullable(v.number()),
  }),
  v.strictObject({ kind: v.literal('opens-today'), opens: LocalTime, closes: LocalTime }),
  v.strictObject({ kind: v.literal('opens-later'), date: LocalDate, opens: LocalTime, inDays: v.number() }),
  /** Not within the days that were looked at. */
  v.strictObject({ kind: v.literal('closed') }),
]);
export type Opening = v.InferOutput<typeof Opening>;

/** Hours as the manager sets them for a day. */
export const SetHours = v.pipe(
  v.strictObject({ opens: LocalTime, closes: LocalTime }),
  v.forward(
    v.check(({ opens, closes }) => closes > opens, 'the store closes after it opens, on the same day'),
    ['closes'],
  ),
);

/** A day that does not follow the week: closed, or open at other hours. */
export const SpecialDay = v.strictObject({ date: LocalDate, hours: v.nullable(SetHours) });
export type SpecialDay = v.InferOutput<typeof SpecialDay>;

export const SpecialDays = v.strictObject({
  /** Oldest first when read; any order when saved. */
  days: v.pipe(
    v.array(SpecialDay),
    v.maxLength(200),
    v.check((days) => new Set(days.map(({ date }) => date)).size === days.length, 'each day is listed once'),
  ),
});

export const openingRoutes = {
  /** Days that are over are not listed. */
  'manager/special-days': route('manager', nothing, SpecialDays),
  /** The whole list. */
  'manager/special-days-save': route('manager', SpecialDays, done),
};
