import type { AskOutcome, Language } from '../contract/index.ts';
import type { Answerer, Verdict } from './answerer.ts';

/** A question and what it asks for; empty when the store has no answer to it, `person` when a person is the answer. */
export interface Labelled {
  readonly text: string;
  readonly language: Language;
  readonly expected: string;
}

/** Expected where a person is the answer. */
export const PERSON = 'person';

/** How one question went. */
export interface Judged extends Labelled {
  readonly outcome: AskOutcome;
  /** The best candidate, answered or not. */
  readonly best: string | null;
  readonly probability: number;
  readonly right: boolean;
}

/** `right`: answered as expected, among the questions shown, unknown as it should be, or given to a person. */
export function judge(labelled: Labelled, verdict: Verdict): Judged {
  const first = verdict.candidates[0];
  return {
    ...labelled,
    outcome: verdict.outcome,
    best: first?.id ?? null,
    probability: first?.probability ?? 0,
    right: isRight(labelled.expected, verdict),
  };
}

function isRight(expected: string, { outcome, candidates }: Verdict): boolean {
  const first = candidates[0]?.id;
  switch (outcome) {
    case 'answered':
      return first !== undefined && sameAnswer(first, expected);
    case 'which':
      return candidates.slice(0, 3).some(({ id }) => sameAnswer(id, expected));
    case 'unknown':
      return expected === '';
    case 'person':
      return expected === PERSON;
  }
}

/** An answer about a product says place, price and stock at once, whichever was asked for. */
const sameAnswer = (given: string, expected: string): boolean =>
  given === expected || (given.startsWith('product-') && expected.startsWith('product-'));

/** What a shopper meets, in numbers. */
export interface Evaluation {
  readonly questions: number;
  readonly answered: number;
  /** Answered with something else than what was asked. */
  readonly wrong: number;
  /** Wrong answers among all that were given, 0–1. */
  readonly wrongRate: number;
  /** Right answers among all that were given, 0–1. */
  readonly precision: number;
  /** Right answers among the questions that have one, 0–1. */
  readonly coverage: number;
  /** Questions with an answer that was neither given nor shown among the three. */
  readonly missed: number;
  readonly asked: number;
  readonly unknown: number;
  readonly person: number;
  /** Sentences for a person that reached none at once. */
  readonly personMissed: number;
  /** Expected calibration error: mean distance of the promised probability from what held, over ten bins (Naeini et al., AAAI 2015). */
  readonly ece: number;
  readonly bins: readonly Bin[];
}

/** Answers whose probability lies between two tenths. */
export interface Bin {
  readonly from: number;
  readonly count: number;
  readonly promised: number;
  readonly held: number;
}

const tenths = 10;

/** Adds up how questions went. */
export function evaluate(judged: readonly Judged[]): Evaluation {
  const of = (outcome: AskOutcome) => judged.filter((one) => one.outcome === outcome);
  const answered = of('answered');
  const right = answered.filter((one) => one.right).length;
  const answerable = judged.filter(({ expected }) => expected !== '' && expected !== PERSON);
  const scored = judged.filter(({ outcome, best }) => outcome !== 'person' && best !== null);
  const bins = Array.from({ length: tenths }, (_, i): Bin => {
    const inside = scored.filter(({ probability }) => Math.min(tenths - 1, Math.floor(probability * tenths)) === i);
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    return {
      from: i / tenths,
      count: inside.length,
      promised: mean(inside.map(({ probability }) => probability)),
      held: mean(inside.map(({ best, expected }) => Number(best !== null && sameAnswer(best, expected)))),
    };
  });
  return {
    questions: judged.length,
    answered: answered.length,
    wrong: answered.length - right,
    wrongRate: answered.length === 0 ? 0 : (answered.length - right) / answered.length,
    precision: answered.length === 0 ? 1 : right / answered.length,
    coverage: answerable.length === 0 ? 0 : right / answerable.length,
    missed: answerable.filter((one) => !one.right && one.outcome !== 'answered').length,
    asked: of('which').length,
    unknown: of('unknown').length,
    person: of('person').length,
    personMissed: judged.filter(({ expected, outcome }) => expected === PERSON && outcome !== 'person').length,
    ece: bins.reduce(
      (sum, { count, promised, held }) => sum + (count * Math.abs(promised - held)) / Math.max(1, scored.length),
      0,
    ),
    bins,
  };
}

/** Puts every question to the store. */
export const judgeAll = (labelled: readonly Labelled[], answerer: Answerer): Judged[] =>
  labelled.map((one) => judge(one, answerer.ask(one.text, one.language)));
