import type { WayView } from '../../shared/contract/index.ts';
import { directions } from '../../shared/plan/directions.ts';
import { wayTo } from '../../shared/plan/way.ts';
import type { Store } from '../store/index.ts';

/** The way from the kiosk to an aisle; null until both are on the plan, and when no corridor leads there. */
export function wayToShelf(store: Store, aisle: string): WayView | null {
  const plan = store.floorPlan.read()?.value;
  const kiosk = plan?.places.find(({ kind }) => kind === 'kiosk');
  if (plan === undefined || kiosk === undefined) return null;
  const wanted = plan.shelves.filter((shelf) => shelf.aisle === aisle);
  const path = wayTo(plan, kiosk, wanted);
  if (path === null) return null;
  const { steps, side } = directions(plan, path, plan.facing, wanted);
  return {
    floor: {
      width: plan.width,
      height: plan.height,
      shelves: plan.shelves.map((shelf) => ({ ...shelf, wanted: shelf.aisle === aisle })),
    },
    kiosk: { x: kiosk.x, y: kiosk.y },
    facing: plan.facing,
    path,
    steps: [...steps],
    side,
  };
}
