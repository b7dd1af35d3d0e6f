import { describe, expect, test } from 'vitest';
import { disguised, disguisedCatalogue } from '../../../renderer/i18n/disguise.ts';
import { kioskSentences } from '../../support/sentences.ts';

describe('a sentence in disguise', () => {
  test('is longer, accented and bracketed, and keeps its placeholders and tags', () => {
    expect(disguised('Call <0>{name}</0> now', 'long')).toBe('[Çåall <0>{name}</0> ñnöow]');
  });

  test('runs from right to left, except for what is filled in', () => {
    expect(disguised('Aisle {aisle}', 'mirrored')).toBe('\u200f\u202eAisle \u202c\u200f{aisle}');
  });

  test('grows by 40 % over the whole catalogue', () => {
    const sentences = [...kioskSentences('en').values()].filter((sentence) => !sentence.includes('plural'));
    const length = (texts: readonly string[]) => texts.join('').length;
    const growth = length(sentences.map((sentence) => disguised(sentence, 'long'))) / length(sentences);
    expect(growth).toBeGreaterThan(1.4);
    expect(growth).toBeLessThan(1.6);
  });

  test('keeps plurals what they are', () => {
    const compiled = {
      count: [['n', 'plural', { one: ['#', ' left'], other: ['#', ' left'], offset: 0 }], ' at ', ['price', 'number']],
    };
    expect(disguisedCatalogue(compiled as never, 'long').count).toEqual([
      '[',
      ['n', 'plural', { one: ['#', ' léefţ'], other: ['#', ' léefţ'], offset: 0 }],
      ' åaţ ',
      ['price', 'number'],
      ']',
    ]);
  });
});
