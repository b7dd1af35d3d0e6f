import type { Intent } from '../../../shared/contract/index.ts';

/** A question as it stands in the form: one example a line. */
export interface QuestionDraft {
  readonly id: string;
  readonly questionFr: string;
  readonly questionEn: string;
  readonly answerFr: string;
  readonly answerEn: string;
  readonly examplesFr: string;
  readonly examplesEn: string;
  /** Empty: anybody. */
  readonly skill: string;
  readonly common: boolean;
  readonly active: boolean;
}

export const newQuestion = (id: string): Intent => ({
  id,
  question: { fr: '', en: '' },
  examples: { fr: [], en: [] },
  answer: { fr: '', en: '' },
  skill: null,
  common: false,
  active: true,
});

export const questionDraft = ({ id, question, examples, answer, skill, common, active }: Intent): QuestionDraft => ({
  id,
  questionFr: question.fr,
  questionEn: question.en,
  answerFr: answer.fr,
  answerEn: answer.en,
  examplesFr: examples.fr.join('\n'),
  examplesEn: examples.en.join('\n'),
  skill: skill ?? '',
  common,
  active,
});

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The form as the contract wants it. */
export const readQuestion = (draft: QuestionDraft): Intent => ({
  id: draft.id,
  question: { fr: draft.questionFr, en: draft.questionEn },
  examples: { fr: lines(draft.examplesFr), en: lines(draft.examplesEn) },
  answer: { fr: draft.answerFr, en: draft.answerEn },
  skill: draft.skill === '' ? null : draft.skill,
  common: draft.common,
  active: draft.active,
});
