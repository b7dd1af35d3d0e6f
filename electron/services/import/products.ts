import * as v from 'valibot';
import { type Gtin, gtin } from '../../../shared/catalogue/gtin.ts';
import { furtherLanguages, type StoreWords } from '../../../shared/contract/index.ts';
import { type Cents, cents } from '../../../shared/units.ts';
import { parseCsv } from './csv.ts';
import { IdCell, IntegerCell, readRow, TextCell } from './rows.ts';
import { ImportTally } from './tally.ts';

/** One product of a file, in the shape of the contract's ProductSettings, with its place in the file. */
export interface ProductRow {
  readonly line: number;
  readonly product: {
    readonly id: string;
    readonly name: StoreWords;
    readonly category: string;
    readonly aisle: string;
    readonly stock: number;
    readonly priceCents: Cents;
  };
  /** Null: the file says nothing about it. */
  readonly code: Gtin | null;
}

/** Columns of names beyond French and English, which a file may have. */
const furtherNames = furtherLanguages.map((language) => [language, `name_${language}` as const] as const);
type FurtherName = (typeof furtherNames)[number][1];
const optional = ['barcode', ...furtherNames.map(([, column]) => column)] as const;
const columns = ['id', 'name_fr', 'name_en', 'category', 'aisle', 'stock', 'price', ...optional] as const;

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

/** A name in a further language: empty where the file says nothing about it. */
const FurtherCell = v.lazy((cell) => (cell === '' ? v.string() : TextCell(200)));

const rowSchema = v.strictObject({
  id: IdCell,
  name_fr: TextCell(200),
  name_en: TextCell(200),
  category: IdCell,
  aisle: TextCell(20),
  stock: IntegerCell(0, 1_000_000),
  price: PriceCell,
  barcode: CodeCell,
  ...(Object.fromEntries(furtherNames.map(([, column]) => [column, FurtherCell])) as Record<FurtherName, typeof FurtherCell>),
});

/** Reads `id,name_fr,name_en,category,aisle,stock,price[,barcode]`, and `name_` for each further language. An id or code that stands there twice is refused the second time. */
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
    const name = {
      fr: row.name_fr,
      en: row.name_en,
      ...Object.fromEntries(furtherNames.flatMap(([language, column]) => (row[column] === '' ? [] : [[language, row[column]]]))),
    };
    const product = { id, name, category, aisle, stock, priceCents };
    rows.push({ line, product, code: row.barcode });
  };
  await parseCsv(bytes, columns, tally, take, optional);
  return { rows: tally.unusable ? [] : rows, tally };
}
