import * as v from 'valibot';
import type { Labelled } from '../../shared/ask/evaluate.ts';
import { Language, Text } from '../../shared/contract/index.ts';
import { parseCsv } from '../services/import/csv.ts';
import { readRow } from '../services/import/rows.ts';
import { ImportTally } from '../services/import/tally.ts';

const Row = v.strictObject({
  text: Text(300),
  language: v.pipe(v.string(), v.toLowerCase(), v.picklist(Language.options, 'is neither fr nor en')),
  expected: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{0,64}$/, 'is no identifier of a question')),
});

/** Reads `text,language,expected`. */
export async function readQuestions(bytes: Uint8Array): Promise<{
  readonly questions: readonly Labelled[];
  readonly problems: readonly { readonly line: number; readonly problem: string }[];
}> {
  const tally = new ImportTally();
  const questions: Labelled[] = [];
  await parseCsv(bytes, ['text', 'language', 'expected'], tally, (cells, line) => {
    const row = readRow(Row, cells, line, tally);
    if (row !== null) questions.push(row);
  });
  const problems = tally.report().errors.map(({ line, column, problem }) => ({
    line,
    problem: column === null ? problem : `${column}: ${problem}`,
  }));
  return { questions: tally.unusable ? [] : questions, problems };
}
