import type { I18n, MessageDescriptor } from '@lingui/core';

/** The station's sentences about rows, by what they begin with or contain. `{detail}` is the number or the name in them. */
const known: readonly (readonly [RegExp, MessageDescriptor])[] = [
  [/^is empty$/, /*i18n*/ { id: 'manager.row.empty', message: 'is empty' }],
  [/^is not a whole number/, /*i18n*/ { id: 'manager.row.not-whole', message: 'is not a whole number' }],
  [/^is less than (.+)$/, /*i18n*/ { id: 'manager.row.less', message: 'is less than {detail}' }],
  [/^is more than (.+)$/, /*i18n*/ { id: 'manager.row.more', message: 'is more than {detail}' }],
  [/^is longer than (\d+) characters/, /*i18n*/ { id: 'manager.row.long', message: 'is longer than {detail} characters' }],
  [/^is not a price/, /*i18n*/ { id: 'manager.row.price', message: 'is not a price such as 2.49 or 2,49' }],
  [
    /^is not an EAN or UPC code/,
    /*i18n*/ { id: 'manager.row.barcode', message: 'is not an EAN or UPC code: a digit is missing or wrong' },
  ],
  [/^is already on line (\d+)/, /*i18n*/ { id: 'manager.row.twice', message: 'is already on line {detail}' }],
  [/letters, digits, - and _/, /*i18n*/ { id: 'manager.row.letters', message: 'may hold letters, digits, - and _ only' }],
  [/^is not a date/, /*i18n*/ { id: 'manager.row.date', message: 'is not a date written YYYY-MM-DD' }],
  [/^is not a day/, /*i18n*/ { id: 'manager.row.day', message: 'is not a day of the calendar' }],
  [/^is before 1990/, /*i18n*/ { id: 'manager.row.old', message: 'is before 1990' }],
  [/^is in the future/, /*i18n*/ { id: 'manager.row.future', message: 'is in the future' }],
  [/^this product is not in/, /*i18n*/ { id: 'manager.row.product', message: 'this product is not in the catalogue' }],
  [/^no customer has/, /*i18n*/ { id: 'manager.row.customer', message: 'no customer has this number' }],
  [
    /^this customer did not agree/,
    /*i18n*/ { id: 'manager.row.consent', message: 'this customer did not agree to the use of purchases' },
  ],
  [/^the file is empty/, /*i18n*/ { id: 'manager.row.no-file', message: 'the file is empty' }],
  [/^the file is larger/, /*i18n*/ { id: 'manager.row.large', message: 'the file is too large: split it into several' }],
  [
    /^the file has more than (\d+) rows/,
    /*i18n*/ { id: 'manager.row.many', message: 'the file has more than {detail} rows: split it into several' },
  ],
  [/^the column "([^"]+)" is missing/, /*i18n*/ { id: 'manager.row.no-column', message: 'the column “{detail}” is missing' }],
  [
    /^the column "([^"]+)" is there/,
    /*i18n*/ { id: 'manager.row.column-twice', message: 'the column “{detail}” is there more than once' },
  ],
  [
    /^this row has (\d+) columns/,
    /*i18n*/ { id: 'manager.row.columns', message: 'this row has {detail} columns, the first line has another number' },
  ],
  [/quotation mark/, /*i18n*/ { id: 'manager.row.quote', message: 'a quotation mark is never closed' }],
  [
    /^this is a spreadsheet/,
    /*i18n*/ { id: 'manager.row.spreadsheet', message: 'this is a spreadsheet, not a CSV file: save it as “CSV UTF-8” first' },
  ],
  [/^this file is UTF-16/, /*i18n*/ { id: 'manager.row.utf16', message: 'this file is UTF-16: save it as “CSV UTF-8” first' }],
  [/^this file is not text/, /*i18n*/ { id: 'manager.row.not-text', message: 'this file is not text' }],
];

/** A problem of one row in the page's language; a sentence the page does not know stays as the station wrote it. */
export function importProblemWords(problem: string, i18n: I18n): string {
  for (const [pattern, words] of known) {
    const match = pattern.exec(problem);
    if (match !== null) return i18n._({ ...words, values: { detail: match[1] ?? '' } });
  }
  return problem;
}
