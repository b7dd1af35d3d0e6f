import type { Dbm, Millis, MonoMs } from '../units.ts';
import type { Appointment } from './agenda.ts';
import { Readings } from './readings.ts';
import type { BeaconId, ReceiverId, Zone, ZoneId } from './types.ts';

/** Readings older than this, in ms, no longer count, unless the beacon sends so rarely that too few would be left. */
const usualWindow = 5000;
/** Longest silence, in ms, that can still be steady sending: one packet every ten seconds with three of them lost. */
export const longestSilence = 45_000;
/** How long a beacon heard only once may be silent: its pace is not known yet. */
const firstSilence = 25_000;
/** Silence counts as leaving after this many usual gaps without a packet. */
const missedGaps = 4;
/** The window of a slow sender is stretched to this many usual gaps, so that its level does not rest on a single packet … */
const windowGaps = 8;
/** … but no further, in ms: older than this is another place. */
const longestWindow = 30_000;
/** Packets that must say far before somebody leaves by it: fewer may be a passing body. */
const farPackets = 5;
/** Weight of the newest gap in the running estimate. */
const gapWeight = 0.25;

/** A level this much above the lowest of the last one or two windows, in dB, is somebody who comes nearer. */
const approachRise = 4;
/** How long somebody counts as coming after the last level that said so, in ms. */
const approachHolds = 2500;

/** One beacon at one receiver. */
export class Heard {
  readonly #readings = new Readings();
  level: Dbm = Number.NEGATIVE_INFINITY as Dbm;
  last: number = Number.NEGATIVE_INFINITY;
  #gap: number | null = null;
  /** The lowest level since `#lowSince`, and in the stretch of a window before. */
  #low = Number.POSITIVE_INFINITY;
  #lowBefore = Number.POSITIVE_INFINITY;
  #lowSince = Number.NEGATIVE_INFINITY;
  #roseAt = Number.NEGATIVE_INFINITY;
  #interrupted = false;

  add(t: MonoMs, rssi: Dbm, filtered = false): void {
    const gap = t - this.last;
    if (gap <= longestSilence && !this.#interrupted)
      this.#gap = this.#gap === null ? gap : this.#gap + gapWeight * (gap - this.#gap);
    this.#interrupted = false;
    this.last = t;
    const window = Math.max(usualWindow, Math.min(windowGaps * (this.#gap ?? 0), longestWindow));
    this.#readings.add(t, rssi, t - window);
    this.level = filtered ? rssi : this.#readings.level();
    this.#follow(t, window);
  }

  /** Whether the beacon is coming nearer. */
  approaching(t: number): boolean {
    return t - this.#roseAt <= approachHolds;
  }

  #follow(t: number, stretch: number): void {
    const past = t - this.#lowSince;
    if (past >= stretch) {
      this.#lowBefore = past >= 2 * stretch ? Number.POSITIVE_INFINITY : this.#low;
      this.#low = Number.POSITIVE_INFINITY;
      this.#lowSince = t;
    }
    if (this.level < this.#low) this.#low = this.level;
    if (this.level - Math.min(this.#low, this.#lowBefore) >= approachRise) this.#roseAt = t;
  }

  /** The next gap is the receiver's, and says nothing about how often the beacon sends. */
  interrupt(): void {
    this.#interrupted = true;
  }

  /** How long silence may last before the beacon counts as gone, at least `exitDwell`. */
  patience(exitDwell: Millis): number {
    return Math.max(exitDwell, this.#gap === null ? firstSilence : Math.min(missedGaps * this.#gap, longestSilence));
  }
}

/** One beacon in, or on its way into or out of, one zone. */
export interface Membership {
  zone: Zone;
  inside: boolean;
  /** Where it came in, or is about to. */
  receiver: ReceiverId;
  since: MonoMs;
  nearSince: number | null;
  farSince: number | null;
  /** How far its receiver heard it above the near boundary, in dB. */
  room: number;
  /** Packets that spoke for far since `farSince`. */
  farCount: number;
  /** When silence will have lasted too long … */
  silentAt: number;
  /** … of which this much, in ms, is because the receiver cannot hear. */
  excused: number;
}

/** Everything known about one beacon. */
export interface Track extends Appointment {
  readonly beacon: BeaconId;
  /** Its place in the order of last hearing dates from then. */
  touched: number;
  readonly heard: Map<ReceiverId, Heard>;
  readonly memberships: Map<ZoneId, Membership>;
}

/** When this membership changes if nothing more is heard. */
export function dueOf(m: Membership): number {
  if (!m.inside) return m.nearSince === null ? m.silentAt : Math.min(m.nearSince + m.zone.enterDwell, m.silentAt);
  return m.farSince !== null && m.farCount >= farPackets ? Math.min(m.farSince + m.zone.exitDwell, m.silentAt) : m.silentAt;
}

/** Puts silence off by `time`, or takes that back; what was about to happen has to be said again by packets. */
export function excuse(m: Membership, time: number): void {
  m.silentAt += time;
  m.excused = Math.max(0, time);
  m.nearSince = null;
  m.farSince = null;
  m.farCount = 0;
}
