import type { Language } from '../contract/values.ts';

/** Reduces a word without accents to its stem, by language. */
export type Stems = Readonly<Record<Language, (word: string) => string>>;

/** Words that ask, greet or join, and say nothing of what is asked; without accents. */
const fillers: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(
    (
      'a ai aimerai aimerais alors as au aujourd auriez aurait aux avec avez avoir avons bien bonjour bonsoir c ca ce cela ces cet cette chez ci comme ' +
      'comment connaitre d dans de des desole desolee dire dites dois doit donc du elle elles en encore entre es est et etait etes etre eu excusez ' +
      'fait faire faites faut i il ils j je juste l la le les leur leurs lui m ma madame magasin mais me merci mes moi mon monsieur n ne nos notre ' +
      'nous on ont ou oui par pardon pas peu peut peux plait pour pourrais pourrait pourriez pouvez pouvoir possible possibilite pourquoi plutot ' +
      'qu quand que quel quelle quelles quels quelque quelqu qui quoi renseignement renseigner s sa salut sais savez savoir se serait ses si sil sont ' +
      'souhaite souhaiterais souhaiterai son sont stp suis sur svp t ta te tes ton tous tout toute tres tu un une va vais veux veut voila voir voudrais ' +
      'voudrait voulais vos votre vous y moyen besoin question est-ce ici chose truc peuvent'
    ).split(' '),
  ),
  en: new Set(
    (
      'a about actually all am an and any anything are as at be been but by can could did do does doing doesn don each else excuse find for from get ' +
      'getting go going good got guys had has have having hello hey hi how i if im in is isn it its just know let like ll looking m made make may maybe me ' +
      'might mine morning my need of oh ok on one or our out please possible question re really s shall she should so some someone something sorry store ' +
      'shop tell than thank thanks that the their them there these they thing things this those to us ve very want wanted was way we well were what ' +
      'when where which who whom why will with wonder wondering would yes you your yours d t here'
    ).split(' '),
  ),
};

/** Whether a word says nothing of what is asked. */
export const isFiller = (word: string, language: Language): boolean => fillers[language].has(word);

/** The longer of them, which a slip of the finger leaves recognisable. */
export const longFillers: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set([...fillers.fr].filter((word) => word.length >= 5)),
  en: new Set([...fillers.en].filter((word) => word.length >= 5)),
};

/** Words as they are compared: lower case, no accents, ligatures opened. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 60);

/** The words that say what is asked; all of them when there is nothing but fillers. */
export function contentOf(text: string, language: Language): string[] {
  const words = wordsOf(text);
  const meaning = words.filter((word) => !isFiller(word, language));
  return meaning.length > 0 ? meaning : words;
}
