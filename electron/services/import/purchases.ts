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
  /** Which receipt of the file an anonymous line belongs to; null when the file does not say. */
  readonly receipt: string | null;
}

const columns = ['customer', 'date', 'product', 'quantity', 'receipt'] as const;

const OptionalId = v.union(
  [
    v.pipe(
      v.literal(''),
      v.transform(() => null),
    ),
    IdCell,
  ],
  'may hold letters, digits, - and _ only',
);

const rowSchema = (today: string) =>
  v.strictObject({
    customer: OptionalId,
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
    receipt: OptionalId,
  });

/**
 * Reads `customer,date,product,quantity` and, where the file has it, `receipt`. Whether customers and products exist is for the database to say: add such problems to `tally`,
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
  const take = (cells: Readonly<Record<(typeof columns)[number], string>>, line: number) => {
    const row = readRow(schema, cells, line, tally);
    if (row !== null) rows.push({ line, ...row });
  };
  await parseCsv(bytes, columns, tally, take, ['receipt']);
  return { rows: tally.unusable ? [] : rows, tally };
}
