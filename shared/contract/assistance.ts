import * as v from 'valibot';
import { EscalationPolicy } from './escalation.ts';
import { route } from './route.ts';
import { EpochMsValue, Id, Language, LocalTime, MillisValue, OptionalText, Text, visible } from './values.ts';

const done = v.strictObject({ ok: v.literal(true) });
const nothing = v.strictObject({});
const command = { commandId: Id, callId: Id, epoch: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) };

/** Days after which a note is erased; the screen promises it in this number. */
export const noteDays = 7;

/** What a shopper wrote because nobody came. */
export const ShopperNote = v.strictObject({
  id: Id,
  writtenAt: EpochMsValue,
  /** Name of the zone where it was written. */
  place: v.string(),
  language: Language,
  text: v.pipe(OptionalText(600), v.regex(visible, 'there is nothing to see in this text')),
  /** How the shopper wants to be reached, as they typed it. */
  contact: v.nullable(Text(80)),
});
export type ShopperNote = v.InferOutput<typeof ShopperNote>;

/** Whom the rota expects at this moment. */
export const ExpectedEmployee = v.strictObject({
  id: Id,
  name: v.string(),
  ends: LocalTime,
  state: v.picklist(['here', 'on-break', 'not-here']),
});
export type ExpectedEmployee = v.InferOutput<typeof ExpectedEmployee>;

/** The employee's own shift and break. */
export const Duty = v.strictObject({
  /** The shift going on, by the rota. */
  shift: v.nullable(v.strictObject({ starts: LocalTime, ends: LocalTime })),
  /** `on`: the shift has begun and they are off duty; `off`: it has ended and they are still on. */
  reminder: v.nullable(v.picklist(['on', 'off'])),
  /** What is left of a break; null when not on one. */
  breakMs: v.nullable(MillisValue),
});
export type Duty = v.InferOutput<typeof Duty>;

const Version = v.strictObject({
  version: v.number(),
  policy: EscalationPolicy,
  changed: v.nullable(v.strictObject({ by: v.string(), at: EpochMsValue })),
});

export const assistanceRoutes = {
  /** Offers a call one owns to a colleague on duty, who has 30 s to accept. */
  'staff/hand-over': route('employee', v.strictObject({ ...command, to: Id }), done),
  'staff/hand-over-answer': route('employee', v.strictObject({ ...command, accept: v.boolean() }), done),
  /** Off for a while, and back by itself; 0 ends a break early. Refused while one owns a call. */
  'staff/break': route(
    'employee',
    v.strictObject({ minutes: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(60)) }),
    done,
  ),
  'staff/note-done': route('employee', v.strictObject({ id: Id, done: v.boolean() }), done),

  /** The four digits that the owner of the call reads on their own page. Three mistakes close it until the next claim. */
  'kiosk/arrive': route(
    'kiosk',
    v.strictObject({ commandId: Id, callId: Id, code: v.pipe(v.string(), v.regex(/^\d{4}$/)) }),
    v.strictObject({ result: v.picklist(['arrived', 'wrong', 'closed']) }),
  ),
  /** A note from the visit whose call is open or has ended; a second one replaces the first. */
  'kiosk/note': route('kiosk', v.strictObject({ text: ShopperNote.entries.text, contact: ShopperNote.entries.contact }), done),
  'kiosk/note-remove': route('kiosk', nothing, done),

  'manager/escalation': route(
    'manager',
    nothing,
    v.strictObject({
      current: Version,
      /** The house default, version 0. */
      standard: Version,
      /** Newest first; the default is not among them. */
      history: v.array(Version),
    }),
  ),
  /** @param from the version that was edited: refused when somebody has saved another since */
  'manager/escalation-save': route('manager', v.strictObject({ policy: EscalationPolicy, from: v.number() }), done),
  'manager/notes': route(
    'manager',
    nothing,
    v.strictObject({
      items: v.array(
        v.strictObject({
          value: ShopperNote,
          done: v.nullable(v.strictObject({ by: v.string(), at: EpochMsValue })),
        }),
      ),
    }),
  ),
  'manager/note-done': route('manager', v.strictObject({ id: Id, done: v.boolean() }), done),
};
