import type { EidKey } from '../../devices/beacons/eid-table.ts';
import type { BeaconKind, EnrolmentView, Received } from '../../shared/contract/index.ts';
import { eidUri } from '../../shared/identity/eid-uri.ts';
import { enrolmentPolicy, phonePolicy } from '../../shared/identity/enrolment.ts';
import { strengthOf } from '../../shared/identity/identify.ts';
import { millis } from '../../shared/units.ts';
import type { Strength } from '../../shared/visit/state.ts';
import type { EnrolledBeacon, NewBeacon } from '../store/beacons.ts';
import type { Customer } from '../store/customers.ts';
import type { CarriedBeacons } from './carried.ts';
import { ClockHunt } from './clock-hunt.ts';
import type { ConsentService } from './consent.ts';
import type { Context } from './context.ts';
import type { Recognition } from './recognise.ts';
import { type Hear, ScreenListener } from './screen-listener.ts';

/** A number people can read aloud at the till: no letters or digits that look or sound alike. */
const numberAlphabet = 'ACDEFGHJKMNPRTUVWXY34679';
/** K of the telephones we give a key to: a new identifier every four minutes. Their clocks are good, so repeated ones need not live longer. */
const PHONE_EXPONENT = 8;
/** Identifiers tried at once while a clock is looked for: a few milliseconds of work. */
const HUNT_STEP = 2_000;
const HUNT_EVERY = millis(50);

type Wish = Received<'kiosk/join'>;

/** Why the kiosk listens: somebody joins, a customer enrols one more beacon, or looks for one whose clock has run away. */
export type Aim =
  | { readonly kind: 'join'; readonly wish: Wish }
  | { readonly kind: 'add'; readonly customer: Customer; readonly with: BeaconKind }
  | { readonly kind: 'find'; readonly customer: Customer };

/**
 * Enrolment at the screen: listens for the beacon held against it, then writes what belongs together in one transaction — customer,
 * beacon and consents when somebody joins.
 */
export class JoinService {
  readonly #context: Context;
  readonly #recognition: Recognition;
  readonly #consents: ConsentService;
  readonly #carried: CarriedBeacons;
  readonly #onJoined: (customer: { customerId: string; strength: Strength }) => void;
  readonly #today: () => string;
  readonly #radioHears: () => boolean;
  readonly #random: { int(below: number): number; bytes(count: number): Uint8Array };
  readonly #listener: ScreenListener;
  /** The key a telephone is being given, and as what. */
  #phone: { readonly key: EidKey; readonly uri: string } | null = null;
  #stopHunt: (() => void) | null = null;
  /** The beacon that whoever joins next will carry, too. */
  #sharing: EnrolledBeacon | null = null;
  #outcome: EnrolmentView | null = null;

  constructor(
    context: Context,
    parts: {
      recognition: Recognition;
      consents: ConsentService;
      carried: CarriedBeacons;
      onJoined: (customer: { customerId: string; strength: Strength }) => void;
      today: () => string;
      radioHears: () => boolean;
      random: { int(below: number): number; bytes(count: number): Uint8Array };
    },
  ) {
    this.#context = context;
    this.#recognition = parts.recognition;
    this.#consents = parts.consents;
    this.#carried = parts.carried;
    this.#onJoined = parts.onJoined;
    this.#today = parts.today;
    this.#radioHears = parts.radioHears;
    this.#random = parts.random;
    this.#listener = new ScreenListener(context.clock);
  }

  /** Whether somebody may join although a customer is recognised. */
  get sharing(): boolean {
    return this.#sharing !== null;
  }

  view(): EnrolmentView | null {
    const remainingMs = this.#listener.remaining;
    if (remainingMs !== null) {
      return this.#phone === null ? { state: 'listening', remainingMs } : { state: 'phone', uri: this.#phone.uri, remainingMs };
    }
    if (this.#stopHunt !== null) return { state: 'listening', remainingMs: millis(0) };
    return this.#outcome ?? (this.#sharing === null ? null : { state: 'sharing' });
  }

  /** Lets whoever joins next in this visit carry a beacon, too. */
  share(beacon: EnrolledBeacon): void {
    this.cancel();
    this.#sharing = beacon;
    this.#context.changed('kiosk');
  }

  begin(aim: Aim): void {
    if (aim.kind === 'join') {
      // Refuse unknown words before anyone holds anything against the screen.
      this.#consents.answerFacts('check', 'recognition', 'given', aim.wish.recognition);
      if (aim.wish.history !== null) this.#consents.answerFacts('check', 'history', 'given', aim.wish.history);
    }
    const sharing = aim.kind === 'join' ? this.#sharing : null;
    this.#stopListening();
    this.#outcome = null;
    if (aim.kind === 'join' && sharing !== null) this.#joinSharing(aim.wish, sharing);
    else if (!this.#radioHears()) this.#outcome = { state: 'no-radio' };
    else this.#listen(aim);
    this.#context.changed('kiosk');
  }

  /** Ends listening and forgets every stranger heard, the wish and its outcome. */
  cancel(): void {
    this.#stopListening();
    this.#sharing = null;
    this.#outcome = null;
  }

  #stopListening(): void {
    this.#listener.stop();
    this.#stopHunt?.();
    this.#stopHunt = null;
    if (this.#phone !== null) this.#recognition.unawait(this.#phone.key.keyId);
    this.#phone = null;
  }

  #listen(aim: Aim): void {
    const phone = (aim.kind === 'join' && aim.wish.with === 'phone') || (aim.kind === 'add' && aim.with === 'phone');
    if (phone) this.#phone = this.#newPhone();
    const awaited = this.#phone === null ? null : `eid:${this.#phone.key.keyId}`;
    const unknown =
      (hear: Hear) =>
      (id: string, ...heard: Parameters<Hear> extends [string, ...infer Rest] ? Rest : never) => {
        // A static beacon beside the telephone must not be enrolled in its place, nor a telephone's key without being asked for.
        if (awaited === null ? !id.startsWith('eid:') : id === awaited) hear(id, ...heard);
      };
    this.#listener.start({
      policy: phone ? phonePolicy : enrolmentPolicy,
      hearing: (hear) =>
        aim.kind === 'find' ? this.#recognition.listenForStrangeEids(hear) : this.#recognition.listenForUnknown(unknown(hear)),
      found: (id) => (aim.kind === 'find' ? this.#hunt(aim.customer, id) : this.#enrol(aim, id)),
      gaveUp: (several) => {
        this.#stopListening();
        this.#outcome = { state: several ? 'several-heard' : 'nothing-heard' };
      },
      looked: () => this.#context.changed('kiosk'),
    });
  }

  #newPhone(): { key: EidKey; uri: string } {
    const { clock, newId } = this.#context;
    const now = clock.wall();
    const identityKey = this.#random.bytes(16);
    const key: EidKey = { keyId: newId(), identityKey, exponent: PHONE_EXPONENT, clockOffset: 0, knownAt: now };
    this.#recognition.await(key);
    return { key, uri: eidUri({ identityKey, exponent: PHONE_EXPONENT, clock: Math.floor(now / 1000) }) };
  }

  #enrol(aim: Extract<Aim, { kind: 'join' | 'add' }>, id: string): void {
    const key = this.#phone?.key ?? null;
    const beacon: NewBeacon = { id, strength: strengthOf(id), key };
    if (aim.kind === 'join') this.#join(aim.wish, beacon);
    else {
      this.#context.store.transaction(() => this.#carried.write(beacon, id, aim.customer.id));
      this.#carried.renew([id]);
      this.#outcome = { state: 'added' };
    }
    this.#phone = null;
  }

  #joinSharing(wish: Wish, beacon: EnrolledBeacon): void {
    const { customers } = this.#context.store;
    const taken = beacon.customers.map((id) => customers.get(id)?.picture);
    if (wish.picture === null) this.#outcome = { state: 'picture-needed' };
    else if (taken.includes(wish.picture)) this.#outcome = { state: 'picture-taken' };
    else this.#join(wish, beacon, false);
  }

  #join(wish: Wish, beacon: NewBeacon, isNew = true): void {
    const { store, clock, newId } = this.#context;
    const customer: Customer = {
      id: newId(),
      number: Array.from({ length: 6 }, () => numberAlphabet[this.#random.int(numberAlphabet.length)]).join(''),
      principal: newId(),
      name: wish.name,
      picture: wish.picture,
      language: wish.recognition.language,
      joinedAt: clock.wall(),
      lastSeenOn: this.#today(),
    };
    store.transaction(() => {
      store.customers.add(customer);
      this.#carried.write(isNew ? beacon : null, beacon.id, customer.id);
      store.consents.append([
        ...this.#consents.answerFacts(customer.principal, 'recognition', 'given', wish.recognition),
        ...(wish.history === null ? [] : this.#consents.answerFacts(customer.principal, 'history', 'given', wish.history)),
      ]);
    });
    this.#sharing = null;
    this.#carried.renew([beacon.id]);
    this.#outcome = { state: 'done', customerNumber: customer.number };
    this.#onJoined({ customerId: customer.id, strength: beacon.strength });
  }

  /** Looks for the clock of the customer's beacon that sends this identifier. Their picture has been touched: see ADR 7. */
  #hunt(customer: Customer, eid: string): void {
    const { store, clock } = this.#context;
    const theirs = store.beacons.of(customer.id).map(({ beacon }) => beacon);
    const now = clock.wall();
    const hunt = new ClockHunt(theirs, eid, now, 'around');
    this.#stopHunt = clock.every(HUNT_EVERY, () => {
      const found = hunt.step(HUNT_STEP);
      if (found === 'searching') return;
      this.#stopHunt?.();
      this.#stopHunt = null;
      if (found === null) this.#outcome = { state: 'nothing-heard' };
      else {
        this.#carried.learnClock(found.beaconId, found.clockOffset);
        this.#outcome = { state: 'found' };
      }
      this.#context.changed('kiosk');
    });
  }
}
