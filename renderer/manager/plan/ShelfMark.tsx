import { useLingui } from '@lingui/react';
import type { FloorShelf } from '../../../shared/contract/index.ts';
import { putShelf, removeShelf } from '../../../shared/plan/edit.ts';
import { Marker, type MarkerLook } from './Marker.tsx';
import { useShelfWords } from './shelf-words.ts';
import type { PlanDesk } from './use-plan.ts';

/** A shelf on the plan: as large as it is, and moved by its middle. */
export function ShelfMark(props: {
  readonly desk: PlanDesk;
  readonly shelf: FloorShelf;
  readonly look: MarkerLook;
  readonly selected: boolean;
  readonly onSelect: (id: string | null) => void;
  readonly say: (words: string) => void;
}) {
  useLingui();
  const words = useShelfWords();
  const { desk, shelf, look, say } = props;
  const { plan } = desk;
  if (plan === null) return null;
  const { x, y, width, depth } = shelf;
  const moved = (middleX: number, middleY: number) =>
    putShelf(plan, { ...shelf, x: middleX - width / 2, y: middleY - depth / 2 });
  const keep = (run: string | undefined, middleX: number, middleY: number) => {
    const next = moved(middleX, middleY);
    desk.commit(next, run);
    const now = next.shelves.find(({ id }) => id === shelf.id);
    if (now !== undefined) say(words.where(now));
  };
  return (
    <>
      <rect className="plan-shelf" x={x} y={y} width={width} height={depth} rx={4 * look.perPx} strokeWidth={1.5 * look.perPx} />
      <Marker
        {...look}
        kind="shelf"
        x={x + width / 2}
        y={y + depth / 2}
        name={shelf.aisle}
        label={words.where(shelf)}
        selected={props.selected}
        onSelect={() => props.onSelect(shelf.id)}
        onDrag={(toX, toY) => desk.preview(moved(toX, toY))}
        onDrop={(toX, toY) => keep(undefined, toX, toY)}
        onCancel={() => desk.preview(null)}
        onStep={(toX, toY) => keep(`shelf ${shelf.id}`, toX, toY)}
        onRemove={() => {
          desk.commit(removeShelf(plan, shelf.id));
          props.onSelect(null);
          say(words.off(shelf));
        }}
      />
    </>
  );
}
