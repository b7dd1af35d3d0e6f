import * as v from 'valibot';
import { Duty, ShopperNote } from './assistance.ts';
import { MatterCount } from './matters.ts';
import { Preference } from './preference.ts';
import { route } from './route.ts';
import { StoreWords } from './store-words.ts';
import { Suggestion } from './suggestion.ts';
import {
  Attempt,
  CallLevel,
  CallOutcome,
  CallReason,
  CallState,
  CentsValue,
  EpochMsValue,
  Id,
  Language,
  MillisValue,
  Text,
} from './values.ts';

export const StaffCall = v.strictObject({
  id: Id,
  epoch: v.number(),
  state: CallState,
  level: CallLevel,
  kioskId: Id,
  /** Name of the zone where the shopper stands, as the manager wrote it. */
  place: v.string(),
  reasons: v.array(CallReason),
  language: Language,
  tried: v.array(Attempt),
  /** First name, only of a recognised customer who allowed it. */
  customer: v.nullable(v.string()),
  /** What the store knows of this customer, for the call's owner alone and only where the customer agreed to just that. */
  known: v.nullable(v.strictObject({ sinceYear: v.number(), usual: v.array(StoreWords) })),
  /** What this customer told of their habits, for the call's owner and as far as the customer agreed to just that. */
  preferences: v.array(Preference),
  /** At most three, for the owner of a recognised customer's call. */
  suggestions: v.array(Suggestion),
  raisedAt: EpochMsValue,
  waitedMs: MillisValue,
  claimedBy: v.nullable(v.strictObject({ id: Id, name: v.string() })),
  /** Time left to arrive before the call goes back to everyone. */
  leaseMs: v.nullable(MillisValue),
  /** A colleague is asked to take it over; until they accept, its owner keeps it. */
  handOver: v.nullable(v.strictObject({ to: v.strictObject({ id: Id, name: v.string() }), leftMs: MillisValue })),
  /** For its owner alone: four digits that confirm the arrival on the kiosk. */
  arrivalCode: v.nullable(v.string()),
  /** Its owner has been there for long: how did it end? */
  overdue: v.boolean(),
});
export type StaffCall = v.InferOutput<typeof StaffCall>;

/** Everything the staff page shows; pushed whole each time anything changes. */
export const StaffSnapshot = v.strictObject({
  me: v.strictObject({ id: Id, name: v.string(), onDuty: v.boolean(), manager: v.boolean() }),
  storeName: v.string(),
  colleaguesOnDuty: v.number(),
  /** Colleagues on duty, to hand a call over to. */
  colleagues: v.array(v.strictObject({ id: Id, name: v.string(), free: v.boolean() })),
  duty: Duty,
  /** What this employee can grant now; null while the manager has set no budget. */
  goodwill: v.nullable(v.strictObject({ leftCents: CentsValue, perGestureCents: CentsValue })),
  /** Shoppers' notes that nobody has dealt with yet, newest first. */
  notes: v.array(ShopperNote),
  /** Complaints and ideas that wait for this employee. */
  matters: MatterCount,
  /** Open calls this employee should see, most urgent first. */
  calls: v.array(StaffCall),
});
export type StaffSnapshot = v.InferOutput<typeof StaffSnapshot>;

const done = v.strictObject({ ok: v.literal(true) });
const receipt = { callId: Id, epoch: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) };
const command = { commandId: Id, callId: Id, epoch: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) };

export const staffRoutes = {
  'staff/duty': route('employee', v.strictObject({ onDuty: v.boolean() }), done),
  /** Receipt: the calls reached the page, visible or not. One of an epoch that is over counts for nothing. */
  'staff/delivered': route(
    'employee',
    v.strictObject({ calls: v.pipe(v.array(v.strictObject(receipt)), v.maxLength(100)) }),
    done,
  ),
  /** Receipt: the card was on a visible screen. */
  'staff/seen': route('employee', v.strictObject(receipt), done),
  'staff/claim': route(
    'employee',
    v.strictObject(command),
    v.strictObject({ result: v.picklist(['claimed', 'taken', 'gone']), owner: v.nullable(v.string()) }),
  ),
  'staff/release': route('employee', v.strictObject(command), done),
  'staff/arrive': route('employee', v.strictObject(command), done),
  'staff/resolve': route('employee', v.strictObject({ ...command, outcome: CallOutcome, helpNeeded: v.boolean() }), done),
};

export const authRoutes = {
  /** `code` is the short code or the number of a badge. Only enrolled devices get as far as a PIN. */
  'auth/employee-login': route(
    'device',
    v.strictObject({ code: Text(64), pin: v.pipe(v.string(), v.regex(/^\d{4,8}$/, 'a PIN has 4 to 8 digits')) }),
    v.strictObject({ id: Id, name: v.string() }),
  ),
  /** Taken to the letter, like at set-up: a space may be part of a password. */
  'auth/manager-login': route('anyone', v.strictObject({ password: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }), done),
  /** First start: the one-time code printed by the station, and the manager's new password. */
  'auth/setup': route(
    'anyone',
    v.strictObject({ code: Text(40), password: v.pipe(v.string(), v.minLength(10), v.maxLength(200)) }),
    done,
  ),
  'auth/logout': route('anyone', v.strictObject({ page: v.picklist(['staff', 'manager']) }), done),
  /** What the login pages need before anyone is logged in. Demo logins are listed in demo mode only. */
  'auth/doors': route(
    'anyone',
    v.strictObject({}),
    v.strictObject({
      storeName: v.string(),
      setupNeeded: v.boolean(),
      employee: v.boolean(),
      manager: v.boolean(),
      /** `gone`: this browser was enrolled, and is not any more. */
      device: v.picklist(['enrolled', 'gone', 'unknown']),
      /** Whether a manager can use a passkey at this address: it has a name, and a passkey was made under it. */
      passkey: v.boolean(),
      demo: v.nullable(
        v.strictObject({
          employees: v.array(v.strictObject({ code: v.string(), name: v.string(), pin: v.string() })),
          password: v.string(),
        }),
      ),
    }),
  ),
};
