import { type Dbm, dbm, type Millis, millis } from '../../units.ts';
import type { ReceiverId, Zone } from '../types.ts';
import { defaultDwell, makeZone } from '../zone.ts';
import { type Share, wilson } from './interval.ts';
import { lossesAmong, type Trial, trialsAt } from './trials.ts';
import { type Place, quantile, type Spot, separation } from './walk.ts';

/** Boundary and dwell as a zone has them. */
export interface Settings {
  readonly near: Dbm;
  readonly far: Dbm;
  readonly enterDwell: Millis;
  readonly exitDwell: Millis;
}

/** What is to be expected of some settings, judged by replaying the walk. */
export interface Expected {
  /** Passers-by who are greeted. */
  readonly greeted: Share;
  /** Visitors who are noticed. */
  readonly noticed: Share;
  /** Half of the visitors who are noticed wait no longer than this; null when none is. */
  readonly wait: Millis | null;
  readonly insideSpots: number;
  readonly outsideSpots: number;
}

/**
 * What a walk leads to. `more`: a side is missing. `unheard`: no receiver of the zone heard the beacon inside. `swapped`: inside is weaker
 * than outside. `overlap`: the best boundary there is still errs too often.
 */
export type Proposal =
  | { readonly kind: 'more'; readonly missing: Place }
  | { readonly kind: 'unheard' | 'swapped' }
  | { readonly kind: 'overlap'; readonly expected: Expected }
  | { readonly kind: 'boundary'; readonly settings: Settings; readonly expected: Expected };

const enterDwells = [2_000, 1_000, 4_000].map(millis);
const exitDwells = [defaultDwell.exit, 12_000, 20_000, 30_000].map((ms) => millis(ms));
/** More boundaries than this are not tried; they are then spaced further apart. */
const mostBoundaries = 24;
/** Visitors noticed less passers-by greeted: below this a boundary is not worth having. */
const leastGain = 0.4;
/** Another dwell than the usual one must gain at least this much: a short walk cannot tell finer. */
const dwellGain = 0.05;
/** Probability that inside is stronger, below which the two are the wrong way round … */
const swappedBelow = 0.35;
/** … and from which they sound different. */
const partedFrom = 0.65;

interface Candidate {
  readonly zone: Zone;
  readonly near: number;
}

/** Where boundaries are looked for: between the weaker readings outside and the stronger ones inside, in whole dBm. */
function boundaries(inside: readonly number[], outside: readonly number[]): number[] {
  const ends = [quantile(inside, 0.02), quantile(inside, 0.98), ...(outside.length > 0 ? [quantile(outside, 0.1)] : [])];
  const low = Math.max(-100, Math.floor(Math.min(...ends)));
  const high = Math.min(-20, Math.ceil(Math.max(...ends)) + 1);
  const step = Math.max(1, Math.ceil((high - low + 1) / mostBoundaries));
  return Array.from({ length: Math.max(1, Math.floor((high - low) / step) + 1) }, (_, i) => low + i * step);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** One spot and what became of everybody there, in each candidate zone. */
interface Tried {
  readonly place: Place;
  readonly trials: readonly Trial[];
}

/** The share of people at a spot whom a zone takes for being inside. */
const taken = (tried: Tried, zone: Zone): number => mean(tried.trials.map((trial) => (trial.get(zone.id) === null ? 0 : 1)));

/** Visitors noticed less passers-by greeted (Youden's J), spots counting alike. */
function gain(spots: readonly Tried[], zone: Zone): number {
  const share = (place: Place) => mean(spots.filter((spot) => spot.place === place).map((spot) => taken(spot, zone)));
  return share('inside') - share('outside');
}

/** The candidate that gains most; among equals the usual dwell, and the middle of the widest stretch of boundaries. */
function choose(spots: readonly Tried[], candidates: readonly Candidate[]): Candidate {
  let chosen: { best: Candidate; gain: number } | null = null;
  for (const dwell of enterDwells) {
    const rated = candidates.filter(({ zone }) => zone.enterDwell === dwell).map((c) => ({ best: c, gain: gain(spots, c.zone) }));
    const most = Math.max(...rated.map((r) => r.gain));
    if (chosen !== null && most < chosen.gain + dwellGain) continue;
    let widest: typeof rated = [];
    let run: typeof rated = [];
    for (const r of rated) {
      run = r.gain > most - 1e-9 ? [...run, r] : [];
      if (run.length > widest.length) widest = run;
    }
    chosen = widest[(widest.length - 1) >> 1]!;
  }
  return chosen!.best;
}

/**
 * What to expect at spots nobody walked to: each spot is judged by the boundary that all the others lead to. A spot is one sample, however
 * long one stands there, because strength differs between places far more than between seconds.
 */
function expect(spots: readonly Tried[], candidates: readonly Candidate[]): Expected {
  const verdicts = spots.map((spot) => {
    const others = spots.filter((other) => other !== spot);
    const bothLeft = others.some((o) => o.place === 'inside') && others.some((o) => o.place === 'outside');
    return { spot, zone: choose(bothLeft ? others : spots, candidates).zone };
  });
  const at = (place: Place) => verdicts.filter(({ spot }) => spot.place === place);
  const share = (place: Place) => wilson(mean(at(place).map(({ spot, zone }) => taken(spot, zone))), at(place).length);
  const waits = at('inside').flatMap(({ spot, zone }) =>
    spot.trials.map((trial) => trial.get(zone.id)!).filter((w) => w !== null),
  );
  return {
    greeted: share('outside'),
    noticed: share('inside'),
    wait: waits.length === 0 ? null : millis(quantile(waits, 0.5)),
    insideSpots: at('inside').length,
    outsideSpots: at('outside').length,
  };
}

/**
 * Finds boundary and dwell for a zone from a walk, by trying many on the presence engine itself, and says what to expect of them.
 * Pure: time is what the recordings say.
 *
 * @param spots where somebody stood, inside and outside; an outside spot where nothing was heard counts as far away
 * @param receivers the zone's
 * @param exclusive whether only whom they hear best counts; the other receivers' readings then count against
 */
export function propose(spots: readonly Spot[], receivers: readonly ReceiverId[], exclusive = false): Proposal {
  for (const missing of ['inside', 'outside'] as const)
    if (!spots.some((spot) => spot.place === missing)) return { kind: 'more', missing };
  const own = spots.map((spot) => ({ ...spot, readings: spot.readings.filter((r) => receivers.includes(r.receiver)) }));
  const separations = receivers.map((receiver) => separation(own, receiver)).filter((s) => s !== null);
  if (separations.length === 0) return { kind: 'unheard' };
  const parted = Math.max(...separations);
  if (!exclusive && parted < swappedBelow) return { kind: 'swapped' };

  const levels = (place: Place) => own.filter((s) => s.place === place).flatMap((s) => s.readings.map((r) => r.rssi as number));
  const inside = levels('inside');
  // Most of what is heard inside must not count as far, or every turn of the body would be a farewell.
  const gap = Math.max(3, Math.min(10, Math.round(quantile(inside, 0.5) - quantile(inside, 0.1))));
  const zoneOf = (near: number, enterDwell: Millis, exitDwell: Millis, id: string): Zone => {
    const boundary = { near: dbm(near), far: dbm(near - gap) };
    return makeZone({ id, receivers: receivers.map((r) => [r, boundary] as const), enterDwell, exitDwell, exclusive });
  };
  const candidates = enterDwells.flatMap((dwell) =>
    boundaries(inside, levels('outside')).map((near) => ({
      near,
      zone: zoneOf(near, dwell, defaultDwell.exit, `${near} ${dwell}`),
    })),
  );
  const zones = candidates.map(({ zone }) => zone);
  const played = exclusive ? spots : own;
  const tried = played.map((spot): Tried => ({ place: spot.place, trials: trialsAt(spot, zones) }));
  const expected = expect(tried, candidates);
  // A visitor stays longer than a passer-by, which alone is a gain; a boundary needs more: that the places sound different, to these
  // receivers or, in an exclusive zone, to the others.
  if ((!exclusive && parted < partedFrom) || expected.noticed.share - expected.greeted.share < leastGain)
    return { kind: 'overlap', expected };
  const best = choose(tried, candidates);

  const exits = exitDwells.map((dwell) => zoneOf(best.near, best.zone.enterDwell, dwell, `${dwell}`));
  const losses = lossesAmong(
    played.filter((spot) => spot.place === 'inside'),
    exits,
  );
  const exitDwell = (exits.find((zone) => losses.get(zone.id) === 0) ?? exits.at(-1)!).exitDwell;
  const settings = { near: dbm(best.near), far: dbm(best.near - gap), enterDwell: best.zone.enterDwell, exitDwell };
  return { kind: 'boundary', settings, expected };
}
