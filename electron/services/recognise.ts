import type { Advertisement } from '../../devices/beacons/advertisement.ts';
import { decodeFrame } from '../../devices/beacons/decode.ts';
import { type EidKey, EidTable, type LearntClock } from '../../devices/beacons/eid-table.ts';
import type { FilteredReading } from '../../devices/beacons/gateways/parsed.ts';
import type { Clock } from '../../shared/clock.ts';
import type { ZoneSettings } from '../../shared/contract/index.ts';
import { identify } from '../../shared/identity/identify.ts';
import { type Corrections, corrected, noCorrections } from '../../shared/presence/correction.ts';
import { PresenceEngine } from '../../shared/presence/engine.ts';
import type { BeaconId, ReceiverId, Sighting, ZoneEvent } from '../../shared/presence/types.ts';
import { type Dbm, elapsed, type Millis, type MonoMs, millis, seconds } from '../../shared/units.ts';
import { type Carriers, keyOf } from '../../shared/visit/state.ts';
import type { EnrolledBeacon } from '../store/beacons.ts';
import { toZone } from './zone.ts';

/** How often silence is looked at; far below any dwell. */
const TICK = millis(250);
/** Beacons whose rotating identifiers are renewed per turn of the event loop: about 2 ms of work. */
const EID_CHUNK = 500;
/** Age after which the strongest signal of a zone or receiver is no longer shown. */
const FRESH = seconds(3);

interface Heard {
  at: MonoMs;
  strongest: Dbm;
  strongestAt: MonoMs;
}

const keyIdOf = (id: BeaconId): string => id.replace(/^eid:/, '');

/** An unknown beacon, offered to whoever is enrolling one. Nothing else ever learns of it. */
export type UnknownListener = (beacon: BeaconId, rssi: Dbm, at: MonoMs) => void;

/**
 * From raw advertisements to zone events of opted-in customers.
 * An identifier nobody enrolled is forgotten before the next packet, unless a shopper is enrolling one right now.
 */
export class Recognition {
  readonly #clock: Clock;
  readonly #onEvents: (events: readonly ZoneEvent[]) => void;
  readonly #onClock: (learnt: LearntClock) => void;
  readonly #onStrangeEid: (eid: string) => void;
  readonly #eids = new EidTable();
  readonly #beacons = new Map<BeaconId, EnrolledBeacon>();
  readonly #receivers = new Map<ReceiverId, Heard>();
  readonly #zoneSignals = new Map<string, { rssi: Dbm; at: MonoMs }>();
  #zones: readonly ZoneSettings[] = [];
  readonly #engine = new PresenceEngine([]);
  #unknown: UnknownListener | null = null;
  #walk: ((sighting: Sighting) => void) | null = null;
  #corrections: Corrections = noCorrections;
  #strange: UnknownListener | null = null;
  #stops: (() => void)[] = [];

  constructor(
    clock: Clock,
    onEvents: (events: readonly ZoneEvent[]) => void,
    onClock: (learnt: LearntClock) => void = () => {},
    onStrangeEid: (eid: string) => void = () => {},
  ) {
    this.#clock = clock;
    this.#onEvents = onEvents;
    this.#onClock = onClock;
    this.#onStrangeEid = onStrangeEid;
  }

  start(): void {
    if (this.#stops.length > 0) return;
    this.#stops = [
      this.#clock.every(TICK, () => this.#emit(this.#engine.advance(this.#clock.mono()))),
      this.#clock.every(seconds(1), () => this.#rotate()),
    ];
    this.#rotate();
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  setZones(zones: readonly ZoneSettings[]): void {
    this.#zones = zones;
    this.#zoneSignals.clear();
    this.#emit(this.#engine.setZones(zones.map(toZone)));
  }

  /** Knows a beacon from now on, or knows it differently. A blocked one is known so that nobody enrols it, and recognises nobody. */
  enrol(beacon: EnrolledBeacon): void {
    this.#beacons.set(beacon.id, beacon);
    if (beacon.blocked) this.#silence(beacon.id);
    else if (beacon.key !== null) {
      this.#eids.set({ keyId: keyIdOf(beacon.id), ...beacon.key });
      this.#rotate();
    }
  }

  /** Every beacon that is known, blocked ones too. */
  known(): Iterable<EnrolledBeacon> {
    return this.#beacons.values();
  }

  /** Forgets a beacon at once: its next packet is a stranger's. */
  forget(id: BeaconId): void {
    this.#beacons.delete(id);
    this.#silence(id);
  }

  /** Resolves the identifiers of a key that belongs to nobody yet: whoever enrols hears it as an unknown beacon. */
  await(key: EidKey): void {
    this.#eids.set(key);
    this.#rotate();
  }

  /** Ends {@link await} for a key that nobody has enrolled. */
  unawait(keyId: string): void {
    if (!this.#beacons.has(`eid:${keyId}`)) this.#eids.delete(keyId);
  }

  /** Who is inside a zone, once for each group of carriers. */
  inside(zone: string): ReadonlyMap<string, Carriers> {
    return this.#carriersOf(this.#engine.inside(zone).map(({ beacon }) => beacon));
  }

  /** Who is about to be inside a zone. */
  near(zone: string): ReadonlyMap<string, Carriers> {
    return this.#carriersOf(this.#engine.arriving(zone));
  }

  /** Lets one listener hear unknown beacons; returns what ends it. */
  listenForUnknown(listener: UnknownListener): () => void {
    this.#unknown = listener;
    return () => {
      if (this.#unknown === listener) this.#unknown = null;
    };
  }

  /** Lets one listener hear ephemeral identifiers that no key of ours makes now, as a beacon does whose clock has run away. */
  listenForStrangeEids(listener: UnknownListener): () => void {
    this.#strange = listener;
    return () => {
      if (this.#strange === listener) this.#strange = null;
    };
  }

  /** Lets a walk test hear every beacon that names itself, known or not, as strong as it came; or stops it. */
  listenForWalk(listener: ((sighting: Sighting) => void) | null): void {
    this.#walk = listener;
  }

  /** What strengths are corrected by before any zone looks at them. */
  get corrections(): Corrections {
    return this.#corrections;
  }

  setCorrections(corrections: Corrections): void {
    this.#corrections = corrections;
  }

  /** Says whether a receiver can hear at all: the silence of one that cannot does not make anybody leave at once. */
  hears(receiver: ReceiverId, can: boolean): void {
    this.#emit(this.#engine.setDeaf(receiver, !can, this.#clock.mono()));
  }

  /** @param enrols whether an unknown beacon may be one held against the screen; a gateway elsewhere in the shop must not offer any */
  receive(advertisement: Advertisement, enrols = true): void {
    const { rssi, receiver, at } = advertisement;
    if (rssi === null) return;
    this.#noteReceiver(receiver, rssi, at);
    const frame = decodeFrame(advertisement.data);
    if (frame === null) return;
    const identity = identify(frame, this.#eids.resolve);
    if (identity === null) {
      if (frame.format === 'eddystone-eid') this.#onStrange(frame.eid, rssi, at, enrols);
      return;
    }
    this.#walk?.({ t: at, receiver, beacon: identity.beacon, rssi });
    const known = this.#beacons.get(identity.beacon);
    if (known === undefined) {
      if (enrols) this.#unknown?.(identity.beacon, rssi, at);
      return;
    }
    if (known.blocked) return;
    if (frame.format === 'eddystone-eid') {
      const learnt = this.#eids.observe(frame.eid, this.#clock.wall());
      if (learnt !== null) this.#onClock(learnt);
    }
    this.#observe({ t: at, receiver, beacon: identity.beacon, rssi });
  }

  /** What a gateway that decodes and filters has heard. */
  receiveReading({ receiver, frame, rssi, at }: FilteredReading): void {
    this.#noteReceiver(receiver, rssi, at);
    const identity = identify(frame, this.#eids.resolve);
    if (identity === null) return;
    const sighting = { t: at, receiver, beacon: identity.beacon, rssi, filtered: true };
    this.#walk?.(sighting);
    if (this.#beacons.get(identity.beacon)?.blocked === false) this.#observe(sighting);
  }

  /** Anonymous figures for the manager page. */
  overview(): {
    zones: { id: string; inside: number; strongestDbm: Dbm | null }[];
    receivers: { id: string; lastHeardAgeMs: Millis; strongestDbm: Dbm | null }[];
  } {
    const now = this.#clock.mono();
    const fresh = (at: MonoMs) => elapsed(at, now) <= FRESH;
    return {
      zones: this.#zones.map((zone) => {
        const signal = this.#zoneSignals.get(zone.id);
        return {
          id: zone.id,
          inside: this.inside(zone.id).size,
          strongestDbm: signal !== undefined && fresh(signal.at) ? signal.rssi : null,
        };
      }),
      receivers: [...this.#receivers].map(([id, heard]) => ({
        id,
        lastHeardAgeMs: elapsed(heard.at, now),
        strongestDbm: fresh(heard.strongestAt) ? heard.strongest : null,
      })),
    };
  }

  #observe(sighting: Sighting): void {
    const rssi = corrected(sighting.rssi, sighting.receiver, sighting.beacon, this.#corrections);
    this.#noteZones(sighting.receiver, rssi, sighting.t);
    this.#emit(this.#engine.observe({ ...sighting, rssi }));
  }

  #onStrange(eid: string, rssi: Dbm, at: MonoMs, enrols: boolean): void {
    if (enrols) this.#strange?.(eid, rssi, at);
    this.#onStrangeEid(eid);
  }

  #carriersOf(beacons: readonly BeaconId[]): Map<string, Carriers> {
    const groups = new Map<string, Carriers>();
    for (const id of beacons) {
      const beacon = this.#beacons.get(id);
      if (beacon === undefined) continue;
      const key = keyOf(beacon.customers);
      // The strongest proof that somebody carries is the one that counts.
      if (groups.get(key)?.strength !== 'strong')
        groups.set(key, { key, customers: beacon.customers, strength: beacon.strength });
    }
    return groups;
  }

  #silence(id: BeaconId): void {
    this.#engine.forget(id);
    this.#eids.delete(keyIdOf(id));
  }

  #noteReceiver(id: ReceiverId, rssi: Dbm, at: MonoMs): void {
    const heard = this.#receivers.get(id);
    if (heard === undefined) this.#receivers.set(id, { at, strongest: rssi, strongestAt: at });
    else {
      heard.at = at;
      if (rssi >= heard.strongest || elapsed(heard.strongestAt, at) > FRESH) {
        heard.strongest = rssi;
        heard.strongestAt = at;
      }
    }
  }

  #noteZones(receiver: ReceiverId, rssi: Dbm, at: MonoMs): void {
    for (const zone of this.#zones) {
      if (!zone.receivers.includes(receiver)) continue;
      const known = this.#zoneSignals.get(zone.id);
      if (known === undefined || rssi >= known.rssi || elapsed(known.at, at) > FRESH)
        this.#zoneSignals.set(zone.id, { rssi, at });
    }
  }

  #emit(events: readonly ZoneEvent[]): void {
    if (events.length > 0) this.#onEvents(events);
  }

  #rotate(): void {
    if (this.#eids.move(this.#clock.wall(), EID_CHUNK) > 0) setImmediate(() => this.#rotate());
  }
}
