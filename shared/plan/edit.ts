import type { FloorPlan, FloorShelf, PlanPlace } from '../contract/plan.ts';

/** What names a thing on the plan. */
export type PlaceKey = Pick<PlanPlace, 'kind' | 'id'>;

/** Positions are kept to the centimetre: nobody places a receiver finer, and a saved plan reads the same everywhere. */
const cm = (metres: number): number => Math.round(metres * 100) / 100;
const within = (value: number, most: number): number => cm(Math.max(0, Math.min(most, value)));

export const samePlace = (a: PlaceKey, b: PlaceKey): boolean => a.kind === b.kind && a.id === b.id;

const change = (plan: FloorPlan, key: PlaceKey, to: (place: PlanPlace) => PlanPlace): FloorPlan => ({
  ...plan,
  places: plan.places.map((place) => (samePlace(place, key) ? to(place) : place)),
});

/** Puts a thing where it is told, or as near as the plan has room. */
export const movePlace = (plan: FloorPlan, key: PlaceKey, x: number, y: number): FloorPlan =>
  change(plan, key, (place) => ({ ...place, x: within(x, plan.width), y: within(y, plan.height) }));

/** A zone's radius on the plan, from half a metre to 50 m. It is for people to look at; the zone's boundary is in dBm. */
export const resizePlace = (plan: FloorPlan, key: PlaceKey, radius: number): FloorPlan =>
  change(plan, key, (place) => ({ ...place, radius: cm(Math.max(0.5, Math.min(50, radius))) }));

/** Puts a thing into the middle of the plan, a little beside what is there already. */
export function addPlace(plan: FloorPlan, { kind, id }: PlaceKey): FloorPlan {
  const aside = plan.places.length * 0.5;
  const radius = kind === 'zone' ? 2 : null;
  const place: PlanPlace = {
    kind,
    id,
    x: within(plan.width / 2 + aside, plan.width),
    y: within(plan.height / 2, plan.height),
    radius,
  };
  return { ...plan, places: [...plan.places.filter((other) => !samePlace(other, place)), place] };
}

export const removePlace = (plan: FloorPlan, key: PlaceKey): FloorPlan => ({
  ...plan,
  places: plan.places.filter((place) => !samePlace(place, key)),
});

const scaled = (shelf: FloorShelf, across: number, down: number): FloorShelf => ({
  ...shelf,
  x: shelf.x * across,
  width: shelf.width * across,
  y: shelf.y * down,
  depth: shelf.depth * down,
});

/** A shelf within the floor and not thinner than 10 cm, to the centimetre. */
function fitShelf(floor: Pick<FloorPlan, 'width' | 'height'>, shelf: FloorShelf): FloorShelf {
  const width = cm(Math.max(0.1, Math.min(floor.width, shelf.width)));
  const depth = cm(Math.max(0.1, Math.min(floor.height, shelf.depth)));
  return { ...shelf, width, depth, x: within(shelf.x, floor.width - width), y: within(shelf.y, floor.height - depth) };
}

/** Puts a shelf onto the plan, or changes the one with its identifier, as far as the plan has room. */
export function putShelf(plan: FloorPlan, shelf: FloorShelf): FloorPlan {
  const fitting = fitShelf(plan, shelf);
  const there = plan.shelves.some(({ id }) => id === shelf.id);
  const shelves = there ? plan.shelves.map((other) => (other.id === shelf.id ? fitting : other)) : [...plan.shelves, fitting];
  return { ...plan, shelves };
}

export const removeShelf = (plan: FloorPlan, id: string): FloorPlan => ({
  ...plan,
  shelves: plan.shelves.filter((shelf) => shelf.id !== id),
});

/** Bounds of a side, in metres. */
const side = (metres: number): number => cm(Math.max(2, Math.min(500, metres)));

/** Says how large the floor is. What is on it stays where it is in the picture. */
export function resizeFloor(plan: FloorPlan, width: number, height: number): FloorPlan {
  const next = { width: side(width), height: side(height) };
  const places = plan.places.map((place) => ({
    ...place,
    x: within((place.x / plan.width) * next.width, next.width),
    y: within((place.y / plan.height) * next.height, next.height),
  }));
  const shelves = plan.shelves.map((shelf) => fitShelf(next, scaled(shelf, next.width / plan.width, next.height / plan.height)));
  return { ...plan, ...next, places, shelves };
}

/** Scales the floor by two points whose true distance is known. Points too close together say nothing: the plan stays. */
export function scaleByPoints(
  plan: FloorPlan,
  a: { readonly x: number; readonly y: number },
  b: { readonly x: number; readonly y: number },
  metres: number,
): FloorPlan {
  const drawn = Math.hypot(a.x - b.x, a.y - b.y);
  if (!(drawn > 0.01 && metres > 0)) return plan;
  // Both sides by one factor, kept within what a floor can measure: the picture must not be stretched.
  const factors = [plan.width, plan.height].map((s) => ({ least: 2 / s, most: 500 / s }));
  const factor = Math.max(...factors.map((f) => f.least), Math.min(...factors.map((f) => f.most), metres / drawn));
  return resizeFloor(plan, plan.width * factor, plan.height * factor);
}
