import type { CameraNote, KioskScreen, Language } from '../contract/index.ts';
import { type EpochMs, type MonoMs, minutes, seconds } from '../units.ts';

/** How much a beacon's identity is worth: `strong` cannot be copied (EID), `weak` can (static identifiers). */
export type Strength = 'strong' | 'weak';

/** Whoever carries a recognised beacon inside the greeting zone: one customer, or one of the few who share the beacon. */
export interface Carriers {
  /** Tells those who are present apart; see {@link keyOf}. */
  readonly key: string;
  readonly customers: readonly string[];
  readonly strength: Strength;
}

/** One customer's carriers' key is the customer; that of several names them all, in whatever order they are given. */
export const keyOf = (customers: readonly string[]): string => customers.toSorted().join('+');

/**
 * Who the kiosk may believe is at the screen. `unsure`: someone recognised is or was about, but not certainly the one touching.
 * `sharer`: one of those who share a beacon, and only their picture says which.
 */
export type Who =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unsure' }
  | {
      readonly kind: 'sharer';
      readonly customers: readonly string[];
      readonly strength: Strength;
      readonly wrongPictures: number;
    }
  | {
      readonly kind: 'customer';
      readonly customerId: string;
      readonly strength: Strength;
      readonly confirmed: boolean;
      readonly wrongPictures: number;
    };

/** One visit, from first touch or greeting to farewell. Lives in memory only; nothing here is a record. */
export interface Visit {
  readonly id: string;
  readonly startedAt: EpochMs;
  readonly started: MonoMs;
  readonly startedBy: 'touch' | 'recognition' | 'restart';
  readonly language: Language;
  readonly who: Who;
  /** Key of the carriers this visit began with; lets a beacon that was lost for a moment come back. */
  readonly beganWith: string | null;
  /** Who joined in this visit and was not heard in the zone since: without a zone they could never leave, so they do with the visit. */
  readonly joined: string | null;
  /** More than one recognised customer was plausible at some time: no name any more in this visit. */
  readonly mixed: boolean;
  readonly touched: boolean;
  readonly lastActivity: MonoMs;
  /** The shopper has asked for more time: everything that ends by itself waits longer. */
  readonly unhurried: boolean;
  /** Since when the kiosk has been asking "are you still there?". */
  readonly asking: MonoMs | null;
  readonly camera: 'off' | 'allowed' | 'refused' | 'ended';
  /** Why the camera went off by itself, for the screen to say; null after anything the shopper or the house did. */
  readonly cameraNote: CameraNote | null;
  /** An open call, or null. */
  readonly openCall: string | null;
  /** The visit's last call, open or closed. */
  readonly call: string | null;
  readonly view: { readonly screen: KioskScreen; readonly text: string };
}

/** The kiosk as far as visits are concerned. */
export interface KioskState {
  readonly present: readonly Carriers[];
  readonly visit: Visit | null;
  /** Wrong pictures by key of carriers, and when the latest was: a new visit must not give whoever copied a beacon three more. */
  readonly mistakes: ReadonlyMap<string, { readonly count: number; readonly at: MonoMs }>;
  /** Who joined and said "I'm done" before their beacon had been long enough in the zone: they are not greeted for it. */
  readonly saidGoodbye: { readonly customerId: string; readonly at: MonoMs } | null;
}

export const emptyKiosk: KioskState = { present: [], visit: null, mistakes: new Map(), saidGoodbye: null };

export type EndReason = 'done' | 'idle' | 'left' | 'no-touch';

/** What happened at the kiosk. */
export type KioskEvent =
  | { readonly type: 'touched'; readonly newVisitId: string; readonly wall: EpochMs; readonly language: Language }
  | {
      readonly type: 'entered';
      readonly carriers: Carriers;
      /** Another recognised customer is near and about to count as present too. */
      readonly crowded: boolean;
      readonly newVisitId: string;
      readonly wall: EpochMs;
      readonly language: Language;
    }
  | { readonly type: 'left'; readonly key: string }
  | { readonly type: 'joined'; readonly customerId: string; readonly strength: Strength }
  /** A card that cannot be guessed was shown at the screen. */
  | { readonly type: 'identified'; readonly customerId: string }
  | { readonly type: 'withdrew'; readonly customerId: string }
  | { readonly type: 'language'; readonly language: Language }
  | { readonly type: 'unhurried'; readonly unhurried: boolean }
  | { readonly type: 'view'; readonly screen: KioskScreen; readonly text: string }
  /** `customerId`: whose picture was touched; null when it is nobody's who is there. */
  | { readonly type: 'picture'; readonly customerId: string | null }
  | { readonly type: 'camera'; readonly decision: 'given' | 'refused' }
  /** `note`: why, when the camera went off by itself. */
  | { readonly type: 'camera-stopped'; readonly note: CameraNote | null }
  /** One tap starts again what went off by itself; see {@link mayResume} in reduce.ts. */
  | { readonly type: 'camera-resumed' }
  /** The shopper has read why the camera went off. */
  | { readonly type: 'camera-note-read' }
  | { readonly type: 'call-opened'; readonly callId: string }
  | { readonly type: 'call-answered' }
  | { readonly type: 'call-closed' }
  | {
      readonly type: 'restored';
      readonly newVisitId: string;
      readonly wall: EpochMs;
      readonly language: Language;
      readonly callId: string;
    }
  | { readonly type: 'ended' }
  | { readonly type: 'tick' };

/** What the caller must do because of an event. */
export type KioskEffect =
  | { readonly type: 'visit-started'; readonly visit: Visit }
  | { readonly type: 'visit-ended'; readonly visit: Visit; readonly by: EndReason }
  /** Who is at the screen changed: decide the offer anew (none unless a customer). */
  | { readonly type: 'who-changed'; readonly visit: Visit };

/** Durations of a visit. */
export const timing = {
  /** Quiet time before "are you still there?". */
  idle: seconds(45),
  /** The same for whoever asked for more time. */
  idleUnhurried: minutes(4),
  /** The same for whoever asked for more time and is known by no beacon: nothing tells that they went, and their account is open. */
  idleUnheard: seconds(90),
  /** The same once the recognised customer has left the zone. */
  idleAfterLeaving: seconds(12),
  /** An empty welcome screen untouched for this long has nobody in front of it when a customer is recognised. */
  abandoned: seconds(15),
  /** How long the question stands before everything is wiped (WCAG 2.2.1 asks for at least 20 s). */
  question: seconds(20),
  /** The same for whoever asked for more time. */
  questionUnhurried: minutes(2),
  /** A greeting nobody touches goes away by itself. */
  untouched: seconds(60),
  /** Whoever joined and went is in the zone, if at all, by then: longer than any greeting zone's enter dwell. */
  goodbye: seconds(20),
  /** A beacon's enter dwell lags behind its carrier's first touch by about this much. */
  touchBeforeRecognition: seconds(6),
  /** Pictures that may be tried before the question closes … */
  pictures: 3,
  /** … by those who share a beacon: each touch could be the picture of any of them. */
  picturesOfSharers: 2,
  /** … for this long after the latest mistake, in every visit: the same 15 min as for PINs. */
  picturesAgain: minutes(15),
} as const;
