import { useLingui } from '@lingui/react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { pressed, type Sorting, type SortKey, sorted } from './sort.ts';

export interface Column<R> {
  readonly id: string;
  readonly heading: string;
  /** What the column sorts by; without it the column does not sort. */
  readonly key?: (row: R) => SortKey;
  readonly cell: (row: R) => ReactNode;
  readonly figure?: boolean;
}

/** A table that sorts by its headings. The first column names the row. */
export function DataTable<R>(props: {
  readonly caption: ReactNode;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowId: (row: R) => string;
  readonly first?: Sorting;
  /** Shown instead of an empty table. */
  readonly empty: ReactNode;
}) {
  const { i18n } = useLingui();
  const [sorting, setSorting] = useState<Sorting | null>(props.first ?? null);
  const key = props.columns.find((column) => column.id === sorting?.column)?.key;
  const rows = useMemo(
    () => (key === undefined || sorting === null ? props.rows : sorted(props.rows, key, sorting.direction, i18n.locale)),
    [props.rows, key, sorting, i18n.locale],
  );
  if (props.rows.length === 0) return <div className="empty">{props.empty}</div>;
  const Arrow = sorting?.direction === 'descending' ? ArrowDown : ArrowUp;

  return (
    <div className="table-frame">
      <table>
        <caption className="unseen">{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={column.figure ? 'figure' : undefined}
                aria-sort={sorting?.column === column.id ? sorting.direction : undefined}
              >
                {column.key === undefined ? (
                  column.heading
                ) : (
                  <Button className="sort" onPress={() => setSorting(pressed(sorting, column.id))}>
                    {column.heading}
                    {sorting?.column === column.id && <Arrow className="icon" aria-hidden="true" />}
                  </Button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={props.rowId(row)}>
              {props.columns.map((column, place) =>
                place === 0 ? (
                  <th key={column.id} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={column.figure ? 'figure' : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
