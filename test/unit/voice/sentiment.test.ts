import { describe, expect, test } from 'vitest';
import { sentimentOf } from '../../../shared/voice/sentiment.ts';

describe('negation', () => {
  test.each([
    ['Pas mal', 'good'],
    ['Pas mal du tout', 'good'],
    ['Not bad', 'good'],
    ['Pas terrible', 'bad'],
    ['Ce n’était pas bien', 'bad'],
    ["It wasn't very helpful", 'bad'],
    ['Not disappointed', 'good'],
    ['Aucun problème', 'good'],
    ['No problem at all', 'good'],
    ['Rien à redire', 'good'],
    ['Can’t complain', 'good'],
    ['Sans sourire', 'bad'],
  ] as const)('%s: %s', (text, sentiment) => expect(sentimentOf(text)).toBe(sentiment));
});

describe('plain words', () => {
  test.each([
    ['Accueil chaleureux, merci', 'good'],
    ['Vendeuse souriante et efficace', 'good'],
    ['Great help, thank you', 'good'],
    ['J’ai attendu trop longtemps', 'bad'],
    ['Personne n’est venu', 'bad'],
    ['The man was rude', 'bad'],
    ['Nobody came', 'bad'],
    ['Très bien mais trop lent', 'mixed'],
    ['Lovely service but too expensive', 'mixed'],
    ['Le rayon est au fond à gauche', 'none'],
    ['I came for bread', 'none'],
    ['', 'none'],
    ['😀 !!! ???', 'none'],
  ] as const)('%s: %s', (text, sentiment) => expect(sentimentOf(text)).toBe(sentiment));
});

test('case and accents do not count', () => {
  expect(sentimentOf('TRÈS DÉSAGRÉABLE')).toBe(sentimentOf('tres desagreable'));
});
