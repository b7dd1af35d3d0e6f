import * as v from 'valibot';
import { ExpectedEmployee } from './assistance.ts';
import { WalkView } from './calibration.ts';
import { MatterCount } from './matters.ts';
import { SetHours } from './opening.ts';
import { PagerLive } from './pager.ts';
import { route, upload } from './route.ts';
import { StoreWords } from './store-words.ts';
import {
  CallReason,
  CallState,
  CentsValue,
  DbmValue,
  EpochMsValue,
  Id,
  LocalDate,
  LocalTime,
  MillisValue,
  OptionalText,
  RadioStatus,
  Text,
  ZonePurpose,
} from './values.ts';

const done = v.strictObject({ ok: v.literal(true) });
const nothing = v.strictObject({});

/** Who changed a thing last, and when. */
const Changed = v.strictObject({ by: v.string(), at: EpochMsValue });

/** A zone as the manager edits it: receivers, the near and far boundary, the dwell on either side, what it is for. */
export const ZoneSettings = v.pipe(
  v.strictObject({
    id: Id,
    name: Text(60),
    purpose: ZonePurpose,
    receivers: v.pipe(v.array(Id), v.minLength(1, 'a zone needs at least one receiver')),
    /** At this strength or stronger a beacon is near. */
    nearDbm: v.pipe(
      DbmValue,
      v.minValue(-100 as never, 'below -100 dBm nothing is heard'),
      v.maxValue(-20 as never, 'above -20 dBm nothing qualifies'),
    ),
    /** Below this strength a beacon is far. Between the two, nothing changes. */
    farDbm: v.pipe(DbmValue, v.minValue(-110 as never), v.maxValue(-20 as never)),
    enterDwellMs: v.pipe(MillisValue, v.maxValue(60_000 as never, 'an enter dwell is at most 60 s')),
    exitDwellMs: v.pipe(MillisValue, v.maxValue(600_000 as never, 'an exit dwell is at most 10 min')),
    /** Only whom the zone's own receivers hear best counts, and in one exclusive zone at a time: for receivers in several places. */
    exclusive: v.optional(v.boolean(), false),
  }),
  v.forward(
    v.check((zone) => zone.farDbm <= zone.nearDbm - 2, 'the far boundary must be at least 2 dB weaker than the near one'),
    ['farDbm'],
  ),
);
export type ZoneSettings = v.InferOutput<typeof ZoneSettings>;

export const ProductSettings = v.strictObject({
  id: Id,
  name: StoreWords,
  category: Id,
  aisle: Text(20),
  stock: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1_000_000)),
  priceCents: CentsValue,
});
export type ProductSettings = v.InferOutput<typeof ProductSettings>;

export const OfferSettings = v.pipe(
  v.strictObject({
    id: Id,
    title: StoreWords,
    productId: Id,
    priceCents: CentsValue,
    startsOn: LocalDate,
    endsOn: LocalDate,
    active: v.boolean(),
  }),
  v.forward(
    v.check((offer) => offer.endsOn >= offer.startsOn, 'an offer cannot end before it starts'),
    ['endsOn'],
  ),
);
export type OfferSettings = v.InferOutput<typeof OfferSettings>;

export const EmployeeSettings = v.strictObject({
  id: Id,
  /** Short code typed at the staff page, unique in the store. */
  code: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{2,12}$/, 'a code has 2 to 12 letters or digits')),
  name: Text(40),
  manager: v.boolean(),
  active: v.boolean(),
  /** A new PIN, or null to keep the present one. */
  pin: v.nullable(v.pipe(v.string(), v.regex(/^\d{4,8}$/, 'a PIN has 4 to 8 digits'))),
  /** A new badge number; empty takes the badge away, left out keeps it. It is never read back. */
  badge: v.optional(v.pipe(v.string(), v.regex(/^([A-Za-z0-9._-]{4,64})?$/, 'a badge number has 4 to 64 letters or digits'))),
});
export type EmployeeSettings = v.InferOutput<typeof EmployeeSettings>;

export const StoreSettings = v.strictObject({
  name: Text(60),
  phone: OptionalText(30),
  timeZone: Text(60),
  cameraOffered: v.boolean(),
  /** Monday first; null is closed. */
  week: v.pipe(v.array(v.nullable(v.strictObject({ opens: LocalTime, closes: LocalTime }))), v.length(7)),
});
export type StoreSettings = v.InferOutput<typeof StoreSettings>;
/** The store as it is saved. What was saved before hours were checked is still read. */
export const StoreChange = v.strictObject({
  ...StoreSettings.entries,
  week: v.pipe(v.array(v.nullable(SetHours)), v.length(7)),
});

/** The kiosk's own radio, or a gateway: listed as soon as it is configured, so that a zone can name it. */
const Receiver = v.strictObject({
  id: Id,
  kind: v.picklist(['radio', 'gateway']),
  /** `silent`: heard before, but not for a while. */
  state: v.picklist(['heard', 'silent', 'never']),
  /** Machine-readable cause where one is known, for example `wrong-password` (the page holds the words). */
  reason: v.nullable(v.string()),
  lastHeardAgeMs: v.nullable(MillisValue),
  strongestDbm: v.nullable(DbmValue),
});

/** What is live on the manager page; pushed whole about once a second. */
export const ManagerSnapshot = v.strictObject({
  storeName: v.string(),
  demo: v.boolean(),
  version: v.string(),
  radio: RadioStatus,
  receivers: v.array(Receiver),
  /** Anonymous: how many recognised beacons are inside, and the strongest signal among them. */
  zones: v.array(v.strictObject({ id: Id, inside: v.number(), strongestDbm: v.nullable(DbmValue) })),
  /** The walk test under way, if one is. */
  walk: v.nullable(WalkView),
  employeesOnDuty: v.number(),
  staffPagesOpen: v.number(),
  /** Ways to reach people, in the order in which they are used. */
  pager: v.array(PagerLive),
  /** Whom the rota expects now. */
  expected: v.array(ExpectedEmployee),
  /** Shoppers' notes that nobody has dealt with yet. */
  openNotes: v.number(),
  /** Complaints and ideas that wait for an answer. */
  matters: MatterCount,
  openCalls: v.array(
    v.strictObject({
      id: Id,
      state: CallState,
      reasons: v.array(CallReason),
      waitedMs: MillisValue,
      claimedBy: v.nullable(v.string()),
    }),
  ),
});
export type ManagerSnapshot = v.InferOutput<typeof ManagerSnapshot>;

/** What became of an imported file, row by row. */
export const ImportReport = v.strictObject({
  rows: v.number(),
  imported: v.number(),
  /** The first 100 problems; `refused` counts them all. Line numbers as an editor shows them. */
  errors: v.array(v.strictObject({ line: v.number(), column: v.nullable(v.string()), problem: v.string() })),
  refused: v.number(),
  /** `utf-8` or `windows-1252`. */
  encoding: v.string(),
});
export type ImportReport = v.InferOutput<typeof ImportReport>;

const Bytes = v.instance(Uint8Array<ArrayBufferLike>);

export const DayReport = v.strictObject({
  date: LocalDate,
  visits: v.number(),
  recognised: v.number(),
  offersShown: v.number(),
  offersDeclined: v.number(),
  calls: v.strictObject({
    raised: v.number(),
    claimed: v.number(),
    resolved: v.number(),
    cancelled: v.number(),
    unanswered: v.number(),
    helpNeeded: v.number(),
    helpNotNeeded: v.number(),
    medianToClaimMs: v.nullable(MillisValue),
    medianToArrivalMs: v.nullable(MillisValue),
  }),
  /** Store-local hours 0–23. */
  hours: v.array(v.strictObject({ hour: v.number(), visits: v.number(), calls: v.number() })),
  /** The day's calls, newest first. */
  list: v.array(
    v.strictObject({
      id: Id,
      raisedAt: EpochMsValue,
      reasons: v.array(CallReason),
      state: CallState,
      employee: v.nullable(v.string()),
      toClaimMs: v.nullable(MillisValue),
      toArrivalMs: v.nullable(MillisValue),
      helpNeeded: v.nullable(v.boolean()),
    }),
  ),
});
export type DayReport = v.InferOutput<typeof DayReport>;

const listed = <S extends Parameters<typeof v.array>[0]>(item: S) =>
  v.strictObject({ items: v.array(v.strictObject({ value: item, changed: v.nullable(Changed) })) });

export const managerRoutes = {
  'manager/zones': route('manager', nothing, listed(ZoneSettings)),
  'manager/zone-save': route('manager', ZoneSettings, done),
  'manager/zone-delete': route('manager', v.strictObject({ id: Id }), done),
  'manager/offers': route('manager', nothing, listed(OfferSettings)),
  'manager/offer-save': route('manager', OfferSettings, done),
  'manager/offer-delete': route('manager', v.strictObject({ id: Id }), done),
  'manager/products': route('manager', nothing, v.strictObject({ items: v.array(ProductSettings) })),
  'manager/employees': route('manager', nothing, listed(EmployeeSettings)),
  'manager/employee-save': route('manager', EmployeeSettings, done),
  'manager/store': route('manager', nothing, StoreSettings),
  'manager/store-save': route('manager', StoreChange, done),
  'manager/report': route('manager', v.strictObject({ date: v.nullable(LocalDate) }), DayReport),
  /** CSV `customer,date,product,quantity[,receipt]`; an empty customer is an anonymous receipt, told apart by `receipt`. */
  'manager/import-purchases': upload('manager', Bytes, ImportReport),
  /** CSV `id,name_fr,name_en,category,aisle,stock,price`, and `barcode` if there is one. */
  'manager/import-products': upload('manager', Bytes, ImportReport),
  /** Demo stores only: makes a demo customer's beacon approach and leave. */
  'manager/demo-walk': route('manager', v.strictObject({ customer: Text(40) }), v.strictObject({ seconds: v.number() })),
  'manager/demo-customers': route('manager', nothing, v.strictObject({ customers: v.array(v.string()) })),
};
