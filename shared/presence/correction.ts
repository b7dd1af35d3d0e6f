import { type Dbm, dbm } from '../units.ts';
import type { BeaconId, ReceiverId } from './types.ts';

/**
 * Strength at one metre every beacon is brought to, so that one boundary fits all models: the power most iBeacons are set to
 * (Apple, "Getting Started with iBeacon", 2014, names -59 dBm as its example).
 */
export const referencePower = dbm(-59);

/** Beacons of one make. `match` is how their canonical identifiers begin; it covers a make, never one beacon. */
export interface BeaconModel {
  readonly match: string;
  /** Strength at one metre, as measured. */
  readonly measuredPower: Dbm;
}

/** What a beacon's strength is corrected by before any zone looks at it. */
export interface Corrections {
  /** In dB, added to what the receiver says: positive for one that hears too weakly. */
  readonly offsets: ReadonlyMap<ReceiverId, number>;
  readonly models: readonly BeaconModel[];
}

export const noCorrections: Corrections = { offsets: new Map(), models: [] };

/** In dB: what makes a beacon of its model look like one of the reference power. The closest description of a model counts. */
function modelShift(models: readonly BeaconModel[], beacon: BeaconId): number {
  let best: BeaconModel | null = null;
  for (const model of models) if (beacon.startsWith(model.match) && model.match.length >= (best?.match.length ?? 0)) best = model;
  return best === null ? 0 : referencePower - best.measuredPower;
}

/** A reading as the zones take it, within what a strength can be. */
export const corrected = (rssi: Dbm, receiver: ReceiverId, beacon: BeaconId, { offsets, models }: Corrections): Dbm =>
  dbm(Math.max(-127, Math.min(20, rssi + (offsets.get(receiver) ?? 0) + modelShift(models, beacon))));
