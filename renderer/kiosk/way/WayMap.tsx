import { useLingui } from '@lingui/react';
import type { WayView } from '../../../shared/contract/index.ts';
import { useComfort } from '../state/comfort.ts';

/** The floor from above with the way drawn on it. To look at only: the same way stands beside it in words. */
export function WayMap({ way, aisle }: { readonly way: WayView; readonly aisle: string }) {
  const { i18n } = useLingui();
  const large = useComfort((c) => c.textScale !== '100');
  const { floor, kiosk, path } = way;
  // Lines and letters keep their size whatever the floor measures.
  const unit = Math.max(floor.width, floor.height) / 100;
  const letters = (large ? 4.6 : 3.4) * unit;
  const end = path.at(-1);
  // The words stand where neither the way nor the edge of the plan is.
  const next = path.find(({ x }) => Math.abs(x - kiosk.x) > unit)?.x ?? (kiosk.x > floor.width / 2 ? floor.width : 0);
  const wordsBefore = next > kiosk.x;
  const line = [kiosk, ...path].map(({ x, y }) => `${x} ${y}`).join(' L ');
  return (
    <svg
      className="way-map"
      viewBox={`${-unit} ${-unit} ${floor.width + 2 * unit} ${floor.height + 2 * unit}`}
      role="img"
      aria-label={i18n._({ id: 'way.map', message: 'Plan of the store: the way to aisle {aisle}', values: { aisle } })}
    >
      <rect className="way-ground" width={floor.width} height={floor.height} rx={1.5 * unit} strokeWidth={0.4 * unit} />
      {floor.shelves.map((shelf) => (
        <g key={shelf.id} className={shelf.wanted ? 'way-shelf way-wanted' : 'way-shelf'}>
          <rect x={shelf.x} y={shelf.y} width={shelf.width} height={shelf.depth} rx={0.8 * unit} strokeWidth={0.3 * unit} />
          <text x={shelf.x + shelf.width / 2} y={shelf.y + shelf.depth / 2} fontSize={letters}>
            {shelf.aisle}
          </text>
        </g>
      ))}
      <path className="way-line" d={`M ${line}`} strokeWidth={1.5 * unit} pathLength={1} />
      {end && <circle className="way-end" cx={end.x} cy={end.y} r={1.7 * unit} strokeWidth={0.7 * unit} />}
      <circle className="way-here" cx={kiosk.x} cy={kiosk.y} r={1.7 * unit} strokeWidth={0.7 * unit} />
      <text
        className="way-label"
        x={kiosk.x + (wordsBefore ? -3 : 3) * unit}
        y={kiosk.y}
        fontSize={letters}
        strokeWidth={unit}
        textAnchor={wordsBefore ? 'end' : 'start'}
      >
        {i18n._({ id: 'way.here', message: 'You are here' })}
      </text>
    </svg>
  );
}
