import type { CallEffect } from '../../shared/assistance/call.ts';
import { isOpen } from '../../shared/assistance/call.ts';
import type { CallReason, CallView, CameraNote, KioskSnapshot, Language } from '../../shared/contract/index.ts';
import type { EmpathyDecision } from '../../shared/empathy/policy.ts';
import { CallerError } from '../../shared/errors.ts';
import { millis } from '../../shared/units.ts';
import { mayName, maySell, nextTick, reduce } from '../../shared/visit/reduce.ts';
import {
  type Carriers,
  emptyKiosk,
  type KioskEffect,
  type KioskEvent,
  type KioskState,
  type Visit,
} from '../../shared/visit/state.ts';
import type { Customer } from '../store/customers.ts';
import type { CallService } from './calls.ts';
import type { ConsentService } from './consent.ts';
import type { Context } from './context.ts';
import type { EmpathyService } from './empathy.ts';
import { chooseOffer } from './greet.ts';
import type { JoinService } from './join.ts';
import type { KioskView } from './kiosk-view.ts';
import { Session } from './session.ts';
import type { StoreHours } from './store-hours.ts';

const INTERNAL = new Set<KioskEvent['type']>(['tick', 'left', 'entered']);

/** The kiosk's visit: applies the visit rules, keeps what belongs to the visit, and says what the screen shows. */
export class KioskService {
  readonly #context: Context;
  readonly #calls: CallService;
  readonly #consents: ConsentService;
  readonly #empathy: EmpathyService;
  readonly #hours: StoreHours;
  readonly #join: () => JoinService;
  readonly #view: KioskView;
  #state: KioskState = emptyKiosk;
  #session: Session | null = null;
  #cancelTick: (() => void) | null = null;
  #somebodyElse: () => void = () => {};

  constructor(
    context: Context,
    parts: {
      calls: CallService;
      consents: ConsentService;
      empathy: EmpathyService;
      hours: StoreHours;
      join: () => JoinService;
      view: KioskView;
    },
  ) {
    this.#context = context;
    this.#calls = parts.calls;
    this.#consents = parts.consents;
    this.#empathy = parts.empathy;
    this.#hours = parts.hours;
    this.#join = parts.join;
    this.#view = parts.view;
  }

  /** Takes up the visit of a call that was open when the station stopped. */
  start(): void {
    // An employee may still be writing down a visit that is over: its call is open, and concerns this screen no more.
    const record = this.#calls.open().find(({ call }) => !this.#context.store.visits.isOver(call.visitId));
    this.#context.store.visits.closeStale(record?.call.visitId ?? null, this.#context.clock.wall());
    if (record === undefined) return;
    const { visitId, language, id } = record.call;
    this.dispatch({ type: 'restored', newVisitId: visitId, wall: this.#context.clock.wall(), language, callId: id });
  }

  stop(): void {
    this.#cancelTick?.();
    this.#cancelTick = null;
    this.#session?.end();
    this.#session = null;
    this.#state = emptyKiosk;
  }

  get state(): KioskState {
    return this.#state;
  }

  dispatch(event: KioskEvent): void {
    const before = this.#state;
    const [next, effects] = reduce(before, event, this.#context.clock.mono());
    this.#state = next;
    for (const effect of effects) this.#attempt(effect);
    this.#arm();
    if (next !== before || !INTERNAL.has(event.type)) this.#context.changed('kiosk');
  }

  /** @param of the visit that was touched: once it is over, a touch that comes late begins no other */
  touched(language: Language, of?: string): void {
    const before = this.#state.visit;
    if (of !== undefined && of !== before?.id) return;
    if (before?.openCall != null) this.#calls.command(before.openCall, { kind: 'present' });
    this.dispatch({
      type: 'touched',
      newVisitId: this.#context.newId(),
      wall: this.#context.clock.wall(),
      language: before?.language ?? language,
    });
  }

  /** @param crowded another recognised customer is near enough to be the one at the screen */
  entered(carriers: Carriers, crowded: boolean): void {
    const customers = carriers.customers.flatMap((id) => this.#context.store.customers.get(id) ?? []);
    const [first] = customers;
    if (first === undefined || !customers.every(({ principal }) => this.#consents.allows(principal, 'recognition'))) return;
    this.dispatch({
      type: 'entered',
      carriers,
      crowded,
      newVisitId: this.#context.newId(),
      wall: this.#context.clock.wall(),
      language: first.language,
    });
  }

  /** Runs `forget` whenever the visit ends, or somebody else is taken for the one at the screen. */
  whenSomebodyElse(forget: () => void): void {
    this.#somebodyElse = forget;
  }

  /** The visit going on. @throws CallerError `no-visit` */
  visit(): Visit {
    const { visit } = this.#state;
    if (visit === null) throw new CallerError('no-visit', 'no visit is going on', 409);
    return visit;
  }

  session(): Session {
    this.visit();
    if (this.#session === null) throw new CallerError('no-visit', 'no visit is going on', 409);
    return this.#session;
  }

  /** The one recognised customer at the screen. @throws CallerError `not-recognised` */
  customer(): Customer {
    const customer = this.#recognised();
    if (customer === null) throw new CallerError('not-recognised', 'nobody is recognised at the moment', 403);
    return customer;
  }

  /** Whether what the store knows about the customer may be shown: a beacon that could be a copy must first be confirmed by picture. */
  mayShowAccount(): boolean {
    const who = this.#state.visit?.who;
    return who?.kind === 'customer' && (mayName(this.#state) || this.customer().picture === null);
  }

  /** Takes the personal offer off the screen. */
  forgetOffer(): void {
    if (this.#session !== null) this.#session.greeting = null;
    this.#context.changed('kiosk');
  }

  /**
   * Closes the camera for this visit, unless a new yes opens it. Harmless when there is none.
   * @param note why it went off by itself: the screen says so, and one tap may start it again
   */
  stopCamera(note: CameraNote | null = null): void {
    this.#session?.notice({ kind: 'camera-off' });
    this.dispatch({ type: 'camera-stopped', note });
  }

  /** Closes the camera and ends its consent: the words of this visit's yes no longer say what is done. */
  invalidateCamera(): void {
    this.stopCamera();
    const { visit } = this.#state;
    if (visit !== null) this.#consents.end(visit.id, 'camera', 'invalidated', 'manager');
  }

  /** Calls a person; the call is on disk when this returns. Needs no visit, no consent and no reason. */
  call(reason: CallReason, commandId: string, language: Language): CallView {
    if (this.#state.visit === null) this.touched(language);
    const visit = this.visit();
    const session = this.session();
    const named = mayName(this.#state) && visit.who.kind === 'customer' ? visit.who.customerId : null;
    const zoneId = this.#context.store.zones.list().find(({ value }) => value.purpose === 'greet')?.value.id ?? null;
    const call = this.#calls.raise(
      { visitId: visit.id, reason, language, commandId, zoneId, topic: session.topic },
      session.attempts(),
      named,
      visit.call,
    );
    if (isOpen(call)) this.#empathy.raised(call.id, session.difficulty());
    session.proposal = null;
    session.greeting = null;
    session.notice({ kind: 'call-opened' });
    if (isOpen(call)) this.dispatch({ type: 'call-opened', callId: call.id });
    return this.#view.call(call.id) as CallView;
  }

  onCallEffect(callId: string, effect: CallEffect): void {
    if (this.#state.visit?.call !== callId) return;
    if (effect.kind === 'claimed' || effect.kind === 'arrived') {
      this.#session?.notice({ kind: 'camera-off' });
      this.dispatch({ type: 'call-answered' });
    }
    if (effect.kind === 'closed') this.dispatch({ type: 'call-closed' });
  }

  snapshot(): KioskSnapshot {
    return this.#view.snapshot({ state: this.#state, session: this.#session, customer: this.#recognised() });
  }

  #recognised(): Customer | null {
    const who = this.#state.visit?.who;
    return who?.kind === 'customer' ? (this.#context.store.customers.get(who.customerId) ?? null) : null;
  }

  /** Figures and records are worth less than the visit: a disk that takes none of them must not leave a shopper before a dead screen. */
  #attempt(effect: KioskEffect): void {
    try {
      this.#perform(effect);
    } catch (error) {
      this.#context.log.warn(
        { code: (error as { code?: string }).code ?? 'unknown', effect: effect.type },
        'a step of a visit could not be stored',
      );
    }
  }

  #perform(effect: KioskEffect): void {
    const { store, kioskId, clock } = this.#context;
    switch (effect.type) {
      case 'visit-started': {
        const { id, startedAt, language, who } = effect.visit;
        this.#session = new Session(
          clock,
          () => this.#empathy.settings(),
          (decision) => this.#onDecision(decision),
        );
        store.visits.start({ id, kioskId, startedAt, recognised: who.kind === 'customer', language });
        return;
      }
      case 'who-changed': {
        this.#somebodyElse();
        const customer = this.#recognised();
        if (this.#session !== null) this.#session.greeting = null;
        if (effect.visit.camera !== 'allowed') this.#session?.notice({ kind: 'camera-off' });
        if (customer === null || this.#session === null) return;
        store.visits.recognised(effect.visit.id);
        store.customers.seen(customer.id, this.#hours.date());
        if (!maySell(effect.visit) || this.#session.watching) return;
        const history = this.#consents.allows(customer.principal, 'history');
        this.#session.greeting = chooseOffer(this.#context, effect.visit.id, customer, history, this.#hours.date());
        if (this.#session.greeting !== null) this.#session.attempted('offer-seen', null);
        return;
      }
      case 'visit-ended':
        this.#somebodyElse();
        this.#session?.end();
        this.#session = null;
        this.#join().cancel();
        this.#consents.end(effect.visit.id, 'camera', 'expired', 'station');
        store.visits.end(effect.visit.id, clock.wall(), effect.by);
    }
  }

  #onDecision(decision: EmpathyDecision): void {
    const session = this.#session;
    if (session === null || this.#state.visit === null || this.#state.visit.openCall !== null) return;
    if (decision.action === 'call') {
      this.call(decision.reason, this.#context.newId(), this.#state.visit.language);
      return;
    }
    if (decision.action === 'propose') session.proposal = { because: decision.because, reason: decision.reason };
    this.#context.changed('kiosk');
  }

  #arm(): void {
    this.#cancelTick?.();
    this.#cancelTick = null;
    const due = nextTick(this.#state);
    if (due === null) return;
    const wait = millis(Math.max(0, due - this.#context.clock.mono()) + 5);
    this.#cancelTick = this.#context.clock.after(wait, () => this.dispatch({ type: 'tick' }));
  }
}
