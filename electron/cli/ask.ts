import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { Answerer, productIndexes, writtenIndexes } from '../../shared/ask/answerer.ts';
import { evaluate, judgeAll } from '../../shared/ask/evaluate.ts';
import { answerFrom } from '../../shared/ask/fitted.ts';
import { OperatorError } from '../../shared/errors.ts';
import { demoAnswerer } from '../demo/ask.ts';
import { stems } from '../services/ask/stems.ts';
import { categoryName } from '../services/categories.ts';
import { askStore } from '../store/ask.ts';
import { productStore } from '../store/products.ts';
import { openReadOnly } from '../store/read-only.ts';
import { readQuestions } from './ask-questions.ts';
import { printEvaluation } from './ask-report.ts';

const evalHelp = `
The file is CSV with the columns text,language,expected: what a shopper types, fr or en, and the identifier of the question it
should lead to. Empty: the store has no answer to it. "hours", "product-place", "product-price" and "product-stock" are answered
from the store's own data, and "person" is for sentences that must bring one. Nothing is learnt from it and nothing is kept.

Exit code: 0 evaluated, 1 some lines were not good and are named on stderr, 2 nothing could be evaluated.

Example:
  prevenance ask eval --questions test/fixtures/ask/questions.csv`;

/** @throws OperatorError `no-data`, `database-older` */
function answererOf(folder: string | undefined): Answerer {
  if (folder === undefined) return demoAnswerer();
  const file = join(folder, 'store.db');
  if (!existsSync(file))
    throw new OperatorError(
      'no-data',
      `There is no store in ${folder}: choose another --data folder, or leave it out for the demo shop.`,
    );
  const db = openReadOnly(file);
  try {
    if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'ask_version'").get() === undefined)
      throw new OperatorError(
        'database-older',
        `The store in ${folder} is of an older version: start its station once with this one.`,
      );
    const products = productStore(db).list();
    return new Answerer(
      writtenIndexes(askStore(db).latest()?.intents ?? [], stems),
      productIndexes(
        products.map(({ id, name, category }) => ({ id, name, categoryName: categoryName(category) })),
        stems,
      ),
    );
  } finally {
    db.close();
  }
}

/** `prevenance ask eval`: one JSON object a question on stdout with --json, else a report and what went wrong. */
async function run({ questions: file, data, json }: { questions: string; data?: string; json?: boolean }): Promise<void> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    console.error(`prevenance: ${file} cannot be read: ${(error as Error).message}`);
    process.exitCode = 2;
    return;
  }
  const { questions, problems } = await readQuestions(bytes);
  for (const { line, problem } of problems) console.error(`${file}:${line}: ${problem}`);
  process.exitCode = questions.length === 0 ? 2 : problems.length > 0 ? 1 : 0;
  if (questions.length === 0) return;
  const judged = judgeAll(questions, answererOf(data));
  const evaluation = evaluate(judged);
  if (json === true) {
    for (const one of judged) console.log(JSON.stringify(one));
    console.log(JSON.stringify({ ...evaluation, answerFrom }));
    return;
  }
  printEvaluation(evaluation);
  for (const { right, outcome, text, expected, best, probability } of judged) {
    if (!right)
      console.log(
        `  ${outcome}: “${text}” expected ${expected || 'no answer'}, nearest ${best ?? 'nothing'} (${(100 * probability).toFixed(0)} %)`,
      );
  }
}

/** `prevenance ask …` */
export function askCommands(program: Command): void {
  program
    .command('ask')
    .description('what shoppers are answered')
    .command('eval')
    .description('put labelled questions to the store: wrong answers, coverage, and whether its confidence can be believed')
    .requiredOption('--questions <file>', 'CSV: text,language,expected; - reads stdin')
    .option('--data <folder>', "the store's data folder (default: the demo shop)")
    .option('--json', 'one JSON object a question, then the figures')
    .addHelpText('after', evalHelp)
    .action(run);
}
