import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { FloorPlan } from '../../../shared/contract/plan.ts';
import { addPlace, movePlace, removePlace, resizeFloor, resizePlace, scaleByPoints } from '../../../shared/plan/edit.ts';

/** Pages hand in more than the name of a thing; none of that may get into the plan. */
const kiosk = { kind: 'kiosk', id: 'kiosk' } as const;
const listed = { ...kiosk, name: 'Kiosk', place: null };
const zone = { kind: 'zone', id: 'z' } as const;
const empty: FloorPlan = { width: 20, height: 10, places: [], shelves: [], facing: 'up' };
const placed = addPlace(addPlace(empty, listed), zone);

describe('a floor plan being edited', () => {
  test('takes things in, moves them and lets them go', () => {
    expect(placed.places).toEqual([
      { ...kiosk, x: 10, y: 5, radius: null },
      { ...zone, x: 10.5, y: 5, radius: 2 },
    ]);
    expect(movePlace(placed, zone, 7.7777, 99).places[1]).toMatchObject({ x: 7.78, y: 10 });
    expect(resizePlace(placed, zone, 0).places[1]?.radius).toBe(0.5);
    expect(removePlace(placed, kiosk).places).toMatchObject([zone]);
    expect(addPlace(placed, zone).places).toHaveLength(2);
  });

  test('scaled by two points, things keep their place in the picture and radii their metres', () => {
    const scaled = scaleByPoints(placed, { x: 0, y: 0 }, { x: 3, y: 4 }, 10);
    expect(scaled).toMatchObject({
      width: 40,
      height: 20,
      places: [
        { x: 20, y: 10 },
        { x: 21, y: 10, radius: 2 },
      ],
    });
    expect(scaleByPoints(placed, { x: 1, y: 1 }, { x: 1, y: 1 }, 10)).toBe(placed);
    expect(scaleByPoints(placed, { x: 0, y: 0 }, { x: 1, y: 0 }, 1e6)).toMatchObject({ width: 500, height: 250 });
  });

  test('whatever is done, the result fits the contract', () => {
    const number = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    const step = fc.oneof(
      fc.tuple(number, number).map(
        ([x, y]) =>
          (p: FloorPlan) =>
            movePlace(p, zone, x, y),
      ),
      number.map((r) => (p: FloorPlan) => resizePlace(p, zone, r)),
      fc.tuple(number, number).map(
        ([w, h]) =>
          (p: FloorPlan) =>
            resizeFloor(p, w, h),
      ),
      fc.tuple(number, number, number).map(
        ([x, y, m]) =>
          (p: FloorPlan) =>
            scaleByPoints(p, { x: 0, y: 0 }, { x, y }, m),
      ),
      fc.constantFrom(kiosk, zone, { kind: 'receiver', id: 'r' } as const).map((key) => (p: FloorPlan) => addPlace(p, key)),
      fc.constantFrom(kiosk, zone).map((key) => (p: FloorPlan) => removePlace(p, key)),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const plan = steps.reduce((p, f) => f(p), placed);
        expect(v.safeParse(FloorPlan, plan).success).toBe(true);
      }),
    );
  });
});
