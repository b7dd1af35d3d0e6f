/**
 * `npm run bench:ask [-- --fit]`: how far the kiosk's answers can be trusted. Prints held-out reliability, what each threshold would mean,
 * and how the labelled questions go; `--fit` writes the curve and the threshold into shared/ask/fitted.ts.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printEvaluation } from '../../../electron/cli/ask-report.ts';
import { demoAnswerer } from '../../../electron/demo/ask.ts';
import { evaluate, judgeAll } from '../../../shared/ask/evaluate.ts';
import { answerFrom, askFrom } from '../../../shared/ask/fitted.ts';
import { wilson } from '../empathy/statistics.ts';
import { fitCurve, heldOut, type Sample } from './fit.ts';
import { questionsOf, samplesOf } from './samples.ts';

/** Wrong answers among those given that are still borne. */
const mostWrong = 0.05;
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

interface At {
  readonly threshold: number;
  readonly given: number;
  readonly wrong: number;
  readonly coverage: number;
}

function at(threshold: number, samples: readonly Sample[], probabilities: readonly number[]): At {
  const given = samples.filter((_, i) => (probabilities[i] ?? 0) >= threshold);
  const right = given.filter((sample) => sample.right).length;
  const answerable = samples.filter((sample) => sample.answerable).length;
  return { threshold, given: given.length, wrong: given.length - right, coverage: right / Math.max(1, answerable) };
}

const questions = await questionsOf('questions.csv');
const { labelled, unseen, unanswered } = samplesOf(questions);
const hard = [...unseen, ...unanswered];
const onLabelled = heldOut(labelled, (rest) => fitCurve(rest, hard));
const onUnseen = heldOut(unseen, (rest) => fitCurve(labelled, [...rest, ...unanswered]));

const thresholds = Array.from({ length: 46 }, (_, i) => 0.5 + i / 100);
const bearable = ({ given, wrong }: At) => given > 0 && wrong / given <= mostWrong;
const chosen =
  thresholds.find((_, from) =>
    thresholds.slice(from).every((t) => bearable(at(t, labelled, onLabelled)) && bearable(at(t, unseen, onUnseen))),
  ) ?? 0.95;

console.log(`${labelled.length} labelled questions, ${unseen.length} examples asked while they are not known; ten folds.\n`);
console.log('threshold | labelled: given, wrong, coverage          | unseen wording: given, wrong, coverage');
for (const threshold of [0.5, 0.6, 0.7, chosen, 0.8, 0.9].toSorted((a, b) => a - b)) {
  const cells = [at(threshold, labelled, onLabelled), at(threshold, unseen, onUnseen)].map(({ given, wrong, coverage }) => {
    const { high } = wilson(wrong, given);
    return `${given}, ${percent(wrong / Math.max(1, given))} (≤ ${percent(high)}), ${percent(coverage)}`.padEnd(42);
  });
  console.log(`${threshold.toFixed(2)}${threshold === chosen ? ' ←  ' : '    '} | ${cells.join('| ')}`);
}
console.log('\nHeld-out reliability of the labelled questions:');
for (let tenth = 0; tenth < 10; tenth += 1) {
  const inside = labelled.flatMap((sample, i) => {
    const p = onLabelled[i] ?? 0;
    return Math.min(9, Math.floor(p * 10)) === tenth ? [{ p, right: sample.right }] : [];
  });
  if (inside.length === 0) continue;
  const promised = inside.reduce((sum, { p }) => sum + p, 0) / inside.length;
  const held = inside.filter(({ right }) => right).length / inside.length;
  console.log(
    `  ${tenth / 10}–${(tenth + 1) / 10}: ${inside.length} questions, promised ${percent(promised)}, held ${percent(held)}`,
  );
}
if (process.argv.includes('--fit')) {
  const { weights, offset } = fitCurve(labelled, hard);
  writeFileSync(
    join(import.meta.dirname, '../../../shared/ask/fitted.ts'),
    `/** A logistic curve over the features of a match. */
export interface Fitted {
  readonly weights: readonly number[];
  readonly offset: number;
}

/** Written by \`npm run bench:ask -- --fit\` from test/fixtures/ask/questions.csv and the demo shop's examples. */
export const fitted: Fitted = { weights: [${weights.join(', ')}], offset: ${offset} };

/** From here on an answer is given: the lowest at which, and above which, at most 5 % of held-out answers are wrong. */
export const answerFrom = ${chosen.toFixed(2)};

/** From here on a question is shown as one that may have been meant. */
export const askFrom = ${askFrom};
`,
  );
  console.log(`\nWritten; answers from ${chosen.toFixed(2)}. Run again to see the questions with it.`);
} else {
  console.log(`\nAll labelled questions as the kiosk takes them now (answers from ${answerFrom}):`);
  printEvaluation(evaluate(judgeAll(questions, demoAnswerer())));
}
