import { useLingui } from '@lingui/react';
import type { FloorShelf } from '../../../shared/contract/index.ts';
import { usePlaceWords } from './place-words.ts';

/** What a shelf is called, and where it stands, in words. */
export function useShelfWords() {
  const { i18n } = useLingui();
  const { short, off } = usePlaceWords();
  const metres = (value: number) => i18n.number(value, { maximumFractionDigits: 2 });
  const name = ({ aisle }: FloorShelf) => i18n._({ id: 'manager.plan.aisle', message: 'Aisle {aisle}', values: { aisle } });
  const size = ({ width, depth }: FloorShelf) =>
    i18n._({
      id: 'manager.plan.shelf-size',
      message: '{width} × {depth} m',
      values: { width: metres(width), depth: metres(depth) },
    });
  return {
    name,
    size,
    short,
    where: (shelf: FloorShelf) => `${name(shelf)}: ${short(shelf)}, ${size(shelf)}`,
    off: (shelf: FloorShelf) => off(name(shelf)),
  };
}
