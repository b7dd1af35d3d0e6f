import { type Block, type Floor, type Grid, gridOf, type Spot } from './grid.ts';
import { Heap } from './heap.ts';

/** Metres kept from shelves where the corridors allow it: half of a person with a basket. Narrow ones are walked as they are. */
const clearances = [0.5, 0.25, 0] as const;

/** A last turn for less than this, metres, is not worth saying. */
const SIDESTEP = 1;

const moves = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
] as const;

/** The open cell nearest to a point as the crow flies; null when everything is closed. */
function nearestOpen(grid: Grid, spot: Spot): readonly [number, number] | null {
  const [column, row] = grid.at(spot);
  for (let ring = 0; ring < Math.max(grid.columns, grid.rows); ring += 1) {
    let best: readonly [number, number] | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (let dx = -ring; dx <= ring; dx += 1) {
      for (let dy = -ring; dy <= ring; dy += 1) {
        if (Math.max(Math.abs(dx), Math.abs(dy)) !== ring || !grid.isOpen(column + dx, row + dy)) continue;
        const far = dx * dx + dy * dy;
        if (far < least) [least, best] = [far, [column + dx, row + dy]];
      }
    }
    if (best !== null) return best;
  }
  return null;
}

/** Where to stand before a shelf: the middle of its long sides, else of its short ones. */
function standing(grid: Grid, { x, y, width, depth }: Block, clearance: number): (readonly [number, number])[] {
  const out = clearance + grid.cell;
  const across: Spot[] = [
    { x: x + width / 2, y: y - out },
    { x: x + width / 2, y: y + depth + out },
  ];
  const along: Spot[] = [
    { x: x - out, y: y + depth / 2 },
    { x: x + width + out, y: y + depth / 2 },
  ];
  const sides = width >= depth ? [across, along] : [along, across];
  const within = ({ x, y }: Spot) => x >= 0 && y >= 0 && x < grid.columns * grid.cell && y < grid.rows * grid.cell;
  for (const side of sides) {
    const cells = side
      .flatMap((spot) => (within(spot) ? [grid.at(spot)] : []))
      .filter(([column, row]) => grid.isOpen(column, row));
    if (cells.length > 0) return cells;
  }
  return [];
}

/**
 * The shortest way over open cells in four directions; of equally short ones, the one with the fewest turns, because that is the one that
 * can be said. A* (Hart, Nilsson, Raphael 1968) over cells and directions.
 * @returns every cell of the way, or null when there is none
 */
export function shortest(
  grid: Grid,
  start: readonly [number, number],
  goals: readonly (readonly [number, number])[],
): (readonly [number, number])[] | null {
  const { columns, rows } = grid;
  // A turn must never outweigh a step: no way has more turns than there are cells.
  const step = columns * rows;
  const left = (column: number, row: number) =>
    Math.min(...goals.map(([gx, gy]) => Math.abs(gx - column) + Math.abs(gy - row))) * step;
  const wanted = new Set(goals.map(([column, row]) => row * columns + column));
  const costs = new Float64Array(step * 4).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(step * 4).fill(-1);
  const heap = new Heap<number>();
  for (let direction = 0; direction < 4; direction += 1) {
    const state = (start[1] * columns + start[0]) * 4 + direction;
    costs[state] = 0;
    heap.push(left(...start), state);
  }
  const done = new Uint8Array(step * 4);
  for (let state = heap.pop(); state !== undefined; state = heap.pop()) {
    if (done[state] === 1) continue;
    done[state] = 1;
    const here = state >> 2;
    if (wanted.has(here)) {
      const cells: (readonly [number, number])[] = [];
      for (let at = state; at >= 0; at = from[at]!) cells.push([(at >> 2) % columns, Math.floor((at >> 2) / columns)]);
      return cells.reverse();
    }
    const [column, row] = [here % columns, Math.floor(here / columns)];
    for (const [direction, [dx, dy]] of moves.entries()) {
      if (!grid.isOpen(column + dx, row + dy)) continue;
      const next = ((row + dy) * columns + column + dx) * 4 + direction;
      const cost = costs[state]! + step + (direction === (state & 3) ? 0 : 1);
      if (cost >= costs[next]!) continue;
      costs[next] = cost;
      from[next] = state;
      heap.push(cost + left(column + dx, row + dy), next);
    }
  }
  return null;
}

/** Only the points at which a way begins, turns and ends. */
const corners = (spots: readonly Spot[]): Spot[] =>
  spots.filter((spot, i) => {
    const [before, after] = [spots[i - 1], spots[i + 1]];
    return !before || !after || !((before.x === spot.x && spot.x === after.x) || (before.y === spot.y && spot.y === after.y));
  });

/** Nobody is told to turn for the last half step: the shelf is at hand already. */
function withoutSidestep(path: Spot[]): Spot[] {
  const [before, end] = [path.at(-2), path.at(-1)];
  const short = before !== undefined && end !== undefined && Math.hypot(end.x - before.x, end.y - before.y) < SIDESTEP;
  return short && path.length > 2 ? path.slice(0, -1) : path;
}

/** The way from a point to any of some shelves, as its corners; null when no corridor leads there. */
export function wayTo(floor: Floor, start: Spot, shelves: readonly Block[]): Spot[] | null {
  for (const clearance of clearances) {
    const grid = gridOf(floor, clearance);
    const first = nearestOpen(grid, start);
    const goals = shelves.flatMap((shelf) => standing(grid, shelf, clearance));
    if (first === null || goals.length === 0) continue;
    const cells = shortest(grid, first, goals);
    if (cells !== null) return withoutSidestep(corners(cells.map(([column, row]) => grid.middle(column, row))));
  }
  return null;
}
