import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readQuestions } from '../../../electron/cli/ask-questions.ts';
import { demoCatalogue } from '../../../electron/demo/ask.ts';
import { demoQuestions } from '../../../electron/demo/questions.ts';
import { stems } from '../../../electron/services/ask/stems.ts';
import { Answerer, productIndexes, writtenIndexes } from '../../../shared/ask/answerer.ts';
import { type Labelled, PERSON } from '../../../shared/ask/evaluate.ts';
import type { Intent, Language } from '../../../shared/contract/index.ts';
import type { Sample } from './fit.ts';

const languages: readonly Language[] = ['fr', 'en'];

/** A labelled file of test/fixtures/ask. */
export async function questionsOf(name: string): Promise<readonly Labelled[]> {
  const read = await readQuestions(readFileSync(join(import.meta.dirname, '../../fixtures/ask', name)));
  if (read.problems.length > 0) throw new Error(`${name} line ${read.problems[0]?.line}: ${read.problems[0]?.problem}`);
  return read.questions;
}

/**
 * `labelled`: the questions as they are. `unseen`: every example of the store, asked while it is not there: another wording than any known.
 * `unanswered`: the labelled questions, asked while their answer is not there.
 */
export interface Samples {
  readonly labelled: readonly Sample[];
  readonly unseen: readonly Sample[];
  readonly unanswered: readonly Sample[];
}

const catalogue = productIndexes(demoCatalogue, stems);
const answererOf = (intents: readonly Intent[]) => new Answerer(writtenIndexes(intents, stems), catalogue);

const withOut = (intents: readonly Intent[], id: string, language: Language, example: number): readonly Intent[] =>
  intents.map((intent) =>
    intent.id === id
      ? { ...intent, examples: { ...intent.examples, [language]: intent.examples[language]?.filter((_, i) => i !== example) } }
      : intent,
  );

function sampleOf(answerer: Answerer, text: string, language: Language, expected: string): Sample[] {
  const { candidates, outcome } = answerer.ask(text, language);
  const [first] = candidates;
  // What rules decide, products and persons, is no matter of this curve.
  if (outcome === 'person' || first === undefined || first.kind === 'products') return [];
  return [{ features: first.features, right: first.id === expected, answerable: expected !== '' }];
}

/** What the curve is fitted to. */
export function samplesOf(questions: readonly Labelled[]): Samples {
  const about = questions.filter(({ expected }) => expected !== PERSON && !expected.startsWith('product-'));
  const house = answererOf(demoQuestions);
  return {
    labelled: about.flatMap(({ text, language, expected }) => sampleOf(house, text, language, expected)),
    unseen: demoQuestions.flatMap((intent) =>
      languages.flatMap((language) =>
        (intent.examples[language] ?? []).flatMap((text, place) =>
          sampleOf(answererOf(withOut(demoQuestions, intent.id, language, place)), text, language, intent.id),
        ),
      ),
    ),
    unanswered: demoQuestions.flatMap(({ id }) => {
      const without = answererOf(demoQuestions.filter((intent) => intent.id !== id));
      return about
        .filter(({ expected }) => expected === id)
        .flatMap(({ text, language }) => sampleOf(without, text, language, ''));
    }),
  };
}
