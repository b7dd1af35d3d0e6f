/** What a shopper's own words ask for. `person`: somebody is asked for. `danger`: somebody may be hurt. `health`: a question a machine
 * must not answer. `complaint`, `giving-up`: as they say. `anger`: harsh words that ask for nothing. */
export type WordSense = 'danger' | 'person' | 'complaint' | 'health' | 'giving-up' | 'anger';

/**
 * Phrases of the store's two languages, written without accents. A phrase matches whole words in sequence; a final `*` lets its last
 * word go on. Phrases rather than words, because most questions hold a word of trouble: "I can't find the eggs" and "comment me faire
 * rembourser ?" are the kiosk's daily work, "enceinte" is also a loudspeaker. Who asks in other words still has the button.
 */
const lexicon: Record<WordSense, readonly string[]> = {
  danger: [
    'au secours',
    'au feu',
    'il y a le feu',
    'c est une urgence',
    'appelez les secours',
    'appelez une ambulance',
    'je me sens mal',
    'se sent mal',
    'fait un malaise',
    'je vais m evanouir',
    'je suis blesse*',
    'est blesse*',
    'je saigne',
    'j ai mal au coeur',
    'mal a la poitrine',
    'je ne peux plus respirer',
    'enfant perdu',
    'perdu mon enfant',
    'perdu ma fille',
    'perdu mon fils',
    'on m agresse',
    'there is a fire',
    'it s an emergency',
    'it is an emergency',
    'this is an emergency',
    'call an ambulance',
    'i feel faint',
    'i feel sick',
    'feel unwell',
    'has fainted',
    'is hurt',
    'i am hurt',
    'i m hurt',
    'am bleeding',
    'm bleeding',
    'is bleeding',
    'chest pain*',
    'can t breathe',
    'cannot breathe',
    'lost child',
    'lost my child',
    'lost my son',
    'lost my daughter',
  ],
  person: [
    'aidez moi',
    'parler a quelqu un',
    'parler a une personne',
    'parler a un humain',
    'parler a un conseiller',
    'parler a un vendeur',
    'parler a une vendeuse',
    'parler a un employe*',
    'voir un vendeur',
    'voir une vendeuse',
    'voir le responsable',
    'voir un responsable',
    'appeler quelqu un',
    'appelez quelqu un',
    'appeler un vendeur',
    'besoin de quelqu un',
    'besoin d aide',
    'y a t il quelqu un',
    'y a quelqu un',
    'un etre humain',
    'une vraie personne',
    'talk to someone',
    'talk to somebody',
    'talk to a person',
    'talk to a human',
    'speak to someone',
    'speak to somebody',
    'speak to a person',
    'speak to a human',
    'speak to an employee',
    'speak to the manager',
    'speak to a manager',
    'see the manager',
    'call someone',
    'call somebody',
    'call a person',
    'call an employee',
    'real person',
    'real human',
    'human being',
    'i need help',
    'need some help',
    'is anybody there',
    'is anyone there',
  ],
  complaint: [
    'reclamation*',
    'je veux me plaindre',
    'me plaindre',
    'porter plainte',
    'scandaleux',
    'inadmissible',
    'inacceptable',
    'c est honteux',
    'une honte',
    'service nul',
    'je suis decu*',
    'pas content*',
    'mecontent*',
    'je veux etre rembourse*',
    'erreur de prix',
    'prix faux',
    'trompe sur le prix',
    'produit abime',
    'produit casse',
    'produit perime',
    'complain',
    'complaint*',
    'unacceptable',
    'outrageous',
    'disgraceful',
    'terrible service',
    'awful service',
    'not happy with',
    'i am unhappy',
    'want a refund',
    'want my money back',
    'wrong price',
    'overcharged',
    'was broken',
    'out of date product',
  ],
  health: [
    'allergi*',
    'intoleran*',
    'medicament*',
    'ordonnance*',
    'je suis enceinte',
    'femme enceinte',
    'grossesse',
    'diabet*',
    'effets secondaires',
    'allergy',
    'allergic',
    'allergies',
    'allergen*',
    'medicine*',
    'medication*',
    'prescription*',
    'pregnan*',
    'side effects',
  ],
  'giving-up': [
    'j abandonne',
    'je laisse tomber',
    'laisse tomber',
    'laissez tomber',
    'tant pis',
    'j en ai marre',
    'marre de',
    'ras le bol',
    'ca ne marche pas',
    'ca marche pas',
    'rien ne marche',
    'je ne trouve rien',
    'je n y arrive pas',
    'j y arrive pas',
    'je n arrive pas',
    'je ne comprends rien',
    'je m en vais',
    'i give up',
    'giving up',
    'never mind',
    'forget it',
    'fed up',
    'sick of this',
    'does not work',
    'doesn t work',
    'not working',
    'nothing works',
    'can t find anything',
    'cannot find anything',
    'useless',
    'i am leaving',
    'i m leaving',
    'waste of time',
  ],
  anger: [
    'c est nul',
    'trop nul',
    'vraiment nul',
    'completement nul',
    'machine stupide',
    'borne stupide',
    'c est n importe quoi',
    'vous vous moquez',
    'se moque du monde',
    'c est ridicule',
    'enervant*',
    'agacant*',
    'insupportable*',
    'exasperant*',
    'ca m enerve',
    'ca suffit',
    'merde',
    'this is ridiculous',
    'this is rubbish',
    'this is stupid',
    'stupid machine',
    'stupid kiosk',
    'so annoying',
    'so frustrating',
    'frustrated',
    'this is a joke',
    'is terrible',
    'hate this',
    'for god s sake',
    'damn',
  ],
};

/** From the one that cannot wait to the one that can. */
const order: readonly WordSense[] = ['danger', 'person', 'complaint', 'health', 'giving-up', 'anger'];

/** Lower case, no accents, words separated by single blanks, one blank at either end. */
const flatten = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

const matches = (flat: string, phrase: string): boolean =>
  phrase.endsWith('*') ? flat.includes(` ${phrase.slice(0, -1)}`) : flat.includes(` ${phrase} `);

/**
 * Ends with a word that turns the next ones round, at most two words before them: "pas de réclamation", "je ne veux pas me plaindre", "not a
 * waste of time", "I don't want to complain". "Jamais vu" and "never seen" make a complaint stronger, so they are none of these.
 */
const negation =
  / (?:pas|sans|aucune?|ni|not|no|nor|without|nothing|(?:don|doesn|didn|isn|aren|wasn|won|can|couldn|wouldn) t)(?: [^ ]+){0,2} $/;

/** Whether every place of the phrase in one clause is turned round. Phrases that hold their own "not" are no exception: "pas mécontent". */
function negated(clause: string, phrase: string): boolean {
  const found = ` ${phrase.replace('*', '')}`;
  for (let at = clause.indexOf(found); at !== -1; at = clause.indexOf(found, at + 1)) {
    if (!negation.test(clause.slice(0, at + 1))) return false;
  }
  return true;
}

/** A text by clauses, each in lower case without accents: a negation reaches to the end of its own. "Not that. Outrageous!" is a complaint. */
export const clausesOf = (text: string): string[] => text.split(/[.!?;:,…\n]+|\b(?:mais|but)\b/iu).map(flatten);

/** The strongest sense found in what a shopper typed, in French or English; null when the words ask for nothing special. */
export function senseOf(text: string): WordSense | null {
  const flat = flatten(text);
  const clauses = clausesOf(text);
  const means = (sense: WordSense, phrase: string): boolean => {
    if (!matches(flat, phrase)) return false;
    // Better one call too many than somebody hurt and not heard.
    if (sense === 'danger' || sense === 'health') return true;
    const holding = clauses.filter((clause) => matches(clause, phrase));
    return holding.length === 0 || !holding.every((clause) => negated(clause, phrase));
  };
  return order.find((sense) => lexicon[sense].some((phrase) => means(sense, phrase))) ?? null;
}
