import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoPlan } from '../../../electron/demo/find.ts';
import { directions } from '../../../shared/plan/directions.ts';
import { type Block, type Floor, gridOf, type Spot } from '../../../shared/plan/grid.ts';
import { shortest, wayTo } from '../../../shared/plan/way.ts';

const crosses = (a: Spot, b: Spot, { x, y, width, depth }: Block): boolean =>
  Math.max(a.x, b.x) > x && Math.min(a.x, b.x) < x + width && Math.max(a.y, b.y) > y && Math.min(a.y, b.y) < y + depth;

const metre = (most: number) => fc.integer({ min: 0, max: most * 10 }).map((n) => n / 10);
const shelf = fc.record({ x: metre(9), y: metre(7), width: metre(4).map((w) => w + 0.1), depth: metre(4).map((d) => d + 0.1) });
const floor: fc.Arbitrary<Floor> = fc.record({
  width: fc.constant(10),
  height: fc.constant(8),
  shelves: fc.array(shelf, { minLength: 1, maxLength: 8 }),
});

/** Steps to every cell by breadth-first search: slow, and plainly right. */
function flood(grid: ReturnType<typeof gridOf>, [sx, sy]: readonly [number, number]): Map<string, number> {
  const far = new Map([[`${sx} ${sy}`, 0]]);
  const queue: (readonly [number, number])[] = [[sx, sy]];
  for (const [x, y] of queue) {
    const next = (far.get(`${x} ${y}`) ?? 0) + 1;
    for (const [dx, dy] of [
      [0, 1],
      [1, 0],
      [0, -1],
      [-1, 0],
    ] as const) {
      const key = `${x + dx} ${y + dy}`;
      if (far.has(key) || !grid.isOpen(x + dx, y + dy)) continue;
      far.set(key, next);
      queue.push([x + dx, y + dy]);
    }
  }
  return far;
}

describe('a way through the store', () => {
  test('never crosses a shelf, and stays on the floor', () => {
    fc.assert(
      fc.property(floor, metre(10), metre(8), (plan, x, y) => {
        const path = wayTo(plan, { x, y }, plan.shelves.slice(0, 1)) ?? [];
        for (const [i, to] of path.entries()) {
          const from = path[i - 1] ?? to;
          expect(from.x === to.x || from.y === to.y).toBe(true);
          expect(to.x > 0 && to.x < plan.width && to.y > 0 && to.y < plan.height).toBe(true);
          expect(plan.shelves.some((block) => crosses(from, to, block))).toBe(false);
        }
      }),
    );
  });

  test('is as short as an exhaustive search finds, and is found whenever there is one', () => {
    fc.assert(
      fc.property(floor, fc.nat(39), fc.nat(31), fc.nat(39), fc.nat(31), (plan, sx, sy, gx, gy) => {
        const grid = gridOf(plan, 0);
        fc.pre(grid.isOpen(sx, sy) && grid.isOpen(gx, gy));
        const cells = shortest(grid, [sx, sy], [[gx, gy]]);
        expect(cells === null ? undefined : cells.length - 1).toBe(flood(grid, [sx, sy]).get(`${gx} ${gy}`));
      }),
    );
  });

  test('turns as seldom as it can', () => {
    const path = wayTo({ width: 10, height: 8, shelves: [{ x: 8, y: 0.5, width: 1, depth: 1 }] }, { x: 1, y: 7 }, [
      { x: 8, y: 0.5, width: 1, depth: 1 },
    ]);
    expect(path).toHaveLength(3);
  });

  test('is none where shelves stand all around', () => {
    const wall = [
      { x: 0, y: 3, width: 10, depth: 1 },
      { x: 4, y: 0, width: 1, depth: 1 },
    ];
    expect(wayTo({ width: 10, height: 8, shelves: wall }, { x: 1, y: 7 }, wall.slice(1))).toBeNull();
    expect(wayTo({ width: 10, height: 8, shelves: [] }, { x: 1, y: 7 }, [])).toBeNull();
  });
});

describe('a way in words', () => {
  const kiosk = demoPlan.places[0] as Spot;
  const told = (aisle: string) => {
    const shelves = demoPlan.shelves.filter((s) => s.aisle === aisle);
    const path = wayTo(demoPlan, kiosk, shelves) ?? [];
    const { steps, side } = directions(demoPlan, path, 'up', shelves);
    return [...steps.map(({ turn, nth, metres }) => `${turn}${nth === null ? '' : ` ${nth}`} ${metres}`), side];
  };
  test.each([
    ['1', 'left 7, right 7, left'],
    ['2', 'ahead 2, left 4, right'],
    ['3', 'ahead 11, right 2, left'],
    ['4', 'ahead 5, left 1 4, right 1 3, left'],
    ['5', 'ahead 8, left'],
    ['6', 'ahead 8, right'],
    ['7', 'right 3, left 8, right'],
    ['8', 'ahead 5, right 6, left 2 3, right'],
    ['9', 'right 10, left 7, right'],
  ])('leads to aisle %s of the demo store', (aisle, words) => {
    expect(told(aisle).join(', ')).toBe(words);
  });

  test('counts the openings that are passed on the side of the turn', () => {
    const row = [2, 5, 8].map((y) => ({ x: 4, y, width: 4, depth: 1.5 }));
    const plan = { width: 12, height: 12, shelves: row };
    const path = [
      { x: 2.5, y: 11 },
      { x: 2.5, y: 4.2 },
      { x: 6, y: 4.2 },
    ];
    expect(directions(plan, path, 'up', row.slice(0, 1))).toEqual({
      steps: [
        { turn: 'ahead', nth: null, metres: 7 },
        { turn: 'right', nth: 2, metres: 4 },
      ],
      side: 'left',
    });
  });
});
