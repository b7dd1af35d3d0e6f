import { create } from 'zustand';
import { resetComfort } from './comfort.ts';
import { startFeedback, useFeedback } from './feedback.ts';

/** How long the kiosk says goodbye before it shows its first scene again. */
const FAREWELL_MS = 6_000;
/** The same while it asks a question, from the last thing that was touched or typed on. */
const QUESTION_MS = 30_000;

interface Farewell {
  readonly shown: boolean;
  /** Whether it asks how it went. */
  readonly asks: boolean;
}

/** The moment after a visit: nothing of it is left, but the goodbye is still said in the language and size it was read in. */
export const useFarewell = create<Farewell>()(() => ({ shown: false, asks: false }));

let timer: ReturnType<typeof setTimeout> | undefined;

export function endFarewell(): void {
  clearTimeout(timer);
  if (!useFarewell.getState().shown) return;
  useFarewell.setState({ shown: false, asks: false });
  startFeedback();
  resetComfort();
}

/** Something is still being done: the goodbye waits. */
export function stayFarewell(): void {
  if (!useFarewell.getState().shown) return;
  clearTimeout(timer);
  timer = setTimeout(endFarewell, QUESTION_MS);
}

/** @param ask the shopper was served and left of their own accord: one question, once */
export function sayFarewell(ask = false): void {
  const asks = ask && useFeedback.getState().answer === null;
  useFarewell.setState({ shown: true, asks });
  clearTimeout(timer);
  timer = setTimeout(endFarewell, asks ? QUESTION_MS : FAREWELL_MS);
}
