import { useLingui } from '@lingui/react';
import { useEffect, useRef, useState } from 'react';
import type { FloorPlan, PlanPicture } from '../../../shared/contract/index.ts';
import { movePlace, type PlaceKey, removePlace, resizePlace, samePlace } from '../../../shared/plan/edit.ts';
import { Marker } from './Marker.tsx';
import { usePlaceWords } from './place-words.ts';
import { ShelfMark } from './ShelfMark.tsx';
import { barMetres, type Thing } from './things.ts';
import type { PlanDesk } from './use-plan.ts';

export interface Ruler {
  readonly a: { readonly x: number; readonly y: number };
  readonly b: { readonly x: number; readonly y: number };
}

/** The floor with everything on it. Marks move by finger, mouse and keys; where they are is said aloud. */
export function PlanCanvas(props: {
  readonly desk: PlanDesk;
  readonly plan: FloorPlan;
  readonly picture: PlanPicture | null;
  readonly things: readonly Thing[];
  readonly selected: PlaceKey | null;
  readonly onSelect: (key: PlaceKey | null) => void;
  readonly shelf: string | null;
  readonly onShelf: (id: string | null) => void;
  readonly ruler: Ruler | null;
  readonly onRuler: (ruler: Ruler) => void;
  readonly say: (words: string) => void;
}) {
  const { i18n } = useLingui();
  const words = usePlaceWords();
  const { desk, plan, picture, ruler, say } = props;
  const canvas = useRef<SVGSVGElement>(null);
  const [pixels, setPixels] = useState(800);
  useEffect(() => {
    const svg = canvas.current;
    if (svg === null) return;
    const resized = new ResizeObserver(([entry]) => setPixels(Math.max(1, entry?.contentRect.width ?? 800)));
    resized.observe(svg);
    return () => resized.disconnect();
  }, []);
  const perPx = plan.width / pixels;
  const bar = barMetres(plan.width);
  const mark = {
    perPx,
    roleDescription: i18n._({ id: 'manager.plan.movable', message: 'movable mark' }),
    describedBy: 'plan-keys',
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset
    <svg
      ref={canvas}
      className="plan-canvas"
      viewBox={`0 0 ${plan.width} ${plan.height}`}
      role="group"
      aria-label={i18n._({ id: 'manager.plan.canvas', message: 'Floor plan' })}
    >
      <defs>
        <pattern id="plan-grid" width="1" height="1" patternUnits="userSpaceOnUse">
          <path className="plan-line" d="M 1 0 H 0 V 1" strokeWidth={perPx} />
        </pattern>
      </defs>
      <rect className="floor-ground" width={plan.width} height={plan.height} />
      {picture === null ? (
        <rect width={plan.width} height={plan.height} fill="url(#plan-grid)" />
      ) : (
        <image
          href={`data:${picture.type};base64,${picture.base64}`}
          width={plan.width}
          height={plan.height}
          preserveAspectRatio="none"
        />
      )}
      <g className="plan-bar" transform={`translate(${12 * perPx} ${plan.height - 12 * perPx})`}>
        <path d={`M 0 ${-6 * perPx} V 0 H ${bar} V ${-6 * perPx}`} strokeWidth={2 * perPx} />
        <text y={-10 * perPx} fontSize={13 * perPx} strokeWidth={4 * perPx}>
          {i18n._({ id: 'manager.plan.metres', message: '{metres} m', values: { metres: i18n.number(bar) } })}
        </text>
      </g>
      {plan.shelves.map((shelf) => (
        <ShelfMark
          key={shelf.id}
          desk={desk}
          shelf={shelf}
          look={mark}
          selected={props.shelf === shelf.id}
          onSelect={props.onShelf}
          say={say}
        />
      ))}
      {props.things
        // Zones lie under what stands in them.
        .toSorted((a, b) => Number(b.kind === 'zone') - Number(a.kind === 'zone'))
        .map((thing) => {
          if (thing.place === null) return null;
          const { x, y, radius } = thing.place;
          const run = `${thing.kind} ${thing.id}`;
          const step = (next: FloorPlan) => {
            desk.commit(next, run);
            const place = next.places.find((p) => samePlace(p, thing));
            if (place !== undefined) say(words.where(thing.name, place));
          };
          return (
            <Marker
              key={run}
              {...mark}
              kind={thing.kind}
              x={x}
              y={y}
              radius={radius}
              name={thing.name}
              label={words.where(thing.name, thing.place)}
              selected={props.selected !== null && samePlace(props.selected, thing)}
              onSelect={() => props.onSelect(thing)}
              onDrag={(toX, toY) => desk.preview(movePlace(plan, thing, toX, toY))}
              onDrop={(toX, toY) => {
                const next = movePlace(plan, thing, toX, toY);
                desk.commit(next);
                const place = next.places.find((p) => samePlace(p, thing));
                if (place !== undefined) say(words.where(thing.name, place));
              }}
              onCancel={() => desk.preview(null)}
              onStep={(toX, toY) => step(movePlace(plan, thing, toX, toY))}
              {...(radius === null ? {} : { onResize: (by: number) => step(resizePlace(plan, thing, radius + by)) })}
              onRemove={() => {
                desk.commit(removePlace(plan, thing));
                props.onSelect(null);
                say(words.off(thing.name));
              }}
            />
          );
        })}
      {ruler !== null && (
        <>
          <line className="plan-ruler" x1={ruler.a.x} y1={ruler.a.y} x2={ruler.b.x} y2={ruler.b.y} strokeWidth={2 * perPx} />
          {(['a', 'b'] as const).map((end) => {
            const to = (x: number, y: number) => {
              const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));
              props.onRuler({ ...ruler, [end]: { x: clamp(x, plan.width), y: clamp(y, plan.height) } });
            };
            const name = end.toUpperCase();
            return (
              <Marker
                key={end}
                {...mark}
                kind="point"
                {...ruler[end]}
                name={name}
                label={words.where(name, ruler[end])}
                selected={false}
                onSelect={() => props.onSelect(null)}
                onDrag={to}
                onDrop={to}
                onCancel={() => {}}
                onStep={(x, y) => {
                  to(x, y);
                  say(words.where(name, { x, y }));
                }}
              />
            );
          })}
        </>
      )}
    </svg>
  );
}
