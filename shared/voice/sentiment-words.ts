/**
 * What shoppers say about service, in French and English together, without accents: no word here means the opposite in the other language.
 * A final `*` lets the last word go on. Longer phrases are looked for first, so that "pas mal" and "not bad" are no blame.
 */
export const praise = (
  'merci, bravo, bien, tres bien, super, top, genial*, parfait*, excellent*, formidable*, magnifique*, impeccable*, nickel, agreable*, ' +
  'aimable*, gentil*, souriant*, sourire, chaleureu*, accueillant*, courtois*, poli, polie, polis, sympa*, patient*, patience, competent*, ' +
  'professionnel*, efficace*, rapide*, vite, utile*, pratique*, facile*, facilement, clair*, clairement, disponible*, a l ecoute, satisf*, ' +
  'content*, ravi, ravie, ravis, j aime, adore*, recommande*, bon, bonne, bons, bonnes, aide, aidee, aides, pas mal, rien a dire, ' +
  'rien a redire, sans probleme, aucun probleme, pas de probleme, sans souci, aucun souci, pas de souci, pas d attente, sans attendre, ' +
  'thank*, great*, good, well done, very well, nice*, kind*, friendly, lovely, perfect*, brilliant*, amazing, wonderful*, polite*, ' +
  'helpful*, helped, quick*, fast, easy, easily, clear, clearly, useful, pleasant*, happy, pleased, love, loved, enjoyed, ' +
  'professional*, smile*, smiling, welcoming, not bad, not too bad, no problem*, no complaint*, nothing to complain, no wait*, no queue, ' +
  'without waiting, can t complain, couldn t be better'
).split(', ');

/** The other side of {@link praise}. */
export const blame = (
  'mal, mauvais*, nul, nulle, nuls, horrible*, affreu*, catastroph*, lent, lente, lents, lentes, lentement, trop long*, longue attente, ' +
  'trop d attente, attendu, attendre, longtemps, desagreable*, impoli*, malpoli*, arrogant*, meprisant*, agressi*, mechant*, incompetent*, ' +
  'inutile*, complique*, compliquee*, difficile*, difficilement, perdu, perdue, perdus, decu, decue, decus, decevant*, deception*, ' +
  'insatisf*, mecontent*, trop cher*, sale, sales, honte*, scandal*, inadmissible*, inacceptable*, pas terrible, pas top, pas genial*, ' +
  'bof, personne n, personne pour, ne marche pas, marche pas, ne fonctionne pas, fonctionne pas, en panne, bug*, agacant*, enerve*, ' +
  'ignore, ignoree, ignores, probleme*, erreur*, dommage, manque*, introuvable*, en rupture, bruyant*, ne reviendrai, plus jamais, ' +
  'pas trouve, pas de reponse, sans reponse, jamais repondu, laisse tomber, ' +
  'bad, badly, awful*, terrible, terribly, horrible*, slow*, too long, waited, waiting, rude*, unhelpful, unfriendly, impolite, useless, ' +
  'confusing, confused, complicated, difficult, hard to, lost, disappoint*, unhappy, too expensive, dirty, shame*, unacceptable, nobody, ' +
  'no one, broken, out of order, does not work, doesn t work, didn t work, out of stock, annoying, annoyed, ignored, problem*, mistake*, ' +
  'wrong, missing, noisy, meh, could not find, couldn t find, can t find, never again, no answer, not impressed, could be better, not great, waste'
).split(', ');
