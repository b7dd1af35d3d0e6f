import * as v from 'valibot';
import {
  furtherLanguages,
  type ImportReport,
  Intent,
  Language,
  mostExamples,
  mostIntents,
} from '../../../shared/contract/index.ts';
import { csv } from '../../../shared/csv.ts';
import { parseCsv } from '../import/csv.ts';
import { ImportTally } from '../import/tally.ts';
import { readText } from '../import/text.ts';

const said = ['question', 'answer', 'examples'] as const;
type Spoken = `${(typeof said)[number]}_${Language}`;
const inLanguages = (languages: readonly Language[]): Spoken[] =>
  said.flatMap((what) => languages.map((language) => `${what}_${language}` as const));
/** Columns that a file may leave out. */
const optional = inLanguages(furtherLanguages);
const columns = ['id', 'active', 'common', 'skill', ...inLanguages(Language.options)] as const;
/** Between two examples in one cell. */
const between = '|';

/** The questions as a table for spreadsheets, or as JSON. */
export function writeIntents(intents: readonly Intent[], format: 'csv' | 'json'): string {
  if (format === 'json') return `${JSON.stringify(intents, null, 2)}\n`;
  return csv([
    columns,
    ...intents.map(({ id, active, common, skill, question, answer, examples }) => [
      id,
      active ? 'yes' : 'no',
      common ? 'yes' : 'no',
      skill ?? '',
      ...Language.options.map((language) => question[language] ?? ''),
      ...Language.options.map((language) => answer[language] ?? ''),
      ...Language.options.map((language) => (examples[language] ?? []).join(` ${between} `)),
    ]),
  ]);
}

/** What a file holds, and every problem with its line. Only a file without any problem may be taken. */
export interface IntentFile {
  readonly intents: readonly Intent[];
  readonly report: ImportReport;
}

/** Takes one intent, or says what is wrong with it in words that repeat nothing of the file. */
function take(value: unknown, line: number, skills: ReadonlySet<string>, into: Map<string, Intent>, tally: ImportTally) {
  const result = v.safeParse(Intent, value);
  if (!result.success) {
    const [issue] = result.issues;
    const path = v.getDotPath(issue) ?? '';
    const column = /^(?:question|answer|examples)\./.test(path) ? path.split('.').slice(0, 2).join('_') : path || null;
    return tally.refuse(line, column, problemOf(issue));
  }
  const intent = result.output;
  if (intent.skill !== null && !skills.has(intent.skill)) return tally.refuse(line, 'skill', 'the rota has no such skill');
  if (into.has(intent.id)) return tally.refuse(line, 'id', 'stands there twice');
  if (into.size >= mostIntents) return tally.refuse(line, null, `a store has at most ${mostIntents} questions`);
  into.set(intent.id, intent);
}

function problemOf(issue: v.BaseIssue<unknown>): string {
  switch (issue.type) {
    case 'max_length':
      return Array.isArray(issue.input) ? `more than ${mostExamples} examples` : `is longer than ${issue.requirement} characters`;
    case 'min_length':
      return 'is empty';
    case 'regex':
      return issue.input === '' ? 'is empty' : 'may hold 1 to 64 letters, digits, - and _ only';
    case 'strict_object':
      return issue.expected === 'never' ? 'is no field of a question' : 'is missing';
    default:
      return 'is not what belongs here';
  }
}

const yes = new Set(['yes', 'oui', '1', 'true']);
const no = new Set(['no', 'non', '0', 'false']);
const flag = (cell: string): boolean | null => (yes.has(cell.toLowerCase()) ? true : no.has(cell.toLowerCase()) ? false : null);
const list = (cell: string): string[] =>
  cell
    .split(between)
    .map((example) => example.trim())
    .filter((example) => example !== '');

/** What a row says in each language; an empty cell of a further language says nothing. */
const spoken = <T>(cells: Readonly<Record<Spoken, string>>, what: (typeof said)[number], read: (cell: string) => T) =>
  Object.fromEntries(
    Language.options.flatMap((language) => {
      const column = `${what}_${language}` as const;
      return cells[column] === '' && optional.includes(column) ? [] : [[language, read(cells[column])]];
    }),
  );

/** Reads a file that {@link writeIntents} wrote, or one like it: CSV by its columns, JSON by its first bracket. */
export async function readIntents(bytes: Uint8Array, skills: ReadonlySet<string>): Promise<IntentFile> {
  const tally = new ImportTally();
  const intents = new Map<string, Intent>();
  const text = readText(bytes);
  if (text.ok && text.utf8.toString('utf8', 0, 200).trimStart().startsWith('['))
    readJson(text.utf8.toString(), skills, intents, tally);
  else {
    await parseCsv(
      bytes,
      columns,
      tally,
      (cells, line) => {
        const { id, skill } = cells;
        const flags = { active: flag(cells.active), common: flag(cells.common) };
        for (const column of ['active', 'common'] as const)
          if (flags[column] === null) return tally.refuse(line, column, 'is neither yes nor no');
        const value = {
          id,
          ...flags,
          skill: skill === '' ? null : skill,
          question: spoken(cells, 'question', (cell) => cell),
          answer: spoken(cells, 'answer', (cell) => cell),
          examples: spoken(cells, 'examples', list),
        };
        take(value, line, skills, intents, tally);
      },
      optional,
    );
  }
  const report = tally.report();
  if (report.errors.length === 0 && report.rows === 0) tally.refuseFile(1, null, 'the file holds no question');
  const final = tally.report();
  // Whole or not at all: a store that answers half of its questions is worse than one that answers the old ones.
  return final.errors.length === 0
    ? { intents: [...intents.values()], report: final }
    : { intents: [], report: { ...final, imported: 0, refused: final.rows } };
}

/** In JSON a "line" is the place in the list, counted from 1. */
function readJson(text: string, skills: ReadonlySet<string>, into: Map<string, Intent>, tally: ImportTally) {
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch {
    return tally.refuseFile(1, null, 'this is not JSON');
  }
  if (!Array.isArray(values)) return tally.refuseFile(1, null, 'this is no list of questions');
  for (const [place, value] of values.entries()) {
    tally.rows += 1;
    // An export carries the day each was written on; an import writes them anew.
    const { writtenOn: _, ...intent } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
    take(intent, place + 1, skills, into, tally);
  }
}
