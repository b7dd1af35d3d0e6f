import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type InLanguages, Language, StoreWords } from '../../../shared/contract/index.ts';
import { allWords, languageFor, wordsIn } from '../../../shared/words-in.ts';

/** A language of tomorrow: these rules must hold for it before it is there. */
const later = 'es' as Language;
const tea: StoreWords = { fr: 'Thé', en: 'Tea' };
const more = { ...tea, es: 'Té' } as StoreWords;

describe('words of the store', () => {
  test('are given in the language of whoever reads, otherwise in English', () => {
    for (const language of Language.options) expect(wordsIn(tea, language)).toBe(tea[language]);
    expect(wordsIn(tea, later)).toBe('Tea');
    expect(wordsIn(more, later)).toBe('Té');
  });

  test('say which language they are given in', () => {
    expect([languageFor(tea, 'fr'), languageFor(tea, later), languageFor(more, later)]).toEqual(['fr', 'en', later]);
  });

  test('may be nothing in a language, such as a list without entries, and are then not replaced', () => {
    const lists = { fr: ['a'], en: ['b'], es: [] } as InLanguages<readonly string[]>;
    expect(wordsIn(lists, later)).toEqual([]);
  });

  test('must be there in French and in English, and in no language that is unknown', () => {
    expect(v.safeParse(StoreWords, { fr: 'Thé' }).success).toBe(false);
    expect(v.safeParse(StoreWords, { fr: 'Thé', en: '' }).success).toBe(false);
    expect(v.safeParse(StoreWords, { ...tea, xx: 'T' }).success).toBe(false);
    expect(v.parse(StoreWords, tea)).toEqual(tea);
  });

  test('are searched in all of their languages', () => {
    expect(allWords(tea)).toBe('Thé Tea');
  });
});
