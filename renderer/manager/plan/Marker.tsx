import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

/** Metres an arrow key moves by; with Shift, a coarser step. */
const fine = 0.1;
const coarse = 1;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What every mark of one plan has in common. */
export interface MarkerLook {
  /** Metres per pixel on the screen, so that marks keep their size. */
  readonly perPx: number;
  readonly roleDescription: string;
  readonly describedBy: string;
}

interface MarkerProps extends MarkerLook {
  readonly kind: 'kiosk' | 'receiver' | 'zone' | 'point' | 'shelf';
  readonly x: number;
  readonly y: number;
  readonly radius?: number | null;
  /** What is written beside it. */
  readonly name: string;
  /** What a screen reader says: name and place. */
  readonly label: string;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onDrag: (x: number, y: number) => void;
  readonly onDrop: (x: number, y: number) => void;
  readonly onCancel: () => void;
  readonly onStep: (x: number, y: number) => void;
  readonly onResize?: (by: number) => void;
  readonly onRemove?: () => void;
}

/**
 * A mark on the plan that is moved by finger, mouse and arrow keys. Everything is in metres.
 */
export function Marker(props: MarkerProps) {
  const { kind, x, y, radius, perPx, name, selected } = props;
  /** Where on the mark it was taken hold of. */
  const grip = useRef<{ dx: number; dy: number } | null>(null);
  const moved = useRef(false);

  const at = (event: PointerEvent<SVGGElement>) => {
    const matrix = event.currentTarget.ownerSVGElement?.getScreenCTM()?.inverse();
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    return { x: point.x, y: point.y };
  };
  const target = (event: PointerEvent<SVGGElement>) => {
    const point = at(event);
    return [point.x + (grip.current?.dx ?? 0), point.y + (grip.current?.dy ?? 0)] as const;
  };
  const down = (event: PointerEvent<SVGGElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = at(event);
    grip.current = { dx: x - point.x, dy: y - point.y };
    moved.current = false;
    props.onSelect();
  };
  const move = (event: PointerEvent<SVGGElement>) => {
    if (grip.current === null) return;
    moved.current = true;
    props.onDrag(...target(event));
  };
  const up = (event: PointerEvent<SVGGElement>) => {
    if (grip.current === null) return;
    if (moved.current) props.onDrop(...target(event));
    grip.current = null;
  };
  const cancel = () => {
    grip.current = null;
    props.onCancel();
  };
  const key = (event: KeyboardEvent) => {
    const arrow = arrows[event.key];
    const step = event.shiftKey ? coarse : fine;
    if (arrow !== undefined) props.onStep(x + arrow[0] * step, y + arrow[1] * step);
    else if (props.onResize !== undefined && (event.key === '+' || event.key === '-'))
      props.onResize(event.key === '+' ? 0.5 : -0.5);
    else if (props.onRemove !== undefined && event.key === 'Delete') props.onRemove();
    else if (event.key === 'Escape' && grip.current !== null) cancel();
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button
    <g
      className="mark"
      data-kind={kind}
      data-selected={selected || undefined}
      role="button"
      tabIndex={0}
      aria-label={props.label}
      aria-roledescription={props.roleDescription}
      aria-describedby={props.describedBy}
      transform={`translate(${x} ${y})`}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={cancel}
      onFocus={props.onSelect}
      onKeyDown={key}
    >
      {radius != null && <circle className="mark-zone" r={radius} strokeWidth={1.5 * perPx} />}
      <circle className="mark-ring" r={19 * perPx} strokeWidth={3 * perPx} />
      <circle className="mark-hit" r={22 * perPx} />
      {kind === 'receiver' ? (
        <rect
          className="mark-dot"
          x={-9 * perPx}
          y={-9 * perPx}
          width={18 * perPx}
          height={18 * perPx}
          rx={4 * perPx}
          strokeWidth={2 * perPx}
        />
      ) : (
        <circle className="mark-dot" r={(kind === 'kiosk' ? 12 : kind === 'zone' ? 8 : 6) * perPx} strokeWidth={2 * perPx} />
      )}
      <text className="mark-name" y={(kind === 'zone' ? 26 : -24) * perPx} fontSize={14 * perPx} strokeWidth={4 * perPx}>
        {name}
      </text>
    </g>
  );
}
