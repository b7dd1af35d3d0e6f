import type { Dbm } from '../units.ts';
import type { Heard } from './track.ts';
import type { ReceiverId, Zone } from './types.ts';

/**
 * What being heard better or worse elsewhere says in an exclusive zone, in dB of level per dB of difference. Level and difference err
 * together when the place is bad for the receiver, so the difference counts for less than itself …
 */
const comparisonWeight = 0.4;
/** … and never widens a zone by more than this. */
const comparisonLimit = 2;
/** Levels are not surer than this: nobody enters an exclusive zone whom another receiver hears so much better, in dB … */
const enterMargin = 4;
/** … and who is inside counts as far from here on. */
const stayMargin = 6;
/** Coming nearer is evidence of its own: it is worth this much level, in dB, before somebody is inside. */
const approachWorth = 2;

export interface Side {
  readonly side: 'near' | 'between' | 'far';
  /** The zone's receiver with the most room above its near boundary. */
  readonly receiver: ReceiverId;
  /** How far that one hears it above its near boundary, in dB … */
  readonly room: number;
  /** … and whether the beacon comes nearer to it. */
  readonly approaching: boolean;
}

/** On which side of a zone's boundaries a beacon is at `t`, by every receiver that still hears it; null when none of the zone's does. */
export function sideOf(zone: Zone, heard: ReadonlyMap<ReceiverId, Heard>, t: number): Side | null {
  let receiver: ReceiverId | null = null;
  let aboveNear = Number.NEGATIVE_INFINITY;
  let aboveFar = Number.NEGATIVE_INFINITY;
  let own = Number.NEGATIVE_INFINITY as Dbm;
  let others = Number.NEGATIVE_INFINITY as Dbm;
  for (const [id, at] of heard) {
    if (t - at.last > at.patience(zone.exitDwell)) continue;
    const level = at.level;
    const boundary = zone.receivers.get(id);
    if (boundary === undefined) {
      if (level > others) others = level;
      continue;
    }
    if (level > own) own = level;
    if (level - boundary.far > aboveFar) aboveFar = level - boundary.far;
    const room = level - boundary.near + (at.approaching(t) ? approachWorth : 0);
    if (receiver === null || room > aboveNear) {
      receiver = id;
      aboveNear = room;
    }
  }
  if (receiver === null) return null;
  const best = { receiver, room: aboveNear, approaching: heard.get(receiver)!.approaching(t) };
  let said = 0;
  if (zone.exclusive && others > Number.NEGATIVE_INFINITY) {
    if (others > own + stayMargin) return { side: 'far', ...best };
    said = Math.min(comparisonLimit, comparisonWeight * (own - others));
  }
  if (aboveFar + said < 0) return { side: 'far', ...best };
  const elsewhere = zone.exclusive && others > own + enterMargin;
  return { side: aboveNear + said >= 0 && !elsewhere ? 'near' : 'between', ...best };
}

/** A second exclusive zone takes somebody over when it has so much more room above its near boundary, in dB. */
const takeoverMargin = 3;

/**
 * Whether a beacon inside exclusive zone `held` may go over to another one: heard clearly better there, or just better while it comes
 * nearer to it. The difference keeps whoever stands midway from going to and fro.
 */
export const takesOver = ({ room, approaching }: Side, held: number): boolean =>
  room >= held + (approaching ? 0 : takeoverMargin);
