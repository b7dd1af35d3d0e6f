import { progress, waited } from '../../shared/assistance/view.ts';
import type { CallView, ConsentWords, KioskSnapshot, OfferView, Purpose, VisitView } from '../../shared/contract/index.ts';
import { elapsed, type Millis, millis } from '../../shared/units.ts';
import { mayName, mayResume, maySell, mayTryPicture, questionOf } from '../../shared/visit/reduce.ts';
import type { KioskState, Visit } from '../../shared/visit/state.ts';
import type { Customer } from '../store/customers.ts';
import type { AccessService } from './access.ts';
import type { ArrivalCodes } from './arrival.ts';
import type { CallService } from './calls.ts';
import type { ConsentService } from './consent.ts';
import { type Context, moment } from './context.ts';
import { offerNow } from './greet.ts';
import type { JoinService } from './join.ts';
import type { Looks } from './look.ts';
import type { Session } from './session.ts';
import type { StoreHours } from './store-hours.ts';

interface Parts {
  readonly access: AccessService;
  readonly arrival: ArrivalCodes;
  readonly calls: CallService;
  readonly consents: ConsentService;
  readonly hours: StoreHours;
  readonly join: () => JoinService;
  readonly looks: Looks;
}

/** The visit as the station knows it. */
interface Present {
  readonly state: KioskState;
  readonly session: Session | null;
  /** The one recognised customer at the screen. */
  readonly customer: Customer | null;
}

/** What the kiosk's screen is told: of the visit, only what may be shown to whoever stands there. */
export class KioskView {
  readonly #context: Context;
  readonly #parts: Parts;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  snapshot(present: Present): KioskSnapshot {
    const { store, kioskId } = this.#context;
    const { access, hours, looks } = this.#parts;
    const settings = hours.settings();
    const { version, value } = looks.worn();
    const prints = (store.settings.read('printer')?.connection.kind ?? 'none') !== 'none';
    return {
      kioskId,
      demo: store.settings.read('demo') !== undefined,
      store: {
        name: settings.name,
        phone: settings.phone,
        opening: hours.opening(),
        cameraOffered: settings.cameraOffered,
        prints,
      },
      look: { version, logo: value.logo, dimAfterMinutes: value.dimAfterMinutes },
      access: access.settings(),
      texts: {
        recognition: this.#words('recognition'),
        history: this.#words('history'),
        diet: this.#words('diet'),
        camera: this.#words('camera'),
      },
      visit: this.#visit(present),
    };
  }

  /** What the shopper is told of their call; null when there is none of that identifier. */
  call(callId: string): CallView | null {
    const { arrival, calls, hours } = this.#parts;
    const record = calls.get(callId);
    if (record === undefined) return null;
    const { call } = record;
    return {
      id: call.id,
      state: call.state,
      reason: call.reasons[0] ?? 'asked',
      employee: call.owner?.name ?? null,
      progress: progress(call, { ...calls.staffing(), storeOpen: hours.isOpen() }),
      waitedMs: millis(Math.max(0, Math.floor(waited(call, moment(this.#context.clock)) / 1000) * 1000)),
      arrivalCode: arrival.opens(call.id),
      note: this.#context.store.notes.ofVisit(call.visitId),
    };
  }

  #words(purpose: Purpose): ConsentWords {
    const { asksAgain: _, changed: __, ...words } = this.#parts.consents.texts.current(purpose);
    return words;
  }

  #visit({ state, session, customer }: Present): VisitView | null {
    const { visit } = state;
    if (visit === null) return null;
    const { consents, join } = this.#parts;
    const who = visit.who;
    const named = mayName(state);
    return {
      id: visit.id,
      startedAt: visit.startedAt,
      language: visit.language,
      greeting:
        who.kind === 'sharer'
          ? { kind: 'shared', confirm: mayTryPicture(who) }
          : customer === null
            ? { kind: 'neutral' }
            : {
                kind: 'personal',
                name: named ? customer.name : null,
                confirm: !named && customer.picture !== null && mayTryPicture(who),
              },
      recognised: customer !== null,
      consents: {
        recognition: customer !== null,
        history: customer !== null && consents.allows(customer.principal, 'history'),
      },
      askAgain: customer !== null && (named || customer.picture === null) ? consents.askAgain(customer.principal) : null,
      offer: maySell(visit) ? this.#offer(session) : null,
      selling: maySell(visit),
      camera: visit.camera,
      cameraNote: visit.cameraNote && { reason: visit.cameraNote, resumable: mayResume(visit) },
      simple: session?.watching ?? false,
      proposal: session?.proposal ? { because: [...session.proposal.because] } : null,
      call: visit.call === null ? null : this.call(visit.call),
      enrolment: join().view(),
      endsInMs: visit.asking === null ? null : this.#left(visit, elapsed(visit.asking, this.#context.clock.mono())),
      unhurried: visit.unhurried,
      view: visit.view,
    };
  }

  /** The offer of the greeting as it is now: the manager may have changed, ended or sold it out since. */
  #offer(session: Session | null): OfferView | null {
    const greeting = session?.greeting ?? null;
    return greeting === null ? null : offerNow(this.#context, greeting, this.#parts.hours.date());
  }

  #left(visit: Visit, asked: Millis): Millis {
    // Whole seconds: the page counts down by itself, and equal snapshots are not sent again.
    return millis(Math.max(0, Math.ceil((questionOf(visit) - asked) / 1000) * 1000));
  }
}
