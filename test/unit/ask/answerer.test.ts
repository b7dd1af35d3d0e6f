import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoAnswerer } from '../../../electron/demo/ask.ts';
import { evaluate, judgeAll } from '../../../shared/ask/evaluate.ts';
import { questionsOf } from '../../bench/ask/samples.ts';

const answerer = demoAnswerer();
const first = (question: string, language: 'fr' | 'en' = 'fr') => {
  const { outcome, candidates } = answerer.ask(question, language);
  return outcome === 'answered' ? candidates[0]?.id : outcome;
};

describe('a question', () => {
  test.each([
    ['vous ouvrez à quelle heure dimanche', 'fr', 'hours'],
    ['où sont les piles', 'fr', 'product-place'],
    ['how much is the olive oil', 'en', 'product-price'],
    ['OU SONT LES TOILETES', 'fr', 'toilets'],
    ['wher is the suger', 'en', 'product-place'],
    ['can I bring my dog', 'fr', 'dogs'],
    ['je peux venir avec mon chien', 'en', 'dogs'],
    ['vous êtes ouverts le 8 mai', 'fr', 'holidays'],
    ['avez-vous du lait de coco', 'fr', 'unknown'],
    ['where does your meat come from', 'en', 'local'],
    ['remboursemment', 'fr', 'returns'],
    ['quelle heure est-il', 'fr', 'unknown'],
    ['vous êtes ouverts demain ?', 'fr', 'hours'],
    ['vous êtes ouverts maintenant', 'fr', 'hours'],
    ['are you open this evening', 'en', 'hours'],
    ['are you open now', 'en', 'hours'],
    ['avez-vous des avocats bio', 'fr', 'which'],
    ['il est où le fromage', 'fr', 'product-place'],
    ['when do u open tmrw', 'en', 'hours'],
    ['organic kiwis', 'en', 'which'],
  ] as const)('"%s" (%s) → %s', (question, language, id) => {
    expect(first(question, language)).toBe(id);
  });

  test('for a thing nobody knows is asked back rather than answered by what it is like or for', () => {
    const shown = (question: string, language: 'fr' | 'en') => answerer.ask(question, language).candidates.map(({ id }) => id);
    expect(shown('des piles pour ma télécommande', 'fr')).toContain('product-place');
    expect(first('des piles pour ma télécommande', 'fr')).toBe('which');
    expect(shown('des piles de lune', 'fr')).not.toContain('product-place');
  });

  test('is read without accents, case and punctuation', () => {
    expect(answerer.ask('Où garer ma voiture ?', 'fr').candidates).toEqual(answerer.ask('ou garer ma voiture', 'fr').candidates);
  });

  test('of any kind is read without a fault', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void answerer.ask(text, 'fr')));
  });
});

test('the labelled questions: at most five in a hundred answers are wrong, four in five are answered, and no sentence for a person is missed', async () => {
  const questions = await questionsOf('questions.csv');
  expect(questions.length).toBeGreaterThanOrEqual(150);
  const { wrongRate, coverage, personMissed, ece } = evaluate(judgeAll(questions, answerer));
  expect(wrongRate).toBeLessThanOrEqual(0.05);
  expect(coverage).toBeGreaterThan(0.75);
  expect(personMissed).toBe(0);
  expect(ece).toBeLessThan(0.1);
});

test('sentences written by somebody who had seen neither answers nor lexicon: no wrong answers to speak of, and nobody who needs a person is missed', async () => {
  const { wrongRate, coverage, personMissed } = evaluate(judgeAll(await questionsOf('unseen.csv'), answerer));
  expect(wrongRate).toBeLessThanOrEqual(0.05);
  expect(coverage).toBeGreaterThan(0.75);
  expect(personMissed).toBe(0);
});
