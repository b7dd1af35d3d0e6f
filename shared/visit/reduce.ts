import type { CameraNote } from '../contract/index.ts';
import { after, elapsed, type Millis, type MonoMs } from '../units.ts';
import {
  type Carriers,
  type KioskEffect,
  type KioskEvent,
  type KioskState,
  keyOf,
  timing,
  type Visit,
  type Who,
} from './state.ts';

/** The state after an event, and what the caller must do about it. */
export type Step = readonly [KioskState, readonly KioskEffect[]];

const unknown: Who = { kind: 'unknown' };
const unsure: Who = { kind: 'unsure' };

/** Who stands behind a beacon: its one carrier, or one of several. */
function whoCarries({ mistakes }: KioskState, { key, customers, strength }: Carriers, now: MonoMs): Who {
  const made = mistakes.get(key);
  const wrongPictures = made !== undefined && elapsed(made.at, now) < timing.picturesAgain ? made.count : 0;
  const [customerId, ...others] = customers;
  if (customerId === undefined) return unknown;
  return others.length === 0
    ? { kind: 'customer', customerId, strength, confirmed: false, wrongPictures }
    : { kind: 'sharer', customers, strength, wrongPictures };
}

/** The carriers of exactly one beacon are a person; two beacons are a crowd; none is nobody we know. */
function whoIsThere(state: KioskState, now: MonoMs): Who {
  const [first, ...others] = state.present;
  if (first === undefined) return unknown;
  return others.length === 0 ? whoCarries(state, first, now) : unsure;
}

/** The key of whoever a `who` may be; null when it may be anybody. */
function keyBehind(who: Who): string | null {
  if (who.kind === 'customer') return who.customerId;
  return who.kind === 'sharer' ? keyOf(who.customers) : null;
}

function begin(
  state: KioskState,
  event: Extract<KioskEvent, { newVisitId: string }>,
  startedBy: Visit['startedBy'],
  who: Who,
  now: MonoMs,
): Step {
  const visit: Visit = {
    id: event.newVisitId,
    startedAt: event.wall,
    started: now,
    startedBy,
    language: event.language,
    who,
    beganWith: keyBehind(who),
    joined: null,
    mixed: who.kind === 'unsure',
    touched: startedBy !== 'recognition',
    lastActivity: now,
    unhurried: false,
    asking: null,
    camera: 'off',
    cameraNote: null,
    openCall: null,
    call: null,
    view: { screen: 'welcome', text: '' },
  };
  return [
    { ...state, visit },
    [
      { type: 'visit-started', visit },
      { type: 'who-changed', visit },
    ],
  ];
}

const end = (state: KioskState, visit: Visit, by: Extract<KioskEffect, { type: 'visit-ended' }>['by']): Step => [
  { ...state, present: state.present.filter(({ key }) => key !== visit.joined), visit: null },
  [{ type: 'visit-ended', visit, by }],
];

/** Whether one of these joined a moment ago and has said that they are done. */
const hasGone = ({ saidGoodbye }: KioskState, { customers }: Carriers, now: MonoMs): boolean =>
  saidGoodbye !== null && customers.includes(saidGoodbye.customerId) && elapsed(saidGoodbye.at, now) < timing.goodbye;

const keep = (state: KioskState, visit: Visit): Step => [{ ...state, visit }, []];

function become(state: KioskState, visit: Visit, who: Who): Step {
  const next = { ...visit, who };
  return [{ ...state, visit: next }, [{ type: 'who-changed', visit: next }]];
}

const abandoned = (visit: Visit, now: MonoMs): boolean =>
  visit.who.kind === 'unknown' &&
  visit.call === null &&
  visit.view.screen === 'welcome' &&
  visit.view.text === '' &&
  elapsed(visit.lastActivity, now) >= timing.abandoned;

function entered(state: KioskState, event: Extract<KioskEvent, { type: 'entered' }>, now: MonoMs): Step {
  const { carriers } = event;
  const known = state.present.some(({ key }) => key === carriers.key);
  const visit = state.visit?.joined === carriers.key ? { ...state.visit, joined: null } : state.visit;
  const next = { ...state, visit, present: known ? state.present : [...state.present, carriers] };
  const alone = next.present.length === 1 && !event.crowded;
  // Nobody at the screen: one person is greeted; a crowd sees the neutral welcome until someone touches.
  if (visit === null)
    return alone && !known && !hasGone(state, carriers, now)
      ? begin(next, event, 'recognition', whoCarries(next, carriers, now), now)
      : [next, []];
  if (known) return [next, []];
  if (!alone)
    return visit.who.kind === 'customer' || visit.who.kind === 'sharer'
      ? become(next, { ...visit, mixed: true }, unsure)
      : keep(next, { ...visit, mixed: true });
  // Nobody has touched an empty welcome screen for a while: whoever did is gone, and the newcomer is greeted like on a free kiosk.
  if (abandoned(visit, now)) {
    const [free, gone] = end(next, visit, 'idle');
    const [greeted, effects] = begin(free, event, 'recognition', whoCarries(free, carriers, now), now);
    return [greeted, [...gone, ...effects]];
  }
  const camesBack = visit.beganWith === carriers.key && visit.who.kind === 'unsure';
  const justTouched =
    visit.startedBy === 'touch' && visit.who.kind === 'unknown' && elapsed(visit.started, now) <= timing.touchBeforeRecognition;
  if (!visit.mixed && (camesBack || justTouched)) {
    return become(next, { ...visit, beganWith: carriers.key }, whoCarries(next, carriers, now));
  }
  // Someone else was using the kiosk already: the newcomer is not certainly the one at the screen.
  return keep(next, { ...visit, mixed: true });
}

function left(state: KioskState, gone: string): Step {
  const next = { ...state, present: state.present.filter(({ key }) => key !== gone) };
  const { visit } = next;
  if (visit === null || visit.beganWith !== gone || keyBehind(visit.who) === null) return [next, []];
  if (!visit.touched && visit.openCall === null) return end(next, visit, 'left');
  // Whoever touches the screen now is no longer plausibly that customer, and never said yes to the camera.
  return become(next, { ...visit, ...closed(visit) }, unsure);
}

/** How long "are you still there?" stands in this visit. */
export const questionOf = (visit: Visit): Millis => (visit.unhurried ? timing.questionUnhurried : timing.question);

function idleOf(visit: Visit): Millis {
  if (visit.unhurried) return visit.joined !== null && visit.who.kind === 'customer' ? timing.idleUnheard : timing.idleUnhurried;
  return visit.beganWith !== null && visit.who.kind !== 'customer' ? timing.idleAfterLeaving : timing.idle;
}

/** The instant at which `tick` will next do something, or null. */
export function nextTick(state: KioskState): MonoMs | null {
  const { visit } = state;
  if (visit === null || visit.openCall !== null) return null;
  if (visit.asking !== null) return after(visit.asking, questionOf(visit));
  if (!visit.touched) return after(visit.started, timing.untouched);
  return after(visit.lastActivity, idleOf(visit));
}

function tick(state: KioskState, now: MonoMs): Step {
  const due = nextTick(state);
  const { visit } = state;
  if (visit === null || due === null || now < due) return [state, []];
  if (visit.asking !== null) return end(state, visit, 'idle');
  if (!visit.touched) return end(state, visit, 'no-touch');
  return keep(state, { ...visit, asking: now });
}

/** Pictures that may be tried until the question closes. */
const triesOf = (who: Who): number => (who.kind === 'sharer' ? timing.picturesOfSharers : timing.pictures);

/** Whether a picture may still say who is at the screen: not yet known by one, and few wrong ones so far. */
export const mayTryPicture = (who: Who): boolean =>
  who.kind === 'sharer' || (who.kind === 'customer' && !who.confirmed) ? who.wrongPictures < triesOf(who) : false;

function picture(state: KioskState, visit: Visit, customerId: string | null, now: MonoMs): Step {
  const { who } = visit;
  if ((who.kind !== 'customer' && who.kind !== 'sharer') || who.wrongPictures >= triesOf(who)) return [state, []];
  const mistakes = new Map(state.mistakes);
  const candidates = who.kind === 'customer' ? [who.customerId] : who.customers;
  const key = keyOf(candidates);
  if (customerId !== null && candidates.includes(customerId)) {
    mistakes.delete(key);
    const confirmed = { kind: 'customer', customerId, strength: who.strength, confirmed: true, wrongPictures: 0 } as const;
    return become({ ...state, mistakes }, visit, confirmed);
  }
  const count = who.wrongPictures + 1;
  mistakes.set(key, { count, at: now });
  return keep({ ...state, mistakes }, { ...visit, who: { ...who, wrongPictures: count } });
}

function withdrew(state: KioskState, customerId: string): Step {
  const mistakes = new Map(state.mistakes);
  mistakes.delete(customerId);
  const concerns = (customers: readonly string[]) => customers.includes(customerId);
  const next = {
    ...state,
    mistakes,
    present: state.present.filter(({ customers }) => !concerns(customers)),
    saidGoodbye: state.saidGoodbye?.customerId === customerId ? null : state.saidGoodbye,
  };
  const { visit } = next;
  if (visit === null) return [next, []];
  const sharers = state.present.find(({ key, customers }) => key === visit.beganWith && customers.length > 1);
  const theirs = visit.beganWith === customerId || (visit.who.kind === 'customer' && visit.who.customerId === customerId);
  if (!theirs) return [next, []];
  // The beacon may still be somebody else's, who is not the one that has just left the programme.
  return become(next, { ...visit, beganWith: null, joined: null, mixed: visit.mixed || sharers !== undefined }, unknown);
}

/** A card was shown: its holder is at the screen. If somebody else we know is near, too, neither is named. */
function identified(state: KioskState, visit: Visit, customerId: string): Step {
  const others = state.present.filter(({ customers }) => !customers.includes(customerId));
  if (others.length > 0) return become(state, { ...visit, ...closed(visit), mixed: true }, unsure);
  if (visit.mixed) return keep(state, visit);
  const [carried] = state.present;
  const card: Carriers = { key: customerId, customers: [customerId], strength: 'strong' };
  return become(
    { ...state, present: [carried ?? card] },
    { ...visit, beganWith: (carried ?? card).key, joined: carried === undefined ? customerId : visit.joined },
    { kind: 'customer', customerId, strength: 'strong', confirmed: true, wrongPictures: 0 },
  );
}

/** The camera after anything that closes it; without a note nothing starts it again but a new yes. */
const closed = (visit: Visit, note: CameraNote | null = null): Pick<Visit, 'camera' | 'cameraNote'> => ({
  camera: visit.camera === 'allowed' ? 'ended' : visit.camera,
  cameraNote: visit.camera === 'allowed' ? note : note === null ? null : visit.cameraNote,
});

/** After these the same shopper is most likely still there and their yes still stands: one tap is enough. */
const resumable: ReadonlySet<CameraNote> = new Set(['second-face', 'unavailable', 'hidden', 'unlinked', 'dark', 'frozen']);

/** Whether one tap may start the camera again under the consent of this visit: not while somebody is called, not after it lost its face. */
export const mayResume = (visit: Visit): boolean =>
  visit.camera === 'ended' && visit.cameraNote !== null && resumable.has(visit.cameraNote) && visit.openCall === null;

function cameraAfter(visit: Visit, decision: 'given' | 'refused'): Visit['camera'] {
  // Whoever comes because of an open call must not be seen: no yes opens the camera until the call is over.
  return decision === 'given' && visit.openCall === null ? 'allowed' : 'refused';
}

/**
 * One step of the kiosk: pure, so that its rules can be proven without a kiosk.
 * @param now monotonic time of the event
 */
export function reduce(state: KioskState, event: KioskEvent, now: MonoMs): Step {
  if (event.type === 'entered') return entered(state, event, now);
  if (event.type === 'left') return left(state, event.key);
  if (event.type === 'withdrew') return withdrew(state, event.customerId);
  if (event.type === 'tick') return tick(state, now);
  const { visit } = state;
  if (visit === null) {
    if (event.type === 'touched') return begin(state, event, 'touch', whoIsThere(state, now), now);
    if (event.type !== 'restored') return [state, []];
    const [next, effects] = begin(state, event, 'restart', unknown, now);
    return [{ ...next, visit: next.visit && { ...next.visit, openCall: event.callId, call: event.callId } }, effects];
  }
  const active = { ...visit, touched: true, lastActivity: now, asking: null };
  switch (event.type) {
    case 'touched':
      return keep(state, active);
    case 'language':
      return keep(state, { ...active, language: event.language });
    case 'unhurried':
      return keep(state, { ...active, unhurried: event.unhurried });
    case 'view':
      return keep(state, { ...active, view: { screen: event.screen, text: event.text } });
    case 'picture':
      return picture(state, active, event.customerId, now);
    case 'joined': {
      const { customerId, strength } = event;
      const others = state.present.filter(({ key }) => key !== visit.joined);
      return become(
        { ...state, present: [...others, { key: customerId, customers: [customerId], strength }] },
        { ...active, beganWith: customerId, joined: customerId },
        // Having just held the beacon against the screen is as good as a picture.
        state.present.length === 0 ? { kind: 'customer', customerId, strength, confirmed: true, wrongPictures: 0 } : unsure,
      );
    }
    case 'identified':
      return identified(state, active, event.customerId);
    case 'camera':
      return keep(state, { ...visit, camera: cameraAfter(visit, event.decision), cameraNote: null });
    case 'camera-stopped':
      return keep(state, { ...visit, ...closed(visit, event.note) });
    case 'camera-resumed':
      return keep(state, mayResume(visit) ? { ...active, camera: 'allowed', cameraNote: null } : visit);
    case 'camera-note-read':
      return keep(state, { ...active, cameraNote: null });
    case 'call-opened':
      return keep(state, { ...active, openCall: event.callId, call: event.callId });
    case 'call-answered':
      return keep(state, { ...visit, ...closed(visit) });
    case 'call-closed':
      return keep(state, { ...visit, openCall: null, ...closed(visit), lastActivity: now, asking: null });
    case 'ended':
      return end({ ...state, saidGoodbye: visit.joined === null ? null : { customerId: visit.joined, at: now } }, visit, 'done');
    case 'restored':
      return [state, []];
  }
}

/** Whether the kiosk may still show or mention an offer: never again in this visit once a call was opened. */
export const maySell = (visit: Visit): boolean => visit.call === null;

/** Whether a name may be shown: exactly one plausible customer whose identity is strong or was confirmed. */
export function mayName(state: KioskState): boolean {
  const who = state.visit?.who;
  return (
    who?.kind === 'customer' && state.present.length === 1 && !state.visit?.mixed && (who.strength === 'strong' || who.confirmed)
  );
}
