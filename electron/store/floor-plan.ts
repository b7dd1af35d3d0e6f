import * as v from 'valibot';
import { EpochMsValue, type FloorPlan, FloorShelf, type PlanPicture, PlanPlace } from '../../shared/contract/index.ts';
import { facings } from '../../shared/plan/directions.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { query } from './query.ts';
import type { Listed } from './zones.ts';

const PlanRow = v.strictObject({
  width_m: v.number(),
  height_m: v.number(),
  facing: v.picklist(facings),
  changed_by: v.string(),
  changed_at: EpochMsValue,
});

const ShelfRow = v.pipe(
  v.strictObject({
    id: FloorShelf.entries.id,
    aisle: v.string(),
    x_m: v.number(),
    y_m: v.number(),
    width_m: v.number(),
    depth_m: v.number(),
  }),
  v.transform((r): FloorShelf => ({ id: r.id, aisle: r.aisle, x: r.x_m, y: r.y_m, width: r.width_m, depth: r.depth_m })),
);

const PlaceRow = v.pipe(
  v.strictObject({
    kind: PlanPlace.entries.kind,
    id: PlanPlace.entries.id,
    x_m: v.number(),
    y_m: v.number(),
    radius_m: v.nullable(v.number()),
  }),
  v.transform((r): PlanPlace => ({ kind: r.kind, id: r.id, x: r.x_m, y: r.y_m, radius: r.radius_m })),
);

const PictureRow = v.strictObject({
  type: v.picklist(['image/png', 'image/jpeg', 'image/webp']),
  bytes: v.instance(Uint8Array<ArrayBufferLike>),
});

/** A picture as it is stored. */
export interface StoredPicture {
  readonly type: PlanPicture['type'];
  readonly bytes: Uint8Array;
}

/** The store's one floor plan. */
export interface FloorPlanStore {
  read(): Listed<FloorPlan> | null;
  /** All of it at once: what is not in `plan` is off the plan. */
  save(plan: FloorPlan, by: string, at: EpochMs): void;
  remove(): void;
  picture(): StoredPicture | null;
  savePicture(picture: StoredPicture): void;
  removePicture(): void;
}

export function floorPlanStore(db: Database): FloorPlanStore {
  const plan = query(db, PlanRow, 'SELECT width_m, height_m, facing, changed_by, changed_at FROM floor_plan');
  const places = query(db, PlaceRow, 'SELECT * FROM floor_place ORDER BY kind, id');
  const shelves = query(db, ShelfRow, 'SELECT * FROM floor_shelf ORDER BY aisle, id');
  const picture = query(db, PictureRow, 'SELECT type, bytes FROM floor_picture');
  const putPlan = db.prepare(
    'INSERT OR REPLACE INTO floor_plan (one, width_m, height_m, facing, changed_by, changed_at) VALUES (1, ?, ?, ?, ?, ?)',
  );
  const putPlace = db.prepare('INSERT INTO floor_place VALUES (?, ?, ?, ?, ?)');
  const putShelf = db.prepare('INSERT INTO floor_shelf VALUES (?, ?, ?, ?, ?, ?)');
  const putPicture = db.prepare('INSERT OR REPLACE INTO floor_picture VALUES (1, ?, ?)');
  const removePicture = () => void db.exec('DELETE FROM floor_picture');
  return {
    read() {
      const row = plan.get();
      if (row === undefined) return null;
      return {
        value: { width: row.width_m, height: row.height_m, places: places.all(), shelves: shelves.all(), facing: row.facing },
        changed: { by: row.changed_by, at: row.changed_at },
      };
    },
    save: db.transaction((next: FloorPlan, by: string, at: EpochMs) => {
      putPlan.run(next.width, next.height, next.facing, by, at);
      db.exec('DELETE FROM floor_place; DELETE FROM floor_shelf');
      for (const { kind, id, x, y, radius } of next.places) putPlace.run(kind, id, x, y, radius);
      for (const { id, aisle, x, y, width, depth } of next.shelves) putShelf.run(id, aisle, x, y, width, depth);
    }),
    remove: db.transaction(() => {
      db.exec('DELETE FROM floor_plan; DELETE FROM floor_place; DELETE FROM floor_shelf');
      removePicture();
    }),
    picture: () => picture.get() ?? null,
    savePicture: ({ type, bytes }) => void putPicture.run(type, bytes),
    removePicture,
  };
}
