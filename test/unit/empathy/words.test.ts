import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoProducts } from '../../../electron/demo/catalogue.ts';
import { demoSynonyms } from '../../../electron/demo/find.ts';
import { demoQuestions } from '../../../electron/demo/questions.ts';
import { senseOf } from '../../../shared/empathy/words.ts';
import { bigQueries, demoQueries } from '../../fixtures/find/queries.ts';

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
    ['je ne suis pas content', 'complaint'],
    ['ce n’est pas ça. Scandaleux !', 'complaint'],
    ['pas de lait, mais une honte ce rayon', 'complaint'],
    ['jamais vu un service nul comme ça', 'complaint'],
    ['I have never seen such terrible service', 'complaint'],
    ['no complaints before, now I want a refund', 'complaint'],
    ['this is not working', 'giving-up'],
    ['I can’t breathe', 'danger'],
    ['ce n’est pas grave mais je me sens mal', 'danger'],
    ['c’est nul', 'anger'],
    ['this is so frustrating', 'anger'],
    ['j’ai la tête qui tourne', 'danger'],
    ['I feel dizzy', 'danger'],
    ['my husband is struggling to breathe', 'danger'],
    ['je ne retrouve plus ma petite fille', 'danger'],
    ['I can’t find my little girl', 'danger'],
    ['un petit garçon pleure', 'danger'],
    ['il y a de l’eau par terre', 'danger'],
    ['there is oil all over the floor', 'danger'],
    ['le sol est très glissant', 'danger'],
    ['ça sent le brûlé', 'danger'],
    ['the alarm keeps ringing', 'danger'],
    ['mon fils est coincé dans l’ascenseur', 'danger'],
    ['get me a human', 'person'],
    ['passez-moi un vendeur', 'person'],
    ['y a personne', 'person'],
    ['on m’a compté deux fois le beurre', 'complaint'],
    ['la caissière a été très désagréable', 'complaint'],
    ['the yoghurt was mouldy', 'complaint'],
    ['j’attends depuis une heure', 'complaint'],
    ['is the bread gluten free', 'health'],
    ['y a-t-il des arachides dans vos biscuits', 'health'],
    ['ça sert à rien', 'giving-up'],
    ['espèce d’abruti', 'anger'],
    ['Est-ce que quelqu’un peut m’aider ?', 'person'],
    ['quelqu’un pourrait venir', 'person'],
    ['can someone help me', 'person'],
    ['could anybody come over here', 'person'],
    ['help me please', 'person'],
    ['please help me', 'person'],
    ['à l’aide', 'person'],
    ['vendeuse', 'person'],
    ['Un vendeur !', 'person'],
    ['human', 'person'],
    ['où sont les vendeurs', 'person'],
    ['where is the staff', 'person'],
    ['remboursez-moi', 'complaint'],
    ['you ripped me off', 'complaint'],
    ['vous m’avez fait payer deux fois', 'complaint'],
    ['j’en ai assez', 'giving-up'],
    ['I’ve had enough', 'giving-up'],
    ['je renonce', 'giving-up'],
    ['rien ne fonctionne', 'giving-up'],
    ['ça fonctionne pas', 'giving-up'],
    ['je me casse', 'giving-up'],
    ['fais chier', 'anger'],
    ['va te faire foutre', 'anger'],
    ['je suis énervée', 'anger'],
    ['what the hell', 'anger'],
    ['I am so angry', 'anger'],
    ['this sucks', 'anger'],
    ['my baby has a fever', 'health'],
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
    'please help me find the pasta',
    'fever-tree tonic',
    'veste de vendeur pour enfant',
    'a human body atlas',
    'where is the manager’s office chair',
    'quelqu’un a demandé du lait hier',
    'I quit smoking patches',
    'allumettes pour le feu',
    'personne à mobilité réduite',
    'hypoallergénique',
    'café moulu à l’aide d’un moulin',
    '',
    '🙂🙂🙂',
    'pas mal',
    'c’est pas mal du tout',
    'not bad',
    'not bad at all, thanks',
    'pas de réclamation',
    'je ne veux pas me plaindre',
    'ce n’est pas inacceptable',
    'je ne suis pas mécontent',
    'I don’t want to complain',
    'no complaint',
    'this is not a waste of time',
    'not useless',
    'ce n’est pas vraiment nul',
    'je n’ai pas besoin d’aide',
    'I do not want to talk to someone',
    'je ne cherche pas de vendeur',
    'je cherche un cadeau pour mon fils',
    'I lost my daughter’s shoe',
    'où est le produit pour laver le sol',
    'cire pour sol',
    'bougie qui sent bon',
    'pain sans gluten',
    'où est le pain sans gluten',
    'do you have gluten free bread',
    'are there eggs in the shop',
    'y a-t-il du lait dans le magasin',
    'peut-on payer en deux fois',
    'I found a glove on the floor',
    'faut-il attendre longtemps',
    'chargeur de téléphone',
    'Le lave-vaisselle fuit depuis hier.',
  ])('"%s" asks for nothing special', (text) => {
    expect(senseOf(text)).toBeNull();
  });

  test('no product, shopper’s word or example of a question asks for a person', () => {
    const texts = [
      ...demoProducts.flatMap(([, fr, en]) => [fr, en]),
      ...demoSynonyms.flat(),
      ...demoQuestions.flatMap(({ question, examples }) => [question.fr, question.en, ...examples.fr, ...examples.en]),
      ...[...demoQueries, ...bigQueries].map(([typed]) => typed),
    ];
    expect(texts.length).toBeGreaterThan(700);
    expect(texts.filter((text) => senseOf(text) !== null)).toEqual([]);
  });

  test('words written together are read apart', () => {
    expect(senseOf('cant breathe')).toBe('danger');
    expect(senseOf('jen peux plus')).toBe('giving-up');
    expect(senseOf('theres a puddle')).toBe('danger');
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
