import type { Advertisement } from '../../devices/beacons/advertisement.ts';
import { decodeFrame } from '../../devices/beacons/decode.ts';
import { EidTable, type LearntClock } from '../../devices/beacons/eid-table.ts';
import type { FilteredReading } from '../../devices/beacons/gateways/parsed.ts';
import type { Clock } from '../../shared/clock.ts';
import type { ZoneSettings } from '../../shared/contract/index.ts';
import { identify } from '../../shared/identity/identify.ts';
import { type Corrections, corrected, noCorrections } from '../../shared/presence/correction.ts';
import { PresenceEngine } from '../../shared/presence/engine.ts';
import type { BeaconId, ReceiverId, Sighting, ZoneEvent } from '../../shared/presence/types.ts';
import { type Dbm, elapsed, type Millis, type MonoMs, millis, seconds } from '../../shared/units.ts';
import type { EnrolledBeacon } from '../store/customers.ts';
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

/** An unknown static beacon, offered to whoever is enrolling one. Nothing else ever learns of it. */
export type UnknownListener = (beacon: BeaconId, rssi: Dbm, at: MonoMs) => void;

/**
 * From raw advertisements to zone events of opted-in customers.
 * An identifier nobody enrolled is forgotten before the next packet, unless a shopper is enrolling one right now.
 */
export class Recognition {
  readonly #clock: Clock;
  readonly #onEvents: (events: readonly ZoneEvent[]) => void;
  readonly #onClock: (learnt: LearntClock) => void;
  readonly #eids = new EidTable();
  readonly #beacons = new Map<BeaconId, EnrolledBeacon>();
  readonly #receivers = new Map<ReceiverId, Heard>();
  readonly #zoneSignals = new Map<string, { rssi: Dbm; at: MonoMs }>();
  #zones: readonly ZoneSettings[] = [];
  readonly #engine = new PresenceEngine([]);
  #unknown: UnknownListener | null = null;
  #walk: ((sighting: Sighting) => void) | null = null;
  #corrections: Corrections = noCorrections;
  #stops: (() => void)[] = [];

  constructor(clock: Clock, onEvents: (events: readonly ZoneEvent[]) => void, onClock: (learnt: LearntClock) => void = () => {}) {
    this.#clock = clock;
    this.#onEvents = onEvents;
    this.#onClock = onClock;
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

  enrol(beacon: EnrolledBeacon): void {
    this.#beacons.set(beacon.id, beacon);
    if (beacon.key !== null) {
      this.#eids.set({ keyId: beacon.id.replace(/^eid:/, ''), ...beacon.key });
      this.#rotate();
    }
  }

  /** Forgets a customer's beacons at once: their next packet is a stranger's. */
  forget(customerId: string): void {
    for (const [id, beacon] of this.#beacons) {
      if (beacon.customerId !== customerId) continue;
      this.#beacons.delete(id);
      this.#engine.forget(id);
      this.#eids.delete(id.replace(/^eid:/, ''));
    }
  }

  /** The customers inside a zone, each once. */
  customersIn(zone: string): ReadonlySet<string> {
    return new Set(this.#engine.inside(zone).flatMap((present) => this.#beacons.get(present.beacon)?.customerId ?? []));
  }

  /** The customers about to be inside a zone. */
  customersNear(zone: string): Set<string> {
    return new Set(this.#engine.arriving(zone).flatMap((beacon) => this.#beacons.get(beacon)?.customerId ?? []));
  }

  owner(beacon: BeaconId): EnrolledBeacon | undefined {
    return this.#beacons.get(beacon);
  }

  /** Lets one listener hear unknown static beacons, or stops it. */
  listenForUnknown(listener: UnknownListener | null): void {
    this.#unknown = listener;
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
    if (identity === null) return;
    this.#walk?.({ t: at, receiver, beacon: identity.beacon, rssi });
    if (!this.#beacons.has(identity.beacon)) {
      if (enrols) this.#unknown?.(identity.beacon, rssi, at);
      return;
    }
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
    if (this.#beacons.has(identity.beacon)) this.#observe(sighting);
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
          inside: this.customersIn(zone.id).size,
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
