import * as v from 'valibot';
import { AccessSettings } from './access.ts';
import { CameraNote } from './camera.ts';
import { mirroredLength } from './lengths.ts';
import { LookSettings } from './look.ts';
import { Opening } from './opening.ts';
import { route } from './route.ts';
import { languageEntries, StoreWords } from './store-words.ts';
import {
  CallReason,
  CallState,
  CentsValue,
  EpochMsValue,
  Id,
  Language,
  LocalDate,
  MillisValue,
  OptionalText,
  Picture,
  Purpose,
  Text,
} from './values.ts';

const productFacts = { id: Id, name: StoreWords, category: Id, aisle: v.string(), stock: v.number() };

/** A product as the kiosk shows it. The price is the same for everyone. */
export const ProductView = v.strictObject({
  ...productFacts,
  /** What it costs today, an offer that runs included. */
  priceCents: CentsValue,
  /** What it costs without an offer; `priceCents` again once a person was called, when no offer is told. */
  regularPriceCents: CentsValue,
  /** The last day of the offer that makes it cheaper today; null when there is none, or none is told. */
  offerEndsOn: v.nullable(LocalDate),
});
export type ProductView = v.InferOutput<typeof ProductView>;

/** Why an offer was chosen: the largest term of its score, in words the screen knows. */
export const OfferWhy = v.strictObject({
  kind: v.picklist(['bought-before', 'popular', 'only-one']),
  /** Times this customer bought the product; null unless `kind` is `bought-before`. */
  times: v.nullable(v.number()),
  /** Day of the first of these purchases. */
  since: v.nullable(LocalDate),
});
export type OfferWhy = v.InferOutput<typeof OfferWhy>;

export const OfferView = v.strictObject({
  id: Id,
  title: StoreWords,
  product: v.strictObject(productFacts),
  priceCents: CentsValue,
  regularPriceCents: CentsValue,
  endsOn: LocalDate,
  /** True when the customer's own purchases chose it. */
  personal: v.boolean(),
});
export type OfferView = v.InferOutput<typeof OfferView>;

export const KioskScreen = v.picklist([
  'welcome',
  'find',
  'ask',
  'join',
  'account',
  'complaint',
  'tell',
  'write-complaint',
  'write-idea',
  'written',
  'follow',
  'camera',
  'offer',
  'beacon',
  'card',
  'product',
  'scan',
]);
export type KioskScreen = v.InferOutput<typeof KioskScreen>;

/** What the kiosk says about a call. Each is true at the moment it is shown. */
export const CallView = v.strictObject({
  id: Id,
  state: CallState,
  reason: CallReason,
  /** First name of the employee who claimed the call. */
  employee: v.nullable(v.string()),
  /** `sent`: stored, being delivered; `seen`: a device showed it; `coming`; `here`; `waiting`: nobody answered yet, more people told;
   * `all-busy`: everyone on duty is with somebody; `nobody-on-duty`; `closed-hours`: nobody on duty, and the store is closed;
   * `unanswered`: everyone was told and nobody answered; `still-there`: the kiosk asks, because nobody touched it for long;
   * `done`; `cancelled`; `expired`: ended, because nobody said that they were still waiting, or noted how it ended. */
  progress: v.picklist([
    'sent',
    'seen',
    'coming',
    'here',
    'waiting',
    'all-busy',
    'nobody-on-duty',
    'closed-hours',
    'unanswered',
    'still-there',
    'done',
    'cancelled',
    'expired',
  ]),
  waitedMs: MillisValue,
  /** Whether the employee can confirm their arrival here. */
  arrivalCode: v.boolean(),
  /** The shopper has left a note. */
  note: v.boolean(),
});
export type CallView = v.InferOutput<typeof CallView>;

/** What a shopper enrols: a beacon held against the screen, or an app on their telephone. */
export const BeaconKind = v.picklist(['beacon', 'phone']);
export type BeaconKind = v.InferOutput<typeof BeaconKind>;

export const EnrolmentView = v.variant('state', [
  v.strictObject({ state: v.literal('listening'), remainingMs: MillisValue }),
  /** A key for an app on the shopper's telephone, as text to be drawn as a QR code. Gone as soon as the telephone is heard. */
  v.strictObject({ state: v.literal('phone'), uri: v.string(), remainingMs: MillisValue }),
  /** Somebody has allowed that whoever joins next carries their beacon, too. */
  v.strictObject({ state: v.literal('sharing') }),
  /** Those who share a beacon are told apart by their pictures: none was chosen, or one that is taken. */
  v.strictObject({ state: v.literal('picture-needed') }),
  v.strictObject({ state: v.literal('picture-taken') }),
  v.strictObject({ state: v.literal('done'), customerNumber: v.string() }),
  /** One more beacon belongs to the customer at the screen. */
  v.strictObject({ state: v.literal('added') }),
  /** A rotating beacon whose clock had run away is known again. */
  v.strictObject({ state: v.literal('found') }),
  v.strictObject({ state: v.literal('nothing-heard') }),
  v.strictObject({ state: v.literal('several-heard') }),
  v.strictObject({ state: v.literal('no-radio') }),
]);
export type EnrolmentView = v.InferOutput<typeof EnrolmentView>;

export const VisitView = v.strictObject({
  id: Id,
  startedAt: EpochMsValue,
  language: Language,
  greeting: v.variant('kind', [
    v.strictObject({ kind: v.literal('neutral') }),
    /** Several customers share the beacon: neutral until `confirm`, the picture question, says which of them is here. */
    v.strictObject({ kind: v.literal('shared'), confirm: v.boolean() }),
    /** `name` is null until the identity is strong or confirmed; `confirm` offers the picture question. */
    v.strictObject({ kind: v.literal('personal'), name: v.nullable(v.string()), confirm: v.boolean() }),
  ]),
  /** True while exactly one recognised customer is there: "my account" can be shown. */
  recognised: v.boolean(),
  consents: v.strictObject({ recognition: v.boolean(), history: v.boolean() }),
  /** What is asked again, because the words have another meaning than those that were agreed to. */
  askAgain: v.nullable(Purpose),
  offer: v.nullable(OfferView),
  /** False for good once a call was opened in this visit: nothing is sold any more. */
  selling: v.boolean(),
  camera: v.picklist(['off', 'allowed', 'refused', 'ended']),
  /** Why the camera went off by itself, and whether one tap starts it again; null when there is nothing to say. */
  cameraNote: v.nullable(v.strictObject({ reason: CameraNote, resumable: v.boolean() })),
  /** The screens are simpler and show no offers: things go badly. */
  simple: v.boolean(),
  /** A person is being proposed; `because` holds the evidence, strongest first, with how often it was noticed. */
  proposal: v.nullable(v.strictObject({ because: v.array(v.strictObject({ code: v.string(), times: v.number() })) })),
  call: v.nullable(CallView),
  enrolment: v.nullable(EnrolmentView),
  /** Set while the kiosk asks "are you still there?". */
  endsInMs: v.nullable(MillisValue),
  /** The shopper has asked for more time. */
  unhurried: v.boolean(),
  /** Where the shopper was, so that a reload loses nothing. Kept in memory only. */
  view: v.strictObject({ screen: KioskScreen, text: v.string() }),
});
export type VisitView = v.InferOutput<typeof VisitView>;

/** What a shopper reads before answering, in the words of one version. */
export const ConsentWords = v.strictObject({ version: v.string(), ...languageEntries(v.string()) });
export type ConsentWords = v.InferOutput<typeof ConsentWords>;

/** Everything the kiosk page shows; pushed whole each time anything changes. */
export const KioskSnapshot = v.strictObject({
  kioskId: Id,
  demo: v.boolean(),
  store: v.strictObject({
    name: v.string(),
    phone: v.string(),
    opening: Opening,
    /** Whether the manager has switched the camera feature on for this store. */
    cameraOffered: v.boolean(),
    /** Slips can be had on paper. */
    prints: v.boolean(),
  }),
  access: AccessSettings,
  /** Which look to wear, and what of it is not in its style sheet. */
  look: v.strictObject({
    version: v.number(),
    logo: LookSettings.entries.logo,
    dimAfterMinutes: LookSettings.entries.dimAfterMinutes,
  }),
  /** The words to ask with, as they are now. */
  texts: v.strictObject({ recognition: ConsentWords, history: ConsentWords, diet: ConsentWords, camera: ConsentWords }),
  visit: v.nullable(VisitView),
});
export type KioskSnapshot = v.InferOutput<typeof KioskSnapshot>;

const nothing = v.strictObject({});
const done = v.strictObject({ ok: v.literal(true) });
const CommandId = Id;

/** The exact text a shopper saw when answering; its hash goes into the consent record. */
const ConsentText = v.strictObject({ version: Text(20), language: Language, text: Text(2000) });

export const kioskRoutes = {
  /** A touch: starts a visit when there is none, and puts off its end. One that belongs to a visit changes nothing once that is over. */
  'kiosk/touch': route('kiosk', v.strictObject({ language: Language, visit: v.optional(Id) }), done),
  'kiosk/view': route('kiosk', v.strictObject({ screen: KioskScreen, text: OptionalText(mirroredLength) }), done),
  'kiosk/language': route('kiosk', v.strictObject({ language: Language }), done),
  'kiosk/end': route('kiosk', nothing, done),

  'kiosk/search': route(
    'kiosk',
    v.strictObject({ query: OptionalText(120), category: v.nullable(Id) }),
    v.strictObject({
      products: v.array(ProductView),
      categories: v.array(v.strictObject({ id: Id, name: StoreWords })),
      /** By the very words, by words nearly like them, by some of them only, or not at all. */
      how: v.picklist(['words', 'near', 'some', 'none']),
      /** What was looked for instead of mistyped words. */
      instead: v.nullable(v.string()),
    }),
  ),

  'kiosk/offer-why': route('kiosk', nothing, OfferWhy),
  'kiosk/offer-decline': route('kiosk', nothing, done),
  /** All of today's offers: the same list and prices for everyone. */
  'kiosk/offers': route('kiosk', nothing, v.strictObject({ offers: v.array(OfferView) })),

  /** Second factor for a static beacon. `wrong` after a mistake; three mistakes end the question for this visit. */
  'kiosk/confirm-picture': route(
    'kiosk',
    v.strictObject({ picture: Picture }),
    v.strictObject({ result: v.picklist(['right', 'wrong', 'closed']) }),
  ),

  /** Starts listening for the beacon held against the screen. Consents are recorded together with the customer, or not at all. */
  'kiosk/join': route(
    'kiosk',
    v.strictObject({
      recognition: ConsentText,
      history: v.nullable(ConsentText),
      name: v.nullable(Text(40)),
      picture: v.nullable(Picture),
      with: v.optional(BeaconKind, 'beacon'),
    }),
    done,
  ),
  'kiosk/join-cancel': route('kiosk', nothing, done),
  /** Answers for a purpose in this visit: the camera, or history once recognised. */
  'kiosk/consent': route(
    'kiosk',
    v.strictObject({ purpose: Purpose, decision: v.picklist(['given', 'refused']), shown: ConsentText }),
    done,
  ),
  /** One tap. `recognition` leaves the programme: beacons, name and history are erased at once. */
  'kiosk/withdraw': route('kiosk', v.strictObject({ purpose: Purpose }), done),
  'kiosk/account': route(
    'kiosk',
    nothing,
    v.strictObject({
      customerNumber: v.string(),
      name: v.nullable(v.string()),
      language: Language,
      /** Which it is stays in the station: this is a public screen. */
      hasPicture: v.boolean(),
      joinedAt: EpochMsValue,
      consents: v.array(v.strictObject({ purpose: Purpose, given: v.boolean(), at: v.nullable(EpochMsValue) })),
      purchases: v.array(v.strictObject({ name: StoreWords, times: v.number(), lastOn: LocalDate })),
    }),
  ),

  /** Calls a person. Answered only after the call is on disk. */
  'kiosk/call': route(
    'kiosk',
    v.strictObject({ commandId: CommandId, reason: CallReason, language: Language }),
    v.strictObject({ call: CallView }),
  ),
  'kiosk/call-cancel': route('kiosk', v.strictObject({ commandId: CommandId, callId: Id }), done),
  /** "I'm fine": nothing is proposed again in this visit unless things get worse. */
  'kiosk/proposal-dismiss': route('kiosk', nothing, done),

  /** Something the page itself noticed. Outcomes only, never how the screen was touched. */
  'kiosk/signal': route(
    'kiosk',
    v.strictObject({ kind: v.picklist(['back-and-forth', 'error', 'idle-after-error', 'time-out']) }),
    done,
  ),
  /** How the screen was touched. Refused without camera consent, which covers it. Never stored. */
  'kiosk/touch-signal': route('kiosk', v.strictObject({ kind: v.picklist(['rage-taps', 'dead-tap']) }), done),
  /** The camera worker's evidence: share of usable frames that look negative. Refused without camera consent. Never stored. */
  'kiosk/expression': route(
    'kiosk',
    v.strictObject({
      negative: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      usableFrames: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(100)),
      faces: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(20)),
    }),
    done,
  ),
};
