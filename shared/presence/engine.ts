import { type Dbm, type MonoMs, monoMs } from '../units.ts';
import { Agenda } from './agenda.ts';
import { sideOf, takesOver } from './side.ts';
import { dueOf, excuse, Heard, longestSilence, type Membership, type Track } from './track.ts';
import type { BeaconId, ReceiverId, Sighting, Zone, ZoneEvent, ZoneId } from './types.ts';

export interface PresenceOptions {
  /** Beacons followed at once; beyond it the one unheard for longest is let go (and leaves). */
  readonly maxBeacons?: number;
}

/** A beacon inside a zone, as of its last packet. */
export interface Present {
  readonly beacon: BeaconId;
  readonly receiver: ReceiverId;
  readonly since: MonoMs;
  readonly level: Dbm;
}

/** How exactly the order of last hearing is kept, in milliseconds. */
const orderGrain = 1000;
/** How long, in ms, a receiver that cannot hear excuses the silence of the beacons that came in by it: a restart of its radio. */
export const longestDeafness = 60_000;
/** How many packets a reading speaks for that the receiver smoothed: two of them are enough to leave by. */
const packetsSmoothed = 3;
/** Receivers that may hear one beacon at once; beyond it the one that heard it longest ago is forgotten. */
const mostReceivers = 64;

/**
 * Turns sightings of known beacons into entering and leaving zones. Pure: time is what the sightings and `advance` say; a time that
 * runs backwards counts as "now". Events come out in time order, and enter and leave alternate for each zone and beacon.
 */
export class PresenceEngine {
  readonly #maxBeacons: number;
  readonly #tracks = new Map<BeaconId, Track>();
  readonly #agenda = new Agenda<Track>();
  readonly #deafSince = new Map<ReceiverId, MonoMs>();
  #byReceiver = new Map<ReceiverId, readonly Zone[]>();
  /** Zones that listen to every receiver, their own or not. */
  #exclusive: readonly Zone[] = [];
  #now = monoMs(Number.NEGATIVE_INFINITY);

  constructor(zones: readonly Zone[], options: PresenceOptions = {}) {
    this.#maxBeacons = options.maxBeacons ?? 10_000;
    this.#use(zones);
  }

  /** Beacons followed now; never more than the limit. */
  get size(): number {
    return this.#tracks.size;
  }

  /**
   * Takes in one sighting. Returns what silence had brought about until then, and what the sighting itself did. Strengths of 0 dBm and
   * more are what receivers say that could not measure.
   */
  observe({ t: at, receiver, beacon, rssi, filtered }: Sighting): ZoneEvent[] {
    if (!Number.isFinite(at)) return [];
    const events = this.advance(at);
    if (!(rssi < 0 && rssi > Number.NEGATIVE_INFINITY)) return events;
    const t = this.#now;
    if (this.#deafSince.size > 0) this.setDeaf(receiver, false, t);
    const zones = this.#byReceiver.get(receiver);
    const track = zones === undefined ? this.#tracks.get(beacon) : this.#track(beacon, events);
    if (track === undefined || (zones === undefined && this.#exclusive.length === 0)) return events;
    const heard = hearing(track, receiver);
    heard.add(t, rssi, filtered);
    const packets = filtered ? packetsSmoothed : 1;
    for (const zone of zones ?? this.#exclusive) {
      this.#judge(track, zone, zone.receivers.has(receiver) ? heard : null, packets, events);
    }
    this.#plan(track);
    return events;
  }

  /**
   * Says that a receiver cannot hear, or that it can again. Its silence then says nothing about beacons that came in by it: nobody enters
   * or leaves by that, for `longestDeafness` at most. A sighting ends it as well.
   */
  setDeaf(receiver: ReceiverId, deaf: boolean, now: MonoMs): ZoneEvent[] {
    const events = this.advance(now);
    const since = this.#deafSince.get(receiver);
    if ((since !== undefined) === deaf) return events;
    if (deaf) this.#deafSince.set(receiver, this.#now);
    else this.#deafSince.delete(receiver);
    const unspent = since === undefined ? 0 : Math.max(0, longestDeafness - (this.#now - since));
    for (const track of this.#tracks.values()) {
      track.heard.get(receiver)?.interrupt();
      for (const m of track.memberships.values()) {
        if (m.receiver !== receiver) continue;
        if (deaf) excuse(m, longestDeafness);
        else if (m.excused > 0) excuse(m, -unspent);
      }
      this.#plan(track);
    }
    return events;
  }

  /** Moves time to `now` and returns the events that came from nothing being heard, each at its own time. */
  advance(now: MonoMs): ZoneEvent[] {
    const events: ZoneEvent[] = [];
    if (!(now > this.#now)) return events;
    for (let track = this.#agenda.next; track !== undefined && track.due <= now; track = this.#agenda.next) {
      this.#now = monoMs(Math.max(this.#now, track.due));
      for (const m of track.memberships.values()) if (dueOf(m) <= this.#now) this.#fire(track, m, events);
      if (track.memberships.size > 0) this.#plan(track);
      else this.#forget(track);
    }
    this.#now = now;
    return events;
  }

  /** When `advance` will have something to do if nothing more is heard; null for never. */
  nextDeadline(): MonoMs | null {
    const track = this.#agenda.next;
    return track === undefined ? null : monoMs(track.due);
  }

  /** The beacons inside a zone, longest there first. */
  inside(zone: ZoneId): Present[] {
    const present: Present[] = [];
    for (const { beacon, memberships, heard } of this.#tracks.values()) {
      const m = memberships.get(zone);
      if (m?.inside) present.push({ beacon, receiver: m.receiver, since: m.since, level: heard.get(m.receiver)!.level });
    }
    return present.sort((a, b) => a.since - b.since);
  }

  /** The beacons that are near a zone and have not dwelt long enough to be inside: persons all the same. */
  arriving(zone: ZoneId): BeaconId[] {
    const near: BeaconId[] = [];
    for (const { beacon, memberships } of this.#tracks.values()) {
      const m = memberships.get(zone);
      if (m !== undefined && !m.inside && m.nearSince !== null) near.push(beacon);
    }
    return near;
  }

  /** Drops everything known about a beacon at once, for a customer who withdrew. */
  forget(beacon: BeaconId): ZoneEvent[] {
    const events: ZoneEvent[] = [];
    const track = this.#tracks.get(beacon);
    if (track !== undefined) this.#dismiss(track, events);
    return events;
  }

  /**
   * Replaces the zones. A beacon leaves a zone that is gone, or that lost the receiver it came in by; in a zone that was only adjusted
   * it stays until a packet says otherwise; of zones that became exclusive, in the one that hears it best.
   */
  setZones(zones: readonly Zone[]): ZoneEvent[] {
    const events: ZoneEvent[] = [];
    const next = new Map(zones.map((zone) => [zone.id, zone]));
    for (const track of [...this.#tracks.values()]) {
      for (const m of track.memberships.values()) {
        const zone = next.get(m.zone.id);
        if (zone?.receivers.has(m.receiver)) m.zone = zone;
        else this.#end(track, m, events);
      }
      for (const m of track.memberships.values()) {
        const rival = m.inside && m.zone.exclusive ? rivalOf(track, m) : undefined;
        if (rival !== undefined && rival.room >= m.room) this.#end(track, m, events);
      }
      if (track.memberships.size > 0) this.#plan(track);
      else this.#forget(track);
    }
    this.#use(zones);
    return events;
  }

  #use(zones: readonly Zone[]): void {
    const receivers = new Set(zones.flatMap((zone) => [...zone.receivers.keys()]));
    // An exclusive zone must look again when any other receiver hears the beacon.
    const concerned = (receiver: ReceiverId) => zones.filter((zone) => zone.exclusive || zone.receivers.has(receiver));
    this.#byReceiver = new Map([...receivers].map((receiver) => [receiver, concerned(receiver)]));
    this.#exclusive = zones.filter((zone) => zone.exclusive);
  }

  /** The track of a beacon, as one of the most recently heard. */
  #track(beacon: BeaconId, events: ZoneEvent[]): Track {
    let track = this.#tracks.get(beacon);
    if (track !== undefined) {
      // The map's order tells who was heard last; to the second is enough; to the packet costs as much as the median.
      if (this.#now - track.touched < orderGrain) return track;
      this.#tracks.delete(beacon);
      track.touched = this.#now;
    } else {
      const oldest = this.#tracks.size >= this.#maxBeacons ? this.#tracks.values().next().value : undefined;
      if (oldest !== undefined) this.#dismiss(oldest, events);
      track = { beacon, touched: this.#now, heard: new Map(), memberships: new Map(), due: Number.POSITIVE_INFINITY, place: -1 };
    }
    this.#tracks.set(beacon, track);
    return track;
  }

  #judge(track: Track, zone: Zone, own: Heard | null, packets: number, events: ZoneEvent[]): void {
    const t = this.#now;
    const side = sideOf(zone, track.heard, t);
    if (side === null) return;
    let m = track.memberships.get(zone.id);
    if (m === undefined) {
      // Only the zone's own receivers bring a beacon towards it, and only they tell when it has fallen silent.
      if (own === null) return;
      const fresh = { zone, inside: false, receiver: side.receiver, since: t, nearSince: null, farSince: null };
      m = { ...fresh, room: side.room, farCount: 0, silentAt: Number.POSITIVE_INFINITY, excused: 0 };
      track.memberships.set(zone.id, m);
    }
    if (own !== null) {
      m.silentAt = t + own.patience(zone.exitDwell);
      m.excused = 0;
    }
    m.room = side.room;
    const rival = zone.exclusive && !m.inside ? rivalOf(track, m) : undefined;
    if (side.side === 'near' && (rival === undefined || takesOver(side, rival.room))) {
      m.receiver = side.receiver;
      m.nearSince ??= t;
    } else m.nearSince = null;
    if (side.side === 'far') {
      m.farSince ??= t;
      m.farCount += packets;
    } else {
      m.farSince = null;
      m.farCount = 0;
    }
    if (dueOf(m) <= t) this.#fire(track, m, events);
  }

  /** Does what a membership's deadline calls for. */
  #fire(track: Track, m: Membership, events: ZoneEvent[]): void {
    if (m.inside || m.silentAt <= this.#now) {
      this.#end(track, m, events);
      return;
    }
    if (m.zone.exclusive && !this.#mayTakeOver(track, m, events)) return;
    m.inside = true;
    m.since = this.#now;
    events.push({ t: this.#now, event: 'enter', zone: m.zone.id, beacon: track.beacon, receiver: m.receiver });
  }

  /** Makes an exclusive zone the only one, unless another one is about to be entered that hears the beacon better. */
  #mayTakeOver(track: Track, m: Membership, events: ZoneEvent[]): boolean {
    const others = [...track.memberships.values()].filter((other) => other !== m && other.zone.exclusive);
    const better = others.some((other) => !other.inside && other.nearSince !== null && other.room > m.room);
    if (better) m.nearSince = null;
    else {
      for (const other of others) {
        if (other.inside) this.#end(track, other, events);
        else other.nearSince = null;
      }
    }
    return !better;
  }

  #end(track: Track, m: Membership, events: ZoneEvent[]): void {
    track.memberships.delete(m.zone.id);
    if (m.inside) events.push({ t: this.#now, event: 'leave', zone: m.zone.id, beacon: track.beacon, receiver: m.receiver });
  }

  #plan(track: Track): void {
    let due = Number.POSITIVE_INFINITY;
    for (const m of track.memberships.values()) due = Math.min(due, dueOf(m));
    // Heard by receivers of which no zone makes anything: still forgotten in time.
    this.#agenda.set(track, due === Number.POSITIVE_INFINITY ? this.#now + longestSilence : due);
  }

  #dismiss(track: Track, events: ZoneEvent[]): void {
    for (const m of track.memberships.values()) this.#end(track, m, events);
    this.#forget(track);
  }

  #forget(track: Track): void {
    this.#agenda.delete(track);
    this.#tracks.delete(track.beacon);
  }
}

/** The other exclusive zone that a beacon is in; never more than one. */
function rivalOf({ memberships }: Track, m: Membership): Membership | undefined {
  for (const other of memberships.values()) if (other !== m && other.inside && other.zone.exclusive) return other;
  return undefined;
}

/** What is known of a beacon at a receiver, from nothing if need be. */
function hearing({ heard }: Track, receiver: ReceiverId): Heard {
  let at = heard.get(receiver);
  if (at !== undefined) return at;
  if (heard.size >= mostReceivers) {
    let stalest: readonly [ReceiverId, Heard] | null = null;
    for (const entry of heard) if (stalest === null || entry[1].last < stalest[1].last) stalest = entry;
    heard.delete(stalest![0]);
  }
  at = new Heard();
  heard.set(receiver, at);
  return at;
}
