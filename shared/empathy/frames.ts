/** Words that take one another's place in a frame, without accents. A `_` joins words to one, a final `*` lets the last go on. */
const sets: Readonly<Record<string, string>> = {
  mine: 'mon ma mes notre nos my our',
  one: 'mon ma mes notre un une le la les cet cette my our a an the this his her',
  small: 'petit petite jeune little small young old',
  child:
    'fils fille filles enfant enfants bebe bebes garcon garcons gamin gamine gosse gosses petit_fils petite_fille frere soeur maman papa mamie papi mere pere ' +
    'parents grand_mere grand_pere son sons daughter daughters boy boys girl girls kid kids child children toddler baby brother sister mum mom dad mother father ' +
    'grandson granddaughter grandma grandpa grandmother grandfather',
  missing:
    'perdu perds egare retrouve_plus retrouve_pas trouve_plus trouve_pas vois_plus cherche recherche ou_est lost lose find looking_for seen where_is where_s wheres',
  gone:
    'a_disparu ont_disparu est_perdu est_perdue s_est_perdu s_est_perdue s_est_egare n_est_plus_la pleure tout_seul toute_seule is_missing is_lost is_gone ' +
    'has_gone disappeared crying on_his_own on_her_own all_alone wandered_off ran_off went_missing got_lost',
  feel: 'me_sens se_sent feel feels feeling',
  very: 'tres vraiment tout un_peu very really so quite a_bit rather all',
  unwell:
    'mal pas_bien pas_tres_bien pas_top faible etourdi etourdie bizarre malade dizzy faint sick ill unwell weak funny awful terrible bad poorly nauseous ' +
    'light_headed lightheaded numb strange not_well not_good',
  hardly:
    'mal peine difficulte difficultes plus_a hardly barely trouble struggling difficulty difficulties can_t cant cannot hard',
  breathe: 'respirer respire breathe breathing',
  spilt:
    'eau huile lait vin liquide flaque verre bocal bouteille oeufs sang jus soupe renverse* coule water oil milk wine juice glass liquid eggs blood mess sick ' +
    'spilled spilt spill spills leak* dropped broken bottle jar soup',
  floor: 'par_terre sur_le_sol au_sol on_the_floor over_the_floor on_the_ground',
  ground: 'sol carrelage escalier escaliers allee floor floors ground stairs aisle',
  slippery: 'mouille* glissant* glisse inonde* trempe trempes wet slippery soaked flooded',
  smell: 'sent sens odeur pue smell smells smelling',
  burnt: 'brule* crame* gaz fumee burn* smoke gas',
  alarm: 'alarme* sirene alarm alarms siren',
  rings: 'sonne* retenti* declenche* ringing rings going_off gone_off went_off sounding',
  somebody: 'quelqu_un on_m il_m elle_m ils_m m_a m_ont somebody someone he she they',
  took: 'vole* pris prise arrache* stole stolen steal took taken grabbed snatched',
  valuable: 'sac portefeuille porte_monnaie telephone portable argent carte bag handbag purse wallet phone money card keys',
  stuck: 'coince* bloque* enferme* stuck trapped locked',
  closed: 'ascenseur toilettes wc voiture porte lift elevator toilet toilets car door',
  call:
    'veux voudrais besoin appelle appellez appelez appeler passe passez envoie envoyez trouve trouver faut parler voir want need get give send call fetch bring ' +
    'like see find speak_to speak_with talk_to talk_with ask',
  any: 'd de a avec un une le la l a an some the any to',
  real: 'real actual proper live vrai vraie autre other',
  person:
    'quelqu_un humain humaine personne vendeur vendeuse employe employee responsable patron directeur directrice gerant gerante conseiller conseillere human humans ' +
    'human_being person someone somebody anyone member_of_staff staff_member manager assistant sales_assistant shop_assistant colleague advisor supervisor operator',
  clerk:
    'vendeur vendeurs vendeuse vendeuses conseiller conseillere employe employee employes responsable caissier caissiere humain human humans staff employees manager ' +
    'cashier assistant assistants',
  counted: 'compte facture encaisse paye debite passe scanne charged billed scanned paid counted',
  twice: 'deux_fois 2_fois trois_fois 3_fois en_double en_trop trop twice double too_much two_times three_times',
  staff:
    'caissier* vendeu* employe* monsieur dame homme femme type gars personnel vigile hotesse cashier* assistant* staff employee* man woman lady guy guard he she',
  rude:
    'desagreable* impoli* malpoli* agressi* grossier* insult* mal_parle mal_recu crie moque raciste* rude impolite unpleasant nasty shouted swore horrible ' +
    'disrespectful racist sexist laughed_at ignore ignores ignored',
  grown:
    'homme femme dame monsieur type gars quelqu_un personne voisin voisine mari ami amie man woman lady guy person somebody someone husband wife friend he she',
  weapon: 'couteau arme pistolet fusil knife gun weapon',
  body: 'doigt doigts main bras tete pied jambe finger fingers hand arm head foot leg',
  hurried: 'svp stp s_il please pls now maintenant vite',
  fragile: 'verre bocal bouteille bouteilles pot oeufs glass jar bottle bottles',
  broke: 'casse cassee cassees casses broke broken smashed shattered',
  be: 'est etait sont etaient ete is was were are s',
  rotten:
    'moisi moisie moisis moisies pourri pourrie pourris pourries perime perimee perimes perimees avarie* rance mouldy moldy rotten stale spoiled spoilt rancid ' +
    'gone_off past_its_date out_of_date',
  wait: 'attends attend attendons attendu patiente waiting waited queuing queueing standing',
  long: 'depuis minutes minute min heure heures longtemps mins hour hours ages forever long',
  mistake: 'erreur erreurs faux fausse trompe* mistake mistakes error errors wrong incorrect',
  bill: 'ticket note facture prix monnaie receipt bill price prices change total',
  allergen:
    'arachide arachides cacahuete cacahuetes gluten lactose noix noisette noisettes amande amandes fruits_a_coque soja sesame oeuf oeufs lait crustaces poisson ' +
    'moutarde celeri lupin sulfites nut nuts peanut peanuts almond almonds hazelnut hazelnuts dairy milk egg eggs soy soya sesame shellfish fish mustard celery',
  within: 'y_a y_a_t_il a_t_il ya is_there are_there theres there_s',
  place:
    'magasin le_magasin ce_magasin votre_magasin le_rayon ce_rayon quel quelle un une l_allee stock store the_store the_shop this_store your_store your_shop this_shop store shop ' +
    'which what aisle the_aisle a',
  contains: 'contient contiennent contenir contain contains containing',
};

/**
 * What people say in too many ways to list: one word of each set, in this order. `~n` stands for up to n words between, `?` makes a set optional,
 * `!` refuses the words that come next (`!*` any: the clause begins or ends here). "J'ai perdu ma petite fille" is one of hundreds that the first frame reads.
 */
export const frames = {
  danger: [
    '{missing} {mine} {small}? {child} !s',
    '!de {one} {small}? {child} ~2 {gone}',
    '{feel} {very}? {unwell}',
    'not|pas {feel} {very}? well|good|ok|okay|bien',
    'vertige*|etourdissement*|malaise|palpitations|dizzy|lightheaded|nauseous|faint|fainted|fainting|evanoui|evanouie',
    'tete ~2 tourne',
    'head ~2 spinning',
    '{hardly} ~2 {breathe}',
    'pain|pains in_my|in_his|in_her|in_the chest|heart|arm',
    '{spilt} ~4 {floor}',
    '{ground} {be} {very}? {slippery}',
    'a|ai|ont|est renverse*',
    'spilled|spilt|spillage|puddle*|flaque*|inondation|flooding|is_leaking|slipped|tripped',
    '{smell} ~3 {burnt}',
    'en_feu|prend_feu|pris_feu|caught_fire|on_fire|is_burning|s_burning',
    '{alarm} ~3 {rings}',
    'ai peur !que|qu|de_me|de_ne|de_l|d',
    'fait_peur|scared|frightened|afraid_of|not_safe|unsafe|feel_safe',
    'se_battent|se_bat|bagarre*|fighting|punched|groped|touched_me|grabbed_me|agresse*|agression|pickpocket*|thief',
    '{somebody} ~2 {took} {mine} {valuable}',
    '{stuck} ~1 in|dans|inside ~1 {closed}',
    'suis|sommes|m|am|re|are ~1 {stuck}',
    '{stuck} {one} {body}',
    '{closed} ~2 {stuck}',
    '{one} {small}? {child}|{grown} fell|fallen|collapsed|tripped',
    '{child}|{grown} ~3 reveille|wake|waking|respond|responding|repond ~1',
    'va_tomber|vont_tomber|about_to_fall|going_to_fall|might_fall',
    '{grown} ~3 {weapon}',
    '{one} ~2 {fragile} ~4 {broke}',
    '{spilt} ~1 partout|everywhere',
    'fuite ~1 eau|gaz|plafond',
    'crie|crient|hurle|hurlent|shouting|screaming|yelling',
    'voleur|voleurs|fouille',
    'rash|hives|urticaire|swollen|swelling|tremble|shaking',
  ],
  person: [
    '{call} me|us|moi|nous? {any}? {any}? {real}? {person} !s',
    'y_a personne|quelqu_un|un_vendeur|une_vendeuse',
    'nobody|no_one|anyone|anybody ~1 here|around|there|helps|helping|coming|comes',
    'personne ~2 aide|vient|repond|s_occupe',
    '{person}|staff {hurried}',
    '{person} ~2 aider|venir|renseigner',
    'can|could|would|will someone|somebody|anyone|anybody ~2 help|come|assist',
    'help_me {hurried} !find',
    'please|pls help_me !*',
    'help_me|aide_moi|a_l_aide !*',
    '!* un|une|le|la|a|the? {clerk} !*',
    'ou_est|ou_sont|where_is|where_are|where_s le|la|les|un|une|des|the|a|your|vos|all? {clerk} !*',
  ],
  complaint: [
    '{counted} ~3 {twice}',
    '{staff} ~6 {rude}',
    '{be} {very}? {rotten}',
    '{wait} ~3 {long}',
    'fait_payer ~1 {twice}',
    'arnaque*|escroc*|rip_off|ripoff|scam|thieves',
    '{mistake} ~2 {bill}',
    'prix|price ~2 caisse|till|checkout|register ~4 different|differente|pas|not|higher|autre',
    'not|pas ~3 the_sign|prix_affiche',
    'lait|creme|milk|cream ~2 tourne|turned|sour',
  ],
  health: [
    'is|are !there ~4 {allergen} free',
    '{be} ~1 sans {allergen}',
    '{contains} ~3 {allergen}',
    'fever !tree',
    'traces de|d|of',
    '{within} ~3 {allergen} ~1 dans|in !{place}',
    'does|do|has|have|y_a|ya ~4 {allergen} ~1 in_it|inside|dedans|in_this|in_these|dans_ce|dans_cet|dans_cette|dans_ces !{place}|magasin|rayon',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const word = (text: string): string => text.replaceAll('_', ' ').replace('*', '[^ ]*');
const words = (token: string): string =>
  `(?:${token
    .replace(/\{(\w+)\}/g, (_, name: string) => (sets[name] ?? '').split(' ').join('|'))
    .split('|')
    .map(word)
    .join('|')})`;

/** A frame as an expression over a clause whose words stand between single blanks. */
export function frameExpression(frame: string): RegExp {
  const tokens = frame.split(' ').map((token, place) => {
    if (token.startsWith('~')) return `(?:[^ ]+ ){0,${token.slice(1)}}`;
    if (token.startsWith('!')) return place === 0 ? `(?<! ${words(token.slice(1))} )` : `(?!${words(token.slice(1))} )`;
    return token.endsWith('?') ? `(?:${words(token.slice(0, -1))} )?` : `${words(token)} `;
  });
  return new RegExp(`(?<= )${tokens.join('')}`);
}
