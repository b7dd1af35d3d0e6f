import { SMALL_CELL, smallCells } from '../assistance/figures.ts';
import type { FeedbackAnswer, FeedbackReport, Sentiment } from '../contract/feedback.ts';
import type { Language } from '../contract/values.ts';
import { sentimentOf } from './sentiment.ts';

interface Counted {
  readonly week: string;
  readonly answer: FeedbackAnswer;
  readonly count: number;
}

type Counts = Record<FeedbackAnswer, number>;

const sum = (rows: readonly Counted[]): Counts => {
  const counts: Counts = { yes: 0, partly: 0, no: 0 };
  for (const { answer, count } of rows) counts[answer] += count;
  return counts;
};

const size = ({ yes, partly, no }: Counts): number => yes + partly + no;

function readWords(items: readonly { readonly text: string; readonly language: Language }[]): FeedbackReport['words'] {
  if (items.length < SMALL_CELL) return null;
  const sentiments: Record<Sentiment, number> = { good: 0, mixed: 0, bad: 0, none: 0 };
  for (const { text } of items) sentiments[sentimentOf(text)] += 1;
  return { sentiments, items: [...items] };
}

/**
 * Answers by week, and words on the whole. A week with too few answers is withheld, and others with it where it could be computed; words
 * are withheld while there are so few that they point at somebody.
 * @param weeks Mondays, in the order in which they are shown
 */
export function feedbackReport(
  weeks: readonly string[],
  rows: readonly Counted[],
  words: readonly { readonly text: string; readonly language: Language }[],
): FeedbackReport {
  const byWeek = weeks.map((week) => ({ week, counts: sum(rows.filter((row) => row.week === week)) }));
  const filled = byWeek.filter(({ counts }) => size(counts) > 0);
  const withheld = smallCells(filled.map(({ week, counts }) => ({ group: week, size: size(counts) })));
  const all = sum(rows);
  return {
    all: size(all) < SMALL_CELL ? null : all,
    weeks: filled.map(({ week, counts }) => ({ week, counts: withheld.has(week) ? null : counts })),
    words: readWords(words),
  };
}
