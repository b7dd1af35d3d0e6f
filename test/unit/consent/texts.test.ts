import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { consentTexts, currentText, isKnownText } from '../../../shared/consent/texts.ts';
import { Purpose, Text } from '../../../shared/contract/values.ts';
import { sha256 } from './facts.ts';

const all = consentTexts.flatMap((text) =>
  (['fr', 'en'] as const).map((language) => ({ ...text, language, words: text[language] })),
);

describe.each(all)('$version in $language', ({ purpose, language, words, version }) => {
  test('has sentences of at most twelve words', () => {
    const sentences = words.split(/(?<=[.?!])\s+/);
    expect(sentences.length).toBeGreaterThan(4);
    const long = sentences.filter((sentence) => sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length > 12);
    expect(long).toEqual([]);
  });
  test('says how to stop, what is kept and for how long', () => {
    expect(words).toMatch(language === 'fr' ? /un seul geste, sur n’importe quel écran/ : /one tap, on any screen/);
    if (purpose === 'camera') {
      expect(words).toMatch(language === 'fr' ? /cette visite seulement/ : /this visit only/);
      expect(words).toMatch(language === 'fr' ? /Rien n’est enregistré/ : /Nothing is recorded/);
    } else
      expect(words).toMatch(language === 'fr' ? /trois ans après votre dernière visite/ : /three years after your last visit/);
  });
  test('starts with a question, and costs nothing to refuse', () => {
    expect(words).toMatch(/^[^.!]*\?/);
    expect(words).toMatch(language === 'fr' ? /Si vous refusez/ : /If you say no/);
  });
  test('passes through the contract unchanged and is recognised', () => {
    expect(v.parse(Text(2000), words)).toBe(words);
    expect(v.parse(Text(20), version)).toBe(version);
    expect(isKnownText(purpose, { version, language, text: words })).toBe(true);
  });
});

test('every purpose has a text', () => {
  for (const purpose of Purpose.options) expect(currentText(purpose).purpose).toBe(purpose);
});

test('words that were altered, or belong to another purpose, version or language, are not known', () => {
  const { version, fr, en } = currentText('recognition');
  expect(isKnownText('recognition', { version, language: 'fr', text: `${fr} ` })).toBe(false);
  expect(isKnownText('recognition', { version, language: 'fr', text: en })).toBe(false);
  expect(isKnownText('history', { version, language: 'fr', text: fr })).toBe(false);
  expect(isKnownText('recognition', { version: 'recognition-0', language: 'fr', text: fr })).toBe(false);
});

test('a released version is never edited: its words still have the hash that stands in the records', () => {
  const released = {
    'camera-1 en': '2d45bd3e40e6d512',
    'camera-1 fr': 'a3e445f16e38b244',
    'camera-2 en': 'd24f132e1e4c6acf',
    'camera-2 fr': '84fe3af4565d27eb',
    'diet-1 en': '705ecf5972a6e70e',
    'diet-1 fr': 'bb894bd65a2202d7',
    'history-1 en': '0ea05b8a9a66a446',
    'history-1 fr': '631b87d67e394089',
    'history-2 en': 'dbda061b3a67b2ca',
    'history-2 fr': '74d6b9fa1eba3e8d',
    'recognition-1 en': 'c5d138c4b1d0ec79',
    'recognition-1 fr': 'f49474e45e900b9a',
  };
  const actual = Object.fromEntries(
    all.map(({ version, language, words }) => [`${version} ${language}`, sha256(words).slice(0, 16)]),
  );
  expect(actual).toEqual(released);
});
