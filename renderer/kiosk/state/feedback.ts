import { create } from 'zustand';
import type { FeedbackAnswer } from '../../../shared/contract/index.ts';

interface Feedback {
  readonly answer: FeedbackAnswer | null;
  readonly words: string;
  /** The words have arrived. */
  readonly said: boolean;
}

const fresh: Feedback = { answer: null, words: '', said: false };

/** What this shopper has said to the one question after service: asked once, wherever it comes up first. */
export const useFeedback = create<Feedback>()(() => fresh);

/** Somebody else is there, or nobody. */
export const startFeedback = (): void => useFeedback.setState(fresh, true);
