import * as v from 'valibot';
import { queryKey } from '../../../shared/catalogue/query.ts';
import { parseCsv } from './csv.ts';
import { readRow, TextCell } from './rows.ts';
import { ImportTally } from './tally.ts';

const columns = ['said', 'meant'] as const;
const rowSchema = v.strictObject({ said: TextCell(60), meant: TextCell(200) });

/** Reads `said,meant`. A word that stands there twice is refused the second time. */
export async function readSynonyms(
  bytes: Uint8Array,
): Promise<{ readonly rows: readonly v.InferOutput<typeof rowSchema>[]; readonly tally: ImportTally }> {
  const tally = new ImportTally();
  const rows: v.InferOutput<typeof rowSchema>[] = [];
  const lines = new Map<string, number>();
  await parseCsv(bytes, columns, tally, (cells, line) => {
    const row = readRow(rowSchema, cells, line, tally);
    if (row === null) return;
    const key = queryKey(row.said);
    const before = lines.get(key);
    if (before !== undefined) return tally.refuse(line, 'said', `is already on line ${before}`);
    lines.set(key, line);
    rows.push(row);
  });
  return { rows: tally.unusable ? [] : rows, tally };
}
