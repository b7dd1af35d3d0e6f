import type { Intent } from '../../../shared/contract/index.ts';

import { fromForm, type InForm, inForm } from '../forms/in-languages.ts';

/** A question as it stands in the form: one example a line. */
export interface QuestionDraft extends InForm<'question' | 'answer' | 'examples'> {
  readonly id: string;
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
  ...inForm('question', question, (text) => text),
  ...inForm('answer', answer, (text) => text),
  ...inForm('examples', examples, (list) => list.join('\n')),
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
  question: fromForm('question', draft, (text) => text),
  examples: fromForm('examples', draft, lines),
  answer: fromForm('answer', draft, (text) => text),
  skill: draft.skill === '' ? null : draft.skill,
  common: draft.common,
  active: draft.active,
});
