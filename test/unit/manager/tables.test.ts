import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matches, pressed, sorted } from '../../../renderer/manager/parts/sort.ts';

describe('sorting', () => {
  it('turns round on the second press and starts afresh on another column', () => {
    const once = pressed(null, 'name');
    expect(once).toEqual({ column: 'name', direction: 'ascending' });
    expect(pressed(once, 'name').direction).toBe('descending');
    expect(pressed(once, 'price')).toEqual({ column: 'price', direction: 'ascending' });
  });

  it('orders words as a reader would and puts missing values last either way', () => {
    const rows = ['Zoé', null, 'émile', 'Eric', 'p10', 'p9'];
    const key = (row: string | null) => row;
    expect(sorted(rows, key, 'ascending', 'fr')).toEqual(['émile', 'Eric', 'p9', 'p10', 'Zoé', null]);
    expect(sorted(rows, key, 'descending', 'fr').at(-1)).toBeNull();
  });

  it('loses no row and leaves its input alone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.double({ noNaN: true }))),
        fc.constantFrom('ascending' as const, 'descending' as const),
        (rows, way) => {
          const before = [...rows];
          expect(sorted(rows, (row) => row, way, 'en').toSorted()).toEqual(before.toSorted());
          expect(rows).toEqual(before);
        },
      ),
    );
  });
});

describe('the filter box', () => {
  it.each([
    ['Crème fraîche', 'creme', true],
    ['Crème fraîche', 'FRAICHE cr', true],
    ['Crème fraîche', '', true],
    ['Crème fraîche', 'lait', false],
  ])('%s with %j', (text, filter, found) => {
    expect(matches(text, filter)).toBe(found);
  });
});
