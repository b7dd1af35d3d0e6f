import { finished } from 'node:stream/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { CallerError } from '../../../shared/errors.ts';
import type { ImportTally } from './tally.ts';
import { delimiterOf, readText } from './text.ts';

/** Largest file taken, bytes. A year of a store's loyalty purchases is about half of it. */
export const maxImportBytes = 20 * 1024 * 1024;
/** Largest number of data rows. */
export const maxImportRows = 500_000;
/** A longer row is a damaged file: most often a quotation mark that is never closed. */
const maxRowBytes = 20_000;
/** Parsed between two turns of the event loop: about a millisecond of work. */
const sliceBytes = 32 * 1024;

type Row<C extends string> = Readonly<Record<C, string>>;

/**
 * Reads a CSV file row by row: UTF-8 (with or without byte order mark) or Windows-1252, comma or semicolon, any line ending, columns in
 * any order. Values are trimmed. Columns that nobody asked for are ignored. Between slices the event loop runs.
 * @param optional columns that may be missing; their cells are then empty.
 * @param onRow gets each row whose number of columns is right; problems go to `tally`.
 * @throws {@link CallerError} `file-too-large` over {@link maxImportBytes}.
 */
export async function parseCsv<C extends string>(
  bytes: Uint8Array,
  columns: readonly C[],
  tally: ImportTally,
  onRow: (row: Row<C>, line: number) => void,
  optional: readonly C[] = [],
): Promise<void> {
  if (bytes.length > maxImportBytes) {
    throw new CallerError('file-too-large', 'the file is larger than 20 MB: split it into several', 413, { bytes: bytes.length });
  }
  const file = readText(bytes);
  if (!file.ok) return tally.refuseFile(1, null, file.problem);
  tally.encoding = file.encoding;

  let nextLine = 1;
  let header: { readonly places: ReadonlyMap<C, number>; readonly width: number } | null = null;
  const onRecord = (record: readonly string[]): null => {
    const line = nextLine;
    // Counted here because the parser counts a CRLF inside quotes twice.
    nextLine += 1 + record.reduce((sum, field) => sum + (field.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    if (tally.unusable || record.every((field) => field.trim() === '')) return null;
    if (header === null) {
      header = readHeader(record, columns, optional, tally, line);
      return null;
    }
    tally.rows += 1;
    if (tally.rows > maxImportRows) {
      tally.refuseFile(line, null, `the file has more than ${maxImportRows} rows: split it into several`);
    } else if (record.length !== header.width) {
      tally.refuse(line, null, `this row has ${record.length} columns, the first line has ${header.width}`);
    } else {
      const { places } = header;
      onRow(Object.fromEntries(columns.map((column) => [column, record[places.get(column)!]?.trim() ?? ''])) as Row<C>, line);
    }
    return null;
  };

  const parser = parse({
    delimiter: delimiterOf(file.utf8),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: maxRowBytes,
    on_record: onRecord,
  });
  parser.resume();
  const end = finished(parser);
  // Handled below; without this a fault during the loop would be unhandled until then.
  end.catch(() => {});
  for (let from = 0; from < file.utf8.length && !parser.destroyed && !tally.unusable; from += sliceBytes) {
    parser.write(file.utf8.subarray(from, from + sliceBytes));
    await breathe();
  }
  if (tally.unusable) {
    parser.destroy();
    return;
  }
  if (!parser.destroyed) parser.end();
  try {
    await end;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return tally.refuseFile(nextLine, null, problemOf(error));
  }
  if (header === null) tally.refuseFile(1, null, 'the file is empty');
}

function readHeader<C extends string>(
  record: readonly string[],
  columns: readonly C[],
  optional: readonly C[],
  tally: ImportTally,
  line: number,
) {
  const names = record.map((name) => name.trim().toLowerCase());
  for (const column of columns) {
    const times = names.filter((name) => name === column).length;
    if (times === 0 && !optional.includes(column))
      tally.refuseFile(line, column, `the column "${column}" is missing${unknownNames(names, columns)}`);
    if (times > 1) tally.refuseFile(line, column, `the column "${column}" is there ${times} times`);
  }
  return { places: new Map(columns.map((column) => [column, names.indexOf(column)])), width: names.length };
}

/** Names what stands there instead. Only what looks like a column name: a file without header has somebody's data in its first line. */
function unknownNames(names: readonly string[], columns: readonly string[]): string {
  const unknown = names.filter((name) => !columns.includes(name) && /^\p{L}[\p{L}_ -]{0,29}$/u.test(name)).slice(0, 5);
  return unknown.length === 0 ? '' : `; the file has ${unknown.map((name) => `"${name}"`).join(', ')}`;
}

function problemOf(error: CsvError): string {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quotation mark is opened here and never closed';
    case 'CSV_MAX_RECORD_SIZE':
      return `this row is longer than ${maxRowBytes} bytes: look for a quotation mark that is never closed`;
    default:
      return `this row cannot be read (${error.code})`;
  }
}
