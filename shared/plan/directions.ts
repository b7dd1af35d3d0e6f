import { type Metres, metres } from '../units.ts';
import type { Block, Floor, Spot } from './grid.ts';

/** The four directions of the plan, clockwise. */
export const facings = ['up', 'right', 'down', 'left'] as const;
export type Facing = (typeof facings)[number];

export type Turn = 'ahead' | 'right' | 'back' | 'left';
const turns = ['ahead', 'right', 'back', 'left'] as const;

/** One straight part of a way, as somebody who walks it would be told. */
export interface Step {
  readonly turn: Turn;
  /** Which opening on that side it is: 2 is "the second left". Null where counting says nothing. */
  readonly nth: number | null;
  readonly metres: Metres;
}

export interface Directions {
  readonly steps: readonly Step[];
  /** Where the shelf is for somebody who has walked there. */
  readonly side: Turn;
}

const vectors: Readonly<Record<Facing, Spot>> = {
  up: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  down: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
};

/** An opening is a place where one could walk at least this far to the side, metres. */
const SIDE_LOOK = 2;
/** Places along a way that are looked at, metres apart. */
const EVERY = 0.25;

const heading = (from: Spot, to: Spot): Facing =>
  Math.abs(to.x - from.x) > Math.abs(to.y - from.y) ? (to.x > from.x ? 'right' : 'left') : to.y > from.y ? 'down' : 'up';

const turnFrom = (before: Facing, next: Facing): Turn =>
  turns[(facings.indexOf(next) - facings.indexOf(before) + 4) % 4] ?? 'ahead';

/** Whether nothing lies within {@link SIDE_LOOK} to one side of a point. */
function isOpening({ width, height, shelves }: Floor, { x, y }: Spot, side: Facing): boolean {
  const far = { x: x + vectors[side].x * SIDE_LOOK, y: y + vectors[side].y * SIDE_LOOK };
  if (far.x < 0 || far.y < 0 || far.x > width || far.y > height) return false;
  const [left, right] = [Math.min(x, far.x), Math.max(x, far.x)];
  const [top, bottom] = [Math.min(y, far.y), Math.max(y, far.y)];
  return !shelves.some((s) => right >= s.x && left <= s.x + s.width && bottom >= s.y && top <= s.y + s.depth);
}

/** The how-manieth opening on that side the end of a straight part is; null when the side was open all the way from its start. */
function opening(floor: Floor, from: Spot, to: Spot, side: Facing): number | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const along = vectors[heading(from, to)];
  let count = 0;
  let before = true;
  let begun = false;
  for (let at = 0; at <= length; at += EVERY) {
    const open = isOpening(floor, { x: from.x + along.x * at, y: from.y + along.y * at }, side);
    if (open && !before) count += 1;
    begun ||= !open;
    before = open;
  }
  return begun && before ? count : null;
}

/** Towards which side of the walker the nearest point of a shelf lies. */
function towards(spot: Spot, shelf: Block, facing: Facing): { readonly far: number; readonly side: Turn } {
  const near = {
    x: Math.max(shelf.x, Math.min(shelf.x + shelf.width, spot.x)),
    y: Math.max(shelf.y, Math.min(shelf.y + shelf.depth, spot.y)),
  };
  return { far: Math.hypot(near.x - spot.x, near.y - spot.y), side: turnFrom(facing, heading(spot, near)) };
}

/**
 * A way in words.
 * @param path its corners, as `wayTo` gives them
 * @param facing where somebody who reads the kiosk's screen looks
 * @param shelves those it leads to
 */
export function directions(floor: Floor, path: readonly Spot[], facing: Facing, shelves: readonly Block[]): Directions {
  const steps: Step[] = [];
  let looks = facing;
  for (const [i, to] of path.entries()) {
    const from = path[i - 1];
    if (from === undefined) continue;
    const next = heading(from, to);
    const origin = path[i - 2];
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    steps.push({
      turn: turnFrom(looks, next),
      nth: origin === undefined || length < SIDE_LOOK ? null : opening(floor, origin, from, next),
      metres: metres(Math.max(1, Math.round(length))),
    });
    looks = next;
  }
  const end = path.at(-1);
  const [nearest] = end === undefined ? [] : shelves.map((shelf) => towards(end, shelf, looks)).sort((a, b) => a.far - b.far);
  return { steps, side: nearest?.side ?? 'ahead' };
}
