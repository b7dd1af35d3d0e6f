import * as v from 'valibot';
import { route } from './route.ts';
import { Id, Language, Picture, Purpose } from './values.ts';

/** The usual port of printers on a network ("raw", JetDirect). */
export const PRINTER_PORT = 9100;

/** How slips reach the printer. */
export const PrinterConnection = v.variant('kind', [
  v.strictObject({ kind: v.literal('none') }),
  v.strictObject({
    kind: v.literal('network'),
    /** A name or an address on the store's network. */
    host: v.pipe(v.string(), v.trim(), v.maxLength(253), v.regex(/^[a-z0-9]([a-z0-9.:-]*[a-z0-9])?$/i)),
    port: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(65_535)),
  }),
  v.strictObject({
    kind: v.literal('device'),
    /** Only names that printers have: what is written to another device could destroy it. */
    path: v.pipe(v.string(), v.trim(), v.regex(/^\/dev\/(usb\/)?lp\d{1,2}$|^\/dev\/receipt-printer$/)),
  }),
]);
export type PrinterConnection = v.InferOutput<typeof PrinterConnection>;

/** Code pages a slip may be written in. `auto` changes between them as the text asks for it. */
export const printerCodepages = ['auto', 'cp437', 'cp850', 'cp858', 'windows1252'] as const;
/** Widths of receipt paper, in millimetres. */
export const paperWidths = [58, 80] as const;

/** The slip printer of a kiosk. */
export const PrinterSettings = v.strictObject({
  connection: PrinterConnection,
  codepage: v.picklist(printerCodepages),
  paperMm: v.picklist(paperWidths),
  /** The printer has a knife. */
  cut: v.boolean(),
});
export type PrinterSettings = v.InferOutput<typeof PrinterSettings>;

/** Which slip the shopper asks for. What stands on it is the station's to say. */
export const SlipWish = v.variant('kind', [
  v.strictObject({ kind: v.literal('product'), id: Id }),
  v.strictObject({ kind: v.literal('offer'), id: Id }),
  v.strictObject({ kind: v.literal('receipt'), id: Purpose }),
  /** What is known of the customer, after their picture once more; null where they chose none. */
  v.strictObject({ kind: v.literal('account'), picture: v.nullable(Picture) }),
  /** Reference and code of what was written down in this visit; `id` is the reference. */
  v.strictObject({ kind: v.literal('matter'), id: Id }),
]);
export type SlipWish = v.InferOutput<typeof SlipWish>;

/**
 * What became of a slip. `printed`: the printer said so; `sent`: it took all of it and says nothing; `unreachable`: nobody answers there; `not-here`: the
 * address lies outside the store's own network, where no slip goes;
 * `not-allowed`: the system does not let the station write to it; `not-a-printer`: something else is at that place; `offline`, `cover-open`,
 * `paper-out`, `faulty`: what the printer says of itself; `no-answer`: it did not take the slip in time; `busy`: too many slips wait;
 * `stopped`: the visit ended before.
 */
export const PrintResult = v.picklist([
  'printed',
  'sent',
  'unreachable',
  'not-here',
  'not-allowed',
  'not-a-printer',
  'offline',
  'cover-open',
  'paper-out',
  'faulty',
  'no-answer',
  'busy',
  'stopped',
]);
export type PrintResult = v.InferOutput<typeof PrintResult>;

const Answer = v.strictObject({ result: PrintResult });
const nothing = v.strictObject({});

export const printingRoutes = {
  /** Prints a slip of the present visit, and answers when it is known what became of it. */
  'kiosk/print': route('kiosk', v.strictObject({ slip: SlipWish }), Answer),

  'manager/printer': route('manager', nothing, PrinterSettings),
  'manager/printer-save': route('manager', PrinterSettings, v.strictObject({ ok: v.literal(true) })),
  /** Prints a trial slip with the settings as they are stored. */
  'manager/printer-test': route('manager', v.strictObject({ language: Language }), Answer),

  /** `prevenance printer test` */
  'operator/printer-test': route('operator', nothing, Answer),
};
