import * as v from 'valibot';
import { facings } from '../plan/directions.ts';
import { route, upload } from './route.ts';
import { EpochMsValue, Id, Text } from './values.ts';

const done = v.strictObject({ ok: v.literal(true) });
const nothing = v.strictObject({});

const MetresValue = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1000));
/** A side of the shop floor. */
const SideValue = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(2, 'a floor is at least 2 m long and wide'),
  v.maxValue(500, 'a floor is at most 500 m long and wide'),
);

/** Where something is on the floor: metres from the left and from the top edge of the plan. */
export const Spot = v.strictObject({ x: MetresValue, y: MetresValue });

/** `kiosk`: there is one, its identifier is `kiosk`. A zone has a radius, the others are points. */
export const PlanPlace = v.strictObject({
  kind: v.picklist(['kiosk', 'receiver', 'zone']),
  id: Id,
  ...Spot.entries,
  radius: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0.5), v.maxValue(50))),
});
export type PlanPlace = v.InferOutput<typeof PlanPlace>;

/** Shelving nobody walks through, by its left upper corner. Several may belong to one aisle. */
export const FloorShelf = v.strictObject({
  id: Id,
  /** As products name their aisle. */
  aisle: Text(20),
  ...Spot.entries,
  width: v.pipe(MetresValue, v.minValue(0.1)),
  depth: v.pipe(MetresValue, v.minValue(0.1)),
});
export type FloorShelf = v.InferOutput<typeof FloorShelf>;

export const FloorPlan = v.pipe(
  v.strictObject({
    width: SideValue,
    height: SideValue,
    places: v.pipe(v.array(PlanPlace), v.maxLength(500)),
    shelves: v.optional(v.pipe(v.array(FloorShelf), v.maxLength(500)), []),
    /** Where somebody who reads the kiosk's screen looks. */
    facing: v.optional(v.picklist(facings), 'up'),
  }),
  v.check(
    ({ width, height, places }) => places.every(({ x, y }) => x <= width && y <= height),
    'everything on the plan lies within it',
  ),
  v.check(
    ({ places }) => new Set(places.map(({ kind, id }) => `${kind} ${id}`)).size === places.length,
    'everything is on the plan once',
  ),
  v.check(
    ({ width, height, shelves }) => shelves.every((shelf) => shelf.x + shelf.width <= width && shelf.y + shelf.depth <= height),
    'every shelf lies within the plan',
  ),
  v.check(({ shelves }) => new Set(shelves.map(({ id }) => id)).size === shelves.length, 'every shelf is on the plan once'),
);
export type FloorPlan = v.InferOutput<typeof FloorPlan>;

/** Stands for what a plan holds: equal plans have equal ones. */
const Revision = v.pipe(v.string(), v.maxLength(64));
/** Who changed it last. */
const Changed = v.strictObject({ by: v.string(), at: EpochMsValue });

/** Largest picture of a floor, in bytes. The page makes every picture smaller than this. */
export const maxPictureBytes = 3 * 1024 * 1024;

/** A picture as pages show it. */
const Picture = v.strictObject({ type: v.picklist(['image/png', 'image/jpeg', 'image/webp']), base64: v.string() });
export type PlanPicture = v.InferOutput<typeof Picture>;

/** The floor with one place on it: what a thumbnail shows. */
export const FloorView = v.strictObject({
  width: SideValue,
  height: SideValue,
  picture: v.nullable(Picture),
  shelves: v.array(FloorShelf),
  kiosk: v.nullable(Spot),
  /** The zone that was asked for. */
  zone: v.nullable(v.strictObject({ ...Spot.entries, radius: v.number() })),
});
export type FloorView = v.InferOutput<typeof FloorView>;

const Bytes = v.pipe(v.instance(Uint8Array<ArrayBufferLike>), v.minLength(1));

export const planRoutes = {
  'manager/plan': route(
    'manager',
    nothing,
    v.strictObject({
      plan: v.nullable(FloorPlan),
      revision: v.nullable(Revision),
      picture: v.nullable(Picture),
      changed: v.nullable(Changed),
    }),
  ),
  /** `from`: the revision that was changed; null where there was no plan. Refused as `changed-meanwhile` when another one is kept. */
  'manager/plan-save': route(
    'manager',
    v.strictObject({ plan: FloorPlan, from: v.nullable(Revision) }),
    v.strictObject({ revision: Revision, changed: Changed }),
  ),
  /** Takes the plan away with everything placed on it; its picture too. */
  'manager/plan-delete': route('manager', nothing, done),
  /** A PNG, JPEG or WebP without anything in it but the picture. */
  'manager/plan-picture-save': upload('manager', Bytes, done),
  'manager/plan-picture-delete': route('manager', nothing, done),
  /** The plan with the zone of that name, as calls name their place; null when the store has drawn none. */
  'staff/floor-plan': route('employee', v.strictObject({ place: Text(60) }), v.strictObject({ floor: v.nullable(FloorView) })),
};
