import type { Language } from '../contract/values.ts';

/** Identifier of the one question that every store's own data answers. */
export const HOURS = 'hours';

/** Ways of asking for opening hours. */
export const hoursPhrases: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'Quels sont vos horaires ?',
    'À quelle heure ouvrez-vous ?',
    'À quelle heure fermez-vous ?',
    'Vous fermez à quelle heure ce soir ?',
    'Êtes-vous ouverts le dimanche ?',
    'C’est ouvert demain ?',
    'Vous ouvrez à quelle heure le samedi matin ?',
    'Jusqu’à quelle heure êtes-vous ouverts aujourd’hui ?',
    'Heures d’ouverture',
    'Le magasin ferme-t-il entre midi et deux ?',
    'Quel jour êtes-vous fermés ?',
    ...['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'].flatMap((day) => [
      `Ouvert ${day} ?`,
      `Fermé ${day} ?`,
    ]),
    'Ouvert maintenant ?',
    'Ouvert aujourd’hui ce soir ?',
    'Horaires du magasin samedi dimanche',
    'Jusqu’à quand êtes-vous ouverts ?',
  ],
  en: [
    'What are your opening hours?',
    'What time do you open?',
    'What time do you close?',
    'When do you close tonight?',
    'Are you open on Sundays?',
    'Are you open tomorrow?',
    'What time do you open on Saturday morning?',
    'How late are you open today?',
    'Opening times',
    'Do you close for lunch?',
    'Which day are you closed?',
    ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].flatMap((day) => [
      `Open ${day}?`,
      `Closed ${day}?`,
    ]),
    'Open now?',
    'Open today tonight?',
    'Store hours',
    'Until when are you open this evening?',
  ],
};

/** Weekdays, Monday first, as `wordsOf` writes them. */
const weekdays: readonly (readonly string[])[] = [
  ['lundi', 'lundis', 'monday', 'mondays'],
  ['mardi', 'mardis', 'tuesday', 'tuesdays'],
  ['mercredi', 'mercredis', 'wednesday', 'wednesdays'],
  ['jeudi', 'jeudis', 'thursday', 'thursdays'],
  ['vendredi', 'vendredis', 'friday', 'fridays'],
  ['samedi', 'samedis', 'saturday', 'saturdays'],
  ['dimanche', 'dimanches', 'sunday', 'sundays'],
];
const todays = new Set(['aujourd', 'aujourdhui', 'soir', 'today', 'tonight', 'maintenant', 'now']);

/** Days from today of the one day that was asked for; null when none was, or several were. @param today 0 is Monday */
export function daysAhead(words: readonly string[], today: number): number | null {
  const found = new Set<number>();
  for (const word of words) {
    const weekday = weekdays.findIndex((names) => names.includes(word));
    if (weekday >= 0) found.add((weekday - today + 7) % 7);
    if (word === 'demain' || word === 'tomorrow') found.add(1);
  }
  // "Dimanche soir" is about Sunday.
  if (found.size === 0 && words.some((word) => todays.has(word))) return 0;
  return found.size === 1 ? ([...found][0] as number) : null;
}

/** Identifier of what people ask a machine and no store answers. It is never shown; it only keeps other entries from being taken for it. */
export const NOT_OURS = 'not-ours';

/** Ways of asking for what is no store's to answer. */
export const notOurs: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'Quelle heure est-il ?',
    'L’heure qu’il est, l’heure exacte',
    'Quel jour sommes-nous ?',
    'Quel temps fait-il ? La météo de demain',
    'Raconte-moi une blague',
    'Où est la gare la plus proche ?',
    'À quelle heure passe le bus, le train, le métro ?',
    'Billet de train, de bus, d’avion, de cinéma',
    'Où est la pharmacie, la poste, la banque, la mairie la plus proche ?',
    'Louer une voiture, un appartement, une salle',
    'La recette de la mousse au chocolat',
    'Comment cuisiner, préparer, réparer',
    'Combien de calories ?',
    'Qui est le président ? La capitale du pays',
    'Comment vas-tu ? Qui es-tu ?',
    'Je t’aime',
    'Combien gagnez-vous, votre salaire',
    'Le score du match de foot',
    'Ouvrir, fermer un compte en banque',
    'Traduire une lettre',
  ],
  en: [
    'What time is it?',
    'The time now, the exact time',
    'What day is it?',
    'What is the weather like? The forecast for tomorrow',
    'Tell me a joke',
    'Where is the nearest station?',
    'What time is the next bus, train, metro?',
    'Train, bus, plane, cinema ticket',
    'Where is the nearest pharmacy, post office, bank, town hall?',
    'Rent a car, a flat, a room',
    'A recipe for chocolate mousse',
    'How to cook, make, repair, fix',
    'How many calories?',
    'Who is the president? The capital of the country',
    'How are you? Who are you?',
    'I love you',
    'How much do you earn, your salary',
    'The score of the football match, who won the game',
    'Open, close a bank account',
    'Translate a letter',
  ],
};
