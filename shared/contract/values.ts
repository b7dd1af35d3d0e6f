import * as v from 'valibot';
import { type Cents, cents, type Dbm, dbm, type EpochMs, epochMs, type Millis, millis } from '../units.ts';

/** Schemas of the values that several routes share. All objects of the contract are strict: an unknown key is an error. */

export const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'an identifier has 1 to 64 letters, digits, - or _'));
/** Control characters, and those that nobody sees but that turn the words around them: a name is shown on other people's screens. */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc} ]+/gu, ' ')
    .replace(/[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '');

/** Holds something that can be seen. */
export const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Something people read, on one line. */
export const Text = (max: number) =>
  v.pipe(
    v.string(),
    v.transform(plain),
    v.trim(),
    v.minLength(1),
    v.maxLength(max),
    v.regex(visible, 'there is nothing to see in this text'),
  );
/** Words as somebody types them, line breaks included; may be none. */
export const OptionalText = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max));

/** The languages the house speaks. How to add one: docs/languages.md. */
export const Language = v.picklist(['fr', 'en']);
export type Language = v.InferOutput<typeof Language>;

const safeInteger = v.pipe(v.number(), v.safeInteger());
export const EpochMsValue = v.pipe(
  safeInteger,
  v.transform((n): EpochMs => epochMs(n)),
);
export const MillisValue = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(0),
  v.transform((n): Millis => millis(n)),
);
export const CentsValue = v.pipe(
  safeInteger,
  v.minValue(0),
  v.maxValue(10_000_000),
  v.transform((n): Cents => cents(n)),
);
export const DbmValue = v.pipe(
  v.number(),
  v.minValue(-127),
  v.maxValue(20),
  v.transform((n): Dbm => dbm(n)),
);
/** Whether a `YYYY-MM-DD` is a day of the calendar: 30 February has the form and is none. */
export function isCalendarDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}

/** A calendar day in the store's time zone, `YYYY-MM-DD`. */
export const LocalDate = v.pipe(v.string(), v.isoDate(), v.check(isCalendarDay, 'this is not a day of the calendar'));
/** A time of day in the store's time zone, `HH:MM`. */
export const LocalTime = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is written HH:MM'));

/** What a shopper can agree to. One record, one switch and one text per purpose. */
export const Purpose = v.picklist(['recognition', 'history', 'diet', 'camera']);
export type Purpose = v.InferOutput<typeof Purpose>;

/** Pictures a customer can choose as second factor for a beacon that could be copied. */
export const pictures = [
  'apple',
  'bird',
  'boat',
  'cat',
  'cherry',
  'fish',
  'flower',
  'leaf',
  'moon',
  'snail',
  'sun',
  'tree',
] as const;
export const Picture = v.picklist(pictures);
export type Picture = v.InferOutput<typeof Picture>;

export const CallState = v.picklist(['raised', 'notified', 'claimed', 'arrived', 'resolved', 'cancelled', 'expired']);
export type CallState = v.InferOutput<typeof CallState>;

/** Why a person was called. */
export const CallReason = v.picklist(['asked', 'complaint', 'repeated-failure', 'difficulty', 'product-advice']);
export type CallReason = v.InferOutput<typeof CallReason>;

/**
 * Who has been told about a call so far, fewest first. `matching`: on duty, free, and fitting the call's zone, subject and language;
 * `available`: on duty and free; `on-duty`: busy ones too; `manager`: and the managers; `unanswered`: the same, and the shopper is told.
 */
export const CallLevel = v.picklist(['matching', 'available', 'on-duty', 'manager', 'unanswered']);
export type CallLevel = v.InferOutput<typeof CallLevel>;

export const CallOutcome = v.picklist(['helped', 'could-not-help', 'nobody-there']);
export type CallOutcome = v.InferOutput<typeof CallOutcome>;

/** One thing the shopper did before the call, in the words of the task, never of the mood. */
export const Attempt = v.strictObject({
  kind: v.picklist(['search-found', 'search-empty', 'question-answered', 'question-unanswered', 'offer-seen', 'joined', 'error']),
  text: v.nullable(v.string()),
});
export type Attempt = v.InferOutput<typeof Attempt>;

export const ZonePurpose = v.picklist(['greet', 'queue', 'entrance', 'count']);
export type ZonePurpose = v.InferOutput<typeof ZonePurpose>;

/** Whether the radio hears, and if not, why and what to do about it (codes; the pages hold the words). */
export const RadioStatus = v.strictObject({
  state: v.picklist(['off', 'starting', 'listening', 'silent', 'unavailable']),
  /** Machine-readable cause, for example `no-bluetooth-in-kernel`, `no-adapter`, `not-permitted`, `powered-off`. */
  reason: v.nullable(v.string()),
  /** One plain English sentence for logs and the doctor. */
  detail: v.string(),
  advertisementsPerSecond: v.number(),
  lastAdvertisementAgeMs: v.nullable(v.number()),
  restarts: v.number(),
});
export type RadioStatus = v.InferOutput<typeof RadioStatus>;
