/** A logistic curve over the features of a match. */
export interface Fitted {
  readonly weights: readonly number[];
  readonly offset: number;
}

/** Written by `npm run bench:ask -- --fit` from test/fixtures/ask/questions.csv and the demo shop's examples. */
export const fitted: Fitted = { weights: [-2.804, 6.472, 2.373, 5.721, 2.2, 4.715, -2.1], offset: -5.461 };

/** From here on an answer is given: the lowest at which, and above which, at most 5 % of held-out answers are wrong. */
export const answerFrom = 0.79;

/** From here on a question is shown as one that may have been meant. */
export const askFrom = 0.2;
