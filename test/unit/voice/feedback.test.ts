import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SMALL_CELL } from '../../../shared/assistance/figures.ts';
import { FeedbackAnswer } from '../../../shared/contract/index.ts';
import { feedbackReport } from '../../../shared/voice/feedback.ts';

const weeks = ['2026-11-02', '2026-11-09', '2026-11-16'];
const words = (count: number, text = 'Très bien') => Array.from({ length: count }, () => ({ text, language: 'fr' as const }));

test('nobody has answered', () => {
  expect(feedbackReport(weeks, [], [])).toEqual({ all: null, weeks: [], words: null });
});

test('a week with few answers is withheld, and another with it so that it cannot be computed', () => {
  const rows = [
    { week: '2026-11-02', answer: 'no', count: 2 },
    { week: '2026-11-09', answer: 'yes', count: 6 },
    { week: '2026-11-16', answer: 'yes', count: 20 },
  ] as const;
  const report = feedbackReport(weeks, rows, []);
  expect(report.all).toEqual({ yes: 26, partly: 0, no: 2 });
  expect(report.weeks.map(({ counts }) => counts !== null)).toEqual([false, false, true]);
});

test('what is withheld is never one week and never fewer than five answers', () => {
  const rows = fc.array(
    fc.record({
      week: fc.constantFrom(...weeks),
      answer: fc.constantFrom(...FeedbackAnswer.options),
      count: fc.integer({ min: 1, max: 12 }),
    }),
    { maxLength: 9 },
  );
  fc.assert(
    fc.property(rows, (given) => {
      const report = feedbackReport(weeks, given, []);
      const hidden = report.weeks.filter(({ counts }) => counts === null).map(({ week }) => week);
      if (report.all === null || hidden.length === 0) return;
      const within = given.filter(({ week }) => hidden.includes(week)).reduce((sum, { count }) => sum + count, 0);
      expect(within).toBeGreaterThanOrEqual(SMALL_CELL);
      if (report.weeks.length > 1) expect(hidden.length).toBeGreaterThan(1);
    }),
  );
});

test('words are shown from five on, judged together', () => {
  expect(feedbackReport(weeks, [], words(4)).words).toBeNull();
  const shown = feedbackReport(weeks, [], [...words(4), ...words(1, 'Personne n’est venu')]).words;
  expect(shown?.sentiments).toEqual({ good: 4, mixed: 0, bad: 1, none: 0 });
  expect(shown?.items).toHaveLength(5);
});
