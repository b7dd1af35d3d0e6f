import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { maxImportBytes, maxImportRows } from '../../../electron/services/import/csv.ts';
import { readProducts } from '../../../electron/services/import/products.ts';
import { readPurchases } from '../../../electron/services/import/purchases.ts';
import { ImportReport, ProductSettings } from '../../../shared/contract/manager.ts';
import { plain, visible } from '../../../shared/contract/values.ts';

const today = '2026-11-22';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const purchases = async (text: string | Uint8Array) => {
  const { rows, tally } = await readPurchases(typeof text === 'string' ? utf8(text) : text, today);
  return { rows, report: v.parse(ImportReport, tally.report()) };
};
const products = async (text: string | Uint8Array) => {
  const { rows, tally } = await readProducts(typeof text === 'string' ? utf8(text) : text);
  return { rows, report: v.parse(ImportReport, tally.report()) };
};
const header = 'customer,date,product,quantity';
const productHeader = 'id,name_fr,name_en,category,aisle,stock,price';

describe('purchases', () => {
  test('typed rows with their lines, and an empty customer is an anonymous receipt', async () => {
    const { rows, report } = await purchases(`${header}\n1001,2026-11-01,milk,2\n,2026-11-02,bread,1\n`);
    expect(rows).toEqual([
      { line: 2, customer: '1001', date: '2026-11-01', product: 'milk', quantity: 2, receipt: null },
      { line: 3, customer: null, date: '2026-11-02', product: 'bread', quantity: 1, receipt: null },
    ]);
    expect(report).toEqual({ rows: 2, imported: 2, refused: 0, errors: [], encoding: 'utf-8' });
  });
  test.each([
    ['2026-02-30', 'is not a day of the calendar'],
    ['2026-13-01', 'is not a day of the calendar'],
    ['2025-02-29', 'is not a day of the calendar'],
    ['01/11/2026', 'is not a date written YYYY-MM-DD'],
    ['2026-11-23', 'is in the future'],
    ['1989-12-31', 'is before 1990'],
    ['', 'is empty'],
  ])('the date "%s" %s', async (date, problem) => {
    const { rows, report } = await purchases(`${header}\n1001,${date},milk,2\n`);
    expect(rows).toEqual([]);
    expect(report.errors).toEqual([{ line: 2, column: 'date', problem }]);
  });
  test('29 February of a leap year is a day', async () => {
    expect((await purchases(`${header}\n1,2024-02-29,milk,1`)).report.imported).toBe(1);
  });
  test.each([
    ['0', 'is less than 1'],
    ['10001', 'is more than 10000'],
    ['1.5', 'is not a whole number'],
    ['1e3', 'is not a whole number'],
    ['two', 'is not a whole number'],
    ['', 'is empty'],
  ])('the quantity "%s" %s', async (quantity, problem) => {
    const { report } = await purchases(`${header}\n1001,2026-11-01,milk,${quantity}`);
    expect(report.errors).toEqual([{ line: 2, column: 'quantity', problem }]);
  });
  test('good rows are kept beside bad ones, and each bad one is named once', async () => {
    const { rows, report } = await purchases(`${header}\n1,2026-11-01,milk,x\n2,2026-11-01,milk,1\n3,nope,,\n4,2026-11-01\n`);
    expect(rows.map(({ customer }) => customer)).toEqual(['2']);
    expect(report).toMatchObject({ rows: 4, imported: 1, refused: 3 });
    expect(report.errors.map(({ line, column }) => [line, column])).toEqual([
      [2, 'quantity'],
      [4, 'date'],
      [5, null],
    ]);
  });
  test('the first hundred problems are listed, all are counted', async () => {
    const { report } = await purchases(`${header}\n${'1,2026-11-01,milk,x\n'.repeat(150)}`);
    expect(report.errors).toHaveLength(100);
    expect(report.refused).toBe(150);
  });
});

describe('products', () => {
  test('a name keeps nothing that hides or turns words, and one of such characters only is empty', async () => {
    const { rows, report } = await products(
      'id,name_fr,name_en,category,aisle,stock,price\na,\u202EMiel\u200B,=1+1,grocery,3,1,2\nb,\u200B,Honey,grocery,3,1,2\n',
    );
    expect(rows.map(({ product }) => product.name)).toEqual([{ fr: 'Miel', en: '=1+1' }]);
    expect(report.errors).toEqual([{ line: 3, column: 'name_fr', problem: 'is empty' }]);
  });
  test('become products of the contract, with prices in cents to the cent', async () => {
    const { rows } = await products(
      `${productHeader}\nmilk,Lait,Milk,dairy,A1,12,1.15\njam,Confiture,Jam,breakfast,B2,0,"4,10"\ntea,Thé,Tea,drinks,C3,7,2\nrum,Baba,Baba,bakery,D,1,0.1`,
    );
    expect(rows.map(({ product }) => product.priceCents)).toEqual([115, 410, 200, 10]);
    for (const { product } of rows) expect(v.parse(ProductSettings, product)).toEqual(product);
  });
  test.each([
    ['1.155', 'is not a price such as 2.49 or 2,49'],
    ['-1', 'is not a price such as 2.49 or 2,49'],
    ['1e9', 'is not a price such as 2.49 or 2,49'],
    ['', 'is empty'],
  ])('the price "%s" %s', async (price, problem) => {
    const { report } = await products(`${productHeader}\nmilk,Lait,Milk,dairy,A1,12,${price}`);
    expect(report.errors).toEqual([{ line: 2, column: 'price', problem }]);
  });
  test('the same id twice is refused the second time, with the line of the first', async () => {
    const row = 'milk,Lait,Milk,dairy,A1,12,1.15';
    const { rows, report } = await products(`${productHeader}\n${row}\n${row}`);
    expect(rows).toHaveLength(1);
    expect(report.errors).toEqual([{ line: 3, column: 'id', problem: 'is already on line 2' }]);
  });
  test('an id that could be anything else is refused', async () => {
    const { report } = await products(`${productHeader}\n../milk,Lait,Milk,dairy,A1,12,1.15`);
    expect(report.errors[0]).toMatchObject({ line: 2, column: 'id' });
  });
});

describe('the file as a whole', () => {
  const csv = `${productHeader}\neclair,Éclair au café,Éclair – “best”,bakery,A1,3,"2,49"\n`;
  const latin = Uint8Array.from(csv.replaceAll('–', '\u0096').replaceAll('“', '\u0093').replaceAll('”', '\u0094'), (letter) =>
    letter.charCodeAt(0),
  );
  test('a byte order mark is not part of the first column', async () => {
    expect((await products(utf8(`\ufeff${csv}`))).rows).toHaveLength(1);
  });
  test('Windows-1252 is recognised and read, quotes and dashes included', async () => {
    const { rows, report } = await products(latin);
    expect(report.encoding).toBe('windows-1252');
    expect(rows[0]?.product.name).toEqual({ fr: 'Éclair au café', en: 'Éclair – “best”' });
  });
  test('semicolons, CRLF, columns in another order, spaces, capitals and columns nobody asked for', async () => {
    const { rows } = await purchases('Quantity; Product ;note;DATE;customer\r\n 3 ; milk ;hello, you;2026-11-01;1001\r\n');
    expect(rows).toEqual([{ line: 2, customer: '1001', date: '2026-11-01', product: 'milk', quantity: 3, receipt: null }]);
  });
  test('old Macintosh line endings', async () => {
    expect((await purchases(`${header}\r1,2026-11-01,milk,1\r2,2026-11-01,milk,1\r`)).rows).toHaveLength(2);
  });
  test.each(['\n', '\r\n'])(
    'lines are counted as an editor shows them, across empty lines and line breaks in quotes (%j)',
    async (end) => {
      const text = [
        '',
        productHeader,
        'a,"two',
        'lines",x,bakery,A,1,1',
        '',
        '   ',
        'b,b,b,bakery,A,1,oops',
        'c,c,c,bakery,A,oops,1',
      ];
      const { report, rows } = await products(text.join(end));
      expect(rows.map(({ line }) => line)).toEqual([3]);
      expect(report.errors.map(({ line, column }) => [line, column])).toEqual([
        [7, 'price'],
        [8, 'stock'],
      ]);
      expect(report.rows).toBe(3);
    },
  );
  test('missing columns are named, with what stands there instead', async () => {
    const { rows, report } = await purchases('client,date,product,qty\n1,2026-11-01,milk,1\n');
    expect(rows).toEqual([]);
    expect(report.errors.map(({ column, problem }) => [column, problem])).toEqual([
      ['quantity', 'the column "quantity" is missing; the file has "client", "qty"'],
      ['customer', 'the column "customer" is missing; the file has "client", "qty"'],
    ]);
    expect(report.imported).toBe(0);
  });
  test('a column that is there twice is refused', async () => {
    const { report } = await purchases(`${header},date\n1,2026-11-01,milk,1,2026-11-02\n`);
    expect(report.errors[0]).toMatchObject({ column: 'date', problem: 'the column "date" is there 2 times' });
  });
  test('a file without a header has somebody’s data in its first line, and none of it is repeated', async () => {
    const { report } = await purchases('1001,2026-11-01,milk2,2\n1002,2026-11-01,milk2,1\n');
    expect(JSON.stringify(report)).not.toMatch(/1001|milk2/);
    expect(report.imported).toBe(0);
  });
  test.each([
    ['an empty file', utf8(''), 'the file is empty'],
    ['only blank lines', utf8('\n\n  \n'), 'the file is empty'],
    [
      'a spreadsheet',
      Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0),
      'this is a spreadsheet, not a CSV file: save it as "CSV UTF-8" first',
    ],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0), 'this file is UTF-16: save it as "CSV UTF-8" first'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0, 0, 1, 2), 'this file is not text'],
  ])('%s is refused in words that help', async (_name, bytes, problem) => {
    const { rows, report } = await purchases(bytes);
    expect(rows).toEqual([]);
    expect(report.errors).toEqual([{ line: 1, column: null, problem }]);
  });
  test('a quotation mark that is never closed: nothing is imported, and the line is where it was opened', async () => {
    const { rows, report } = await purchases(`${header}\n1,2026-11-01,milk,1\n2,2026-11-01,"milk,1\n3,2026-11-01,milk,1\n`);
    expect(rows).toEqual([]);
    expect(report).toMatchObject({
      imported: 0,
      refused: report.rows,
      errors: [{ line: 3, column: null, problem: 'a quotation mark is opened here and never closed' }],
    });
  });
  test('the same in a file too long to be read to its end', async () => {
    const { report } = await purchases(`${header}\n1,2026-11-01,"milk,1\n${'3,2026-11-01,milk,1\n'.repeat(5000)}`);
    expect(report.errors[0]).toMatchObject({ line: 2, problem: expect.stringContaining('quotation mark') });
  });
  test('a quotation mark inside a value is an ordinary character', async () => {
    const { rows } = await products(`${productHeader}\npipe,12" pipe,"a ""real"" pipe",household,A,1,1`);
    expect(rows[0]?.product.name).toEqual({ fr: '12" pipe', en: 'a "real" pipe' });
  });
  test('over 20 MB it is refused before anything is read', async () => {
    await expect(readPurchases(new Uint8Array(maxImportBytes + 1), today)).rejects.toMatchObject({
      code: 'file-too-large',
      status: 413,
    });
  });
  test('over the row limit nothing is imported', async () => {
    const { rows, report } = await purchases(`${header}\n${',2026-11-01,m,1\n'.repeat(maxImportRows + 1)}`);
    expect(rows).toEqual([]);
    expect(report.errors[0]).toMatchObject({ line: maxImportRows + 2, problem: expect.stringContaining('split it') });
  }, 60_000);
  test('the event loop turns while a large file is read', async () => {
    let turns = 0;
    let reading = true;
    const turn = (): void => {
      turns += 1;
      if (reading) setImmediate(turn);
    };
    setImmediate(turn);
    await purchases(`${header}\n${'1001,2026-11-01,milk,1\n'.repeat(20_000)}`);
    reading = false;
    expect(turns).toBeGreaterThan(10);
  });
});

test('a letter of two bytes is never cut where two slices meet', async () => {
  const names = Array.from({ length: 4000 }, (_, index) => `${'é'.repeat(index % 7)}x`);
  const { rows } = await products(
    `${productHeader}\n${names.map((name, index) => `p${index},${name},e,bakery,A,1,1`).join('\n')}`,
  );
  expect(rows.map(({ product }) => product.name.fr)).toEqual(names);
});

test('what was written is what is read, whatever the text holds', async () => {
  const cell = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .map((text) => plain(text).trim())
    .filter((text) => visible.test(text));
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 20 }), fc.constantFrom(',', ';'), async (names, delimiter) => {
      const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const lines = names.map((name, index) => [`p${index}`, quote(name), 'e', 'bakery', 'A', '1', '1'].join(delimiter));
      const { rows } = await products([productHeader.replaceAll(',', delimiter), ...lines].join('\n'));
      expect(rows.map(({ product }) => product.name.fr)).toEqual(names);
    }),
  );
});

test('any bytes at all end in a report, and no value of the file stands in it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.boolean(), async (bytes, withHeader) => {
      const file = withHeader ? Uint8Array.of(...utf8(`${header}\n`), ...bytes) : bytes;
      const { rows, report } = await purchases(file);
      expect(report.imported).toBe(rows.length);
      expect(report.imported + report.refused).toBe(report.rows);
    }),
  );
  const secret = 'MmeDurandTel0612345678';
  const places = [
    `${secret},2026-11-01,m,1`,
    `1,${secret},m,1`,
    `1,2026-11-01,${secret}!,1`,
    `1,2026-11-01,m,${secret}`,
    secret,
    `"${secret}`,
  ];
  for (const line of places) {
    const { report } = await purchases(`${header}\n${line}\n`);
    expect(JSON.stringify(report)).not.toContain('Durand');
  }
});
