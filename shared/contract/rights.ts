import * as v from 'valibot';
import { route } from './route.ts';
import { languageEntries } from './store-words.ts';
import { EpochMsValue, Language, Picture, Purpose, Text } from './values.ts';

const done = v.strictObject({ ok: v.literal(true) });
const nothing = v.strictObject({});

/** What a customer is called by at the till, however it is typed. */
const CustomerNumber = v.pipe(
  Text(12),
  v.transform((number) => number.toUpperCase().replace(/[^A-Z0-9]/g, '')),
);

/** One version of the words a shopper reads before answering. */
export const ConsentTextView = v.strictObject({
  version: v.string(),
  ...languageEntries(v.string()),
  /** Its meaning differs from the version before. */
  asksAgain: v.boolean(),
  /** Null for the words that come with the house. */
  changed: v.nullable(v.strictObject({ by: v.string(), at: EpochMsValue })),
});
export type ConsentTextView = v.InferOutput<typeof ConsentTextView>;

/** The words of a purpose as the manager writes them. */
export const ConsentTextDraft = v.strictObject({ purpose: Purpose, ...languageEntries(Text(2000)), asksAgain: v.boolean() });

/** Everything the store knows about one customer: the same content as JSON and, table by table, as CSV. */
export const CustomerExport = v.strictObject({
  json: v.string(),
  csv: v.array(v.strictObject({ name: v.string(), text: v.string() })),
});
export type CustomerExport = v.InferOutput<typeof CustomerExport>;

/** How the manager made sure who is asking. */
export const IdentityCheck = v.picklist(['picture-at-kiosk', 'identity-document', 'known-in-person']);
export type IdentityCheck = v.InferOutput<typeof IdentityCheck>;

export const rightsRoutes = {
  /** The versions of one purpose, newest last. */
  'manager/consent-texts': route(
    'manager',
    v.strictObject({ purpose: Purpose }),
    v.strictObject({ items: v.array(ConsentTextView) }),
  ),
  'manager/consent-text-publish': route('manager', ConsentTextDraft, done),
  /** Who is erased when, and what was: numbers only. */
  'manager/retention': route(
    'manager',
    nothing,
    v.strictObject({
      customers: v.number(),
      /** Customers who are erased within these days unless they come. */
      due: v.array(v.strictObject({ days: v.number(), customers: v.number() })),
      runs: v.array(v.strictObject({ day: v.string(), erased: v.number() })),
    }),
  ),
  /** Everything the store knows about the customer with this number, after a check of who they are. */
  'manager/customer-export': route('manager', v.strictObject({ number: CustomerNumber, checked: IdentityCheck }), CustomerExport),
  /** Erases the customer with this number, who asked for it. */
  'manager/customer-erase': route('manager', v.strictObject({ number: CustomerNumber, checked: IdentityCheck }), done),

  /** Where the customer's file can be fetched once, for ten minutes; null when the station is not on an encrypted network. */
  'kiosk/export': route(
    'kiosk',
    v.strictObject({ picture: v.nullable(Picture) }),
    v.strictObject({ result: v.picklist(['ready', 'wrong', 'closed', 'no-network']), url: v.nullable(v.string()) }),
  ),
  /** The customer's own corrections; the picture stays when none is sent. */
  'kiosk/rectify': route(
    'kiosk',
    v.strictObject({ name: v.nullable(Text(40)), language: Language, picture: v.optional(Picture) }),
    done,
  ),
  /** What the shopper agreed to, as text to be drawn as a QR code: it leads nowhere. */
  'kiosk/receipt': route('kiosk', v.strictObject({ purpose: Purpose }), v.strictObject({ text: v.string() })),
};
