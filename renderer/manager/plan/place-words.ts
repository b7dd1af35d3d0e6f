import { useLingui } from '@lingui/react';

/** Where something stands, in words. */
export function usePlaceWords() {
  const { i18n } = useLingui();
  const metres = (value: number) => i18n.number(value, { maximumFractionDigits: 1 });
  const short = ({ x, y }: { readonly x: number; readonly y: number }) =>
    i18n._({
      id: 'manager.plan.position',
      message: '{x} m from the left, {y} m from the top',
      values: { x: metres(x), y: metres(y) },
    });
  return {
    short,
    where: (name: string, place: { readonly x: number; readonly y: number; readonly radius?: number | null }) =>
      place.radius == null
        ? i18n._({ id: 'manager.plan.where', message: '{name}: {position}', values: { name, position: short(place) } })
        : i18n._({
            id: 'manager.plan.where-zone',
            message: '{name}: {position}, radius {radius} m',
            values: { name, position: short(place), radius: metres(place.radius) },
          }),
    off: (name: string) => i18n._({ id: 'manager.plan.off', message: '{name} is off the plan', values: { name } }),
  };
}
