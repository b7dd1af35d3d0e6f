import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { senseOf } from '../../../shared/empathy/words.ts';

describe('what words ask for', () => {
  test.each([
    ['Je voudrais parler à quelqu’un', 'person'],
    ['J’ai besoin d’aide', 'person'],
    ['can I talk to a real person?', 'person'],
    ['I NEED HELP', 'person'],
    ['je me sens mal', 'danger'],
    ['J’ai perdu mon enfant !', 'danger'],
    ['somebody is bleeding', 'danger'],
    ['C’est SCANDALEUX, je veux parler à un responsable', 'complaint'],
    ['Une réclamation s’il vous plaît', 'complaint'],
    ['I want to complain', 'complaint'],
    ['wrong price on the milk', 'complaint'],
    ['ce yaourt contient-il des allergènes', 'health'],
    ['can I take this medicine with milk', 'health'],
    ['j’abandonne', 'giving-up'],
    ['this is useless, I give up', 'giving-up'],
    ['ça ne marche pas', 'giving-up'],
  ] as const)('"%s" → %s', (text, sense) => {
    expect(senseOf(text)).toBe(sense);
  });

  test.each([
    'lait entier',
    'où est le beurre ?',
    'I can’t find the eggs',
    'je ne trouve pas la farine',
    'comment me faire rembourser ?',
    'enceinte bluetooth',
    'pansements d’urgence',
    'emergency candles',
    'help me find the pasta',
    'allumettes pour le feu',
    'personne à mobilité réduite',
    'hypoallergénique',
    'café moulu à l’aide d’un moulin',
    '',
    '🙂🙂🙂',
  ])('"%s" asks for nothing special', (text) => {
    expect(senseOf(text)).toBeNull();
  });

  test('the worse one counts: danger before a request, a request before giving up', () => {
    expect(senseOf('j’abandonne, parler à quelqu’un, je me sens mal')).toBe('danger');
    expect(senseOf('j’abandonne, je veux parler à quelqu’un')).toBe('person');
  });
});

test('accents, case, punctuation and surrounding words never hide a request', () => {
  const noise = fc.constantFrom('', '  ', ' ... ', 'bonjour, ', '??? ', 'euh ');
  const spelling = fc.constantFrom('parler à quelqu’un', 'PARLER A QUELQU UN', "parler à quelqu'un", 'Parler  à\tquelqu’un');
  fc.assert(
    fc.property(noise, spelling, noise, (before, phrase, after) => {
      expect(senseOf(`${before} ${phrase} ${after}`)).toBe('person');
    }),
  );
});

test('any text is read without a fault', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void senseOf(text)));
}, 60_000);
