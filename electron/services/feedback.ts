import { type FeedbackAnswer, type FeedbackReport, feedbackWordDays, type Received } from '../../shared/contract/index.ts';
import { minutes } from '../../shared/units.ts';
import { feedbackReport } from '../../shared/voice/feedback.ts';
import type { Context } from './context.ts';
import type { StoreHours } from './store-hours.ts';
import { daysBefore, mondayOf } from './store-time.ts';
import { Throttle } from './throttle.ts';

const SWEEP_EVERY = minutes(60);
/** A visit takes longer than this: five answers in it are somebody playing with the figures. */
const WINDOW = minutes(3);
/** As far back as a report goes, and a week that has begun. */
const ANSWER_DAYS = 53 * 7;

/** What shoppers say after service: counted by week, with words that nothing leads from. */
export class Feedback {
  readonly #context: Context;
  readonly #hours: StoreHours;
  readonly #throttle: Throttle;
  #cancel: (() => void) | null = null;

  constructor(context: Context, hours: StoreHours) {
    this.#context = context;
    this.#hours = hours;
    this.#throttle = new Throttle(context.clock, undefined, WINDOW);
  }

  start(): void {
    this.#cancel ??= this.#context.clock.every(SWEEP_EVERY, () => this.sweep());
    this.sweep();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  /** @throws CallerError `throttled` */
  answered(answer: FeedbackAnswer): void {
    this.#throttle.admit('answer');
    this.#context.store.feedback.add(mondayOf(this.#hours.date()), answer);
  }

  /** @throws CallerError `throttled` */
  said({ words, language }: Received<'kiosk/feedback-words'>): void {
    this.#throttle.admit('words');
    this.#context.store.feedback.addWords(mondayOf(this.#hours.date()), { text: words, language });
  }

  report(weeks: number): FeedbackReport {
    const { store } = this.#context;
    const last = mondayOf(this.#hours.date());
    const mondays = Array.from({ length: weeks }, (_, back) => daysBefore(last, 7 * (weeks - 1 - back)));
    const first = mondays[0] ?? last;
    return feedbackReport(mondays, store.feedback.counts(first), store.feedback.words(first));
  }

  /** Erases words after the time that was promised, and answers that no report reaches. */
  sweep(): void {
    const { store } = this.#context;
    const today = this.#hours.date();
    store.feedback.removeAnswersTo(daysBefore(today, ANSWER_DAYS));
    // The week stands for its Monday: nothing is kept longer than promised, some a few days less.
    if (store.feedback.removeWordsTo(daysBefore(today, feedbackWordDays)) > 0) store.scrub();
  }
}
