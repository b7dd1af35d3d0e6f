import { describe, expect, test } from 'vitest';
import { asRead, readability, sentencesOf, syllablesOf } from '../../support/readability.ts';
import { kioskSentences } from '../../support/sentences.ts';

/** The house rule for a screen that is read standing. */
const MOST_WORDS = 12;
/** Pages that are read at leisure, sitting or on a telephone: they explain the law, and keep its words. */
const atLeisure = /^about\./;
/** Longer, because a shorter sentence would say less than the shopper must know before agreeing. */
const longer: ReadonlySet<string> = new Set(['preference.note.use', 'preference.size.use']);
/** The name of a button is no sentence: measured with them, everything would be easy. */
const LEAST_WORDS = 5;

const kiosk = (language: 'fr' | 'en') => [...kioskSentences(language)].filter(([id]) => !atLeisure.test(id));

describe.each([
  ['fr', 80],
  ['en', 80],
] as const)('the words of the kiosk in %s', (language, least) => {
  test(`are plain: at least ${least}, where 60 is plain and 80 easy`, () => {
    const { score, words, wordsPerSentence } = readability(
      kiosk(language)
        .flatMap(([, message]) => sentencesOf(asRead(message)))
        .filter((sentence) => sentence.length >= LEAST_WORDS)
        .map((sentence) => sentence.join(' ')),
      language,
    );
    expect(words).toBeGreaterThan(500);
    expect(score).toBeGreaterThanOrEqual(least);
    expect(wordsPerSentence).toBeLessThan(9);
  });

  test(`come in sentences of ${MOST_WORDS} words or fewer`, () => {
    const long = kiosk(language).flatMap(([id, message]) =>
      sentencesOf(asRead(message))
        .filter((words) => words.length > MOST_WORDS && !longer.has(id))
        .map((words) => `${id}: ${words.length} words: ${words.join(' ')}`),
    );
    expect(long).toEqual([]);
  });
});

test('nothing is excused that is no longer there or short enough by now', () => {
  const long = (language: 'fr' | 'en', id: string) =>
    sentencesOf(asRead(kioskSentences(language).get(id) ?? '')).some((words) => words.length > MOST_WORDS);
  expect([...longer].filter((id) => !long('fr', id) && !long('en', id))).toEqual([]);
});

describe('the measure', () => {
  test.each([
    ['fr', 'bonjour', 2],
    ['fr', 'recherche', 2],
    ['fr', 'personne', 2],
    ['fr', 'accessibilité', 6],
    ['fr', 'l’écran', 2],
    ['en', 'hello', 2],
    ['en', 'please', 1],
    ['en', 'table', 2],
    ['en', 'asked', 1],
    ['en', 'anybody', 4],
  ] as const)('%s: %s has %i syllables', (language, word, count) => {
    expect(syllablesOf(word, language)).toBe(count);
  });

  test('tells a nursery rhyme from a law', () => {
    const rhyme = 'The cat sat on the mat. It was a fat cat.';
    const law = 'Notwithstanding the aforementioned provisions, administrative authorities may discontinue proceedings.';
    expect(readability([rhyme], 'en').score).toBeGreaterThan(100);
    expect(readability([law], 'en').score).toBeLessThan(0);
    expect(readability(['Le chat dort. Il a faim.'], 'fr').score).toBeGreaterThan(100);
    const loi = 'Nonobstant les dispositions susmentionnées, les administrations compétentes peuvent interrompre les procédures.';
    expect(readability([loi], 'fr').score).toBeLessThan(20);
  });

  test('reads a message as the shopper does', () => {
    expect(asRead('{n, plural, one {# thing left} other {# things left}} for {name}.')).toBe('2 things left for 12.');
  });
});
