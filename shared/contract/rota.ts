import * as v from 'valibot';
import { route } from './route.ts';
import { StoreWords } from './store-words.ts';
import { CallReason, EpochMsValue, Id, Language, LocalTime, Text } from './values.ts';

/** Something some employees know better than others, and which calls it is asked for. */
export const Skill = v.strictObject({
  id: Id,
  name: Text(40),
  /** Product categories: a shopper who looked at these is told of this skill's people first. */
  categories: v.array(Id),
  reasons: v.array(CallReason),
});
export type Skill = v.InferOutput<typeof Skill>;

/** One shift of an employee's usual week. */
export const Shift = v.pipe(
  v.strictObject({
    /** 0 is Monday. */
    weekday: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(6)),
    starts: LocalTime,
    ends: LocalTime,
  }),
  v.forward(
    v.check((shift) => shift.ends > shift.starts, 'a shift ends after it starts, on the same day'),
    ['ends'],
  ),
);
export type Shift = v.InferOutput<typeof Shift>;

/** What an employee is asked about, speaks, where and when they usually are. Empty languages or zones: no limits. */
export const EmployeeRota = v.strictObject({
  /** The employee's. */
  id: Id,
  skills: v.pipe(v.array(Id), v.maxLength(50)),
  languages: v.array(Language),
  zones: v.pipe(v.array(Id), v.maxLength(50)),
  shifts: v.pipe(v.array(Shift), v.maxLength(21)),
});
export type EmployeeRota = v.InferOutput<typeof EmployeeRota>;

const done = v.strictObject({ ok: v.literal(true) });

export const rotaRoutes = {
  'manager/rota': route(
    'manager',
    v.strictObject({}),
    v.strictObject({
      skills: v.array(Skill),
      zones: v.array(v.strictObject({ id: Id, name: v.string() })),
      categories: v.array(v.strictObject({ id: Id, name: StoreWords })),
      items: v.array(
        v.strictObject({
          name: v.string(),
          value: EmployeeRota,
          changed: v.nullable(v.strictObject({ by: v.string(), at: EpochMsValue })),
        }),
      ),
    }),
  ),
  'manager/rota-save': route('manager', EmployeeRota, done),
  /** The whole list; a skill that is not in it any more is taken from everyone. */
  'manager/skills-save': route('manager', v.strictObject({ skills: v.pipe(v.array(Skill), v.maxLength(50)) }), done),
};
