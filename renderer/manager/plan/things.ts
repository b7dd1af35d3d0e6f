import type { FloorPlan, PlanPlace } from '../../../shared/contract/index.ts';
import { type PlaceKey, samePlace } from '../../../shared/plan/edit.ts';
import { KIOSK_RECEIVER } from '../zones/receivers.ts';

/** Something that can stand on the plan. */
export interface Thing extends PlaceKey {
  readonly name: string;
  /** Where it stands; null while it is off the plan. */
  readonly place: PlanPlace | null;
}

/**
 * Everything that belongs on a floor: the kiosk (its own radio is in it), the other receivers, the zones. What stands on the plan but is
 * not known any more stays, so that a gateway that is away for a day keeps its place; a deleted zone does not.
 */
export function thingsOf(
  plan: FloorPlan,
  kiosk: string,
  zones: readonly { readonly id: string; readonly name: string }[],
  receivers: readonly string[],
): readonly Thing[] {
  const known: (PlaceKey & { name: string })[] = [
    { kind: 'kiosk', id: 'kiosk', name: kiosk },
    ...[...new Set([...receivers, ...plan.places.filter(({ kind }) => kind === 'receiver').map(({ id }) => id)])]
      .filter((id) => id !== KIOSK_RECEIVER)
      .toSorted()
      .map((id) => ({ kind: 'receiver' as const, id, name: id })),
    ...zones.map(({ id, name }) => ({ kind: 'zone' as const, id, name })),
  ];
  return known.map((thing) => ({ ...thing, place: plan.places.find((place) => samePlace(place, thing)) ?? null }));
}

/** Length of the scale bar: the largest round number of metres within a quarter of the plan. */
export function barMetres(width: number): number {
  const most = width / 4;
  const lengths = [0.5, 1, 2, 5, 10, 20, 50, 100];
  return lengths.findLast((length) => length <= most) ?? 0.5;
}
