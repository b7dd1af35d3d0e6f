import * as v from 'valibot';
import { codeDigits } from '../voice/reference.ts';
import { matterLength } from './lengths.ts';
import { route } from './route.ts';
import { EpochMsValue, Id, Language, LocalDate, OptionalText, Text, visible } from './values.ts';

const done = v.strictObject({ ok: v.literal(true) });
const nothing = v.strictObject({});

export const MatterKind = v.picklist(['complaint', 'idea']);
export type MatterKind = v.InferOutput<typeof MatterKind>;

/** `looking`: somebody is at it; `reopened`: the first answer did not settle it; `answered`: the shopper has the word. */
export const MatterState = v.picklist(['received', 'looking', 'answered', 'reopened', 'closed']);
export type MatterState = v.InferOutput<typeof MatterState>;

/** How it ended. `settled` is the shopper's own word; the others are the store's. */
export const MatterOutcome = v.picklist(['settled', 'put-right', 'not-put-right', 'done', 'not-done']);
export type MatterOutcome = v.InferOutput<typeof MatterOutcome>;

/** What the team makes of it. `answered` leaves the last word to the shopper; the four outcomes close it. */
export const MatterMove = v.picklist(['looking', 'answered', 'put-right', 'not-put-right', 'done', 'not-done']);
export type MatterMove = v.InferOutput<typeof MatterMove>;

const Words = v.pipe(OptionalText(matterLength), v.regex(visible, 'there is nothing to see in this text'));
const Reference = Text(12);
const Code = v.pipe(v.string(), v.regex(new RegExp(`^\\d{${codeDigits}}$`), `a code has ${codeDigits} digits`));
/** Only both together open a matter: the reference alone tells nothing, not even whether it exists. */
const Key = v.strictObject({ reference: Reference, code: Code });

/** What whoever wrote it sees. */
export const MatterView = v.strictObject({
  kind: MatterKind,
  state: MatterState,
  outcome: v.nullable(MatterOutcome),
  /** First name of who answers; null: the manager. */
  owner: v.nullable(v.string()),
  receivedOn: LocalDate,
  dueOn: LocalDate,
  overdue: v.boolean(),
  language: Language,
  words: v.string(),
  answer: v.nullable(v.string()),
  settles: v.boolean(),
  reopens: v.boolean(),
});
export type MatterView = v.InferOutput<typeof MatterView>;

/** What a shopper takes along; the code is kept nowhere in a form that can be read. */
export const MatterReceipt = v.strictObject({
  kind: MatterKind,
  reference: v.string(),
  code: v.string(),
  /** First name of who answers; null: the manager. */
  owner: v.nullable(v.string()),
  dueOn: LocalDate,
});
export type MatterReceipt = v.InferOutput<typeof MatterReceipt>;

/** `unknown`: no matter has this reference and this code; `wait`: too many wrong codes. */
const Opened = v.variant('result', [
  v.strictObject({ result: v.literal('open'), matter: MatterView }),
  v.strictObject({ result: v.literal('unknown') }),
  v.strictObject({ result: v.literal('wait'), seconds: v.number() }),
]);
export type Opened = v.InferOutput<typeof Opened>;

/** A matter as whoever answers it sees it. */
export const DeskMatter = v.strictObject({
  id: Id,
  reference: v.string(),
  kind: MatterKind,
  state: MatterState,
  outcome: v.nullable(MatterOutcome),
  reopened: v.boolean(),
  owner: v.nullable(v.strictObject({ id: Id, name: v.string() })),
  receivedOn: LocalDate,
  dueOn: LocalDate,
  overdue: v.boolean(),
  language: Language,
  words: v.string(),
  answer: v.nullable(v.string()),
  /** Counts the changes: a reply names the one it was written to. */
  revision: v.number(),
});
export type DeskMatter = v.InferOutput<typeof DeskMatter>;

/** What the manager decides about complaints and ideas. */
export const MatterSettings = v.strictObject({
  /** Working days, by the opening hours, within which an answer is promised. */
  dueDays: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(30)),
  /** Months after the answer or the end, after which everything about it is erased. */
  keptMonths: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(36)),
  /** Who gets new ones; null: a manager whom the rota expects at that moment. */
  owner: v.nullable(Id),
});
export type MatterSettings = v.InferOutput<typeof MatterSettings>;

/** What the team replies. `answer` may be empty only while it is being looked at. */
export const MatterReply = v.strictObject({
  id: Id,
  move: MatterMove,
  answer: OptionalText(matterLength),
  from: v.number(),
});
export type MatterReply = v.InferOutput<typeof MatterReply>;

/** How many wait for an answer, and how many of them for longer than promised. */
export const MatterCount = v.strictObject({ waiting: v.number(), overdue: v.number() });
export type MatterCount = v.InferOutput<typeof MatterCount>;

export const matterRoutes = {
  /** Writes a complaint or an idea down. Sent again with the same command it answers the same. */
  'kiosk/matter-write': route(
    'kiosk',
    v.strictObject({ commandId: Id, kind: MatterKind, words: Words, language: Language }),
    MatterReceipt,
  ),
  /** What is promised to whoever writes. */
  'kiosk/matter-terms': route('kiosk', nothing, v.strictObject({ dueDays: v.number(), keptMonths: v.number() })),
  'kiosk/matter-open': route('kiosk', Key, Opened),
  /** "This settles it", or "it does not". */
  'kiosk/matter-react': route('kiosk', v.strictObject({ ...Key.entries, settles: v.boolean() }), Opened),
  /** Erases it at once, everywhere. */
  'kiosk/matter-erase': route('kiosk', Key, v.strictObject({ result: v.picklist(['erased', 'unknown', 'wait']) })),

  /** What waits for this employee. */
  'staff/matters': route('employee', nothing, v.strictObject({ items: v.array(DeskMatter) })),
  'staff/matter-reply': route('employee', MatterReply, done),

  'manager/matters': route(
    'manager',
    nothing,
    v.strictObject({
      items: v.array(DeskMatter),
      /** Who can own one. */
      employees: v.array(v.strictObject({ id: Id, name: v.string() })),
      settings: MatterSettings,
      changed: v.nullable(v.strictObject({ by: v.string(), at: EpochMsValue })),
    }),
  ),
  'manager/matter-reply': route('manager', MatterReply, done),
  'manager/matter-assign': route('manager', v.strictObject({ id: Id, owner: v.nullable(Id) }), done),
  /** For a shopper who asks in writing; nothing brings it back. */
  'manager/matter-erase': route('manager', v.strictObject({ id: Id }), done),
  'manager/matter-settings': route('manager', MatterSettings, done),
};
