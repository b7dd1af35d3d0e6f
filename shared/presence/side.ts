import type { Dbm } from '../units.ts';
import type { Heard } from './track.ts';
import type { ReceiverId, Zone } from './types.ts';

/** An inside beacon of an exclusive zone counts as far once another receiver hears it this much better, in dB. */
const exclusiveMargin = 6;

export interface Side {
  readonly side: 'near' | 'between' | 'far';
  /** The zone's receiver with the most room above its near boundary. */
  readonly receiver: ReceiverId;
}

/** On which side of a zone's boundaries a beacon is at `t`, by every receiver that still hears it; null when none of the zone's does. */
export function sideOf(zone: Zone, heard: ReadonlyMap<ReceiverId, Heard>, t: number): Side | null {
  let receiver: ReceiverId | null = null;
  let room = Number.NEGATIVE_INFINITY;
  let own = Number.NEGATIVE_INFINITY as Dbm;
  let others = Number.NEGATIVE_INFINITY as Dbm;
  let far = true;
  for (const [id, at] of heard) {
    if (t - at.last > at.patience(zone.exitDwell)) continue;
    const level = at.level;
    const boundary = zone.receivers.get(id);
    if (boundary === undefined) {
      if (level > others) others = level;
      continue;
    }
    if (level > own) own = level;
    if (level >= boundary.far) far = false;
    if (receiver === null || level - boundary.near > room) {
      receiver = id;
      room = level - boundary.near;
    }
  }
  if (receiver === null) return null;
  if (far || (zone.exclusive && others > own + exclusiveMargin)) return { side: 'far', receiver };
  return { side: room >= 0 && !(zone.exclusive && others > own) ? 'near' : 'between', receiver };
}
