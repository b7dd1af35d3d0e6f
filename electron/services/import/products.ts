import * as v from 'valibot';
import { type Gtin, gtin } from '../../../shared/catalogue/gtin.ts';
import { type Cents, cents } from '../../../shared/units.ts';
import { parseCsv } from './csv.ts';
import { IdCell, IntegerCell, readRow, TextCell } from './rows.ts';
import { ImportTally } from './tally.ts';

/** One product of a file, in the shape of the contract's ProductSettings, with its place in the file. */
export interface ProductRow {
  readonly line: number;
  readonly product: {
    readonly id: string;
    readonly name: { readonly fr: string; readonly en: string };
    readonly category: string;
    readonly aisle: string;
    readonly stock: number;
    readonly priceCents: Cents;
  };
  /** Null: the file says nothing about it. */
  readonly code: Gtin | null;
}

const columns = ['id', 'name_fr', 'name_en', 'category', 'aisle', 'stock', 'price', 'barcode'] as const;

/** Euros with a decimal point or comma. Digits are moved, never multiplied: 1.15 × 100 is not 115. */
const PriceCell = v.pipe(
  v.string(),
  v.nonEmpty('is empty'),
  v.regex(/^\d{1,5}(?:[.,]\d{1,2})?$/, 'is not a price such as 2.49 or 2,49'),
  v.transform((text): Cents => {
    const [euros = '', decimals = ''] = text.split(/[.,]/);
    return cents(Number(euros + decimals.padEnd(2, '0')));
  }),
);

const CodeCell = v.pipe(
  v.string(),
  v.check((text) => text === '' || gtin(text) !== null, 'is not an EAN or UPC code: a digit is missing or wrong'),
  v.transform(gtin),
);

const rowSchema = v.strictObject({
  id: IdCell,
  name_fr: TextCell(200),
  name_en: TextCell(200),
  category: IdCell,
  aisle: TextCell(20),
  stock: IntegerCell(0, 1_000_000),
  price: PriceCell,
  barcode: CodeCell,
});

/** Reads `id,name_fr,name_en,category,aisle,stock,price[,barcode]`. An id or code that stands there twice is refused the second time. */
export async function readProducts(
  bytes: Uint8Array,
): Promise<{ readonly rows: readonly ProductRow[]; readonly tally: ImportTally }> {
  const tally = new ImportTally();
  const rows: ProductRow[] = [];
  const firstLine = new Map<string, number>();
  const firstCode = new Map<Gtin, number>();
  const take = (cells: Readonly<Record<(typeof columns)[number], string>>, line: number) => {
    const row = readRow(rowSchema, cells, line, tally);
    if (row === null) return;
    const before = firstLine.get(row.id);
    if (before !== undefined) return tally.refuse(line, 'id', `is already on line ${before}`);
    const taken = row.barcode === null ? undefined : firstCode.get(row.barcode);
    if (taken !== undefined) return tally.refuse(line, 'barcode', `is already on line ${taken}`);
    firstLine.set(row.id, line);
    if (row.barcode !== null) firstCode.set(row.barcode, line);
    const { id, category, aisle, stock, price: priceCents } = row;
    const product = { id, name: { fr: row.name_fr, en: row.name_en }, category, aisle, stock, priceCents };
    rows.push({ line, product, code: row.barcode });
  };
  await parseCsv(bytes, columns, tally, take, ['barcode']);
  return { rows: tally.unusable ? [] : rows, tally };
}
