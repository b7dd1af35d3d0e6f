import * as v from 'valibot';
import { Id, Language, Purpose } from '../contract/values.ts';
import { type EpochMs, epochMs } from '../units.ts';

/** What can happen to a consent. The words are those of ISO/IEC TS 27560 `event_state`. */
export const ConsentKind = v.picklist([
  'requested',
  'refused',
  'given',
  'renewed',
  /** The person takes it back. */
  'withdrawn',
  /** The store gives it up, for instance because it stops what was agreed to. */
  'revoked',
  'expired',
  /** It no longer fits what is done: the words have another meaning now. */
  'invalidated',
  'erased',
]);
export type ConsentKind = v.InferOutput<typeof ConsentKind>;

/** What the shopper did: touched one of two equal buttons under the question, or the one that stops what was agreed to. */
export const ConsentGesture = v.picklist(['touched-yes', 'touched-no', 'touched-stop']);
export type ConsentGesture = v.InferOutput<typeof ConsentGesture>;

/** One thing that happened, before it has a place in the ledger. */
export interface ConsentFact {
  /** Random pseudonym of who consents: a customer, or a visit for the camera. Never a card number or a name. */
  readonly principal: string;
  readonly purpose: Purpose;
  readonly kind: ConsentKind;
  readonly at: EpochMs;
  /** Who acted: the shopper's touch, or the station itself (expiry, end of visit). */
  readonly by: 'shopper' | 'station' | 'manager';
  /** How it was expressed; absent in events of before this was recorded, and where nobody expressed anything. */
  readonly gesture?: ConsentGesture;
  readonly kioskId: string;
  /** The text that was shown, for `requested`, `refused`, `given` and `renewed`: version, language and SHA-256 of its exact words. */
  readonly shown: { readonly version: string; readonly language: Language; readonly sha256: string } | null;
  /** End of validity of a `given` or `renewed`; null when it ends only by another event. */
  readonly validUntil: EpochMs | null;
}

/** A fact with its place in the ledger. */
export interface ConsentEvent extends ConsentFact {
  /** Position in the store's ledger, from 1, without gaps. */
  readonly seq: number;
  /** The newest seq the acting kiosk knew. A grant does not outlive a withdrawal it had not seen. */
  readonly basedOn: number;
  /** Hash of the event before, {@link genesis} for the first. */
  readonly previous: string;
  /** SHA-256 over the canonical JSON of everything above. */
  readonly hash: string;
}

/** What `previous` of the first event is. */
export const genesis = '0'.repeat(64);

/** Reads an event back from storage. */
export const StoredConsentEvent = v.strictObject({
  principal: Id,
  purpose: Purpose,
  kind: ConsentKind,
  at: v.pipe(v.number(), v.safeInteger(), v.transform(epochMs)),
  by: v.picklist(['shopper', 'station', 'manager']),
  gesture: v.exactOptional(ConsentGesture),
  kioskId: Id,
  shown: v.nullable(v.strictObject({ version: v.string(), language: Language, sha256: v.string() })),
  validUntil: v.nullable(v.pipe(v.number(), v.safeInteger(), v.transform(epochMs))),
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  basedOn: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  previous: v.string(),
  hash: v.string(),
});

type State = ConsentKind | 'unknown';

/** What the ledger says about one principal and one purpose. */
export interface ConsentStatus {
  readonly state: State;
  readonly since: EpochMs | null;
  /** The words that a present yes was given to; null without a yes. */
  readonly version: string | null;
  readonly validUntil: EpochMs | null;
  /** Seq of the newest no: refusal, withdrawal, revocation, expiry, invalidation or erasure; 0 without one. */
  readonly negativeSeq: number;
}

export const unknownConsent: ConsentStatus = { state: 'unknown', since: null, version: null, validUntil: null, negativeSeq: 0 };

/** From which states each kind may follow. Never silently back to `given`: after any no, a new question comes first. */
const mayFollow: Record<ConsentKind, readonly State[]> = {
  requested: ['unknown', 'requested', 'refused', 'withdrawn', 'revoked', 'expired', 'invalidated'],
  // Answering no to a question asked again ends what was given: the newest word counts.
  refused: ['requested', 'given', 'renewed'],
  given: ['requested'],
  renewed: ['given', 'renewed'],
  // A no is welcome at any time, whatever we believed before: one tap that fails would be one tap too many.
  withdrawn: ['unknown', 'requested', 'refused', 'given', 'renewed', 'withdrawn', 'revoked', 'expired', 'invalidated'],
  revoked: ['given', 'renewed'],
  expired: ['given', 'renewed'],
  invalidated: ['given', 'renewed'],
  erased: ['unknown', 'requested', 'refused', 'given', 'renewed', 'withdrawn', 'revoked', 'expired', 'invalidated'],
};

/** Whether `kind` may happen next. */
export const isLegal = (status: ConsentStatus, kind: ConsentKind): boolean => mayFollow[kind].includes(status.state);

export const isGrant = (kind: State): boolean => kind === 'given' || kind === 'renewed';

/**
 * Advances the status by one event of the same principal and purpose. What is not legal changes nothing, and neither does a grant that
 * had not seen the newest no: so events of a kiosk that was offline can be appended in any order and the negative wins.
 */
export function follow(status: ConsentStatus, event: ConsentEvent): ConsentStatus {
  if (!isLegal(status, event.kind)) return status;
  if (isGrant(event.kind)) {
    if (event.basedOn < status.negativeSeq) return status;
    const version = event.shown?.version ?? status.version;
    return { ...status, state: event.kind, since: event.at, version, validUntil: event.validUntil };
  }
  const negativeSeq = event.kind === 'requested' ? status.negativeSeq : event.seq;
  return { state: event.kind, since: event.at, version: null, validUntil: null, negativeSeq };
}

/** The status after all `events` of one principal; other purposes are skipped. Order of the array does not matter. */
export const statusOf = (events: readonly ConsentEvent[], purpose: Purpose): ConsentStatus =>
  events
    .filter((event) => event.purpose === purpose)
    .sort((a, b) => a.seq - b.seq)
    .reduce(follow, unknownConsent);

/** Whether the principal of `events` allows `purpose` at this moment. The only question the rest of the house asks. */
export function allows(events: readonly ConsentEvent[], purpose: Purpose, now: EpochMs): boolean {
  const { state, validUntil } = statusOf(events, purpose);
  return isGrant(state) && (validUntil === null || now < validUntil);
}
