import * as v from 'valibot';
import { route } from './route.ts';
import { Language, LocalDate, OptionalText, visible } from './values.ts';

const done = v.strictObject({ ok: v.literal(true) });

/** Characters of the words. */
export const feedbackLength = 280;

const Words = v.pipe(OptionalText(feedbackLength), v.regex(visible, 'there is nothing to see in this text'));

/** Days for which the words of a feedback are kept at most. */
export const feedbackWordDays = 90;

/** Weeks a report of feedback can cover. */
export const feedbackWeeks = [4, 13, 52] as const;

/** "Did you get what you came for?" It asks about the thing, never about a person. */
export const FeedbackAnswer = v.picklist(['yes', 'partly', 'no']);
export type FeedbackAnswer = v.InferOutput<typeof FeedbackAnswer>;

/** What words say on the whole. */
export const Sentiment = v.picklist(['good', 'mixed', 'bad', 'none']);
export type Sentiment = v.InferOutput<typeof Sentiment>;

const Counts = v.strictObject({ yes: v.number(), partly: v.number(), no: v.number() });

/** Answers by week and words by what they say; what is null is withheld because too few stand behind it. */
export const FeedbackReport = v.strictObject({
  all: v.nullable(Counts),
  weeks: v.array(v.strictObject({ week: LocalDate, counts: v.nullable(Counts) })),
  words: v.nullable(
    v.strictObject({
      sentiments: v.strictObject({ good: v.number(), mixed: v.number(), bad: v.number(), none: v.number() }),
      /** In no order that tells anything. */
      items: v.array(v.strictObject({ text: v.string(), language: Language })),
    }),
  ),
});
export type FeedbackReport = v.InferOutput<typeof FeedbackReport>;

export const feedbackRoutes = {
  /** Needs no visit: nothing of one goes into it. */
  'kiosk/feedback': route('kiosk', v.strictObject({ answer: FeedbackAnswer }), done),
  /** Sent by itself, so that nothing joins words to an answer. */
  'kiosk/feedback-words': route('kiosk', v.strictObject({ words: Words, language: Language }), done),
  'manager/feedback': route('manager', v.strictObject({ weeks: v.picklist(feedbackWeeks) }), FeedbackReport),
};
