import { type Millis, millis, monoMs } from '../../units.ts';
import { PresenceEngine } from '../engine.ts';
import type { Zone, ZoneId } from '../types.ts';
import { type Spot, spotLength, type WalkReading } from './walk.ts';

/** A passer-by is somebody who is at an outside spot for this long: at walking pace, a zone's edge takes about that. */
const passing = millis(5_000);
/** A visitor who is not noticed within this time has looked elsewhere. */
const patience = millis(10_000);
/** Visitors arrive this far apart in a recording; each finds another stretch of it. */
const arrivals = millis(5_000);

/** What became of one stretch of a recording in each zone: milliseconds until the beacon entered, null when it did not. */
export type Trial = ReadonlyMap<ZoneId, Millis | null>;

const beacon = 'carried';

/** Plays readings to an engine that has heard nothing before. Zones do not disturb each other, so one run tries them all. */
function play(zones: readonly Zone[], readings: readonly WalkReading[], from: number, length: Millis): Trial {
  const engine = new PresenceEngine(zones);
  const entered = new Map<ZoneId, Millis | null>(zones.map((zone) => [zone.id, null]));
  const note = (events: ReturnType<PresenceEngine['advance']>) => {
    for (const { event, zone, t } of events)
      if (event === 'enter' && entered.get(zone) === null) entered.set(zone, millis(t - from));
  };
  for (const { t, receiver, rssi, filtered } of readings)
    if (t >= from && t < from + length) note(engine.observe({ t: monoMs(t), receiver, beacon, rssi, filtered }));
  note(engine.advance(monoMs(from + length)));
  return entered;
}

/** Everybody who could have come while a spot was recorded: passers-by outside, visitors inside, each to an engine of their own. */
export function trialsAt(spot: Spot, zones: readonly Zone[]): readonly Trial[] {
  const [length, every] = spot.place === 'outside' ? [passing, passing] : [patience, arrivals];
  const trials: Trial[] = [];
  for (let from = 0; from + length <= spotLength; from += every) trials.push(play(zones, spot.readings, from, length));
  return trials;
}

/** How often somebody who walks from one inside spot to the next is lost on the way, per zone. */
export function lossesAmong(spots: readonly Spot[], zones: readonly Zone[]): ReadonlyMap<ZoneId, number> {
  const engine = new PresenceEngine(zones);
  const losses = new Map<ZoneId, number>(zones.map((zone) => [zone.id, 0]));
  const note = (events: ReturnType<PresenceEngine['advance']>) => {
    for (const { event, zone } of events) if (event === 'leave') losses.set(zone, losses.get(zone)! + 1);
  };
  spots.forEach((spot, place) => {
    for (const { t, receiver, rssi, filtered } of spot.readings)
      note(engine.observe({ t: monoMs(place * spotLength + t), receiver, beacon, rssi, filtered }));
  });
  note(engine.advance(monoMs(spots.length * spotLength)));
  return losses;
}
