import type { Dbm, Millis, MonoMs } from '../units.ts';

/**
 * Canonical identifier of a known beacon: `ibeacon:<uuid>:<major>:<minor>`, `altbeacon:<id>`, `eddystone-uid:<namespace>:<instance>` or
 * `eid:<key id>`.
 */
export type BeaconId = string;
export type ReceiverId = string;
export type ZoneId = string;

/** A frame of a known beacon heard by a receiver. */
export interface Sighting {
  readonly t: MonoMs;
  readonly receiver: ReceiverId;
  readonly beacon: BeaconId;
  readonly rssi: Dbm;
  /** The receiver has smoothed the strength already: it is the level as it stands, and not filtered again. */
  readonly filtered?: boolean;
}

/** Boundary and dwell of one zone, ready for the engine. */
export interface Zone {
  readonly id: ZoneId;
  /** Boundaries per receiver: at `near` or stronger the beacon is near, below `far` it is far, between them nothing changes. */
  readonly receivers: ReadonlyMap<ReceiverId, { readonly near: Dbm; readonly far: Dbm }>;
  readonly enterDwell: Millis;
  readonly exitDwell: Millis;
  /** A beacon is in at most one exclusive zone: the one whose receiver hears it best. */
  readonly exclusive: boolean;
}

/** A beacon entered or left a zone. */
export interface ZoneEvent {
  readonly t: MonoMs;
  readonly event: 'enter' | 'leave';
  readonly zone: ZoneId;
  readonly beacon: BeaconId;
  readonly receiver: ReceiverId;
}
