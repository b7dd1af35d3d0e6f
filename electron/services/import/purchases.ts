import * as v from 'valibot';
import { isCalendarDay } from '../../../shared/contract/values.ts';
import { parseCsv } from './csv.ts';
import { IdCell, IntegerCell, readRow } from './rows.ts';
import { ImportTally } from './tally.ts';

/** One purchase line of a file. */
export interface PurchaseRow {
  /** Where it stands in the file, for problems that only the database can see. */
  readonly line: number;
  /** Customer number; null for an anonymous receipt. */
  readonly customer: string | null;
  /** Store-local day, `YYYY-MM-DD`. */
  readonly date: string;
  readonly product: string;
  readonly quantity: number;
}

const columns = ['customer', 'date', 'product', 'quantity'] as const;

const rowSchema = (today: string) =>
  v.strictObject({
    customer: v.union(
      [
        v.pipe(
          v.literal(''),
          v.transform(() => null),
        ),
        IdCell,
      ],
      'may hold letters, digits, - and _ only',
    ),
    date: v.pipe(
      v.string(),
      v.nonEmpty('is empty'),
      v.regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a date written YYYY-MM-DD'),
      v.check(isCalendarDay, 'is not a day of the calendar'),
      v.minValue('1990-01-01', 'is before 1990'),
      v.maxValue(today, 'is in the future'),
    ),
    product: IdCell,
    quantity: IntegerCell(1, 10_000),
  });

/**
 * Reads `customer,date,product,quantity`. Whether customers and products exist is for the database to say: add such problems to `tally`,
 * then ask it for the report. When `tally.unusable` is set there are no rows.
 * @param today store-local day; a later purchase is refused.
 */
export async function readPurchases(
  bytes: Uint8Array,
  today: string,
): Promise<{ readonly rows: readonly PurchaseRow[]; readonly tally: ImportTally }> {
  const schema = rowSchema(today);
  const tally = new ImportTally();
  const rows: PurchaseRow[] = [];
  await parseCsv(bytes, columns, tally, (cells, line) => {
    const row = readRow(schema, cells, line, tally);
    if (row !== null) rows.push({ line, ...row });
  });
  return { rows: tally.unusable ? [] : rows, tally };
}
