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
  ] as const)('"%s" (%s) → %s', (question, language, id) => {
    expect(first(question, language)).toBe(id);
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
