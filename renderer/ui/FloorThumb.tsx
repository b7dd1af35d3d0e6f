import type { FloorView } from '../../shared/contract/plan.ts';

/** A floor with the kiosk and one zone on it, small and to look at only. `label` says in words where the place is. */
export function FloorThumb({ floor, label }: { readonly floor: FloorView; readonly label: string }) {
  const { width, height, picture, shelves, kiosk, zone } = floor;
  // Marks keep their size whatever the floor measures.
  const unit = Math.max(width, height) / 100;
  return (
    <svg className="floor-thumb" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <rect className="floor-ground" width={width} height={height} />
      {picture !== null && (
        <image href={`data:${picture.type};base64,${picture.base64}`} width={width} height={height} preserveAspectRatio="none" />
      )}
      {shelves.map((shelf) => (
        <rect
          key={shelf.id}
          className="floor-shelf"
          x={shelf.x}
          y={shelf.y}
          width={shelf.width}
          height={shelf.depth}
          rx={unit / 2}
        />
      ))}
      {zone !== null && <circle className="floor-zone" cx={zone.x} cy={zone.y} r={zone.radius} strokeWidth={unit} />}
      {kiosk !== null && <circle className="floor-kiosk" cx={kiosk.x} cy={kiosk.y} r={2.5 * unit} strokeWidth={unit} />}
    </svg>
  );
}
