import type { EnrolmentView, Received } from '../../shared/contract/index.ts';
import { EnrolmentSearch, enrolmentPolicy } from '../../shared/identity/enrolment.ts';
import { strengthOf } from '../../shared/identity/identify.ts';
import type { BeaconId } from '../../shared/presence/types.ts';
import { elapsed, type Millis, type MonoMs, millis } from '../../shared/units.ts';
import type { PresentCustomer } from '../../shared/visit/state.ts';
import type { ConsentService } from './consent.ts';
import type { Context } from './context.ts';
import type { Recognition } from './recognise.ts';

const LOOK_EVERY = millis(250);

/** A number people can read aloud at the till: no letters or digits that look or sound alike. */
const numberAlphabet = 'ACDEFGHJKMNPRTUVWXY34679';

type Wish = Received<'kiosk/join'>;

interface Listening {
  readonly wish: Wish;
  readonly since: MonoMs;
  readonly search: EnrolmentSearch;
  readonly cancel: () => void;
  several: boolean;
}

/** Opting in: listens for the beacon held against the screen, then writes customer, beacon and consents in one transaction. */
export class JoinService {
  readonly #context: Context;
  readonly #recognition: Recognition;
  readonly #consents: ConsentService;
  readonly #onJoined: (customer: PresentCustomer) => void;
  readonly #today: () => string;
  readonly #radioHears: () => boolean;
  readonly #randomInt: (below: number) => number;
  #listening: Listening | null = null;
  #outcome: EnrolmentView | null = null;

  constructor(
    context: Context,
    parts: {
      recognition: Recognition;
      consents: ConsentService;
      onJoined: (customer: PresentCustomer) => void;
      today: () => string;
      radioHears: () => boolean;
      randomInt: (below: number) => number;
    },
  ) {
    this.#context = context;
    this.#recognition = parts.recognition;
    this.#consents = parts.consents;
    this.#onJoined = parts.onJoined;
    this.#today = parts.today;
    this.#radioHears = parts.radioHears;
    this.#randomInt = parts.randomInt;
  }

  view(): EnrolmentView | null {
    if (this.#listening === null) return this.#outcome;
    return { state: 'listening', remainingMs: millis(Math.max(0, enrolmentPolicy.patience - this.#waited(this.#listening))) };
  }

  begin(wish: Wish): void {
    // Refuse unknown words before anyone holds anything against the screen.
    this.#consents.answerFacts('check', 'recognition', 'given', wish.recognition);
    if (wish.history !== null) this.#consents.answerFacts('check', 'history', 'given', wish.history);
    this.cancel();
    if (!this.#radioHears()) {
      this.#outcome = { state: 'no-radio' };
      this.#context.changed('kiosk');
      return;
    }
    const search = new EnrolmentSearch();
    this.#recognition.listenForUnknown((beacon, rssi, at) => search.hear(beacon, rssi, at));
    const cancel = this.#context.clock.every(LOOK_EVERY, () => this.#look());
    this.#listening = { wish, since: this.#context.clock.mono(), search, cancel, several: false };
    this.#context.changed('kiosk');
  }

  /** Ends listening and forgets every stranger heard, the wish and its outcome. */
  cancel(): void {
    this.#stopListening();
    this.#outcome = null;
  }

  #stopListening(): void {
    this.#recognition.listenForUnknown(null);
    this.#listening?.cancel();
    this.#listening = null;
  }

  #waited(listening: Listening): Millis {
    return elapsed(listening.since, this.#context.clock.mono());
  }

  #look(): void {
    const listening = this.#listening;
    if (listening === null) return;
    const finding = listening.search.find(this.#context.clock.mono());
    if (finding.kind === 'found') {
      this.#stopListening();
      this.#enrol(listening.wish, finding.beacon);
    } else {
      listening.several = finding.kind === 'several';
      if (this.#waited(listening) >= enrolmentPolicy.patience) {
        this.#stopListening();
        this.#outcome = { state: listening.several ? 'several-heard' : 'nothing-heard' };
      }
    }
    this.#context.changed('kiosk');
  }

  #enrol(wish: Wish, beaconId: BeaconId): void {
    const { store, clock, newId } = this.#context;
    const customer = {
      id: newId(),
      number: Array.from({ length: 6 }, () => numberAlphabet[this.#randomInt(numberAlphabet.length)]).join(''),
      principal: newId(),
      name: wish.name,
      picture: wish.picture,
      language: wish.recognition.language,
      joinedAt: clock.wall(),
      lastSeenOn: this.#today(),
    };
    const beacon = { id: beaconId, customerId: customer.id, strength: strengthOf(beaconId), key: null };
    store.transaction(() => {
      store.customers.add(customer);
      store.customers.addBeacon(beacon, clock.wall());
      store.consents.append([
        ...this.#consents.answerFacts(customer.principal, 'recognition', 'given', wish.recognition),
        ...(wish.history === null ? [] : this.#consents.answerFacts(customer.principal, 'history', 'given', wish.history)),
      ]);
    });
    this.#recognition.enrol(beacon);
    this.#outcome = { state: 'done', customerNumber: customer.number };
    this.#onJoined({ customerId: customer.id, strength: beacon.strength });
  }
}
