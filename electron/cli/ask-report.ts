import type { Evaluation } from '../../shared/ask/evaluate.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Prints how questions went, for people. */
export function printEvaluation(evaluation: Evaluation): void {
  const { questions, answered, wrong, wrongRate, precision, coverage, asked, unknown, person, personMissed, missed, ece, bins } =
    evaluation;
  console.log(`${questions} questions: ${answered} answered, ${asked} asked back, ${unknown} not known, ${person} to a person.`);
  console.log(`Wrong answers: ${wrong} of ${answered} (${percent(wrongRate)}); precision ${percent(precision)}.`);
  console.log(
    `Coverage: ${percent(coverage)} of the questions that have an answer got it at once; ${missed} neither at once nor among three.`,
  );
  console.log(`Sentences for a person that reached none: ${personMissed}.`);
  console.log(`Calibration error (ECE, ten bins): ${ece.toFixed(3)}.`);
  for (const { from, count, promised, held } of bins) {
    if (count > 0) console.log(`  ${from.toFixed(1)}: ${count} questions, promised ${percent(promised)}, held ${percent(held)}`);
  }
}
