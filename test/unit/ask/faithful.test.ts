import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoQuestions } from '../../../electron/demo/questions.ts';
import { stems } from '../../../electron/services/ask/stems.ts';
import { unfaithful } from '../../../shared/ask/faithful.ts';

const bread = 'Le pain chaud sort à 8 h 30 et à 17 h. Il n’est pas vendu le dimanche.';
const parking = 'Behind the store. The first hour is free, then €1.50 an hour.';

describe('another wording is taken', () => {
  test.each([
    ['fr', bread, 'Le pain chaud sort du four à 8 h 30 et à 17 h. Il n’est pas vendu le dimanche.'],
    ['en', parking, 'You can park behind the store. The first hour is free, then it is €1.50 an hour.'],
  ] as const)('%s: %s', (language, original, wording) => {
    expect(unfaithful(original, wording, language, stems)).toBeNull();
  });

  test('when it is the original', () => {
    for (const { answer } of demoQuestions)
      for (const language of ['fr', 'en'] as const)
        expect(unfaithful(answer[language], answer[language], language, stems), answer[language]).toBeNull();
  });
});

describe('another wording is refused', () => {
  test.each([
    ['a time changed', 'Le pain chaud sort à 8 h et à 17 h. Il n’est pas vendu le dimanche.', 'numbers'],
    ['a time lost', 'Le pain chaud sort à 8 h 30. Il n’est pas vendu le dimanche.', 'numbers'],
    ['a day changed', 'Le pain chaud sort à 8 h 30 et à 17 h. Il n’est pas vendu le lundi.', 'facts'],
    ['a "not" lost', 'Le pain chaud sort à 8 h 30 et à 17 h. Il est vendu le dimanche.', 'negations'],
    ['a "not" added', 'Le pain chaud ne sort pas à 8 h 30 ni à 17 h. Il n’est pas vendu le dimanche.', 'negations'],
    ['a name added', 'Le pain chaud de Marcel sort à 8 h 30 et à 17 h. Il n’est pas vendu le dimanche.', 'names'],
    ['a link', 'Le pain chaud sort à 8 h 30 et à 17 h. Il n’est pas vendu le dimanche. Voir www.pain.fr', 'form'],
    ['a question back', 'Le pain chaud sort à 8 h 30 et à 17 h, il n’est pas vendu le dimanche, cela vous va ?', 'form'],
    [
      'other words altogether',
      'Bonjour cher client, patientez devant notre vitrine à 8 h 30 et 17 h, pas dimanche, n',
      'other-words',
    ],
    ['nothing', '', 'length'],
  ])('%s', (_, wording, why) => {
    expect(unfaithful(bread, wording, 'fr', stems)).toBe(why);
  });

  test('a price changed, or "free" said of everything', () => {
    expect(unfaithful(parking, parking.replace('1.50', '1.80'), 'en', stems)).toBe('numbers');
    expect(unfaithful(parking, parking.replace('then €1.50 an hour', 'then it is free'), 'en', stems)).toBe('numbers');
  });

  test('whatever number is put into it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (number) => {
        expect(unfaithful(bread, `${bread.slice(0, -1)} avant ${number}.`, 'fr', stems)).not.toBeNull();
      }),
    );
  });
});
