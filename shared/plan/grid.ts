/** A point on the floor, in metres from the plan's left and top edge. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Something on the floor that nobody walks through, by its left upper corner. */
export interface Block extends Spot {
  readonly width: number;
  readonly depth: number;
}

export interface Floor {
  readonly width: number;
  readonly height: number;
  readonly shelves: readonly Block[];
}

/** Side of a cell in metres, fine enough for a corridor; a large floor gets coarser ones, so that a way is found at once. */
const FINE = 0.25;
const MOST_CELLS_A_SIDE = 160;

/** The floor as square cells. A cell that a shelf, widened by `clearance`, touches anywhere is closed: steps between open ones cross none. */
export interface Grid {
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  isOpen(column: number, row: number): boolean;
  middle(column: number, row: number): Spot;
  /** The cell of a point; one outside the floor belongs to the nearest cell. */
  at(spot: Spot): readonly [column: number, row: number];
}

/** @param clearance metres kept from every shelf */
export function gridOf(floor: Floor, clearance: number): Grid {
  const cell = Math.max(FINE, Math.max(floor.width, floor.height) / MOST_CELLS_A_SIDE);
  const columns = Math.max(1, Math.floor(floor.width / cell));
  const rows = Math.max(1, Math.floor(floor.height / cell));
  const closed = new Uint8Array(columns * rows);
  const index = (metres: number, most: number) => Math.max(0, Math.min(most - 1, Math.floor(metres / cell)));
  for (const { x, y, width, depth } of floor.shelves) {
    const right = index(x + width + clearance, columns);
    const bottom = index(y + depth + clearance, rows);
    for (let row = index(y - clearance, rows); row <= bottom; row += 1)
      closed.fill(1, row * columns + index(x - clearance, columns), row * columns + right + 1);
  }
  return {
    cell,
    columns,
    rows,
    isOpen: (column, row) => column >= 0 && row >= 0 && column < columns && row < rows && closed[row * columns + column] === 0,
    middle: (column, row) => ({ x: (column + 0.5) * cell, y: (row + 0.5) * cell }),
    at: ({ x, y }) => [index(x, columns), index(y, rows)],
  };
}
